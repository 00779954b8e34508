import { browser } from 'wxt/browser';
import { otherConsoleHosts, requiredHosts } from '../model/manifest';
import { say } from '../model/say';

const HERE = 'open-here';
const LINK = 'copy-link';

export type ConsoleMenuItem = typeof HERE | typeof LINK;

const items = [
  [HERE, 'menuOpenHere'],
  [LINK, 'menuCopyLink'],
] as const;

/** The context menu of console pages. */
export const consoleMenu = {
  /** Menus outlive the worker, not an update: made anew at each. */
  async make(): Promise<void> {
    await browser.contextMenus.removeAll();
    const documentUrlPatterns = [...requiredHosts, ...otherConsoleHosts];
    for (const [id, sentence] of items) {
      const title = say(sentence);
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
