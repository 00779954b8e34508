import type { AccountId } from '../model/account';
import { type ConsoleLoad, judged, loadAfter, sessionOfHost } from '../model/console-load';
import { parseUserInfo } from '../model/identity';
import { createSerial } from './serial';
import type { World } from './world';

export type Replacements = ReturnType<typeof createReplacements>;

const MOST_LOADS = 100;

/**
 * A role that is switched in one tab is switched under all of them, and their cookies may not tell: then the page that
 * came last does.
 */
export function createReplacements({ browser, now }: World) {
  const inTurn = createSerial();

  async function tell({ tabId, loadedAtMs, isReplaced }: ConsoleLoad): Promise<void> {
    if (await browser.consolePages.tellReplaced(tabId, loadedAtMs, isReplaced)) return;
    // The next page that is seen is an occasion to tell it again.
    const unheard = (one: ConsoleLoad): boolean => one.tabId === tabId && one.loadedAtMs === loadedAtMs;
    await change((all) => all.map((one) => (unheard(one) ? { ...one, isReplaced: !isReplaced } : one)));
  }

  function change(to: (all: readonly ConsoleLoad[]) => readonly ConsoleLoad[]): Promise<void> {
    return inTurn(async () => browser.loads.write(to(await browser.loads.read())));
  }

  return {
    /** Tells of a page that knows whose it is; those that it has replaced learn it. Nobody waits for them. */
    async seen(seen: {
      readonly tabId: number;
      readonly documentId: string | undefined;
      readonly url: string;
      readonly accountId: AccountId;
      readonly roleName: string;
    }): Promise<void> {
      const { tabId, documentId, url, accountId, roleName } = seen;
      const beside = sessionOfHost(url);
      const page = beside === undefined ? undefined : await browser.consolePages.loaded(tabId, documentId);
      const named = parseUserInfo(page?.userInfo[0]?.replace(/^[^=]*=/, ''));
      // The browser's only session is known by whom its cookie names.
      const shared = beside || (named && JSON.stringify(named));
      if (!page || !shared) return;
      const session = `${await browser.tabs.jar(tabId)} ${shared}`;
      const { loadedAtMs, isTelling } = page;
      const news: ConsoleLoad[] = [];
      await change((before) => {
        const last = before.find((one) => one.tabId === tabId);
        const own = loadAfter(last, { tabId, session, accountId, roleName, loadedAtMs, isTelling }, now());
        const all = [...before.filter((one) => one !== last), own].slice(-MOST_LOADS);
        const after = judged(all, session);
        news.push(...after.filter(({ isReplaced }, at) => isReplaced !== all[at]?.isReplaced));
        return after;
      });
      for (const one of news) void tell(one).catch(() => undefined);
    },

    closed: (tabId: number): Promise<void> => change((all) => all.filter((one) => one.tabId !== tabId)),
  };
}
