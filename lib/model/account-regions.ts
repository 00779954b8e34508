import type { Account } from './directory';
import { foldText } from './fold';
import { copyMatch, type Match, MatchClass, note, wordBits } from './match';
import type { RegionReading } from './query-regions';
import { regionIn } from './region-name';
import { isStepEnd, type Steps } from './steps';
import { Field } from './text-table';

/** An account with the code of a region in its name, and which words of the name that code is. */
interface OfRegion {
  readonly account: number;
  readonly bits: number;
}

/** By region the accounts whose names have its code. */
export type AccountRegions = ReadonlyMap<string, readonly OfRegion[]>;

/** Reads the codes out of all names, in steps. */
export function* accountRegions(accounts: readonly Account[]): Steps<AccountRegions> {
  const regions = new Map<string, OfRegion[]>();
  for (const [account, { name }] of accounts.entries()) {
    const found = regionIn(name);
    if (found) {
      const of = { account, bits: wordBits(Field.name, wordsUpTo(name, found.start), wordsUpTo(name, found.end) - 1) };
      const known = regions.get(found.region);
      if (known) known.push(of);
      else regions.set(found.region, [of]);
    }
    if (isStepEnd(account)) yield;
  }
  return regions;
}

function wordsUpTo(name: string, end: number): number {
  return end === 0 ? 0 : foldText(name.slice(0, end)).starts.length;
}

/** Just below a word that is only begun, as of another way to write a stage. */
const WORTH = 0.3;

/**
 * What the words match once those that name a region match the accounts whose names have its code too, however each of
 * the two writes it: `plant ireland` and `plant eu-west-1` are plant-euw1.
 */
export function withRegions(
  matches: readonly Match[],
  readings: readonly RegionReading[],
  regions: AccountRegions,
): readonly Match[] {
  // Equal words have one match, before and after.
  const copies = new Map<Match, Match>();
  for (const { region, mask } of readings)
    for (const [word, match] of matches.entries()) {
      const found = (mask & (1 << word)) === 0 ? undefined : regions.get(region);
      if (!found) continue;
      const copy = copies.get(match) ?? copyMatch(match);
      copies.set(match, copy);
      for (const { account, bits } of found) note(copy, account, MatchClass.prefix + WORTH, bits, bits);
    }
  return matches.map((match) => copies.get(match) ?? match);
}
