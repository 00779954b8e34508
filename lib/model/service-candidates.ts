import { MatchClass } from './match';
import type { Query } from './query';
import { regionNamed } from './region-name';
import { services } from './service';
import { isStage } from './spellings';
import type { TypedMatch } from './typed-match';

const HOME = services.findIndex(({ id }) => id === 'console');
/** For each way to share the words between service and account. */
const MOST_SERVICES = 4;
/** What it costs that a word fits a service less than another, and that a letter of its name was not typed. */
const lacks = { fit: 0.05, letter: 0.001 };
/** Quality from which a word begins a name or alias, rather than a later word of it. */
const BEGINS_NAME = 0.5;
/** Quality from which it begins the name itself, or is all of another one. */
const BEGINS_OWN_NAME = 0.6;

export interface Candidate {
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
  /** The words are one of its names in full, or of a page of its console together with that. */
  readonly isOneName?: boolean;
}

/** Which services are offered whose names are only begun; `after mentions`: some account fits all words by its address. */
export type BegunServices = 'none' | 'after mentions' | 'all';

type Names = readonly (readonly string[])[];

/**
 * The services that some of the words may name, with what that leaves for account and role. `regionMask`: the words that
 * name the region. Services that are only begun (`secr`) are given as `begunServices` says.
 */
export function serviceCandidates(
  query: Query,
  regionMask: number,
  typed: TypedMatch,
  begunServices: BegunServices,
): Candidate[] {
  const { full, words } = query;
  const found = Array.from(typed.serviceMask, (any, service) =>
    any === 0 ? [] : candidatesOf(query, full & ~regionMask, typed, service, begunServices),
  ).flat();
  found.sort((one, other) => other.most - one.most || other.quality - one.quality || one.lack - other.lack);
  const isAlone = regionMask === full;
  const isRegionNamed = regionMask !== 0 && (isAlone ? regionNamed(words.join('')) !== undefined : words.length > 1);
  // Of a region alone the console stands below who is called like it, be it in an address.
  const most = isAlone ? MatchClass.mention : MatchClass.complete;
  const home = { service: HOME, need: full & ~regionMask, most, quality: 0, lack: 0 };
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
  begunServices: BegunServices,
): Candidate[] {
  const { names = [], family = [] } = services[service] ?? {};
  const named = waysOfNaming(names, words).map(({ mask, isOneName }): Candidate => ({
    service,
    need: rest & ~mask,
    most: MatchClass.complete,
    quality: mask,
    lack: isOneName ? 0 : lacks.letter,
    isOneName,
    isRepeated: words.some((word, at) => (mask & (1 << at)) !== 0 && words.indexOf(word) !== at),
  }));
  const begun = begunServices === 'none' ? undefined : begunCandidate(words, rest, typed, service, begunServices);
  // What is named is not begun besides, unless that leaves fewer words over: `secrets manger`.
  const isMore =
    begun !== undefined && named.every(({ need }) => need !== begun.need && (need & begun.need) === begun.need);
  const found = isMore ? [...named, begun] : named;
  return found.length === 0 || family.length === 0 ? found : [...found, ...ofFamily(found, family, words)];
}

/** The same where other words name the service in whose console the page is: `cw logs`. */
function ofFamily(found: readonly Candidate[], family: Names, words: readonly string[]): Candidate[] {
  return waysOfNaming(family, words).flatMap(({ mask }) =>
    found.filter(({ need }) => (need & mask) === mask).map((one) => ({ ...one, need: one.need & ~mask })),
  );
}

function begunCandidate(
  words: readonly string[],
  rest: number,
  typed: TypedMatch,
  service: number,
  begunServices: BegunServices,
): Candidate | undefined {
  let mask = 0;
  let worst = 0;
  let quality = 0;
  let letters = 0;
  let lack = 0;
  let isOwn = false;
  typed.services.forEach(({ value }, word) => {
    const of = value[service] ?? 0;
    // `dev` is a stage before it is the beginning of DevOps Guru.
    if (of === 0 || isStage(words[word] ?? '')) return;
    if (of >= MatchClass.prefix && of % 1 < BEGINS_NAME && mask === 0) return;
    mask |= 1 << word;
    worst = worst === 0 ? Math.floor(of) : Math.min(worst, Math.floor(of));
    quality += of;
    if (of % 1 >= BEGINS_OWN_NAME) isOwn = true;
    lack += lacks.fit * (1 - (of % 1));
    letters += words[word]?.length ?? 0;
  });
  if (mask === 0) return undefined;
  const need = rest & ~mask;
  // Where no account is named, or one fits all words, an address comes first: Maria is sooner a person than MariaDB.
  const isBehind = (need === 0 || begunServices === 'after mentions') && !isOwn;
  const best = isBehind ? MatchClass.mention : MatchClass.acronym;
  const most = worst < MatchClass.prefix ? worst : best;
  lack += lacks.letter * Math.abs((services[service]?.name.length ?? 0) - letters);
  return { service, need, most, quality, lack };
}

/**
 * Sets of words, as masks, that are the service's names in full: all that are at once, and each by itself, since
 * `org dns route53` may mean an account that is called dns. A word that was typed twice names it the second time.
 */
function waysOfNaming(names: Names, words: readonly string[]): Way[] {
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
