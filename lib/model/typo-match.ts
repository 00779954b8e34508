import { isAscii } from './fold';
import { type Match, MatchClass, note, wordBits } from './match';
import { eachUse, lettersOf, type TextTable } from './text-table';
import { hasVowel, isShortFor, typingErrors } from './typo';

const SHORTEST = 3;
/** Two consonants may be a short form: `nw` for `northwind`. */
const SHORTEST_CONSONANTS = 2;
const SHORTEST_BEGINNING = 4;
const LONG = 7;
/** Of a word that its short form keeps: `prd` for `production`, but not `stg` for `secretsmanager`. */
const SHORTEST_SHARE = 0.28;

/** What a match with typing errors is worth, below 1: of the whole word, or of its beginning. */
const worths = { none: 0.95, one: 0.9, two: 0.5, oneInBeginning: 0.75, twoInBeginning: 0.35, sameStart: 0.04 };

/** Whether something has the word with one error in it, all of it. */
export function isMisspeltIn({ value }: Match): boolean {
  return value.some((each) => each < MatchClass.infix && each >= MatchClass.typo + worths.one);
}

/** Whether the value of a match of class typo is that of one error at most, and of no abbreviation. */
export function isSingleError(value: number): boolean {
  return value % 1 >= worths.oneInBeginning;
}

/**
 * Adds what a word matches with typing errors (one; two in long words) or as an abbreviation, either way round; unless
 * `isMisspelt`, which says that it is some other word with an error in it: `cloudwtach` is not short for cloud.
 */
export function matchTypos(table: TextTable, word: string, match: Match, isMisspelt = false): void {
  const isShort = word.length < SHORTEST;
  if (!isSpelt(word) || /^\d+$/.test(word) || (isShort && !isConsonants(word))) return;
  const { words, lengths, letters, beginnings } = table.vocabulary;
  const typedLetters = lettersOf(word);
  const most = word.length >= LONG ? 2 : 1;
  // With so few errors all of the typed word is in so long a beginning of the listed one.
  const within = beginnings.find(({ length }) => length >= word.length + most)?.letters ?? letters;
  for (let id = 0; id < words.length; id++) {
    const length = lengths[id] ?? 0;
    if (length < SHORTEST) continue;
    const missing = typedLetters & ~(letters[id] ?? 0);
    const isWrong = isShort || hasMoreBits(typedLetters & ~(within[id] ?? 0), most);
    // With letters that it lacks, and no longer than the listed word, it is no short form either.
    if (isWrong && missing !== 0 && word.length <= length) continue;
    const fit = isShort
      ? shortFit(word, words[id] ?? '')
      : fitOf(word, words[id] ?? '', isWrong ? 0 : most, !isMisspelt);
    if (!fit) continue;
    eachUse(table, id, (document, field, first, last) => {
      if ((match.value[document] ?? 0) >= MatchClass.infix) return;
      // Of a whole name run together its beginning is no more than its first word.
      const bits = wordBits(field, first, fit.isBegun ? first : last);
      noteBest(match, document, MatchClass.typo + fit.worth, bits);
    });
  }
}

/** Of several ways to have meant a word the likeliest alone touches words: `prrod` is prod, and not all of preprod besides. */
function noteBest(match: Match, document: number, value: number, touched: number): void {
  const known = match.value[document] ?? 0;
  if (Math.fround(value) < known) return;
  if (Math.fround(value) > known) match.touched[document] = 0;
  note(match, document, value, touched, 0);
}

function isConsonants(word: string): boolean {
  return word.length >= SHORTEST_CONSONANTS && /^[a-z]+$/.test(word) && !hasVowel(word);
}

/** True for words of letters that spell: a sign of Chinese or Japanese is a syllable or a word. */
function isSpelt(word: string): boolean {
  return isAscii(word) || !/[^\0-\u{1fff}]/u.test(word);
}

interface Fit {
  /** Below 1. */
  readonly worth: number;
  readonly isBegun: boolean;
}

function fitOf(typed: string, word: string, most: number, mayBeLong: boolean): Fit | undefined {
  const error = most > 0 ? errorsIn(typed, word, most) : undefined;
  if (error) {
    const isSameStart = typed.charCodeAt(0) === word.charCodeAt(0);
    return isSameStart ? { ...error, worth: error.worth + worths.sameStart } : error;
  }
  if (isShortFor(typed, word)) return { worth: shortWorth(typed, word), isBegun: false };
  return mayBeLong && isAbbreviated(typed, word) ? { worth: 0.6, isBegun: false } : undefined;
}

/** Two letters are too few to have an error in them. */
function shortFit(typed: string, word: string): Fit | undefined {
  return isShortFor(typed, word) ? { worth: shortWorth(typed, word), isBegun: false } : undefined;
}

function shortWorth(typed: string, word: string): number {
  return 0.3 + 0.3 * (typed.length / word.length);
}

function errorsIn(typed: string, word: string, most: number): Fit | undefined {
  const errors = typingErrors(typed, word, most, false);
  if (errors <= most)
    return { worth: errors === 1 ? worths.one : errors === 0 ? worths.none : worths.two, isBegun: false };
  if (typed.length < SHORTEST_BEGINNING) return undefined;
  const inBeginning = typingErrors(typed, word, typed.length >= LONG ? 2 : 1, true);
  return inBeginning <= most
    ? { worth: inBeginning <= 1 ? worths.oneInBeginning : worths.twoInBeginning, isBegun: true }
    : undefined;
}

/** True where the listed word is the short form of the typed one: `stg` for `staging`, `prod` for `production`. */
function isAbbreviated(typed: string, word: string): boolean {
  if (word.length < SHORTEST || typed.length <= word.length) return false;
  if (typed.length >= LONG && typed.startsWith(word)) return true;
  return !hasVowel(word.slice(1)) && word.length >= SHORTEST_SHARE * typed.length && isShortFor(word, typed);
}

function hasMoreBits(bits: number, most: number): boolean {
  let left = bits;
  for (let taken = 0; taken < most; taken++) left &= left - 1;
  return left !== 0;
}
