import { type Match, MatchClass, note, wordBits } from './match';
import { isNaming, lettersOf, type TextTable } from './text-table';
import { typingErrors } from './typo';

const LONGEST = 14;
/** From so many letters on a word with an error in it is sooner that than the beginnings of two others. */
const SHORTEST_MISSPELT = 5;
/** Quality of the initials of all of a name's words. */
export const WHOLE_INITIALS = 0.85;

/** True for words that can be initials or run-together beginnings. */
export function canBeAcronym(word: string): boolean {
  return word.length >= 2 && word.length <= LONGEST && /^[\p{L}\p{N}]+$/u.test(word);
}

/**
 * Which beginnings of a word the names of a table use up, as bits: bit k says that the first k letters are beginnings
 * of the name's words in order (`pp`, `payp` for payments-prod). `initials` holds how many letters plain initials of
 * *all* words use up, or 0.
 */
export interface Beginnings {
  readonly used: Uint16Array;
  readonly initials: Uint8Array;
}

/**
 * Reads acronyms within each name; a whole one is noted as a match, a beginning is kept for what may follow in a role.
 * `rests` has a bit for each letter from which on the word can be a role: no shorter beginnings are of use.
 */
export function matchAcronym(table: TextTable, word: string, match: Match, rests = 0): Beginnings {
  const used = new Uint16Array(table.documents);
  const initials = new Uint8Array(table.documents);
  const whole = 1 << word.length;
  // A letter or two behind may be a role all the same: `netro` in network-hub.
  const longRests = rests & ((1 << Math.max(0, word.length - 2)) - 1);
  const needed = lettersOf(word.slice(0, rests === 0 ? word.length : lowestBit(rests)));
  for (let text = 0; text < table.textDocument.length; text++) {
    const field = table.textField[text] ?? 0;
    if ((needed & ~(table.textLetters[text] ?? 0)) !== 0 || !isNaming(field) || !startsLike(table, text, word))
      continue;
    const document = table.textDocument[text] ?? 0;
    const bits = beginnings(table, text, word, 0);
    const isMisspelt = (bits & longRests) !== 0 && isMisspeltIn(table, text, word);
    used[document] = (used[document] ?? 0) | (isMisspelt ? bits & ~longRests : bits);
    initials[document] = Math.max(initials[document] ?? 0, initialsUsed(table, text, word));
    if ((bits & whole) !== 0) note(match, document, MatchClass.acronym + 0.4, wordBits(field, 0, 1), 0);
  }
  matchInitials(table, word, match);
  return { used, initials };
}

/** Plain initials, also such as begin at a later word: `hep` for client-helios-energy-prod, `ro` for AWSReadOnlyAccess. */
export function matchInitials(table: TextTable, word: string, match: Match): void {
  const { initials, textField, textDocument, firstWord } = table;
  let text = 0;
  for (let at = initials.indexOf(word); at !== -1; at = initials.indexOf(word, at + 1)) {
    while ((firstWord[text + 1] ?? 0) + text < at) text++;
    const field = textField[text] ?? 0;
    if (!isNaming(field)) continue;
    const first = at - text - (firstWord[text] ?? 0);
    const isToTheEnd = at + word.length === (firstWord[text + 1] ?? 0) + text;
    const worth = first === 0 ? (isToTheEnd ? WHOLE_INITIALS : 0.6) : isToTheEnd ? 0.3 : 0.2;
    note(
      match,
      textDocument[text] ?? 0,
      MatchClass.acronym + worth,
      wordBits(field, first, first + word.length - 1),
      0,
    );
  }
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/** Roles that AWS's own set-up makes are called `AWSReadOnlyAccess` and so on: nobody types that beginning. */
export function startsWithAws({ all, wordStart, firstWord, textStart }: TextTable, text: number): boolean {
  const start = textStart[text] ?? 0;
  return wordStart[(firstWord[text] ?? 0) + 1] === start + 3 && all.startsWith('aws', start);
}

/** For each name the bits k for which the word's rest from letter k on stands for it. */
export interface RoleEnds {
  /** Made of beginnings of its words, from the first: `pa` for PowerUserAccess. */
  readonly any: Uint16Array;
  /** Initials one by one or the beginning of the name: `pu`, `power`. */
  readonly plain: Uint16Array;
}

export function matchAcronymEnd(table: TextTable, word: string): RoleEnds {
  const ends = new Uint16Array(table.documents);
  const plain = new Uint16Array(table.documents);
  for (let text = 0; text < table.textDocument.length; text++) {
    const document = table.textDocument[text] ?? 0;
    const isAws = startsWithAws(table, text);
    for (let from = 1; from < word.length; from++) {
      if (isPlainEnd(table, text, word, from, 0) || (isAws && isPlainEnd(table, text, word, from, 1)))
        plain[document] = (plain[document] ?? 0) | (1 << from);
      const bits = beginnings(table, text, word, from) | (isAws ? beginnings(table, text, word, from, 1) : 0);
      if ((bits & (1 << word.length)) !== 0) ends[document] = (ends[document] ?? 0) | (1 << from);
    }
  }
  return { any: ends, plain };
}

function isPlainEnd(
  { all, initials, wordStart, firstWord }: TextTable,
  text: number,
  word: string,
  from: number,
  skip: number,
): boolean {
  const first = (firstWord[text] ?? 0) + skip;
  const rest = word.slice(from);
  return initials.startsWith(rest, first + text) || all.startsWith(rest, wordStart[first]);
}

function startsLike(table: TextTable, text: number, word: string): boolean {
  return table.all.charCodeAt(table.textStart[text] ?? 0) === word.charCodeAt(0);
}

/** Whether a word of a text, or the beginning of one, is the word with one error in it: `paymnet` is no `paym` in a role `net…`. */
function isMisspeltIn({ all, wordStart, firstWord, textStart }: TextTable, text: number, word: string): boolean {
  if (word.length < SHORTEST_MISSPELT) return false;
  const end = firstWord[text + 1] ?? 0;
  for (let nth = firstWord[text] ?? 0; nth < end; nth++) {
    const wordEnd = nth + 1 < end ? wordStart[nth + 1] : (textStart[text + 1] ?? 1) - 1;
    if (typingErrors(word, all.slice(wordStart[nth], wordEnd), 1, true) <= 1) return true;
  }
  return false;
}

/** Bits of the positions that are reached when each word of a text, from word `skip` on, uses up one or more letters. */
function beginnings(table: TextTable, text: number, word: string, from: number, skip = 0): number {
  const { all, wordStart, firstWord, textStart } = table;
  const end = firstWord[text + 1] ?? 0;
  const start = (firstWord[text] ?? 0) + skip;
  let reached = 1 << from;
  let any = 0;
  for (let nth = start; nth < end; nth++) {
    const at = wordStart[nth] ?? 0;
    const wordEnd = nth + 1 < end ? (wordStart[nth + 1] ?? 0) : (textStart[text + 1] ?? 1) - 1;
    let next = 0;
    for (let position = from; position < word.length; position++) {
      if ((reached & (1 << position)) === 0) continue;
      for (let step = 0; position + step < word.length && at + step < wordEnd; step++) {
        if (all.charCodeAt(at + step) !== word.charCodeAt(position + step)) break;
        next |= 1 << (position + step + 1);
      }
    }
    if (nth === start && next === 0) return 0;
    any |= next;
    reached = nth === start ? next : reached | next;
  }
  return any;
}

/** How many letters of the word are the initials of the text's words one by one, if they are all of one of the two. */
function initialsUsed(table: TextTable, text: number, word: string): number {
  const { all, wordStart, firstWord } = table;
  const start = firstWord[text] ?? 0;
  const length = Math.min((firstWord[text + 1] ?? 0) - start, word.length);
  for (let nth = 0; nth < length; nth++)
    if (all.charCodeAt(wordStart[start + nth] ?? 0) !== word.charCodeAt(nth)) return 0;
  return length;
}
