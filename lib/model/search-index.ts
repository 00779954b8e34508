import type { RoleName } from './account';
import { type AccountRegions, accountRegions } from './account-regions';
import type { Account, App, Directory, Portal } from './directory';
import { accountKey, type Entry, entryKey, type EntryKey, parseEntryKey, roleKey } from './entry';
import { fold } from './fold';
import type { Frecency } from './frecency';
import { chosenFor } from './chosen';
import { launchesOf, type Personal } from './personal';
import { subjectOf } from './rulebook';
import type { TextTable } from './text-table';
import { tableOfAccounts, tableOfApps, tableOfRoles, tableOfServices } from './search-tables';
import { type RoleHabits, roleHabits } from './usual-role';
import type { WordMatch } from './word-match';
import { sortedInSteps } from './sorted-in-steps';
import { atOnce, isStepEnd, type Steps } from './steps';

/** A launch history or pin, tied to what it moves. */
export interface Habit {
  readonly place: number;
  /** The account of a row or account; -1 for apps. */
  readonly account: number;
  readonly launches: Frecency | undefined;
  readonly isPinned: boolean;
}

/**
 * The directory made ready for searching: built anew whenever directory or personal data change. Accounts stand in
 * the order that breaks ties (name, then id); the rows of account n are `rowStart[n]` up to `rowStart[n + 1]`, usual
 * role first.
 */
export interface SearchIndex {
  readonly directory: Directory;
  readonly personal: Personal;
  readonly habits: RoleHabits;
  readonly portals: ReadonlyMap<string, Portal>;
  readonly accounts: readonly Account[];
  readonly apps: readonly App[];
  readonly roleNames: readonly RoleName[];
  readonly rowStart: Int32Array;
  readonly rowRole: Int32Array;
  /** Rows that history or pins know and AWS no longer lists. */
  readonly goneRows: ReadonlySet<number>;
  /** All account ids, twelve digits each, one after the other. */
  readonly ids: string;
  readonly accountTexts: TextTable;
  readonly roleTexts: TextTable;
  readonly appTexts: TextTable;
  readonly serviceTexts: TextTable;
  readonly accountRegions: AccountRegions;
  readonly rowHabits: readonly Habit[];
  readonly accountHabits: readonly Habit[];
  readonly appHabits: readonly Habit[];
  /** By `account number|service id`. */
  readonly serviceHabits: ReadonlyMap<string, Frecency>;
  /** Matches of the words typed last: most keys change one word only. */
  readonly cache: Map<string, WordMatch>;
}

export function buildIndex(directory: Directory, personal: Personal, nowMs: number): SearchIndex {
  return atOnce(indexSteps(directory, personal, nowMs));
}

/** The same in steps of a few milliseconds at most, for a page that has keys to answer in between. */
export function* indexSteps(directory: Directory, personal: Personal, nowMs: number): Steps<SearchIndex> {
  const hidden = new Set<string>(personal.hidden);
  const habits = roleHabits(personal, nowMs);
  const accounts = (yield* inTieOrder(directory.accounts, personal)).filter(
    (account) => hidden.size === 0 || !isHidden(account, hidden),
  );
  const apps = directory.apps
    .filter(({ portal, id }) => !hidden.has(entryKey({ kind: 'app', portal, appId: id })))
    .sort((one, other) => order(fold(one.name), fold(other.name)) || order(one.id, other.id));
  const rows = yield* layRows(accounts, habits, rememberedRoles(personal));
  const portals = new Map<string, Portal>(directory.portals.map((portal) => [portal.startUrl, portal]));
  return {
    directory,
    personal,
    habits,
    portals,
    accounts,
    apps,
    ...rows,
    ids: accounts.map(({ id }) => id).join(''),
    accountTexts: yield* tableOfAccounts(accounts, personal, portals),
    roleTexts: tableOfRoles(rows.roleNames, personal),
    appTexts: tableOfApps(apps, portals),
    serviceTexts: tableOfServices(),
    accountRegions: yield* accountRegions(accounts),
    ...findHabits(accounts, apps, rows, personal),
    cache: new Map(),
  };
}

/** Itself, or every way into it. */
function isHidden({ portal, id, roles = [] }: Account, hidden: ReadonlySet<string>): boolean {
  const isShut = roles.length > 0 && roles.every((role) => hidden.has(roleKey(portal, id, role)));
  return isShut || hidden.has(accountKey(portal, id));
}

interface Rows {
  readonly roleNames: readonly RoleName[];
  readonly rowStart: Int32Array;
  readonly rowRole: Int32Array;
  readonly goneRows: ReadonlySet<number>;
}

function* layRows(
  accounts: readonly Account[],
  habits: RoleHabits,
  remembered: ReadonlyMap<string, readonly RoleName[]>,
): Steps<Rows> {
  const roleIds = new Map<RoleName, number>();
  const rowRole: number[] = [];
  const goneRows = new Set<number>();
  const rowStart = new Int32Array(accounts.length + 1);
  const lay = (role: RoleName): void => {
    const id = roleIds.get(role) ?? roleIds.size;
    roleIds.set(role, id);
    rowRole.push(id);
  };
  for (const [number, account] of accounts.entries()) {
    for (const role of habits.inOrder(account)) lay(role);
    const { roles } = account;
    for (const role of roles ? (remembered.get(accountKey(account.portal, account.id)) ?? []) : []) {
      if (roles?.includes(role)) continue;
      goneRows.add(rowRole.length);
      lay(role);
    }
    rowStart[number + 1] = rowRole.length;
    if (isStepEnd(number)) yield;
  }
  return { roleNames: [...roleIds.keys()], rowStart, rowRole: Int32Array.from(rowRole), goneRows };
}

/** Roles that pins and history name, by account. */
function rememberedRoles(personal: Personal): Map<string, RoleName[]> {
  const roles = new Map<string, RoleName[]>();
  for (const key of new Set([...personal.pins, ...Object.keys(personal.launches)])) {
    const entry = parseEntryKey(key);
    if (entry?.kind !== 'role') continue;
    const account = accountKey(entry.portal, entry.accountId);
    roles.set(account, [...(roles.get(account) ?? []), entry.roleName]);
  }
  return roles;
}

function* inTieOrder(accounts: readonly Account[], personal: Personal): Steps<readonly Account[]> {
  const keys: { account: Account; name: string }[] = [];
  for (const [number, account] of accounts.entries()) {
    keys.push({ account, name: behindProduction(fold(displayName(account, personal))) });
    if (isStepEnd(number)) yield;
  }
  const sorted = yield* sortedInSteps(
    keys,
    (one, other) => order(one.name, other.name) || order(one.account.id, other.account.id),
  );
  return sorted.map(({ account }) => account);
}

/** What only comes before production stands behind it: `p` in a name with both is prod sooner than preprod. */
function behindProduction(name: string): string {
  return name.replace(/(?:pre|non)[-_ ]?(?=pro?d)/, 'prod~');
}

function displayName(account: Account, personal: Personal): string {
  return chosenFor(personal, subjectOf(account)).label ?? (account.name === '' ? account.id : account.name);
}

function order(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function findHabits(
  accounts: readonly Account[],
  apps: readonly App[],
  { roleNames, rowStart, rowRole }: Rows,
  personal: Personal,
): Pick<SearchIndex, 'rowHabits' | 'accountHabits' | 'appHabits' | 'serviceHabits'> {
  const accountAt = new Map(accounts.map(({ portal, id }, number) => [`${portal}|${id}`, number]));
  const appAt = new Map(apps.map(({ portal, id }, number) => [`${portal}|${id}`, number]));
  const rowHabits: Habit[] = [];
  const accountHabits: Habit[] = [];
  const appHabits: Habit[] = [];
  const serviceHabits = new Map<string, Frecency>();
  const pins = new Set<string>(personal.pins);
  for (const key of new Set([...personal.pins, ...Object.keys(personal.launches)])) {
    const entry = parseEntryKey(key);
    if (!entry || entry.kind === 'command') continue;
    const launches = launchesOf(personal, key as EntryKey);
    const place = placeOf(entry);
    if (place === undefined) continue;
    const account = entry.kind === 'app' ? -1 : (accountAt.get(`${entry.portal}|${entry.accountId}`) ?? -1);
    const habit = { place, account, launches, isPinned: pins.has(key) };
    if (entry.kind === 'role') rowHabits.push(habit);
    else if (entry.kind === 'account') accountHabits.push(habit);
    else if (entry.kind === 'app') appHabits.push(habit);
    else if (launches) serviceHabits.set(`${place}|${entry.service}`, launches);
  }
  return { rowHabits, accountHabits, appHabits, serviceHabits };

  function placeOf(entry: Entry): number | undefined {
    if (entry.kind === 'command') return undefined;
    if (entry.kind === 'app') return appAt.get(`${entry.portal}|${entry.appId}`);
    const account = accountAt.get(`${entry.portal}|${entry.accountId}`);
    if (account === undefined || entry.kind !== 'role') return account;
    const role = roleNames.indexOf(entry.roleName);
    for (let row = rowStart[account] ?? 0; row < (rowStart[account + 1] ?? 0); row++)
      if (rowRole[row] === role) return row;
    return undefined;
  }
}
