import { browser } from 'wxt/browser';
import { otherConsoleHosts, requiredHosts } from '../model/manifest';

const HERE = 'open-here';
const LINK = 'copy-link';

export type ConsoleMenuItem = typeof HERE | typeof LINK;

const items = [
  [HERE, 'menuOpenHere'],
  [LINK, 'menuCopyLink'],
] as const;

// By plain name: the generated types know the keys only after `wxt prepare`; a test holds the keys together instead.
function messageOf(i18n: { getMessage(key: string): string }, key: string): string {
  return i18n.getMessage(key);
}

/** The context menu of console pages. */
export const consoleMenu = {
  /** Menus outlive the worker, not an update: made anew at each. */
  async make(): Promise<void> {
    await browser.contextMenus.removeAll();
    const documentUrlPatterns = [...requiredHosts, ...otherConsoleHosts];
    for (const [id, message] of items) {
      const title = messageOf(browser.i18n, message);
      browser.contextMenus.create({ id, title, contexts: ['all'], documentUrlPatterns });
    }
  },

  onChosen(told: (item: ConsoleMenuItem, tabId: number) => void): void {
    browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
      const chosen = items.find(([id]) => id === menuItemId);
      if (chosen && tab?.id !== undefined) told(chosen[0], tab.id);
    });
  },

  /** Puts text on the clipboard from within the page in front: the worker has no clipboard. */
  async copyIn(tabId: number, text: string): Promise<void> {
    await browser.scripting.executeScript({
      target: { tabId },
      func: (copied: string) => navigator.clipboard.writeText(copied),
      args: [text],
    });
  },
};
