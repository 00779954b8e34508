import type { Directory } from './directory';
import { pastedFromHidden } from './hidden-pasted';
import { accountKey, appKey, type Entry, parseEntryKey } from './entry';
import { frecencyAt } from './frecency';
import type { Personal } from './personal';
import { type Lookup, lookupOf, type Row } from './row';
import { joined, lazyRows, type RowList } from './row-list';
import { accountRow, appRow, rowOf, rowOfFound } from './row-of';
import { look } from './search';
import { indexSteps, type SearchIndex } from './search-index';
import type { Steps } from './steps';

/** A directory made ready for listing and searching. */
export interface Findable {
  readonly index: SearchIndex;
  readonly lookup: Lookup;
}

export interface Sources extends Findable {
  readonly nowMs: number;
}

/** Makes a directory ready, a few milliseconds a step. */
export function* findableSteps(directory: Directory, personal: Personal, nowMs: number): Steps<Findable> {
  const lookup = lookupOf(directory);
  yield;
  return { index: yield* indexSteps(directory, personal, nowMs), lookup };
}

const MOST_RECENTS = 5;
/** The longest list of what words find. */
const MOST_FOUND = 60;

/** Before a word is typed: pins, then what was used of late, then every account by name, then the apps. */
export function browseRows({ index, lookup, nowMs }: Sources): RowList {
  const { personal, habits } = index;
  const first = firstRows({ index, lookup, nowMs });
  const seen = new Set(first.map(({ key }) => key));
  const isOfApp = first.some(({ entry }) => entry.kind === 'app');
  const isOfAccount = first.some(({ entry }) => entry.kind === 'account');
  const accounts = isOfAccount
    ? index.accounts.filter(({ portal, id }) => !seen.has(accountKey(portal, id)))
    : index.accounts;
  const apps = isOfApp ? index.apps.filter(({ portal, id }) => !seen.has(appKey(portal, id))) : index.apps;
  return joined(
    first,
    lazyRows(accounts.length, (at) => accounts[at] && accountRow(accounts[at], personal, habits)),
    lazyRows(apps.length, (at) => apps[at] && appRow(apps[at], personal)),
  );
}

function firstRows({ index: { personal, habits }, lookup, nowMs }: Sources): Row[] {
  const hidden = new Set<string>(personal.hidden);
  const seen = new Set<string>();
  return [...personal.pins.flatMap((key) => parseEntryKey(key) ?? []), ...recents(personal, nowMs)]
    .flatMap((entry) => rowOf(entry, lookup, personal, habits) ?? [])
    .filter(({ key }) => !hidden.has(key) && !seen.has(key) && seen.add(key));
}

function recents(personal: Personal, nowMs: number): Entry[] {
  return Object.entries(personal.launches)
    .sort(([, one], [, other]) => frecencyAt(other, nowMs) - frecencyAt(one, nowMs))
    .slice(0, MOST_RECENTS)
    .flatMap(([key]) => parseEntryKey(key) ?? []);
}

/** Everything that the person hid, to be shown again. */
export function hiddenRows({ index: { personal, habits }, lookup }: Findable): Row[] {
  return personal.hidden
    .flatMap((key) => parseEntryKey(key) ?? [])
    .flatMap((entry) => rowOf(entry, lookup, personal, habits) ?? [])
    .map((row) => ({ ...row, isHidden: true }));
}

/** A row from an older list as it is now, with the page that was asked for. Unchanged where the directory no longer holds it. */
export function rowNow(row: Row, { index: { personal, habits }, lookup }: Findable): Row {
  const now = rowOf(row.entry, lookup, personal, habits);
  const { service, destination, lacksRole } = row;
  const page = destination === undefined ? {} : { service, destination };
  return now ? { ...now, ...page, lacksRole, isHidden: personal.hidden.includes(row.key) } : row;
}

/** What fits the words, best first. */
export function searchRows({ index, lookup, nowMs }: Sources, query: string): RowList {
  const hits = look(index, query, { nowMs, limit: MOST_FOUND });
  const rows = lazyRows(hits.length, (at) => {
    const row = hits.row(at);
    return row && rowOfFound(row, index.personal);
  });
  return { ...joined(pastedFromHidden({ index, lookup }, query), rows), isCut: hits.total > MOST_FOUND };
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
  const found = searchRows({ index, lookup, nowMs }, `${accountId} ${query}`);
  return found
    .slice(0, found.length)
    .filter(
      ({ entry: of, accountId: id }) =>
        (of.kind === 'role' || of.kind === 'service') && id === accountId && of.portal === portal,
    );
}
