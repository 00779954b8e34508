import type { Place } from './find-direct';
import { queryWords } from './fold';
import { type Match, MatchClass } from './match';
import { LONGEST_TEXT } from './query';
import type { SearchIndex } from './search-index';
import { matchQuery } from './typed-match';

/** A search without the words that take something away, and these. */
export interface PartedText {
  readonly text: string;
  readonly vetoes: readonly string[];
}

const VETO = /^[-!]\p{L}/u;
const MOST_VETOES = 6;

/**
 * Takes the pieces out that are a veto, `-prod` or `!prod` behind a blank and other words, unless such a name holds them
 * as they are typed: `acme -prod`.
 */
export function partVetoes({ accounts }: SearchIndex, text: string): PartedText {
  const pieces = text.slice(0, LONGEST_TEXT).trim().split(/\s+/);
  const isOfName = (words: string): boolean => accounts.some(({ name }) => name.toLowerCase().includes(words));
  const isVeto = (piece: string, at: number): boolean =>
    at > 0 && VETO.test(piece) && !isOfName(`${pieces[at - 1]} ${piece}`.toLowerCase());
  const taken = pieces.filter(isVeto);
  // A letter takes nothing away yet: it begins too much.
  const vetoes = taken.map((piece) => queryWords(piece).join('')).filter(({ length }) => length > 1);
  return { text: pieces.filter((piece) => !taken.includes(piece)).join(' '), vetoes: vetoes.slice(0, MOST_VETOES) };
}

/** Whether a place may be found: no word of its account, role or app begins like one of the vetoes, or means the same. */
export function createPermit(index: SearchIndex, vetoes: readonly string[]): (place: Place) => boolean {
  if (vetoes.length === 0) return () => true;
  const { accounts, roles, apps } = matchQuery(index, { words: vetoes, full: 0, regions: [] }, 0);
  const has = (matches: readonly Match[], at: number): boolean =>
    matches.some(({ value }) => (value[at] ?? 0) >= MatchClass.prefix);
  return (place) => {
    if (place.kind === 'app') return !has(apps, place.app);
    // An account's own row opens its usual role.
    const row = place.kind === 'account' ? (index.rowStart[place.account] ?? 0) : place.row;
    const isOwn = row >= 0 && row < (index.rowStart[place.account + 1] ?? 0);
    return !has(accounts, place.account) && !(isOwn && has(roles, index.rowRole[row] ?? -1));
  };
}
