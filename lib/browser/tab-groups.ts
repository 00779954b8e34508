import { type Browser, browser } from 'wxt/browser';
import type { AccountId } from '../model/account';
import { colourName } from '../model/colour-name';
import type { TabGroup } from '../model/tab-group';
import { storedItem } from './storage';

const colours = ['grey', 'blue', 'red', 'yellow', 'green', 'pink', 'purple', 'cyan', 'orange'] as const;

/** Into which group Burgee has put which tab, in this run of the browser, and as whose. */
type Placed = Readonly<Record<string, Place>>;
const placed = storedItem<Placed>('session', 'grouped-tabs', parsePlaced);

interface Place {
  readonly group: number;
  readonly account: AccountId;
}

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
   * account was put, whatever the person calls it now; makes the group where there is neither. A tab that has gone to
   * another account leaves the old one's group, and accounts that happen to have one name have a group each. A tab in a
   * group of the person's own stays there, and so does one that they have pinned, or taken out of its group.
   */
  async put(tabId: number, wanted: TabGroup): Promise<void> {
    const before = await placed.read();
    const tab = await browser.tabs.get(tabId);
    const groups = await browser.tabGroups.query({ windowId: tab.windowId });
    const own = groups
      .filter(({ id, title }) => isFor(before, id, wanted, title === wanted.title))
      .toSorted((one, other) => rank(other) - rank(one))[0];
    function rank({ id, title }: Browser.tabGroups.TabGroup): number {
      return id === tab.groupId ? 2 : Number(title === wanted.title);
    }
    const isPersonsOwn = tab.groupId >= 0 && tab.groupId !== own?.id && !isPlacedIn(before, tab.groupId);
    if (isPersonsOwn || tab.pinned || (await isTakenOut(tab, before[tabId]?.group, wanted.title))) return;
    const id =
      tab.groupId === own?.id ? own.id : await join(tabId, own ? { groupId: own.id } : { windowId: tab.windowId });
    const { account } = wanted;
    if (before[tabId]?.group !== id || before[tabId]?.account !== account)
      await placed.write({ ...before, [tabId]: { group: id, account } });
    await lead(tabId, id, wanted);
  },

  /** Lets the group of a tab follow what was chosen since, if the tab is still where Burgee has put it. */
  async follow(tabId: number, wanted: TabGroup): Promise<void> {
    const all = await placed.read();
    const own = all[tabId];
    if (own?.account !== wanted.account || (await browser.tabs.get(tabId)).groupId !== own.group) return;
    if (wanted.isShared || !isOthers(all, own.group, wanted.account)) await lead(tabId, own.group, wanted);
  },

  async forget(tabId: number): Promise<void> {
    const { [tabId]: gone, ...others } = await placed.read();
    if (gone === undefined) return;
    await placed.write(others);
    const groups = Object.entries(await led.read());
    await led.write(Object.fromEntries(groups.filter(([id]) => isPlacedIn(others, Number(id)))));
  },
};

const inGroup = (all: Placed, group: number): Place[] => Object.values(all).filter((place) => place.group === group);

const isPlacedIn = (all: Placed, group: number): boolean => inGroup(all, group).length > 0;

const isOthers = (all: Placed, group: number, own: AccountId): boolean =>
  inGroup(all, group).some(({ account }) => account !== own);

/** Whether a group is the one for an account, by its title or by those that were put there. */
function isFor(all: Placed, group: number, { account, isShared }: TabGroup, isTitled: boolean): boolean {
  if (isShared && isTitled) return true;
  const isKin = inGroup(all, group).some((place) => place.account === account);
  return (isTitled || isKin) && !isOthers(all, group, account);
}

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
async function lead(tabId: number, id: number, { title, colour }: TabGroup): Promise<void> {
  const wanted: Shown = { title, color: colourName(colour, colours) ?? 'grey' };
  const [groups, tabs, now] = await Promise.all([led.read(), placed.read(), browser.tabGroups.get(id)]);
  const last = groups[id];
  if (last && last.tabId !== tabId && tabs[last.tabId]?.group === id) return;
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
  return Object.fromEntries(Object.entries(raw).filter((entry): entry is [string, Place] => isPlace(entry[1])));
}

function isPlace(raw: unknown): boolean {
  if (typeof raw !== 'object' || raw === null) return false;
  const { group, account } = raw as Partial<Record<'group' | 'account', unknown>>;
  return Number.isInteger(group) && typeof account === 'string';
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
