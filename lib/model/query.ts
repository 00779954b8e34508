import { queryWords } from './fold';
import { regionNamed, regionStartingWith } from './region-name';

/** What a person typed, read as words. Bit n of a mask stands for word n. */
export interface Query {
  readonly words: readonly string[];
  /** All words. */
  readonly full: number;
  readonly region: string | undefined;
  /** The words that name the region. */
  readonly regionMask: number;
}

const LONGEST_TEXT = 400;
const LONGEST_WORD = 60;
const MOST_WORDS = 12;
/** `us-gov-east-1`. */
const MOST_REGION_WORDS = 4;

/** Reads the words of a query, whatever is in it; more than twelve words or 400 characters are not read. */
export function parseQuery(text: string): Query {
  return queryOf(
    joinNumbers(text.slice(0, LONGEST_TEXT))
      .split(/\s+/)
      .flatMap(queryWords)
      .map((word) => word.slice(0, LONGEST_WORD))
      .slice(0, MOST_WORDS),
  );
}

interface Joined {
  readonly query: Query;
  /** How many words are one now. */
  readonly length: number;
}

/** The same query with a piece typed without spaces as one word, where that `isKnown`: `on-call` as `oncall`. */
export function joinedQueries(text: string, { words }: Query, isKnown: (word: string) => boolean): Joined[] {
  const pieces = text.slice(0, LONGEST_TEXT).split(/\s+/).map(queryWords);
  return pieces.flatMap((piece) => {
    const joined = piece.join('');
    const at = words.findIndex((_, from) => piece.every((word, nth) => word === words[from + nth]));
    if (piece.length < 2 || at === -1 || joined.length > LONGEST_WORD || !isKnown(joined)) return [];
    const query = queryOf([...words.slice(0, at), joined, ...words.slice(at + piece.length)]);
    return [{ query, length: piece.length }];
  });
}

function queryOf(words: readonly string[]): Query {
  return { words, full: (1 << words.length) - 1, ...findRegion(words) };
}

/** Takes dashes and spaces out of account numbers: `1111-2222-3333`, `1111 2222 3333`, `1111-22`, `111 122 223 333`. */
function joinNumbers(text: string): string {
  const digits = text.replace(/[\s.-]/g, '');
  if (/^\d{12}$/.test(digits)) return digits;
  return text
    .replace(/(?<!\d)(\d{4})[\s-](\d{4})[\s-](\d{4})(?!\d)/g, '$1$2$3')
    .replace(/(?<![\w-])\d{4}-\d{1,4}(?:-\d{0,4})?(?![\w-])/g, (number) => number.replaceAll('-', ''));
}

/** Takes the signs out of pieces of e-mail addresses, which are looked for as one: `jane.doe@corp` as `janedoecorp`. */
export function joinMails(text: string): string {
  return text
    .slice(0, LONGEST_TEXT)
    .replace(/\S+@\S+/g, (address) => queryWords(address).join(''))
    .replace(/(?<=[\p{L}\p{N}])[.@+](?=[\p{L}\p{N}])/gu, '');
}

function findRegion(words: readonly string[]): Pick<Query, 'region' | 'regionMask'> {
  for (let length = MOST_REGION_WORDS; length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const region = regionNamed(words.slice(at, at + length).join(''));
      if (region !== undefined) return { region, regionMask: ((1 << length) - 1) << at };
    }
  }
  const at = words.findIndex((word) => regionStartingWith(word) !== undefined);
  return at === -1
    ? { region: undefined, regionMask: 0 }
    : { region: regionStartingWith(words[at] ?? ''), regionMask: 1 << at };
}
