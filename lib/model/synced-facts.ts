import { canonicalJson, isSameJson } from './canonical-json';
import { placesFor } from './places';
import type { SettingsDocument } from './settings-document';
import { type Fact, factKey, type FactKind, factsOf, documentOf, isSecret } from './settings-facts';
import { compareStamps, compareTexts, latestStamp, type Stamp, stampAfter } from './stamp';

/** One thing that is set, or was: without a value it was taken away. */
export interface SyncedFact {
  readonly kind: FactKind;
  readonly of: string;
  readonly field: string;
  readonly value: unknown;
  readonly at: Stamp;
}

/**
 * Settings as several browsers share them, each fact under its key with the time when it was set. Merging is
 * commutative, associative and idempotent: whoever has seen the same facts has the same settings.
 */
export type SyncedFacts = ReadonlyMap<string, SyncedFact>;

/** The place of an item in its list, as a fact of its own: who moves one thing does not change another. */
export const PLACE = '@';
const placed: readonly FactKind[] = ['portals', 'pins', 'groups', 'chainedRoles'];
const isPlace = ({ field }: Pick<SyncedFact, 'field'>): boolean => field === PLACE;
const isSet = ({ value }: SyncedFact): boolean => value !== undefined;

/** Of two versions of one fact the newer; of two with the same stamp always the same one. */
function newer(one: SyncedFact, other: SyncedFact): SyncedFact {
  const order = compareStamps(one.at, other.at) || compareTexts(canonicalJson(one.value), canonicalJson(other.value));
  return order < 0 ? other : one;
}

export function merged(one: SyncedFacts, other: SyncedFacts): SyncedFacts {
  const all = new Map(one);
  for (const [key, fact] of other) {
    const own = all.get(key);
    all.set(key, own ? newer(own, fact) : fact);
  }
  return all;
}

export function areSame(one: SyncedFacts, other: SyncedFacts): boolean {
  return one.size === other.size && [...one].every(([key, fact]) => isSameFact(fact, other.get(key)));
}

function isSameFact(one: SyncedFact, other: SyncedFact | undefined): boolean {
  return !!other && compareStamps(one.at, other.at) === 0 && isSameJson(one.value, other.value);
}

export interface Observer {
  readonly nowMs: number;
  /** This browser's name among those that share the settings. */
  readonly by: string;
  /** Facts that are not the person's to share: an organisation's. They are neither told nor taken away. */
  isHeld(fact: Pick<Fact, 'kind' | 'of'>): boolean;
  /**
   * What could not be taken over here, by key, with what stands there in its place (canonical, '' for nothing): as long
   * as that is so, it is no edit.
   */
  readonly unapplied: ReadonlyMap<string, string>;
}

/**
 * The shared facts with what the person changed here since, stamped now. The very same map where nothing was. What looks
 * like a secret is not shared, and is taken back where it was.
 */
export function observed(facts: SyncedFacts, document: SettingsDocument, observer: Observer): SyncedFacts {
  const here = new Map([...valuesOf(document, facts)].filter(([, fact]) => !isSecret(fact)));
  const changes: SyncedFact[] = [];
  const at = stampAfter(latestStamp([...facts.values()].map((fact) => fact.at)), observer.nowMs, observer.by);
  const isLeftAlone = (key: string, fact: Pick<Fact, 'kind' | 'of'>, value: unknown): boolean =>
    observer.isHeld(fact) || observer.unapplied.get(key) === canonicalJson(value);
  for (const [key, fact] of here)
    if (!isSameJson(facts.get(key)?.value, fact.value) && !isLeftAlone(key, fact, fact.value))
      changes.push({ ...fact, at });
  for (const [key, fact] of facts)
    if (isSet(fact) && !here.has(key) && !isLeftAlone(key, fact, undefined))
      changes.push({ ...fact, value: undefined, at });
  if (changes.length === 0) return facts;
  return new Map([...facts, ...changes.map((fact) => [factKey(fact), fact] as const)]);
}

/** The document's facts and the places of what stands in lists; a place that still holds is kept. */
function valuesOf(document: SettingsDocument, known: SyncedFacts): Map<string, Fact> {
  const values = new Map<string, Fact>(factsOf(document));
  for (const kind of placed) {
    const order = [...values.values()].filter((fact) => fact.kind === kind).map(({ of }) => of);
    const before = new Map<string, number>();
    for (const of of order) {
      const place = known.get(factKey({ kind, of, field: PLACE }))?.value;
      if (typeof place === 'number') before.set(of, place);
    }
    for (const [of, value] of placesFor(order, before)) {
      const fact: Fact = { kind, of, field: PLACE, value };
      values.set(factKey(fact), fact);
    }
  }
  return values;
}

/** The settings that the facts come to; `own` adds what is not shared. */
export function documentFrom(facts: SyncedFacts, own: readonly Fact[]): SettingsDocument {
  const set = [...facts.values()].filter((fact) => isSet(fact) && !isPlace(fact));
  const all: Fact[] = [...own, ...set.map(({ kind, of, field, value }) => ({ kind, of, field, value }))];
  const keyed = all.map((fact) => ({ fact, place: placeOf(facts, fact), key: factKey(fact) }));
  keyed.sort((one, other) => one.place - other.place || compareTexts(one.key, other.key));
  return documentOf(new Map(keyed.map(({ key, fact }) => [key, fact])));
}

function placeOf(facts: SyncedFacts, { kind, of }: Fact): number {
  const place = facts.get(factKey({ kind, of, field: PLACE }))?.value;
  return typeof place === 'number' ? place : 0;
}

/**
 * What of the facts is not so in a document, as `Observer.unapplied` wants it. New places of rules are an edit all the
 * same: rules that came to the same place from two sides got others, which are the same ones everywhere.
 */
export function unappliedIn(facts: SyncedFacts, document: SettingsDocument): Map<string, string> {
  const here = valuesOf(document, facts);
  const set = [...facts].filter(([, fact]) => isSet(fact)).map(([key]) => key);
  return new Map(
    [...new Set([...here.keys(), ...set])].flatMap((key) => {
      const [wanted, found] = [facts.get(key), here.get(key)];
      const isRenumbered = found?.kind === 'rules' && found.field === 'place' && wanted?.value !== undefined;
      return isRenumbered || isSameJson(wanted?.value, found?.value)
        ? []
        : [[key, canonicalJson(found?.value)] as const];
    }),
  );
}

const TOMBSTONE_LASTS_MS = 180 * 24 * 3_600_000;

/**
 * Without what was taken away so long before the newest edit that every browser must have heard of it. Goes by the
 * facts alone: clocks that differ would have one browser bring back what the other leaves out.
 */
export function withoutOldTombstones(facts: SyncedFacts): SyncedFacts {
  const latest = latestStamp([...facts.values()].map(({ at }) => at))?.ms ?? 0;
  const isOld = (fact: SyncedFact): boolean => !isSet(fact) && latest - fact.at.ms > TOMBSTONE_LASTS_MS;
  return [...facts.values()].some(isOld) ? new Map([...facts].filter(([, fact]) => !isOld(fact))) : facts;
}
