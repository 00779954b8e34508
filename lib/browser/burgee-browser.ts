import { browser } from 'wxt/browser';
import type { AccountId } from '../model/account';
import { type Look, lookKey } from '../model/look';
import { consoleMenu } from './console-menu';
import { createContentScripts } from './content-scripts';
import { createDirectoryStore } from './directory-store';
import { openPalette } from './palette';
import { permissions } from './permissions';
import { snapshotCache } from './snapshot-cache';
import { stored } from './stored';
import { tabGroups } from './tab-groups';
import { toolbar } from './toolbar';

export type BurgeeBrowser = ReturnType<typeof createBurgeeBrowser>;

/** The browser as Burgee's worker uses it. */
export function createBurgeeBrowser() {
  return {
    store: createDirectoryStore(),
    snapshots: snapshotCache,
    sessions: stored.sessions,
    status: stored.status,
    consoles: stored.consoles,
    contentScripts: createContentScripts(),
    permissions,
    toolbar,
    consoleMenu,
    openPalette,
    tabGroups,

    looks: {
      write: (looks: ReadonlyMap<AccountId, Look>): Promise<void> =>
        browser.storage.local.set(Object.fromEntries([...looks].map(([id, look]) => [lookKey(id), look]))),
      remove: (ids: readonly AccountId[]): Promise<void> => browser.storage.local.remove(ids.map(lookKey)),
    },

    alarms: {
      /** Replaces an alarm of the same name. */
      async set(name: string, at: { whenMs: number } | { everyMinutes: number }): Promise<void> {
        await browser.alarms.create(name, 'whenMs' in at ? { when: at.whenMs } : { periodInMinutes: at.everyMinutes });
      },
      async clear(name: string): Promise<void> {
        await browser.alarms.clear(name);
      },
    },

    tabs: {
      async open(url: string, where: 'tab' | 'window' | 'background'): Promise<void> {
        if (where === 'window') await browser.windows.create({ url });
        else await browser.tabs.create({ url, active: where === 'tab' });
      },
      async navigate(tabId: number, url: string): Promise<void> {
        await browser.tabs.update(tabId, { url });
      },
      /** Shows a tab and its window; false where it has gone. */
      async show(tabId: number): Promise<boolean> {
        try {
          const tab = await browser.tabs.update(tabId, { active: true });
          if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
          return true;
        } catch {
          return false;
        }
      },
      /** Address of the tab that the person looks at, where Burgee may read it. */
      async current(): Promise<string | undefined> {
        const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
        return tab?.url;
      },
      async address(tabId: number): Promise<string | undefined> {
        try {
          return (await browser.tabs.get(tabId)).url;
        } catch {
          return undefined;
        }
      },
      onRemoved: (told: (tabId: number) => void): void => browser.tabs.onRemoved.addListener(told),
      openPage: async (page: '/welcome.html' | '/options.html'): Promise<void> => {
        await browser.tabs.create({ url: browser.runtime.getURL(page) });
      },
    },
  };
}
