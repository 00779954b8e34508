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
import { type BegunServices, type Candidate, serviceCandidates } from './service-candidates';
import type { TopList } from './top-list';
import type { TypedMatch } from './typed-match';

/** What it costs that other words name the region more likely. */
const LESS_LIKELY_REGION = 1;
const MOST_ACCOUNTS_UNNAMED = 5;

/** The words that name the region, and which; none where no word does. */
type Reading = RegionReading | { readonly region: undefined; readonly mask: 0 };

const noRegion: Reading = { region: undefined, mask: 0 };

/**
 * Offers pages of services: some words name a service or a region or both, the others the account and the role. Where
 * several words may name the region each is tried, and the others have to fit the account.
 * Services that are only begun (`secr`) are offered as `begun` says, and stand below acronyms.
 */
export function findServices(
  index: SearchIndex,
  query: Query,
  typed: TypedMatch,
  boost: HabitBoost,
  top: TopList<Place>,
  nowMs: number,
  begun: BegunServices,
): void {
  const readings: readonly Reading[] = query.regions.length > 0 ? query.regions : [noRegion];
  const named = createNamed(index, typed);
  for (const [nth, reading] of readings.entries())
    for (const candidate of serviceCandidates(query, reading.mask, typed, begun)) {
      const lack = candidate.lack + nth * LESS_LIKELY_REGION;
      const page = pageOf(index, reading, { ...candidate, lack }, nowMs);
      if (!page) continue;
      const offer = (to: readonly Named[]): void => {
        for (const one of to) offerPage(index, boost, top, page, one);
      };
      // Where no word names a service, an account that all words fit is found by itself.
      const ofRegion = (candidate.need | reading.mask) === query.full ? 0 : reading.mask;
      if (candidate.need !== 0) offer(named(candidate.need, ofRegion));
      else {
        // Who names but a place may mean the accounts that are called like it.
        if (reading.mask !== 0 && reading.mask !== query.full) offer(named(reading.mask, 0));
        const worth = worthUnnamed(candidate, query.full & ~reading.mask);
        offer(favourites(index, boost).map((own) => ({ ...own, ...worth })));
      }
    }
}

/** What a page is worth in accounts that no word names: more where several words are all of its service's name, or begin it. */
function worthUnnamed({ isOneName = false }: Candidate, words: number): TextScore {
  const isOneWord = (words & (words - 1)) === 0;
  if (isOneWord) return { matchClass: MatchClass.acronym, text: 0 };
  return isOneName
    ? { matchClass: MatchClass.prefix, text: weights.namedByAll }
    : { matchClass: MatchClass.acronym, text: weights.begunByAll };
}

/** An account that words name, and the role that they fit best; -1 for none. */
interface Named extends TextScore {
  readonly account: number;
  readonly row: number;
}

/** Finds the accounts of some of the words once, however many services the others may name. */
function createNamed(index: SearchIndex, typed: TypedMatch): (need: number, region: number) => readonly Named[] {
  const known = new Map<string, readonly Named[]>();
  return (need, region) => {
    const key = `${need} ${region}`;
    const found = known.get(key) ?? findAccounts(index, typed, need, region);
    known.set(key, found);
    return found;
  };
}

/** `region`: words for the region, which an account's name may have too. */
function findAccounts(index: SearchIndex, typed: TypedMatch, need: number, region: number): Named[] {
  const found: Named[] = [];
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
    if (bestClass > 0) found.push({ account, row: best, matchClass: bestClass, text: bestText });
  }
  return found;
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
  { account, row, matchClass: accountClass, text }: Named,
): void {
  const of = index.accounts[account];
  if (!of || (missing.size > 0 && missing.has(of.portal))) return;
  const lift = Math.max(habits.get(account) ?? 0, Math.max(boost.row(row), boost.account(account)) / 2);
  // Neither is named in so many words: that says less than a single typing error.
  const isVague = need !== 0 && most < MatchClass.complete && accountClass <= MatchClass.acronym;
  const matchClass = isVague ? Math.min(MatchClass.typo, most, accountClass) : Math.min(most, accountClass);
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
