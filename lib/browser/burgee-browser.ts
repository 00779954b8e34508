import { browser } from 'wxt/browser';
import type { AccountId } from '../model/account';
import { type Look, lookKey } from '../model/look';
import { createContentScripts } from './content-scripts';
import { createDirectoryStore } from './directory-store';
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
    contentScripts: createContentScripts(),
    permissions,
    toolbar,
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
      openPage: async (page: '/welcome.html' | '/options.html'): Promise<void> => {
        await browser.tabs.create({ url: browser.runtime.getURL(page) });
      },
    },
  };
}
