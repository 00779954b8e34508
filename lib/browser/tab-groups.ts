import { browser } from 'wxt/browser';
import type { Colour } from '../model/colour';
import { colourName } from '../model/colour-name';

const colours = ['grey', 'blue', 'red', 'yellow', 'green', 'pink', 'purple', 'cyan', 'orange'] as const;

/** Tab groups, where the browser has them and the person allowed them. */
export const tabGroups = {
  async areAllowed(): Promise<boolean> {
    return 'tabGroups' in browser && (await browser.permissions.contains({ permissions: ['tabGroups'] }));
  },

  /** Puts a tab into its window's group of that title; makes the group where there is none. */
  async put(tabId: number, title: string, colour: Colour): Promise<void> {
    const tab = await browser.tabs.get(tabId);
    const groups = await browser.tabGroups.query({ windowId: tab.windowId });
    const group = groups.find((one) => one.title === title);
    if (group && tab.groupId === group.id) return;
    if (group) {
      await browser.tabs.group({ tabIds: tabId, groupId: group.id });
      return;
    }
    const id = await browser.tabs.group({ tabIds: tabId, createProperties: { windowId: tab.windowId } });
    await browser.tabGroups.update(id, { title, color: colourName(colour, colours) ?? 'grey' });
  },
};
