import type { AccountId, RoleName } from './account';
import type { Colour } from './colour';
import type { Account, App, Directory } from './directory';
import { accountKey, type Entry, type EntryKey, entryKey } from './entry';
import type { FoundRow } from './found';
import type { Highlight } from './highlight';
import type { Level } from './level';
import { lookOf } from './look';
import { choicesOf, type Personal } from './personal';
import { chainedAt } from './chained-entry';
import type { SwitchFrom } from './chained-role';
import type { RoleHabits } from './usual-role';

/** One line of the launcher, ready to show: plain data, no secret, so that the first ones can be kept for the next opening. */
export interface Row {
  readonly key: EntryKey;
  readonly entry: Entry;
  /** Account's or app's name as shown; never empty: the id stands in. */
  readonly name: string;
  /** True where hidden characters were taken out of the name. */
  readonly isNameAltered: boolean;
  /** For accounts and roles. */
  readonly accountId: AccountId | undefined;
  /** The role that Enter opens, for accounts as well. */
  readonly roleName: RoleName | undefined;
  /** An account's roles, preferred first; [] for other rows, `undefined` while they are not known. */
  readonly roles: readonly RoleName[] | undefined;
  /** E-mail, or an app's kind. */
  readonly detail: string;
  readonly colour: Colour | undefined;
  readonly level: Level;
  readonly isPinned: boolean;
  /** AWS's own name of the account, where the shown one is the person's. */
  readonly accountName?: string;
  /** The key of a command. */
  readonly shortcut?: string;
  /** What the search's words matched. */
  readonly matches?: readonly Highlight[];
  /** The service whose page it is. */
  readonly service?: string | undefined;
  /** A role that AWS lists no more: opening it offers the account instead. */
  readonly isGone?: boolean;
  /** For a role that the console switches to: from which, and the person's name for it. */
  readonly chained?: { readonly from: SwitchFrom; readonly label: string } | undefined;
  /** The console page that it opens, where it is a certain one. */
  readonly destination?: string | undefined;
}

/** Finds what an entry refers to; one index for many rows. */
export interface Lookup {
  account(portal: string, id: AccountId): Account | undefined;
  app(portal: string, id: string): App | undefined;
}

export function lookupOf({ accounts, apps }: Directory): Lookup {
  const accountAt = new Map(accounts.map((account) => [`${account.portal}|${account.id}`, account]));
  const appAt = new Map(apps.map((app) => [`${app.portal}|${app.id}`, app]));
  return {
    account: (portal, id) => accountAt.get(`${portal}|${id}`),
    app: (portal, id) => appAt.get(`${portal}|${id}`),
  };
}

/** The row of an entry; `undefined` where the directory no longer holds it. */
export function rowOf(entry: Entry, lookup: Lookup, personal: Personal, habits: RoleHabits): Row | undefined {
  if (entry.kind === 'command') return undefined;
  if (entry.kind === 'app') {
    const app = lookup.app(entry.portal, entry.appId);
    return app && appRow(app, personal);
  }
  const account = lookup.account(entry.portal, entry.accountId);
  if (!account) return undefined;
  if (entry.kind === 'account') return accountRow(account, personal, habits);
  const isGone = entry.roleName !== undefined && account.roles !== undefined && !account.roles.includes(entry.roleName);
  return { ...roleRow(account, entry, personal), isGone };
}

export function accountRow(account: Account, personal: Personal, habits: RoleHabits): Row {
  const roles = account.roles && habits.inOrder(account);
  const key = accountKey(account.portal, account.id);
  return {
    ...shared(account, personal),
    key,
    entry: { kind: 'account', portal: account.portal, accountId: account.id },
    roleName: roles?.[0],
    roles,
    isPinned: personal.pins.includes(key),
  };
}

function roleRow(account: Account, entry: Entry & { kind: 'role' | 'service' }, personal: Personal): Row {
  const key = entryKey(entry);
  return {
    ...shared(account, personal),
    key,
    entry,
    roleName: entry.roleName,
    roles: [],
    isPinned: personal.pins.includes(key),
    ...chainedParts(entry, personal),
  };
}

/** What is different in the row of a role that the console switches to. */
function chainedParts(entry: Entry, personal: Personal): Pick<Row, 'chained'> & Partial<Pick<Row, 'colour'>> {
  if (entry.kind !== 'role') return {};
  const role = chainedAt(personal.chained, entry);
  if (!role) return {};
  const { from, label, colour } = role;
  return { chained: { from, label }, ...(colour ? { colour } : {}) };
}

function appRow(app: App, personal: Personal): Row {
  const entry: Entry = { kind: 'app', portal: app.portal, appId: app.id };
  const key = entryKey(entry);
  return {
    key,
    entry,
    name: app.name || app.id,
    isNameAltered: false,
    accountId: undefined,
    roleName: undefined,
    roles: [],
    detail: app.kind,
    colour: undefined,
    level: 'other',
    isPinned: personal.pins.includes(key),
  };
}

function shared(
  account: Account,
  personal: Personal,
): Pick<Row, 'name' | 'accountName' | 'isNameAltered' | 'accountId' | 'detail' | 'colour' | 'level'> {
  const look = lookOf(account, choicesOf(personal, account.id));
  return {
    name: look.label || account.id,
    accountName: account.name,
    isNameAltered: account.nameAltered,
    accountId: account.id,
    detail: account.email,
    colour: look.colour,
    level: look.level,
  };
}

/** The row of what a search found, with the parts that its words matched. */
export function rowOfFound(found: FoundRow, personal: Personal): Row | undefined {
  const { account, app, entry, key, isPinned, matches, destination, isGone } = found;
  if (app) return { ...appRow(app, personal), matches };
  if (!account) return undefined;
  return {
    ...shared(account, personal),
    key,
    entry,
    roleName: found.roleName,
    roles: entry.kind === 'account' ? found.roles : [],
    isPinned,
    matches,
    destination,
    isGone,
    service: found.service?.name,
    ...chainedParts(entry, personal),
  };
}

/** A row that was kept for the next opening and still looks like one. */
export function isRow(value: unknown): value is Row {
  if (typeof value !== 'object' || value === null) return false;
  const { key, entry, name, detail } = value as Partial<Record<keyof Row, unknown>>;
  return (
    typeof key === 'string' &&
    typeof name === 'string' &&
    typeof detail === 'string' &&
    typeof entry === 'object' &&
    entry !== null
  );
}
