import type { TextTable } from './text-table';

/**
 * How well one word fits, best last. Comparing classes comes before everything else: neither pins nor history lift a
 * row into another class.
 */
export const MatchClass = {
  none: 0,
  /** With typing errors, or as an abbreviation (`prd`, `mgmt`). */
  typo: 1,
  /** Inside a word. */
  infix: 2,
  /** In an e-mail, a note, a portal's name, an app's kind. */
  mention: 3,
  /** Initials, or the beginnings of several words run together: `ppa`, `payprod`. */
  acronym: 4,
  /** From the beginning of a word, or of several words run together. */
  prefix: 5,
  /** Every word of the name was typed in full (given by the rank, not to single words). */
  complete: 6,
  /** All twelve digits of the account's number. */
  id: 7,
} as const;

/**
 * What one typed word matches in one table, per document: the class plus a quality below 1 (`5.8` is a good prefix), and
 * which words of its name (bits 0–15) and label (bits 16–31) the typed word touches and covers.
 */
export interface Match {
  readonly value: Float32Array;
  readonly touched: Uint32Array;
  readonly covered: Uint32Array;
}

export function emptyMatch(documents: number): Match {
  return {
    value: new Float32Array(documents),
    touched: new Uint32Array(documents),
    covered: new Uint32Array(documents),
  };
}

export function copyMatch({ value, touched, covered }: Match): Match {
  return { value: value.slice(), touched: touched.slice(), covered: covered.slice() };
}

/**
 * Notes a hit; the best value of a document stays, and with it the words that hits of that class touch. A hit of a worse
 * class changes nothing: how far the search reaches must not move what it found before.
 */
export function note(match: Match, document: number, value: number, touched: number, covered: number): void {
  const known = match.value[document] ?? 0;
  if (Math.floor(value) < Math.floor(known)) return;
  const isBetter = Math.floor(value) > Math.floor(known);
  if (value > known) match.value[document] = value;
  match.touched[document] = (isBetter ? 0 : (match.touched[document] ?? 0)) | touched;
  match.covered[document] = (isBetter ? 0 : (match.covered[document] ?? 0)) | covered;
}

/** Bits of words `first` to `last` of a text of a field: names in the low half, labels in the high one, no others. */
export function wordBits(field: number, first: number, last: number): number {
  if (field > 1 || first > last) return 0;
  const low = Math.min(first, 15);
  const high = Math.min(last, 15);
  const bits = ((1 << (high - low + 1)) - 1) << low;
  return field === 1 ? bits << 16 : bits;
}

/** True where every word of the document's name, or of its label, is among the bits. */
export function isWholeName(table: TextTable, document: number, bits: number): boolean {
  const names = table.nameWords[document] ?? 0;
  const labels = table.labelWords[document] ?? 0;
  const wholeName = (1 << names) - 1;
  const wholeLabel = (1 << labels) - 1;
  return (names > 0 && (bits & wholeName) === wholeName) || (labels > 0 && ((bits >>> 16) & wholeLabel) === wholeLabel);
}

/** The share of the words of name or label that the bits touch, whichever is larger: 0 to 1. */
export function coverage(table: TextTable, document: number, bits: number): number {
  const names = table.nameWords[document] ?? 0;
  const labels = table.labelWords[document] ?? 0;
  const ofName = names === 0 ? 0 : countBits(bits & 0xffff) / names;
  const ofLabel = labels === 0 ? 0 : countBits(bits >>> 16) / labels;
  return Math.max(ofName, ofLabel);
}

function countBits(bits: number): number {
  let left = bits;
  let count = 0;
  for (; left !== 0; left &= left - 1) count++;
  return count;
}
