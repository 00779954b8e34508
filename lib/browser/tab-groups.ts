import { browser } from 'wxt/browser';
import type { Colour } from '../model/colour';

const palette = {
  grey: '#5f6368',
  blue: '#1a73e8',
  red: '#d93025',
  yellow: '#e37400',
  green: '#188038',
  pink: '#d01884',
  purple: '#a142f4',
  cyan: '#007b83',
  orange: '#fa903e',
} as const;
type GroupColour = keyof typeof palette;

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
    await browser.tabGroups.update(id, { title, color: nearest(colour) });
  },
};

/** The browser's group colour that comes closest; red stays production's. */
function nearest(colour: Colour): GroupColour {
  const distance = (other: string): number =>
    [1, 3, 5].reduce(
      (sum, at) =>
        sum + (Number.parseInt(colour.slice(at, at + 2), 16) - Number.parseInt(other.slice(at, at + 2), 16)) ** 2,
      0,
    );
  const [first, ...rest] = Object.keys(palette) as GroupColour[];
  return rest.reduce(
    (best, name) => (distance(palette[name]) < distance(palette[best]) ? name : best),
    first ?? 'grey',
  );
}
