import { type Browser, browser } from 'wxt/browser';
import type { Colour } from '../model/colour';
import { colourName } from '../model/colour-name';
import { storedItem } from './storage';

const colours = ['grey', 'blue', 'red', 'yellow', 'green', 'pink', 'purple', 'cyan', 'orange'] as const;

/** Into which group Burgee has put which tab, in this run of the browser. */
type Placed = Readonly<Record<string, number>>;
const placed = storedItem<Placed>('session', 'grouped-tabs', parsePlaced);

/** What a group is called and how it looks. */
interface Shown {
  readonly title: string;
  readonly color: (typeof colours)[number];
}

/** How and where Burgee has left a group, and by which of its tabs: several may see it differently, and one leads. */
type Led = Readonly<Record<string, Shown & { readonly tabId: number; readonly windowId: number }>>;
const led = storedItem<Led>('session', 'led-groups', parseLed);

/** Tab groups, where the browser has them and the person allowed them. */
export const tabGroups = {
  async areAllowed(): Promise<boolean> {
    return 'tabGroups' in browser && (await browser.permissions.contains({ permissions: ['tabGroups'] }));
  },

  /**
   * Puts a tab into its account's group in its window: the one of that title, else the one into which a tab of the same
   * account (`kin`) was put, whatever the person calls it now; makes the group where there is neither. A tab in a group
   * of the person's own stays there, and so does one that they have pinned, or taken out of its group.
   */
  async put(tabId: number, kin: readonly number[], title: string, colour: Colour): Promise<void> {
    const before = await placed.read();
    const tab = await browser.tabs.get(tabId);
    const groups = await browser.tabGroups.query({ windowId: tab.windowId });
    const kinGroups = [tabId, ...kin].map((id) => before[id]);
    const own = groups.find((one) => one.title === title) ?? groups.find(({ id }) => kinGroups.includes(id));
    const isPersonsOwn = tab.groupId >= 0 && tab.groupId !== own?.id && !Object.values(before).includes(tab.groupId);
    if (isPersonsOwn || tab.pinned || (await isTakenOut(tab, before[tabId], title))) return;
    const id =
      tab.groupId === own?.id ? own.id : await join(tabId, own ? { groupId: own.id } : { windowId: tab.windowId });
    if (before[tabId] !== id) await placed.write({ ...before, [tabId]: id });
    await lead(tabId, id, { title, color: colourName(colour, colours) ?? 'grey' });
  },

  /** Lets the group of a tab follow what was chosen since, if the tab is still where Burgee has put it. */
  async follow(tabId: number, title: string, colour: Colour): Promise<void> {
    const { [tabId]: id } = await placed.read();
    if (id === undefined || (await browser.tabs.get(tabId)).groupId !== id) return;
    await lead(tabId, id, { title, color: colourName(colour, colours) ?? 'grey' });
  },

  async forget(tabId: number): Promise<void> {
    const { [tabId]: gone, ...others } = await placed.read();
    if (gone === undefined) return;
    await placed.write(others);
    const groups = Object.entries(await led.read());
    await led.write(Object.fromEntries(groups.filter(([id]) => Object.values(others).includes(Number(id)))));
  },
};

/** It was in its account's group in this window, and now is in none: in another window it has left its group behind. */
async function isTakenOut(
  { groupId, windowId }: Browser.tabs.Tab,
  last: number | undefined,
  title: string,
): Promise<boolean> {
  const left = last === undefined ? undefined : (await led.read())[last];
  return groupId < 0 && left?.windowId === windowId && left.title === title;
}

/**
 * Names and colours a group as the tab that leads it wants it, unless the person has changed it since. A group that
 * already is as it should be counts as left so by Burgee.
 */
async function lead(tabId: number, id: number, wanted: Shown): Promise<void> {
  const [groups, tabs, now] = await Promise.all([led.read(), placed.read(), browser.tabGroups.get(id)]);
  const last = groups[id];
  if (last && last.tabId !== tabId && tabs[last.tabId] === id) return;
  // A worker that was stopped after it had made a group has left it without a name.
  const isAsLeft = isSame(now, last ?? (now.title ? wanted : { title: '', color: now.color }));
  if (!isAsLeft) return;
  if (!isSame(now, wanted)) await browser.tabGroups.update(id, wanted);
  const { windowId } = now;
  if (!last || last.tabId !== tabId || last.windowId !== windowId || !isSame(last, wanted))
    await led.write({ ...groups, [id]: { ...wanted, tabId, windowId } });
}

function isSame(one: Partial<Pick<Shown, 'title'>> & { color: string }, other: Shown): boolean {
  return (one.title ?? '') === other.title && one.color === other.color;
}

function join(tabId: number, at: { groupId: number } | { windowId: number }): Promise<number> {
  return browser.tabs.group({ tabIds: tabId, ...('groupId' in at ? at : { createProperties: at }) });
}

function parsePlaced(raw: unknown): Placed {
  if (typeof raw !== 'object' || raw === null) return {};
  return Object.fromEntries(Object.entries(raw).filter(([, group]) => typeof group === 'number'));
}

function parseLed(raw: unknown): Led {
  if (typeof raw !== 'object' || raw === null) return {};
  return Object.fromEntries(Object.entries(raw).filter((entry): entry is [string, Led[string]] => isLed(entry[1])));
}

function isLed(raw: unknown): boolean {
  if (typeof raw !== 'object' || raw === null) return false;
  const { title, color, tabId, windowId } = raw as Partial<Record<'title' | 'color' | 'tabId' | 'windowId', unknown>>;
  return [tabId, windowId].every(Number.isInteger) && typeof title === 'string' && colours.some((own) => own === color);
}
