import type { Bidi } from './bidi';
import { valueOf } from './tab';

/** The browser's own window: what a person sees and does around pages, where a test has no other way to do it. */
export interface BrowserWindow {
  /** Stops the background page as the browser does with one that is idle; it starts again at the next event. */
  stopBackground(): Promise<void>;
}

export async function browserWindow(bidi: Bidi, extension: string): Promise<BrowserWindow> {
  const ofTheBrowser = { maxDepth: 0, 'moz:scope': 'chrome' };
  const { contexts } = await bidi.send('browsingContext.getTree', ofTheBrowser);
  const window = contexts.find(({ url }) => url === 'chrome://browser/content/browser.xhtml');
  if (!window) throw new Error('The browser shows no window.');

  async function run<Value>(script: string, ...args: readonly string[]): Promise<Value> {
    const answer = await bidi.send('script.callFunction', {
      functionDeclaration: `async (...args) => JSON.stringify(await (${script})(...args))`,
      arguments: args.map((value) => ({ type: 'string', value })),
      target: { context: window?.context ?? '' },
      awaitPromise: true,
    });
    return valueOf(answer) as Value;
  }

  return {
    stopBackground: () => run('(id) => WebExtensionPolicy.getByID(id).extension.terminateBackground()', extension),
  };
}
