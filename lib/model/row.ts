import type { AccountId, RoleName } from './account';
import type { Colour } from './colour';
import type { Account, App, Directory } from './directory';
import { type Entry, type EntryKey, entryKey } from './entry';
import type { Highlight } from './highlight';
import type { Level } from './level';
import type { SwitchFrom } from './chained-role';

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
  readonly ownName?: string;
  /** Of an account that was searched for: its groups, and the person's note. */
  readonly groups?: string;
  readonly note?: string;
  /** The key of a command. */
  readonly shortcut?: string;
  /** What the search's words matched. */
  readonly matches?: () => readonly Highlight[];
  /** The service whose page it is, or what a pasted page is called. */
  readonly service?: string | undefined;
  /** A role that AWS lists no more: opening it offers the account instead. */
  readonly isGone?: boolean;
  /** The account of a pasted link with a role that it does not have. */
  readonly lacksRole?: boolean | undefined;
  readonly isHidden?: boolean;
  /** For a role that the console switches to: from which, and the person's name for it. */
  readonly chained?: { readonly from: SwitchFrom; readonly label: string } | undefined;
  /** The console page that was asked for; where it lands otherwise is looked up when it is opened. */
  readonly destination?: string | undefined;
}

/** The same account, to be opened in another of its roles. */
export function inRole(row: Row, roleName: RoleName): Row {
  const { entry } = row;
  if (entry.kind !== 'account' && entry.kind !== 'role') return row;
  const role = { ...entry, kind: 'role', roleName } as const;
  return { ...row, key: entryKey(role), entry: role, roleName };
}

/** What a row is called apart from its account: a role with its name. */
export function fullName({ entry, name, roleName }: Row): string {
  return entry.kind === 'role' && roleName ? `${name} · ${roleName}` : name;
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
