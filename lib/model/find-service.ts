import type { Place } from './find-direct';
import type { HabitBoost } from './habit-boost';
import { MatchClass } from './match';
import { chosenFor } from './chosen';
import type { Query } from './query';
import type { RegionReading } from './query-regions';
import { directLevel, launchBoost, scoreAccount, serviceLevel, type TextScore, weights } from './rank';
import { isRegionOf } from './region-name';
import { subjectOf } from './rulebook';
import type { SearchIndex } from './search-index';
import { isServiceOf, services } from './service';
import type { TopList } from './top-list';
import type { TypedMatch } from './typed-match';

const HOME = services.findIndex(({ id }) => id === 'console');
/** For each way to share the words between service and account. */
const MOST_SERVICES = 4;
/**
 * What it costs that a word fits a service less than another, that a letter of its name was not typed, and that other
 * words name the region more likely.
 */
const lacks = { fit: 0.05, letter: 0.001, region: 1 };
const MOST_ACCOUNTS_UNNAMED = 5;
/** Quality from which a word begins a name or alias, rather than a later word of it. */
const BEGINS_NAME = 0.5;

/** The words that name the region, and which; none where no word does. */
type Reading = RegionReading | { readonly region: undefined; readonly mask: 0 };

const noRegion: Reading = { region: undefined, mask: 0 };

interface Candidate {
  readonly service: number;
  /** Words that are left for account and role. */
  readonly need: number;
  /** No better class than this, however well account and role match. */
  readonly most: number;
  readonly quality: number;
  /** What the words lack of naming it: of two services in the same account the one with less stands first. */
  readonly lack: number;
  /** Its name was typed twice: once for the account, once for the service. */
  readonly isRepeated?: boolean;
}

/**
 * Offers pages of services: some words name a service or a region or both, the others the account and the role. Where
 * several words may name the region each is tried, and the others have to fit the account.
 * Services that are only begun (`secr`) are offered with `isBegunEnough`, and stand below acronyms.
 */
export function findServices(
  index: SearchIndex,
  query: Query,
  typed: TypedMatch,
  boost: HabitBoost,
  top: TopList<Place>,
  nowMs: number,
  isBegunEnough: boolean,
): void {
  const readings: readonly Reading[] = query.regions.length > 0 ? query.regions : [noRegion];
  for (const [nth, reading] of readings.entries())
    for (const candidate of candidates(query, reading, typed, isBegunEnough)) {
      const lack = candidate.lack + nth * lacks.region;
      const page = pageOf(index, reading, { ...candidate, lack }, nowMs);
      if (!page) continue;
      const offer: Offer = (account, row, matchClass, text) =>
        offerPage(index, boost, top, page, account, row, matchClass, text);
      // Where no word names a service, an account that all words fit is found by itself.
      const ofRegion = (candidate.need | reading.mask) === query.full ? 0 : reading.mask;
      if (candidate.need !== 0) findAccounts(index, typed, candidate.need, ofRegion, offer);
      else for (const { account, row } of favourites(index, boost)) offer(account, row, MatchClass.acronym, 0);
    }
}

function candidates(query: Query, { mask }: Reading, typed: TypedMatch, isBegunEnough: boolean): Candidate[] {
  const { full, words } = query;
  const found = Array.from(typed.serviceMask, (any, service) =>
    any === 0 ? [] : candidatesOf(query, full & ~mask, typed, service, isBegunEnough),
  ).flat();
  found.sort((one, other) => other.most - one.most || other.quality - one.quality || one.lack - other.lack);
  const isRegionNamed = mask !== 0 && mask !== full && words.length > 1;
  const home = { service: HOME, need: full & ~mask, most: MatchClass.complete, quality: 0, lack: 0 };
  return [...bestOfEachNeed(found), ...(isRegionNamed ? [home] : [])];
}

function bestOfEachNeed(found: readonly Candidate[]): Candidate[] {
  const counts = new Map<number, number>();
  return found.filter(({ need }) => {
    const count = (counts.get(need) ?? 0) + 1;
    counts.set(need, count);
    return count <= MOST_SERVICES;
  });
}

/** `rest`: the words that are not the region's. */
function candidatesOf(
  { words }: Query,
  rest: number,
  typed: TypedMatch,
  service: number,
  isBegunEnough: boolean,
): Candidate[] {
  const named = waysOfNaming(services[service]?.names ?? [], words).map(({ mask, isOneName }): Candidate => ({
    service,
    need: rest & ~mask,
    most: MatchClass.complete,
    quality: mask,
    lack: isOneName ? 0 : lacks.letter,
    isRepeated: words.some((word, at) => (mask & (1 << at)) !== 0 && words.indexOf(word) !== at),
  }));
  const begun = isBegunEnough ? begunCandidate(words, rest, typed, service) : undefined;
  // What is named is not begun besides, unless that leaves fewer words over: `secrets manger`.
  const isMore =
    begun !== undefined && named.every(({ need }) => need !== begun.need && (need & begun.need) === begun.need);
  return isMore ? [...named, begun] : named;
}

function begunCandidate(
  words: readonly string[],
  rest: number,
  typed: TypedMatch,
  service: number,
): Candidate | undefined {
  let mask = 0;
  let worst = 0;
  let quality = 0;
  let letters = 0;
  let lack = 0;
  typed.services.forEach(({ value }, word) => {
    const of = value[service] ?? 0;
    if (of === 0 || (of >= MatchClass.prefix && of % 1 < BEGINS_NAME && mask === 0)) return;
    mask |= 1 << word;
    worst = worst === 0 ? Math.floor(of) : Math.min(worst, Math.floor(of));
    quality += of;
    lack += lacks.fit * (1 - (of % 1));
    letters += words[word]?.length ?? 0;
  });
  if (mask === 0) return undefined;
  const most = worst < MatchClass.prefix ? worst : MatchClass.acronym;
  lack += lacks.letter * Math.abs((services[service]?.name.length ?? 0) - letters);
  return { service, need: rest & ~mask, most, quality, lack };
}

/**
 * Sets of words, as masks, that are the service's names in full: all that are at once, and each by itself, since
 * `org dns route53` may mean an account that is called dns. A word that was typed twice names it the second time.
 */
function waysOfNaming(names: readonly (readonly string[])[], words: readonly string[]): Way[] {
  const ways = new Set<number>();
  for (const name of names) {
    const places = name.map((part) => words.lastIndexOf(part));
    const together = words.lastIndexOf(name.join(''));
    if (together !== -1) ways.add(1 << together);
    else if (!places.includes(-1)) ways.add(places.reduce((mask, place) => mask | (1 << place), 0));
  }
  const all = [...ways].reduce((mask, way) => mask | way, 0);
  const own = [...ways].map((mask) => ({ mask, isOneName: true }));
  return all === 0 || ways.has(all) ? own : [...own, { mask: all, isOneName: false }];
}

interface Way {
  readonly mask: number;
  /** Not several names of the same service, one after the other. */
  readonly isOneName: boolean;
}

type Offer = (account: number, row: number, matchClass: number, text: number) => void;

/** `region`: words for the region, which an account's name may have too. */
function findAccounts(index: SearchIndex, typed: TypedMatch, need: number, region: number, offer: Offer): void {
  const anyRole = typed.roleMask.reduce((mask, each) => mask | each, 0) & need;
  for (let account = 0; account < typed.accountMask.length; account++) {
    const mask = typed.accountMask[account] ?? 0;
    const own = mask & need;
    if ((own | anyRole) !== need) continue;
    const also = (mask & region) === region ? region : 0;
    const first = index.rowStart[account] ?? 0;
    const end = index.rowStart[account + 1] ?? 0;
    let best = -1;
    let bestClass = 0;
    let bestText = 0;
    for (let row = first; row < end; row++) {
      const role = index.rowRole[row] ?? 0;
      if (((own | (typed.roleMask[role] ?? 0)) & need) !== need || index.goneRows.has(row)) continue;
      if (own === need && row > first && ((typed.roleMask[role] ?? 0) & need) === 0) continue;
      const { matchClass, text } = scoreWithRegion(index, typed, need, also, account, role);
      if (matchClass < bestClass || (matchClass === bestClass && text <= bestText)) continue;
      [best, bestClass, bestText] = [row, matchClass, text];
    }
    if (best === -1 && own === need) {
      const { matchClass, text } = scoreWithRegion(index, typed, need, also, account, -1);
      [bestClass, bestText] = [matchClass, text];
    }
    if (bestClass > 0) offer(account, best, bestClass, bestText);
  }
}

/** Of an account that is named for the region its words count for it, unless they fit worse than the others. */
function scoreWithRegion(
  index: SearchIndex,
  typed: TypedMatch,
  need: number,
  region: number,
  account: number,
  role: number,
): TextScore {
  const plain = scoreAccount(index, typed, need, account, role);
  if (region === 0) return plain;
  const { matchClass, text } = plain;
  const named = scoreAccount(index, typed, need | region, account, role);
  if (named.matchClass < matchClass) return { matchClass, text };
  return { matchClass: named.matchClass, text: named.text + weights.accountOfRegion };
}

/** What holds for a service's page in every account. */
interface Page {
  readonly candidate: Candidate;
  readonly region: string | undefined;
  /** The portals in whose partition it can't be opened. */
  readonly missing: ReadonlySet<string>;
  /** By account: what its launches add. */
  readonly habits: ReadonlyMap<number, number>;
}

function pageOf(index: SearchIndex, { region }: Reading, candidate: Candidate, nowMs: number): Page | undefined {
  const named = services[candidate.service];
  if (!named) return undefined;
  const missing = [...index.portals.values()].filter(
    ({ partition }) => !isServiceOf(named, partition) || (region !== undefined && !isRegionOf(region, partition)),
  );
  const habits = new Map<number, number>();
  for (const [key, launches] of index.serviceHabits) {
    const [account, id] = key.split('|');
    if (id === named.id) habits.set(Number(account), launchBoost(launches, nowMs));
  }
  return { candidate, region, missing: new Set(missing.map(({ startUrl }) => startUrl)), habits };
}

function offerPage(
  index: SearchIndex,
  boost: HabitBoost,
  top: TopList<Place>,
  { candidate: { service, most, need, lack, isRepeated = false }, region, missing, habits }: Page,
  account: number,
  row: number,
  accountClass: number,
  text: number,
): void {
  const of = index.accounts[account];
  if (!of || (missing.size > 0 && missing.has(of.portal))) return;
  const lift = Math.max(habits.get(account) ?? 0, Math.max(boost.row(row), boost.account(account)) / 2);
  const matchClass = Math.min(most, accountClass);
  const place = isRepeated
    ? directLevel(matchClass) + weights.repeatedService
    : serviceLevel(matchClass) + (need === 0 ? 0 : weights.service);
  const score = place + text + lift - lack;
  if (!top.wants(score)) return;
  const role = index.roleNames[index.rowRole[row] ?? -1];
  const where = region ?? chosenFor(index.personal, subjectOf(of), { role }).region;
  top.keep(score, { kind: 'service', account, row, service, region: where });
}

/** Where a service opens when no account is named: in the accounts used of late, then in the first ones. */
export function favourites(index: SearchIndex, boost: HabitBoost): { account: number; row: number }[] {
  const found = new Map<number, { row: number; weight: number }>();
  const add = (account: number, row: number, weight: number): void => {
    if ((found.get(account)?.weight ?? -1) < weight) found.set(account, { row, weight });
  };
  for (const { place } of index.rowHabits)
    if (!index.goneRows.has(place)) add(accountOfRow(index, place), place, boost.row(place));
  for (const { place } of index.accountHabits) add(place, usualRow(index, place), boost.account(place));
  for (let account = 0; account < Math.min(MOST_ACCOUNTS_UNNAMED, index.accounts.length); account++)
    add(account, usualRow(index, account), 0);
  return [...found]
    .map(([account, { row, weight }]) => ({ account, row, weight }))
    .sort((one, other) => other.weight - one.weight || one.account - other.account)
    .slice(0, MOST_ACCOUNTS_UNNAMED);
}

function usualRow(index: SearchIndex, account: number): number {
  const first = index.rowStart[account] ?? 0;
  return first < (index.rowStart[account + 1] ?? 0) && !index.goneRows.has(first) ? first : -1;
}

function accountOfRow({ rowStart }: SearchIndex, row: number): number {
  let low = 0;
  let high = rowStart.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rowStart[middle] ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}
