import type { CDPSession } from 'playwright';
import type { Burgee } from './browser';

/** The launcher below its button in the toolbar: no tab, so that it is driven through the browser's own protocol. */
export interface ToolbarPopup {
  /** What the page says, as text. */
  text(): Promise<string>;
  /** The kinds of the rows in sight, from the first on. */
  kinds(): Promise<string[]>;
  /** How many rows there are, in sight or not. */
  count(): Promise<number>;
  /** What there is room for, in pixels. */
  size(): Promise<{ width: number; height: number }>;
  /** How much of the page is out of sight, in pixels. */
  overflow(): Promise<number>;
  type(words: string): Promise<void>;
  enter(): Promise<void>;
  /** When its page was navigated to and when that first painted something, in milliseconds since the epoch. */
  painted(): Promise<{ navigated: number; painted: number }>;
  /** Settles once it is gone. */
  close(): Promise<void>;
}

/** Waits for a page of the extension to open below its button, while no tab shows it. */
export async function toolbarPopup(
  { context, extensionId, personActs }: Burgee,
  name = 'popup.html',
): Promise<ToolbarPopup> {
  const browser = context.browser();
  if (!browser) throw new Error('the browser does not tell of itself');
  const cdp = await browser.newBrowserCDPSession();
  const targetId = await opened(cdp, `chrome-extension://${extensionId}/${name}`);
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId });
  const send = speaker(cdp, sessionId);
  const look = async (expression: string): Promise<unknown> => {
    const how = { expression, returnByValue: true, awaitPromise: true };
    const { result } = (await send('Runtime.evaluate', how)) as {
      result: { value: unknown };
    };
    return result.value;
  };

  return {
    text: async () => String(await look('document.body.innerText')),
    kinds: async () =>
      (await look('[...document.querySelectorAll("[role=option]")].map((row) => row.dataset.kind)')) as string[],
    count: async () => Number(await look('document.querySelector("[role=option]")?.ariaSetSize')),
    size: async () => (await look('({ width: innerWidth, height: innerHeight })')) as { width: number; height: number },
    overflow: async () => Number(await look('document.documentElement.scrollHeight - innerHeight')),
    type: async (words) => void (await send('Input.insertText', { text: words })),
    enter: async () => {
      personActs();
      const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
      await send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
    },
    painted: async () => (await look(firstContent)) as { navigated: number; painted: number },
    close: async () => {
      const gone = new Promise<void>((resolve) => {
        cdp.on('Target.targetDestroyed', (target) => target.targetId === targetId && resolve());
      });
      await look('window.close()');
      await gone;
    },
  };
}

const firstContent = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const [first] = list.getEntriesByName('first-contentful-paint');
    const navigated = performance.timeOrigin;
    if (first) resolve({ navigated, painted: navigated + first.startTime });
  }).observe({ type: 'paint', buffered: true });
})`;

/** The target that shows an address, as soon as there is one. */
async function opened(cdp: CDPSession, address: string): Promise<string> {
  const found = new Promise<string>((resolve) => {
    const look = ({ targetInfo }: { targetInfo: { url: string; targetId: string } }): void => {
      if (targetInfo.url === address) resolve(targetInfo.targetId);
    };
    cdp.on('Target.targetCreated', look);
    cdp.on('Target.targetInfoChanged', look);
  });
  await cdp.send('Target.setDiscoverTargets', { discover: true });
  return found;
}

/** Commands to one target, over the session that is attached to it. */
function speaker(cdp: CDPSession, sessionId: string): (method: string, params: object) => Promise<unknown> {
  let last = 0;
  return (method, params) => {
    last += 1;
    const id = last;
    const answered = new Promise<unknown>((resolve) => {
      const gone = ({ sessionId: which }: { sessionId: string }): void => {
        if (which === sessionId) settle({});
      };
      const heard = ({ sessionId: which, message }: { sessionId: string; message: string }): void => {
        const answer = JSON.parse(message) as { id?: number; result?: unknown };
        if (which === sessionId && answer.id === id) settle(answer.result);
      };
      const settle = (result: unknown): void => {
        cdp.off('Target.receivedMessageFromTarget', heard);
        cdp.off('Target.detachedFromTarget', gone);
        resolve(result);
      };
      cdp.on('Target.receivedMessageFromTarget', heard);
      cdp.on('Target.detachedFromTarget', gone);
    });
    const message = JSON.stringify({ id, method, params });
    return cdp.send('Target.sendMessageToTarget', { sessionId, message }).then(() => answered);
  };
}
