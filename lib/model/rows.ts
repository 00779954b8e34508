import type { Directory } from './directory';
import { type Entry, parseEntryKey } from './entry';
import { frecencyAt } from './frecency';
import { type Personal } from './personal';
import { accountRow, type Lookup, preferredFirst, type Row, rowOf } from './row';

export interface Sources {
  readonly directory: Directory;
  readonly lookup: Lookup;
  readonly personal: Personal;
  readonly nowMs: number;
}

const MOST_RECENTS = 5;
const MOST_FOUND = 60;

/** Before a word is typed: pins, then what was used of late, then every account by name, then the apps. */
export function browseRows({ directory, lookup, personal, nowMs }: Sources): Row[] {
  const hidden = new Set<string>(personal.hidden);
  const first = [...personal.pins.flatMap((key) => parseEntryKey(key) ?? []), ...recents(personal, nowMs)];
  const top = first.flatMap((entry) => rowOf(entry, lookup, personal, nowMs) ?? []);
  const seen = new Set<string>();
  const all = [
    ...top,
    ...directory.accounts.map((account) => accountRow(account, personal, nowMs)).sort(byName),
    ...directory.apps
      .flatMap((app) => rowOf({ kind: 'app', portal: app.portal, appId: app.id }, lookup, personal, nowMs) ?? [])
      .sort(byName),
  ];
  return all.filter(({ key }) => !hidden.has(key) && !seen.has(key) && seen.add(key));
}

function recents(personal: Personal, nowMs: number): Entry[] {
  return Object.entries(personal.launches)
    .sort(([, one], [, other]) => frecencyAt(other, nowMs) - frecencyAt(one, nowMs))
    .slice(0, MOST_RECENTS)
    .flatMap(([key]) => parseEntryKey(key) ?? []);
}

function byName(one: Row, other: Row): number {
  return one.name.localeCompare(other.name) || (one.key < other.key ? -1 : 1);
}

/** What fits every word, best first; inside an account only its roles. */
export function searchRows({ directory, lookup, personal, nowMs }: Sources, query: string, inside?: Row): Row[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const accounts = inside
    ? directory.accounts.filter(({ portal, id }) => portal === portalOf(inside) && id === inside.accountId)
    : directory.accounts;
  const found: Row[] = [];
  for (const account of accounts) {
    const base = `${account.name} ${account.id} ${account.email}`.toLowerCase();
    for (const roleName of preferredFirst(account, account.roles ?? [], personal, nowMs)) {
      if (!words.every((word) => `${base} ${roleName.toLowerCase()}`.includes(word))) continue;
      const row = rowOf(
        { kind: 'role', portal: account.portal, accountId: account.id, roleName },
        lookup,
        personal,
        nowMs,
      );
      if (row) found.push(row);
    }
    if (!inside && words.every((word) => base.includes(word))) found.push(accountRow(account, personal, nowMs));
  }
  if (inside) return found;
  const apps = directory.apps.filter(({ name, kind }) =>
    words.every((word) => `${name} ${kind}`.toLowerCase().includes(word)),
  );
  const appRows = apps.flatMap(
    (app) => rowOf({ kind: 'app', portal: app.portal, appId: app.id }, lookup, personal, nowMs) ?? [],
  );
  return [...found, ...appRows].slice(0, MOST_FOUND);
}

function portalOf({ entry }: Row): string | undefined {
  return entry.kind === 'command' ? undefined : entry.portal;
}
