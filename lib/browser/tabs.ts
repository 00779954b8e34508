import { browser } from 'wxt/browser';
import type { Where } from '../model/where';

const LONGEST_LOAD_MS = 5_000;

/** Browser tabs as the worker uses them. A tab that has gone by now is no failure. */
export const tabs = {
  /**
   * Opens an address, in a container if one is named, and gives the tab's id, where the browser tells it. A tab that has
   * gone, or can't be in the container, is a new one.
   */
  async open(url: string, where: Where, container?: string): Promise<number | undefined> {
    if (typeof where === 'number' && container === undefined && (await tabs.exists(where)))
      return (await browser.tabs.update(where, { url }))?.id;
    const what = container === undefined ? { url } : { url, cookieStoreId: container };
    if (where !== 'window') return (await browser.tabs.create({ ...what, active: where !== 'background' })).id;
    return (await browser.windows.create(what))?.tabs?.[0]?.id;
  },

  async navigate(tabId: number, url: string): Promise<void> {
    await browser.tabs.update(tabId, { url });
  },

  /** Sends a tab to an address and settles once it has loaded there, has gone, or takes too long. */
  async load(tabId: number, url: string): Promise<void> {
    const ended = new AbortController();
    const over = new Promise<void>((resolve) => {
      const settle = (id: number, change?: { status?: string | undefined }): void => {
        if (id === tabId && (change === undefined || change.status === 'complete')) resolve();
      };
      const gone = (id: number): void => settle(id);
      const late = setTimeout(resolve, LONGEST_LOAD_MS);
      browser.tabs.onUpdated.addListener(settle);
      browser.tabs.onRemoved.addListener(gone);
      ended.signal.addEventListener('abort', () => {
        clearTimeout(late);
        browser.tabs.onUpdated.removeListener(settle);
        browser.tabs.onRemoved.removeListener(gone);
      });
    });
    await browser.tabs.update(tabId, { url });
    await over;
    ended.abort();
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

  async close(tabId: number): Promise<void> {
    await browser.tabs.remove(tabId).catch(() => undefined);
  },

  async reload(tabId: number): Promise<void> {
    await browser.tabs.reload(tabId).catch(() => undefined);
  },

  /** Address of the tab that the person looks at, where Burgee may read it. */
  current: async (): Promise<string | undefined> => (await inFront())?.url,

  /** The tab that the person looks at. */
  front: async (): Promise<number | undefined> => (await inFront())?.id,

  async address(tabId: number): Promise<string | undefined> {
    return (await browser.tabs.get(tabId).catch(() => undefined))?.url;
  },

  /** The container that a tab is in, where the browser has them. */
  async container(tabId: number): Promise<string | undefined> {
    return containerOf(await browser.tabs.get(tabId).catch(() => undefined));
  },

  /** Tabs of different jars share no cookies. */
  async jar(tabId: number): Promise<string> {
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    return `${containerOf(tab)} ${tab?.incognito}`;
  },

  exists: async (tabId: number): Promise<boolean> =>
    browser.tabs.get(tabId).then(
      () => true,
      () => false,
    ),

  /** Tabs at addresses that fit a pattern, among those whose address Burgee may know. */
  async at(pattern: string): Promise<{ id: number; url: string }[]> {
    const found = await browser.tabs.query({ url: pattern }).catch(() => []);
    return found.flatMap(({ id, url }) => (id === undefined || url === undefined ? [] : [{ id, url }]));
  },

  onMoved: (told: (tabId: number, address: string) => void): void =>
    browser.tabs.onUpdated.addListener((tabId, { url }) => void (url && told(tabId, url))),
  /** A tab begins to load something, or has loaded it; where from, Burgee may not know. */
  onLoading: (told: (tabId: number) => void): void =>
    browser.tabs.onUpdated.addListener((tabId, { status }) => void (status && told(tabId))),
  onRemoved: (told: (tabId: number) => void): void => browser.tabs.onRemoved.addListener(told),

  openPage: async (page: '/welcome.html' | '/options.html' | `/options.html#${string}`): Promise<void> => {
    await browser.tabs.create({ url: browser.runtime.getURL(page) });
  },
};

/**
 * The tab in front of the window that was used last, Burgee's own palette aside, which is a window too. Firefox heeds no
 * types of windows: where its last one is the palette, it is known only which tab is in front if there is a single window.
 */
async function inFront() {
  const last = await browser.windows.getLastFocused({ windowTypes: ['normal'] }).catch(() => undefined);
  if (last?.type === 'normal') return (await browser.tabs.query({ active: true, windowId: last.id }))[0];
  const all = await browser.tabs.query({ active: true, windowType: 'normal' });
  return all.length === 1 ? all[0] : undefined;
}

function containerOf(tab: object | undefined): string | undefined {
  return tab && 'cookieStoreId' in tab ? String(tab.cookieStoreId) : undefined;
}
