import { browser } from './native';

const HEARS = 'burgee: hears of its session';

/** In a console page: what the worker's `tellReplaced` reaches. */
export function hearReplaced(told: (isReplaced: boolean) => void): void {
  Reflect.set(globalThis, Symbol.for(HEARS), told);
}

/** When a page was loaded, by which it is known from what its tab showed before and after. */
export interface PageLoad {
  readonly loadedAtMs: number;
  /** It says by itself whose it is. */
  readonly isTelling: boolean;
  /** What its cookies say, as they stand. */
  readonly userInfo: readonly string[];
}

/** Console pages as the worker asks and tells them. A page that has gone by now is no failure. */
export const consolePages = {
  async loaded(tabId: number, documentId: string | undefined): Promise<PageLoad | undefined> {
    const target = documentId === undefined ? { tabId } : { tabId, documentIds: [documentId] };
    const func = (): PageLoad => ({
      loadedAtMs: performance.timeOrigin,
      isTelling: document.querySelector('meta[name="awsc-session-data"]') !== null,
      userInfo: document.cookie.split('; ').filter((cookie) => cookie.startsWith('aws-userInfo=')),
    });
    const [found] = await browser.scripting.executeScript({ target, func }).catch(() => []);
    return found?.result;
  },

  /**
   * Tells the page that was loaded then that its session was replaced, or is its own again; false where it does not hear.
   * A page that the browser has frozen answers when it goes on.
   */
  async tellReplaced(tabId: number, loadedAtMs: number, isReplaced: boolean): Promise<boolean> {
    const func = (hears: string, atMs: number, told: boolean): boolean => {
      const hear: unknown = Reflect.get(globalThis, Symbol.for(hears));
      if (performance.timeOrigin !== atMs || typeof hear !== 'function') return false;
      hear(told);
      return true;
    };
    const args: [string, number, boolean] = [HEARS, loadedAtMs, isReplaced];
    const [answer] = await browser.scripting.executeScript({ target: { tabId }, func, args }).catch(() => []);
    return answer?.result === true;
  },
};
