import { isAscii } from './fold';
import type { TextTable } from './text-table';

/** Where a word stands in a table, from the first place on; kept, so that the next letter looks only there. */
export interface Places {
  readonly word: string;
  readonly starts: Int32Array;
}

/** From so many letters on a word counts inside of others too. */
export const SHORTEST_INFIX = 3;
const SHORTEST_MENTION = 3;

/** Two digits are looked for everywhere: `42` may be a part of a number. */
export function isTwoDigits(word: string): boolean {
  return /^\d\d$/.test(word);
}

/** Where a word stands, among the places of one of its beginnings if those are known. */
export function placesOf(table: TextTable, word: string, known?: Places): Places {
  const isBegun = known !== undefined && word.startsWith(known.word);
  if (isStartOnly(word))
    return {
      word,
      starts: isBegun && isStartOnly(known.word) ? narrowed(table, word, known) : wordStarts(table, word),
    };
  const isKnown = isBegun && !isStartOnly(known.word);
  return { word, starts: isKnown && reaches(known.word, word) ? narrowed(table, word, known) : scanned(table, word) };
}

/** Whether one of the places is a word of its own in a text that only mentions its thing: all of it, not a part. */
export function mentionsWord({ ordinals, namingEnd }: TextTable, { word, starts }: Places): boolean {
  return starts.some((at) => {
    if (at < namingEnd) return false;
    const end = at + word.length;
    return (at === 0 || ordinals[at - 1] !== ordinals[at]) && ordinals[end] !== ordinals[end - 1];
  });
}

/** One or two letters count at the start of words only, of naming texts only. */
function isStartOnly(word: string): boolean {
  return word.length < SHORTEST_INFIX && isAscii(word) && !isTwoDigits(word);
}

/** Whether all that the longer word may be looked for in was looked through for the shorter one. */
function reaches(shorter: string, longer: string): boolean {
  return isEverywhere(shorter) || !isEverywhere(longer);
}

function isEverywhere(word: string): boolean {
  return word.length >= SHORTEST_MENTION || isTwoDigits(word);
}

function wordStarts({ all, namingEnd, wordStart }: TextTable, word: string): Int32Array {
  const starts: number[] = [];
  const letter = word.charCodeAt(0);
  const next = word.length > 1 ? word.charCodeAt(1) : -1;
  for (const at of wordStart) {
    if (at >= namingEnd) break;
    if (all.charCodeAt(at) === letter && (next === -1 || all.charCodeAt(at + 1) === next)) starts.push(at);
  }
  return Int32Array.from(starts);
}

function scanned({ all, namingEnd }: TextTable, word: string): Int32Array {
  const starts: number[] = [];
  const end = isEverywhere(word) ? all.length : namingEnd;
  for (let at = all.indexOf(word); at !== -1 && at < end; at = all.indexOf(word, at + 1)) starts.push(at);
  return Int32Array.from(starts);
}

function narrowed({ all }: TextTable, word: string, known: Places): Int32Array {
  const starts = new Int32Array(known.starts.length);
  let count = 0;
  for (const at of known.starts) {
    let letter = known.word.length;
    while (letter < word.length && all.charCodeAt(at + letter) === word.charCodeAt(letter)) letter++;
    if (letter === word.length) starts[count++] = at;
  }
  return starts.slice(0, count);
}
