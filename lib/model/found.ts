import type { RoleName } from './account';
import type { Account, App } from './directory';
import { type Entry, type EntryKey, entryKey } from './entry';
import type { Place } from './find-direct';
import { type Highlight, highlight } from './highlight';
import { lookOf } from './chosen';
import { choicesOf, groupsOf, type Personal } from './personal';
import { subjectOf } from './rulebook';
import type { SearchIndex } from './search-index';
import { type Service, services, serviceUrl } from './service';
import type { TopList } from './top-list';

/** One found row with all that a list shows of it. */
export interface FoundRow {
  readonly entry: Entry;
  readonly key: EntryKey;
  readonly score: number;
  /** For roles, accounts and service pages. */
  readonly account: Account | undefined;
  readonly app: App | undefined;
  readonly service: Service | undefined;
  /** The role that Enter takes. */
  readonly roleName: RoleName | undefined;
  /** The account's roles, usual one first; `undefined` while they are not known, [] for apps. */
  readonly roles: readonly RoleName[] | undefined;
  readonly isPinned: boolean;
  /** History or pins know it and AWS no longer lists it. */
  readonly isGone: boolean;
  /** The account of something pasted that names a role which is not there. */
  readonly lacksRole?: boolean;
  /** Console address to open, without session prefix; `undefined` leaves it to the portal. */
  readonly destination: string | undefined;
  /** What the page is called that was pasted. */
  readonly page?: string | undefined;
  /** What to mark, worked out when it is shown: a list holds more rows than the eye sees. */
  readonly matches: () => readonly Highlight[];
}

export interface Found {
  readonly rows: readonly FoundRow[];
  /** How many fit, shown or not. */
  readonly total: number;
}

/** What was found, best first; its rows are made when they are asked for. */
export interface Hits extends Omit<Found, 'rows'> {
  readonly length: number;
  /** Counted from 0. */
  row(at: number): FoundRow | undefined;
}

export function hitsOf(index: SearchIndex, top: TopList<Place>, words: readonly string[]): Hits {
  const seen = new Set<string>();
  // A service that the words name in two ways is found twice.
  const kept = top.best().filter(({ item }) => {
    if (item.kind !== 'service') return true;
    const { account, row, service, region } = item;
    const key = `${account}|${row}|${service}|${region}`;
    return !seen.has(key) && seen.add(key);
  });
  return {
    length: kept.length,
    total: top.total,
    row(at) {
      const hit = kept[at];
      return hit && rowOf(index, hit.item, hit.score, words);
    },
  };
}

/** The row at a place of the index, with the parts that the words matched. */
export function rowOf(index: SearchIndex, place: Place, score: number, words: readonly string[]): FoundRow | undefined {
  return place.kind === 'app' ? appRow(index, place.app, score, words) : accountRow(index, place, score, words);
}

function appRow(index: SearchIndex, number: number, score: number, words: readonly string[]): FoundRow | undefined {
  const app = index.apps[number];
  if (!app) return undefined;
  const entry: Entry = { kind: 'app', portal: app.portal, appId: app.id };
  const key = entryKey(entry);
  return {
    entry,
    key,
    score,
    account: undefined,
    app,
    service: undefined,
    roleName: undefined,
    roles: [],
    isPinned: index.personal.pins.includes(key),
    isGone: false,
    destination: undefined,
    matches: () => highlight({ app: app.name, kind: app.kind }, words),
  };
}

function accountRow(
  index: SearchIndex,
  place: Exclude<Place, { kind: 'app' }>,
  score: number,
  words: readonly string[],
): FoundRow | undefined {
  const account = index.accounts[place.account];
  if (!account) return undefined;
  const partition = index.portals.get(account.portal)?.partition ?? 'aws';
  const roles = account.roles && index.habits.inOrder(account);
  const listed = place.kind === 'account' ? undefined : index.roleNames[index.rowRole[place.row] ?? -1];
  const service = place.kind === 'service' ? services[place.service] : undefined;
  const entry = entryOf(account, place, listed, service);
  const key = entryKey(entry);
  const isGone = place.kind === 'role' && index.goneRows.has(place.row);
  return {
    entry,
    key,
    score,
    account,
    app: undefined,
    service,
    roleName: listed ?? roles?.[0],
    roles,
    isPinned: index.personal.pins.includes(key),
    isGone,
    destination: service && place.kind === 'service' ? serviceUrl(service.id, place.region, partition) : undefined,
    matches: () => highlight(shownTexts(account, index.personal, listed, service), wordsFor(place, words)),
  };
}

/** The number at the end of a region is of no account: `eu-west-1`. */
function wordsFor(place: Place, words: readonly string[]): readonly string[] {
  const region = place.kind === 'service' ? place.region : undefined;
  return region === undefined ? words : words.filter((word) => !region.endsWith(`-${word}`));
}

function entryOf(
  { portal, id }: Account,
  place: Exclude<Place, { kind: 'app' }>,
  roleName: RoleName | undefined,
  service: Service | undefined,
): Entry {
  const at = { portal, accountId: id };
  if (place.kind === 'service' && service)
    return { kind: 'service', ...at, roleName, service: service.id, region: place.region };
  return place.kind === 'role' && roleName !== undefined
    ? { kind: 'role', ...at, roleName }
    : { kind: 'account', ...at };
}

function shownTexts(
  account: Account,
  personal: Personal,
  role: RoleName | undefined,
  service: Service | undefined,
): Parameters<typeof highlight>[0] {
  const name = lookOf(personal, subjectOf(account), { role }).label;
  return {
    name,
    id: account.id,
    email: account.email,
    original: name.endsWith(account.name) ? '' : account.name,
    note: choicesOf(personal, account.id).note ?? '',
    group: groupsOf(personal, account.id).join(', '),
    ...(role === undefined ? {} : { role }),
    ...(service ? { service: service.name } : {}),
  };
}
