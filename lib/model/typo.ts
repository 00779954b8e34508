/** Rows of the distance table, kept between calls: one search asks tens of thousands of times. */
const WIDEST = 40;
const rows = [new Uint8Array(WIDEST), new Uint8Array(WIDEST), new Uint8Array(WIDEST)];

/**
 * Edits (insert, delete, replace, swap two neighbours) that turn `typed` into `word`, or with `isPrefix` into some
 * beginning of it. Gives `most + 1` as soon as it is more than `most`.
 */
export function typingErrors(typed: string, word: string, most: number, isPrefix: boolean): number {
  const length = isPrefix ? Math.min(word.length, typed.length + most) : word.length;
  if (Math.abs(typed.length - length) > most && !(isPrefix && length > typed.length)) return most + 1;
  if (length >= WIDEST || typed.length >= WIDEST) return most + 1;
  let [beforeThat, before, current] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let at = 0; at <= Math.min(length, most + 1); at++) before[at] = at;
  for (let row = 1; row <= typed.length; row++) {
    const least = fillRow(current, before, beforeThat, row, typed, word, length, most);
    if (least > most) return most + 1;
    [beforeThat, before, current] = [before, current, beforeThat];
  }
  if (!isPrefix) return before[length] ?? most + 1;
  let best = most + 1;
  for (let at = Math.max(0, typed.length - most); at <= length; at++) best = Math.min(best, before[at] ?? best);
  return best;
}

/** Fills those places of a row that can be reached with so few edits, and marks the ones next to them as out of reach. */
function fillRow(
  current: Uint8Array,
  before: Uint8Array,
  beforeThat: Uint8Array,
  row: number,
  typed: string,
  word: string,
  length: number,
  most: number,
): number {
  const sign = typed.charCodeAt(row - 1);
  const signBefore = typed.charCodeAt(row - 2);
  const first = Math.max(1, row - most);
  const last = Math.min(length, row + most);
  let left = first === 1 ? row : most + 1;
  let least = left;
  current[first - 1] = left;
  for (let at = first; at <= last; at++) {
    const other = word.charCodeAt(at - 1);
    const diagonal = before[at - 1] ?? 0;
    let cost = sign === other ? diagonal : 1 + Math.min(diagonal, left, before[at] ?? 0);
    if (row > 1 && at > 1 && sign === word.charCodeAt(at - 2) && signBefore === other)
      cost = Math.min(cost, 1 + (beforeThat[at - 2] ?? 0));
    current[at] = left = cost;
    if (cost < least) least = cost;
  }
  if (last < length) current[last + 1] = most + 1;
  return least;
}

/** True for `prd` in `production`, `mgmt` in `management`: same first letter, the others in order. */
export function isShortFor(short: string, word: string): boolean {
  if (short.length >= word.length || short.charCodeAt(0) !== word.charCodeAt(0)) return false;
  let at = 1;
  for (let next = 1; next < word.length && at < short.length; next++)
    if (word.charCodeAt(next) === short.charCodeAt(at)) at++;
  return at === short.length;
}

export function hasVowel(word: string): boolean {
  return /[aeiou]/.test(word);
}
