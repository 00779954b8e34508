import type { CDPSession } from 'playwright';
import { expect } from 'vitest';
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
  close(): Promise<void>;
}

/** Waits for the launcher to open below its button, while no tab shows it. */
export async function toolbarPopup({ context, extensionId }: Burgee): Promise<ToolbarPopup> {
  const browser = context.browser();
  if (!browser) throw new Error('the browser does not tell of itself');
  const cdp = await browser.newBrowserCDPSession();
  const find = async (): Promise<string | undefined> => {
    const { targetInfos } = await cdp.send('Target.getTargets');
    return targetInfos.find(({ url }) => url === `chrome-extension://${extensionId}/popup.html`)?.targetId;
  };
  await expect.poll(find, { timeout: 10_000 }).not.toBe(undefined);
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId: (await find()) ?? '' });
  const send = speaker(cdp, sessionId);
  const look = async (expression: string): Promise<unknown> => {
    const { result } = (await send('Runtime.evaluate', { expression, returnByValue: true })) as {
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
      const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
      await send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
    },
    close: async () => void (await look('window.close()')),
  };
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
