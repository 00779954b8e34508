import { isAscii } from './fold';
import { type Match, MatchClass, note, wordBits } from './match';
import { eachUse, lettersOf, type TextTable } from './text-table';
import { hasVowel, isShortFor, typingErrors } from './typo';

const SHORTEST = 3;
const SHORTEST_BEGINNING = 4;
const LONG = 7;
/** Of a word that its short form keeps: `prd` for `production`, but not `stg` for `secretsmanager`. */
const SHORTEST_SHARE = 0.28;

/** Adds what a word matches with typing errors (one; two in long words) or as an abbreviation, either way round. */
export function matchTypos(table: TextTable, word: string, match: Match): void {
  if (word.length < SHORTEST || !isSpelt(word) || /^\d+$/.test(word)) return;
  const { words, letters } = table.vocabulary;
  const typedLetters = lettersOf(word);
  const most = word.length >= LONG ? 2 : 1;
  for (let id = 0; id < words.length; id++) {
    const isFar = hasMoreBits(typedLetters & ~(letters[id] ?? 0), most);
    if (isFar && !isAbbreviated(word, words[id] ?? '')) continue;
    const worth = worthOf(word, words[id] ?? '', isFar ? 0 : most);
    if (worth === 0) continue;
    eachUse(table, id, (document, field, first, last) => {
      if ((match.value[document] ?? 0) < MatchClass.infix)
        note(match, document, MatchClass.typo + worth, wordBits(field, first, last), 0);
    });
  }
}

/** True for words of letters that spell: a sign of Chinese or Japanese is a syllable or a word. */
function isSpelt(word: string): boolean {
  return isAscii(word) || !/[^\0-\u{1fff}]/u.test(word);
}

function worthOf(typed: string, word: string, most: number): number {
  let worth = 0;
  if (most > 0) {
    const errors = typingErrors(typed, word, most, false);
    if (errors <= most) worth = errors === 1 ? 0.9 : errors === 0 ? 0.95 : 0.5;
    else if (typed.length >= SHORTEST_BEGINNING) {
      const inBeginning = typingErrors(typed, word, typed.length >= LONG ? 2 : 1, true);
      if (inBeginning <= most) worth = inBeginning <= 1 ? 0.75 : 0.35;
    }
    if (worth > 0 && typed.charCodeAt(0) === word.charCodeAt(0)) worth += 0.04;
    if (worth === 0 && isShortFor(typed, word)) return 0.3 + 0.3 * (typed.length / word.length);
  }
  return worth === 0 && isAbbreviated(typed, word) ? 0.6 : worth;
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
