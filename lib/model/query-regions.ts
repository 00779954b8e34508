import { regionNamed, regionStartingWith } from './region-name';

/** Words of a query, as a mask, that may name a region; they may as well be of an account's name. */
export interface RegionReading {
  readonly region: string;
  readonly mask: number;
}

/** `us-gov-east-1`. */
const MOST_REGION_WORDS = 4;
const MOST_READINGS = 4;

/**
 * All that words may say of the region, likeliest first: people name it last, and in full before it counts that a word
 * begins another one. Of a region that is named twice also both ways at once.
 */
export function readRegions(words: readonly string[]): RegionReading[] {
  const named: RegionReading[] = [];
  const begun: RegionReading[] = [];
  for (let at = 0; at < words.length;) {
    const [length, region] = longestAt(words, at);
    const start = regionStartingWith(words[at] ?? '');
    if (region !== undefined) named.unshift({ region, mask: ((1 << length) - 1) << at });
    else if (start !== undefined) begun.unshift({ region: start, mask: 1 << at });
    at += length;
  }
  const each = [...named, ...begun];
  return [...each, ...namedAgain(each)].slice(0, MOST_READINGS);
}

/** How many words from there name a region, and which; 1 where none does. */
function longestAt(words: readonly string[], at: number): readonly [length: number, region: string | undefined] {
  for (let length = Math.min(MOST_REGION_WORDS, words.length - at); length > 0; length--) {
    const region = regionNamed(words.slice(at, at + length).join(''));
    if (region !== undefined) return [length, region];
  }
  return [1, undefined];
}

/** The regions that several readings name, by the words of all of these. */
function namedAgain(readings: readonly RegionReading[]): RegionReading[] {
  const masks = new Map<string, number>();
  for (const { region, mask } of readings) masks.set(region, (masks.get(region) ?? 0) | mask);
  return [...masks]
    .map(([region, mask]) => ({ region, mask }))
    .filter(({ region, mask }) => readings.every((one) => one.region !== region || one.mask !== mask));
}
