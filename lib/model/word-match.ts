import { type Beginnings, type RoleEnds, startsWithAws } from './acronym';
import { isAscii } from './fold';
import { emptyMatch, type Match, MatchClass, note, wordBits } from './match';
import { isDenied, otherSpellings, singularOf, spellingsOfMisspelt } from './spellings';
import { eachUse, Field, GAP, isNaming, type TextTable } from './text-table';
import { isTwoDigits, type Places, placesOf, SHORTEST_INFIX } from './word-places';

/** A word whose beginning stands for an account and whose rest for a role: `ppa`. */
export interface AcrossMatch {
  readonly account: Beginnings;
  readonly roleEnds: RoleEnds;
  /** Where the rest is long enough to mean a role without being an initial. */
  readonly looseEnds: number;
}

/** What one word matches in each table. */
export interface WordMatch {
  readonly accounts: Match;
  readonly roles: Match;
  readonly apps: Match;
  readonly services: Match;
  readonly across: AcrossMatch | undefined;
  /** Where the word stands among the texts of accounts, of which there are by far the most. */
  readonly places: Places;
}

const SHORTEST_ID_PART = 3;
/** From so many letters on the beginning of a word says as much as a whole one. */
const SHORTEST_BEGINNING = 3;
/** So many digits in a row are meant as a number, wherever they stand. */
const SURE_ID_PART = 5;
const ID_LENGTH = 12;
const LAST_DIGITS = 4;
const ZERO = 48;

/** Named weights of one word's quality; they add up to less than 1. */
const quality = {
  /** Not for a letter or two that begin a word: what is a word as it is says more. */
  base: 0.2,
  firstWord: 0.3,
  wholeWord: 0.2,
  wholeText: 0.1,
  nameOrLabel: 0.15,
  /** For another way to write a stage, in place of `base` and `nameOrLabel`: just below a word that is only begun. */
  spelling: 0.3,
  /** The whole of what a name is worth that lacks the plural of a word: see `isSingular`. */
  singular: 0.05,
} as const;

/** Languages that put no space between words: what stands inside is a word all the same, as 测试 in 支付测试. */
const WITHOUT_SPACES = /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]{2,}$/u;

function isWithoutSpaces(word: string): boolean {
  return !isAscii(word) && WITHOUT_SPACES.test(word);
}

/** Every place where the word stands as it was typed: at the start of words, across them, inside them. */
export function matchWord(table: TextTable, word: string, places: Places = placesOf(table, word)): Match {
  const match = emptyMatch(table.documents);
  const { ordinals, textStart, textDocument, textField, textHost } = table;
  const isInfixAllowed = word.length >= SHORTEST_INFIX || !isAscii(word);
  const isNumberPart = isTwoDigits(word);
  const isWordAnywhere = isWithoutSpaces(word);
  let text = 0;
  for (const at of places.starts) {
    const after = at + word.length;
    const first = ordinals[at] ?? 0;
    const isStart = at === 0 || ordinals[at - 1] !== first;
    if (!isStart && !isInfixAllowed && !isNumberPart) continue;
    while ((textStart[text + 1] ?? 0) <= at) text++;
    const field = textField[text] ?? 0;
    // Everybody's address has the same host: a part of a word of it says nothing.
    if (!isStart && field === Field.email && at >= (textHost[text] ?? 0)) continue;
    const last = ordinals[after - 1] ?? 0;
    const isEnd = ordinals[after] !== last;
    if (isNumberPart && !isEnd && (!isStart || at >= table.namingEnd)) continue;
    const saysLittle = !isEnd && word.length < SHORTEST_BEGINNING && !isInfixAllowed;
    const value =
      valueOf(field, isStart || isWordAnywhere, isEnd, isStart && first === 0, ordinals[after] === GAP) -
      (saysLittle ? quality.base : 0);
    const lastCovered = isEnd ? last : last - 1;
    const from = isStart ? first - zerosBefore(table, at) : first;
    const covered = isStart ? wordBits(field, from, lastCovered) : 0;
    note(match, textDocument[text] ?? 0, value, wordBits(field, from, last), covered);
  }
  return match;
}

/** 1 where a number stands behind its zeros, which are a word of their own: `7` says all of `07`. */
function zerosBefore({ all, ordinals }: TextTable, at: number): number {
  const zeros = ordinals[at - 1];
  if (all.charCodeAt(at - 1) !== ZERO || zeros !== (ordinals[at] ?? 0) - 1) return 0;
  for (let before = at - 2; ordinals[before] === zeros; before--) if (all.charCodeAt(before) !== ZERO) return 0;
  return 1;
}

function valueOf(field: number, isStart: boolean, isEnd: boolean, isFirst: boolean, isLast: boolean): number {
  const isName = field <= Field.label;
  if (!isStart) return MatchClass.infix + (isName ? 0.6 : 0.1) + (isEnd ? 0.1 : 0);
  const worth =
    quality.base +
    (isFirst ? quality.firstWord : 0) +
    (isEnd ? quality.wholeWord : 0) +
    (isFirst && isLast ? quality.wholeText : 0) +
    (isName ? quality.nameOrLabel : 0);
  return (isNaming(field) ? MatchClass.prefix : MatchClass.mention) + worth;
}

/** Adds the names that write what a typed word names in another way: `acme-pay-prd` for `prod`. */
export function matchSpellings(match: Match, table: TextTable, word: string): void {
  const singular = singularOf(word);
  // Who types in another script means the names in that script first.
  const ofFirst = isAscii(word) ? quality.firstWord : 0;
  noteWords(match, table, otherSpellings(word), MatchClass.prefix + quality.spelling, ofFirst);
  if (singular !== undefined) noteWords(match, table, [singular], MatchClass.prefix + quality.singular, 0);
}

/** Whether the value of a match says that a letter or two begin a later word. */
export function isSlight(value: number): boolean {
  return value >= MatchClass.prefix && value < MatchClass.prefix + quality.base;
}

/** Whether the value of a match says that a name lacks the plural of the word. */
export function isSingular(value: number): boolean {
  return value > MatchClass.prefix && value < MatchClass.prefix + 2 * quality.singular;
}

/** The same for a word with a typing error in it: `acme-pay-prd` for `porduction`. */
export function matchMisspelt(match: Match, table: TextTable, word: string): void {
  noteWords(match, table, spellingsOfMisspelt(word), MatchClass.typo + quality.spelling);
}

function noteWords(
  match: Match,
  table: TextTable,
  words: readonly string[],
  value: number,
  ofFirst: number = quality.firstWord,
): void {
  for (const other of words) {
    if (isWithoutSpaces(other)) noteInside(match, table, other, value);
    const id = table.vocabulary.numbers.get(other);
    if (id === undefined) continue;
    eachUse(table, id, (document, field, first, last, text) => {
      const bits = wordBits(field, first, last);
      const isFirst = first === 0 || (first === 1 && startsWithAws(table, text));
      note(match, document, value + (isFirst ? ofFirst : 0), bits, bits);
    });
  }
}

/** The same inside of words: 支付生产 for `prod`. What denies it is as little of it as `nonprod`. */
function noteInside(match: Match, table: TextTable, word: string, value: number): void {
  const { all, ordinals, namingEnd, textStart, textDocument, textField } = table;
  const deniedValue = Math.min(value, MatchClass.infix + quality.spelling);
  let text = 0;
  for (const at of placesOf(table, word).starts) {
    if (at >= namingEnd) return;
    while ((textStart[text + 1] ?? 0) <= at) text++;
    const touched = wordBits(textField[text] ?? 0, ordinals[at] ?? 0, ordinals[at + word.length - 1] ?? 0);
    note(match, textDocument[text] ?? 0, isDenied(all, at) ? deniedValue : value, touched, 0);
  }
}

/** Adds what a run of digits matches among account numbers, which stand one after the other in `ids`. */
export function matchId(match: Match, ids: string, digits: string): void {
  if (digits.length > ID_LENGTH) return;
  for (let at = ids.indexOf(digits); at !== -1; at = ids.indexOf(digits, at + 1)) {
    const from = at % ID_LENGTH;
    if (from + digits.length > ID_LENGTH) continue;
    const value = idValue(from, digits.length);
    if (value > 0) note(match, (at - from) / ID_LENGTH, value, 0, 0);
  }
}

function idValue(from: number, length: number): number {
  if (length === ID_LENGTH) return MatchClass.id + 0.9;
  // A digit or two are sooner those of a name.
  if (length < SHORTEST_ID_PART) return from === 0 ? MatchClass.infix + 0.8 : 0;
  if (from === 0) return MatchClass.prefix + 0.6;
  // Who types the beginning of a number types on; four digits alone are the last ones, as people say them.
  if (from + length === ID_LENGTH) return MatchClass.prefix + (length === LAST_DIGITS ? 0.7 : 0.4);
  return length >= SURE_ID_PART ? MatchClass.prefix + 0.3 : MatchClass.infix + 0.8;
}
