import { browser } from 'wxt/browser';
import type { Colour } from '../model/colour';
import { colourName } from '../model/colour-name';
import { storedItem } from './storage';

const colours = ['grey', 'blue', 'red', 'yellow', 'green', 'pink', 'purple', 'cyan', 'orange'] as const;

/** Into which group Burgee has put which tab, in this run of the browser. */
type Placed = Readonly<Record<string, number>>;
const placed = storedItem<Placed>('session', 'grouped-tabs', parsePlaced);

/** Tab groups, where the browser has them and the person allowed them. */
export const tabGroups = {
  async areAllowed(): Promise<boolean> {
    return 'tabGroups' in browser && (await browser.permissions.contains({ permissions: ['tabGroups'] }));
  },

  /**
   * Puts a tab into its account's group in its window: the one of that title, else the one into which a tab of the same
   * account (`kin`) was put, whatever the person calls it now; makes the group where there is neither. A tab in a group
   * of the person's own stays there.
   */
  async put(tabId: number, kin: readonly number[], title: string, colour: Colour): Promise<void> {
    const before = await placed.read();
    const tab = await browser.tabs.get(tabId);
    const groups = await browser.tabGroups.query({ windowId: tab.windowId });
    const kinGroups = [tabId, ...kin].map((id) => before[id]);
    const own = groups.find((one) => one.title === title) ?? groups.find(({ id }) => kinGroups.includes(id));
    const isPersonsOwn = tab.groupId >= 0 && tab.groupId !== own?.id && !Object.values(before).includes(tab.groupId);
    if (isPersonsOwn) return;
    const id =
      tab.groupId === own?.id ? own.id : await join(tabId, own ? { groupId: own.id } : { windowId: tab.windowId });
    if (before[tabId] !== id) await placed.write({ ...before, [tabId]: id });
    // A worker that was stopped after it had made a group has left it without a name.
    if (!own?.title) await browser.tabGroups.update(id, { title, color: colourName(colour, colours) ?? 'grey' });
  },

  async forget(tabId: number): Promise<void> {
    const { [tabId]: gone, ...others } = await placed.read();
    if (gone !== undefined) await placed.write(others);
  },
};

function join(tabId: number, at: { groupId: number } | { windowId: number }): Promise<number> {
  return browser.tabs.group({ tabIds: tabId, ...('groupId' in at ? at : { createProperties: at }) });
}

function parsePlaced(raw: unknown): Placed {
  if (typeof raw !== 'object' || raw === null) return {};
  return Object.fromEntries(Object.entries(raw).filter(([, group]) => typeof group === 'number'));
}
