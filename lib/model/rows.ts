import { type Entry, parseEntryKey } from './entry';
import { frecencyAt } from './frecency';
import type { Personal } from './personal';
import type { Lookup, Row } from './row';
import { accountRow, rowOf, rowOfFound } from './row-of';
import { search } from './search';
import { buildIndex, type SearchIndex } from './search-index';

export { buildIndex };

export interface Sources {
  readonly index: SearchIndex;
  readonly lookup: Lookup;
  readonly nowMs: number;
}

const MOST_RECENTS = 5;
const MOST_FOUND = 60;

/** Before a word is typed: pins, then what was used of late, then every account by name, then the apps. */
export function browseRows({ index, lookup, nowMs }: Sources): Row[] {
  const { personal, habits } = index;
  const hidden = new Set<string>(personal.hidden);
  const first = [...personal.pins.flatMap((key) => parseEntryKey(key) ?? []), ...recents(personal, nowMs)];
  const seen = new Set<string>();
  const all = [
    ...first.flatMap((entry) => rowOf(entry, lookup, personal, habits) ?? []),
    ...index.accounts.map((account) => accountRow(account, personal, habits)),
    ...index.apps.flatMap(
      (app) => rowOf({ kind: 'app', portal: app.portal, appId: app.id }, lookup, personal, habits) ?? [],
    ),
  ];
  return all.filter(({ key }) => !hidden.has(key) && !seen.has(key) && seen.add(key));
}

function recents(personal: Personal, nowMs: number): Entry[] {
  return Object.entries(personal.launches)
    .sort(([, one], [, other]) => frecencyAt(other, nowMs) - frecencyAt(one, nowMs))
    .slice(0, MOST_RECENTS)
    .flatMap(([key]) => parseEntryKey(key) ?? []);
}

/** Everything that the person hid, to be shown again. */
export function hiddenRows({ index: { personal, habits }, lookup }: Sources): Row[] {
  return personal.hidden
    .flatMap((key) => parseEntryKey(key) ?? [])
    .flatMap((entry) => rowOf(entry, lookup, personal, habits) ?? [])
    .map((row) => ({ ...row, isHidden: true }));
}

/** What fits the words, best first. */
export function searchRows({ index, nowMs }: Sources, query: string): Row[] {
  const found = search(index, query, { nowMs, limit: MOST_FOUND });
  return found.rows.flatMap((row) => rowOfFound(row, index.personal) ?? []);
}

/** Inside one account: its roles, usual one first; with words, those roles and services that fit them. */
export function rowsInside({ index, lookup, nowMs }: Sources, account: Row, query: string): Row[] {
  const { entry } = account;
  if (entry.kind === 'app' || entry.kind === 'command') return [];
  const { portal, accountId } = entry;
  if (query.trim() === '') {
    const listed = lookup.account(portal, accountId);
    const roles = listed?.roles ? index.habits.inOrder(listed) : [];
    return roles.flatMap(
      (roleName) => rowOf({ kind: 'role', portal, accountId, roleName }, lookup, index.personal, index.habits) ?? [],
    );
  }
  return searchRows({ index, lookup, nowMs }, `${accountId} ${query}`).filter(
    (row) => row.accountId === accountId && (row.entry.kind === 'role' || row.entry.kind === 'service'),
  );
}
