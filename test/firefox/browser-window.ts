import type { Bidi } from './bidi';
import { valueOf } from './tab';

/** A container as the person sees it in the browser. */
export interface ShownContainer {
  readonly name: string;
  readonly colour: string;
}

/** The browser's own window: what a person sees and does around pages, where a test has no other way to do it. */
export interface BrowserWindow {
  /** Stops the background page as the browser does with one that is idle; it starts again at the next event. */
  stopBackground(): Promise<void>;
  /** The containers that the browser lists. */
  containers(): Promise<ShownContainer[]>;
  /** The container that the tab strip shows for the tab in front; none for a tab outside all containers. */
  shown(): Promise<ShownContainer | undefined>;
  /** Presses the extension's button in the toolbar. */
  pressButton(): Promise<void>;
  /** The room of what hangs below that button, in pixels; none where nothing does. */
  belowButton(): Promise<{ readonly width: number; readonly height: number } | undefined>;
  /** The icon of the tab in front, as an address. */
  icon(): Promise<string>;
  /** What a person does in the browser's settings. */
  rename(from: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
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
    pressButton: () =>
      run(
        `(id) => ${parent}.apiManager.global.browserActionFor(WebExtensionPolicy.getByID(id).extension).triggerAction(window)`,
        extension,
      ),
    belowButton: () =>
      run(
        `() => [...document.querySelectorAll('.webextension-popup-browser')].map(({ clientWidth, clientHeight }) => ({ width: clientWidth, height: clientHeight }))[0]`,
      ),
    icon: () => run('() => gBrowser.getIcon(gBrowser.selectedTab) ?? "none"'),
    containers: () => run(`() => ${service}.getPublicIdentities().map(${shape})`),
    shown: () =>
      run(
        `() => [${service}.getPublicIdentityFromId(gBrowser.selectedTab.userContextId)].map((own) => own && (${shape})(own))[0]`,
      ),
    rename: (from, to) =>
      run(
        `(from, to) => void ${named('from')}.forEach((own) => ${service}.update(own.userContextId, to, own.icon, own.color))`,
        from,
        to,
      ),
    remove: (name) =>
      run(`(name) => void ${named('name')}.forEach((own) => ${service}.remove(own.userContextId))`, name),
  };
}

const service =
  'ChromeUtils.importESModule("resource://gre/modules/ContextualIdentityService.sys.mjs").ContextualIdentityService';
const parent = 'ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs").ExtensionParent';
const shape = `(own) => ({ name: ${service}.getUserContextLabel(own.userContextId), colour: own.color })`;

function named(variable: string): string {
  return `${service}.getPublicIdentities().filter((own) => (${shape})(own).name === ${variable})`;
}
