import { isAscii } from './fold';
import { type Match, MatchClass, note, wordBits } from './match';
import { lettersOf, PAIR, type TextTable } from './text-table';
import { hasVowel, isShortFor, typingErrors } from './typo';

const SHORTEST = 3;
const SHORTEST_BEGINNING = 4;
const LONG = 7;

/** Adds what a word matches with typing errors (one; two in long words) or as an abbreviation, either way round. */
export function matchTypos(table: TextTable, word: string, match: Match): void {
  if (word.length < SHORTEST || !isSpelt(word) || /^\d+$/.test(word)) return;
  const { words, letters, useStart, uses } = table.vocabulary;
  const typedLetters = lettersOf(word);
  const most = word.length >= LONG ? 2 : 1;
  for (let id = 0; id < words.length; id++) {
    const extra = countBits(typedLetters & ~(letters[id] ?? 0));
    if (extra > most && !isAbbreviated(word, words[id] ?? '')) continue;
    const worth = worthOf(word, words[id] ?? '', extra > most ? 0 : most);
    if (worth === 0) continue;
    for (let use = useStart[id] ?? 0; use < (useStart[id + 1] ?? 0); use++)
      noteUse(table, uses[use] ?? 0, worth, match);
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
  return !hasVowel(word.slice(1)) && isShortFor(word, typed);
}

function noteUse(table: TextTable, use: number, worth: number, match: Match): void {
  const { wordText, firstWord, textDocument, textField } = table;
  const word = use >= PAIR ? use - PAIR : use;
  const text = use < 0 ? ~use : (wordText[word] ?? 0);
  const document = textDocument[text] ?? 0;
  if ((match.value[document] ?? 0) >= MatchClass.infix) return;
  const start = firstWord[text] ?? 0;
  const field = textField[text] ?? 0;
  const last = use >= PAIR ? word + 1 : word;
  const bits =
    use < 0 ? wordBits(field, 0, (firstWord[text + 1] ?? 0) - start - 1) : wordBits(field, word - start, last - start);
  note(match, document, MatchClass.typo + worth, bits, 0);
}

function countBits(bits: number): number {
  let left = bits;
  let count = 0;
  for (; left !== 0; left &= left - 1) count++;
  return count;
}
