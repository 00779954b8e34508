import { browser } from 'wxt/browser';
import { consoleMenu } from './console-menu';
import { consolePages } from './console-pages';
import { containers } from './containers';
import { createContentScripts } from './content-scripts';
import { createDirectoryStore } from './directory-store';
import { keepLabelWords } from './label-words';
import { looks } from './looks';
import { managed } from './managed';
import { openLauncher, openPalette } from './palette';
import { omnibox } from './omnibox';
import { pageStyles } from './page-styles';
import { permissions } from './permissions';
import { snapshotCache } from './snapshot-cache';
import { loopback } from './loopback';
import { stored } from './stored';
import { storedForWorker } from './stored-worker';
import { syncArea } from './sync-area';
import { tabs } from './tabs';
import { tabGroups } from './tab-groups';
import { toolbar } from './toolbar';

export type BurgeeBrowser = ReturnType<typeof createBurgeeBrowser>;

/** The browser as Burgee's worker uses it. */
export function createBurgeeBrowser() {
  return {
    store: createDirectoryStore(),
    snapshots: snapshotCache,
    ...storedForWorker,
    status: stored.status,
    consoles: stored.consoles,
    hasRun: stored.hasRun,
    asked: stored.asked,
    contentScripts: createContentScripts(),
    permissions,
    toolbar,
    pageStyles,
    consolePages,
    consoleMenu,
    openLauncher,
    openPalette,
    tabGroups,
    containers,
    tabs,
    loopback,
    managed,
    omnibox,
    syncArea,
    looks,
    keepLabelWords,

    alarms: {
      /** Replaces an alarm of the same name. */
      async set(name: string, at: { whenMs: number } | { everyMinutes: number }): Promise<void> {
        await browser.alarms.create(name, 'whenMs' in at ? { when: at.whenMs } : { periodInMinutes: at.everyMinutes });
      },
      /** Leaves an alarm of that name as it is. */
      async keep(name: string, everyMinutes: number): Promise<void> {
        if (!(await browser.alarms.get(name))) await browser.alarms.create(name, { periodInMinutes: everyMinutes });
      },
      async clear(name: string): Promise<void> {
        await browser.alarms.clear(name);
      },
    },

    isOnline: (): boolean => navigator.onLine,

    /** Runs a task when nobody else in this browser profile runs one of the same name. */
    alone: async <Value>(name: string, task: () => Promise<Value>): Promise<Value> =>
      (await navigator.locks.request(name, task)) as Value,
  };
}
