import { withRegions } from './account-regions';
import { canBeAcronym, matchAcronym, matchAcronymEnd, matchInitials } from './acronym';
import { copyMatch, type Match, MatchClass } from './match';
import type { Query } from './query';
import type { SearchIndex } from './search-index';
import { isServiceName } from './service';
import { isStage } from './spellings';
import type { TextTable } from './text-table';
import { isMisspeltIn, matchTypos } from './typo-match';
import { type AcrossMatch, matchId, matchMisspelt, matchSpellings, matchWord, type WordMatch } from './word-match';
import { mentionsWord, type Places, placesOf } from './word-places';

/** How far a search reaches: as typed; with acronyms; with typing errors. */
export type Reach = 0 | 1 | 2;

/** What each word of a query matches in each table. */
export interface TypedMatch {
  readonly words: number;
  readonly full: number;
  readonly accounts: readonly Match[];
  readonly roles: readonly Match[];
  readonly apps: readonly Match[];
  readonly services: readonly Match[];
  readonly across: readonly (AcrossMatch | undefined)[];
  /** Which words each document matches. */
  readonly accountMask: Uint16Array;
  readonly roleMask: Uint16Array;
  /** Which words match any role. */
  readonly anyRole: number;
  /** Which words name a region whose code some account has in its name. */
  readonly ofRegions: number;
  /** Which words name a stage. */
  readonly stages: number;
  readonly appMask: Uint16Array;
  readonly serviceMask: Uint16Array;
}

const MOST_CACHED = 24;
const SHORTEST_MISSPELT_SERVICE = 5;

export function matchQuery(index: SearchIndex, { words, full, regions }: Query, reach: Reach): TypedMatch {
  const matches = words.map((word) => cached(index, word, reach));
  const accounts = withRegions(
    matches.map((match) => match.accounts),
    regions,
    index.accountRegions,
  );
  const roles = matches.map((match) => match.roles);
  const apps = matches.map((match) => match.apps);
  const found = matches.map((match) => match.services);
  const roleMask = maskOf(roles, index.roleNames.length);
  return {
    words: words.length,
    full,
    accounts,
    roles,
    apps,
    services: found,
    across: matches.map(({ across }) => across),
    accountMask: maskOf(accounts, index.accounts.length),
    roleMask,
    anyRole: roleMask.reduce((all, mask) => all | mask, 0),
    ofRegions: regions.reduce((all, { region, mask }) => (index.accountRegions.has(region) ? all | mask : all), 0),
    stages: words.reduce((mask, word, at) => (isStage(word) ? mask | (1 << at) : mask), 0),
    appMask: maskOf(apps, index.apps.length),
    serviceMask: maskOf(found, index.serviceTexts.documents),
  };
}

function cached(index: SearchIndex, word: string, reach: Reach): WordMatch {
  const key = `${reach}${word}`;
  const known = index.cache.get(key);
  if (known) return known;
  const match = reach === 0 ? asTyped(index, word) : widened(index, word, reach);
  index.cache.set(key, match);
  if (index.cache.size > MOST_CACHED) for (const oldest of index.cache.keys()) return drop(index, oldest, match);
  return match;
}

function drop(index: SearchIndex, oldest: string, match: WordMatch): WordMatch {
  index.cache.delete(oldest);
  return match;
}

function asTyped(index: SearchIndex, word: string): WordMatch {
  const places = placesOf(index.accountTexts, word, placesOfBeginning(index, word));
  const accounts = matchWord(index.accountTexts, word, places);
  const roles = matchWord(index.roleTexts, word);
  const apps = matchWord(index.appTexts, word);
  matchSpellings(accounts, index.accountTexts, word);
  matchSpellings(roles, index.roleTexts, word);
  matchSpellings(apps, index.appTexts, word);
  if (/^\d+$/.test(word)) matchId(accounts, index.ids, word);
  return {
    accounts,
    roles,
    apps,
    services: matchService(index.serviceTexts, word),
    across: undefined,
    places,
  };
}

/** Where the word stood with its last letter, or letters, not yet typed. */
function placesOfBeginning({ cache }: SearchIndex, word: string): Places | undefined {
  for (let length = word.length - 1; length > 0; length--) {
    const known = cache.get(`0${word.slice(0, length)}`);
    if (known) return known.places;
  }
  return undefined;
}

/** Services are named from the beginning only: an infix would let short words steal. */
function matchService(table: TextTable, word: string): Match {
  const match = matchWord(table, word);
  const least = word.length < 2 ? Number.POSITIVE_INFINITY : MatchClass.prefix;
  for (let at = 0; at < match.value.length; at++) if ((match.value[at] ?? 0) < least) match.value[at] = 0;
  return match;
}

function widened(index: SearchIndex, word: string, reach: 1 | 2): WordMatch {
  const narrower = cached(index, word, reach === 2 ? 1 : 0);
  if (reach === 1 && !canBeAcronym(word)) return narrower;
  const wider = {
    accounts: copyMatch(narrower.accounts),
    roles: copyMatch(narrower.roles),
    apps: copyMatch(narrower.apps),
    services: copyMatch(narrower.services),
    places: narrower.places,
  };
  if (reach === 1) {
    // A word that some address has is that word, and no letters of account and role taken together.
    if (mentionsWord(index.accountTexts, narrower.places)) {
      matchInitials(index.accountTexts, word, wider.accounts);
      matchInitials(index.roleTexts, word, wider.roles);
      matchInitials(index.appTexts, word, wider.apps);
      return { ...wider, across: undefined };
    }
    const roleEnds = matchAcronymEnd(index.roleTexts, word);
    const rests = roleEnds.any.reduce((all, ends) => all | ends, 0);
    const account = matchAcronym(index.accountTexts, word, wider.accounts, rests);
    matchAcronym(index.roleTexts, word, wider.roles);
    matchAcronym(index.appTexts, word, wider.apps);
    if (rests === 0) return { ...wider, across: undefined };
    return { ...wider, across: { account, roleEnds, looseEnds: (1 << (word.length - 1)) - 1 } };
  }
  // Who names a service in full has made no error: `rds` is no ReadOnlyAccess.
  if (isServiceName(word)) return { ...wider, across: narrower.across };
  if (word.length >= SHORTEST_MISSPELT_SERVICE) matchTypos(index.serviceTexts, word, wider.services);
  const isService = isMisspeltIn(wider.services);
  matchMisspelt(wider.accounts, index.accountTexts, word);
  matchTypos(index.accountTexts, word, wider.accounts, isService);
  matchTypos(index.roleTexts, word, wider.roles, isService);
  matchTypos(index.appTexts, word, wider.apps, isService);
  return { ...wider, across: narrower.across };
}

function maskOf(matches: readonly Match[], documents: number): Uint16Array {
  const mask = new Uint16Array(documents);
  matches.forEach(({ value }, word) => {
    const bit = 1 << word;
    for (let at = 0; at < documents; at++) if ((value[at] ?? 0) > 0) mask[at] = (mask[at] ?? 0) | bit;
  });
  return mask;
}
