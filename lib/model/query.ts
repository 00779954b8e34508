import { queryWords } from './fold';
import { type RegionReading, readRegions } from './query-regions';
import type { Lexicon } from './run-together';

/** What a person typed, read as words. Bit n of a mask stands for word n. */
export interface Query {
  readonly words: readonly string[];
  /** All words. */
  readonly full: number;
  /** The regions that some of the words may name, likeliest first. */
  readonly regions: readonly RegionReading[];
}

export const LONGEST_TEXT = 400;
const LONGEST_WORD = 60;
const MOST_WORDS = 12;
const ACCOUNT_NUMBER = /^\d{12}$/;
/** Words that people copy along with a number, before it, and that say no more than it does. */
const saysNumber = new Set(['account', 'accountid', 'acct', 'aws', 'id', 'no', 'nr', 'number']);

/** Reads the words of a query, whatever is in it; more than twelve words or 400 characters are not read. */
export function parseQuery(text: string): Query {
  const all = legible(text)
    .split(/\s+/)
    .flatMap(piecesOf)
    .map((word) => word.slice(0, LONGEST_WORD));
  const number = all.findIndex((word) => ACCOUNT_NUMBER.test(word));
  const words = all.filter((word, at) => at > number || !saysNumber.has(word)).slice(0, MOST_WORDS);
  return { words, full: (1 << words.length) - 1, regions: readRegions(words) };
}

/** What people copy, as they would type it: numbers without dashes, roles and settings as they are called. */
function legible(text: string): string {
  return joinNumbers(text.slice(0, LONGEST_TEXT))
    .replace(/AWSReservedSSO_([\w+=,.@-]+)_[0-9a-f]{16}/gi, '$1')
    .replace(/\bsso_(?=account)|^.*(?:--|AWS_)profile[ =]/gi, '');
}

/** A piece with an account's number in it is about that account: `222222222222.dkr.ecr.eu-west-1.amazonaws.com`. */
function piecesOf(text: string): string[] {
  const number = /(?<!\d)\d{12}(?!\d)/.exec(text)?.[0];
  return number === undefined ? queryWords(text) : [number];
}

/** Takes dashes and spaces out of account numbers: `1111-2222-3333`, `1111 2222 3333`, `1111-22`, `111 122 223 333`. */
function joinNumbers(text: string): string {
  const digits = text.replace(/[\s.-]/g, '');
  if (/^\d{12}$/.test(digits)) return digits;
  return text
    .replace(/(?<!\d)(\d{4})[\s-](\d{4})[\s-](\d{4})(?!\d)/g, '$1$2$3')
    .replace(/(?<![\w-])\d{4}-\d{1,4}(?:-\d{0,4})?(?![\w-])/g, (number) => number.replaceAll('-', ''));
}

/** The text with each piece that was typed without spaces as one word, where that `isKnown`: `on-call` as `oncall`. */
export function joinPieces(text: string, isKnown: (word: string) => boolean): string {
  return text.slice(0, LONGEST_TEXT).replace(/\S+/g, (piece) => {
    const words = queryWords(piece);
    const joined = words.join('');
    return words.length > 1 && isKnown(joined) ? joined : piece;
  });
}

/** The text with what an account's number is joined to apart, where that `isRole`: `111111111111_Billing`, `Billing-111111111111`. */
export function partRoles(text: string, isRole: (word: string) => boolean): string {
  const numbered = /(?:(?<=^|\s)(\S+)[-_/:@])?(?<!\d)(\d{12})(?:[-_/:](?:role\/)?(\S+))?/g;
  return legible(text).replace(numbered, (piece, before: string | undefined, number: string, behind = before) =>
    behind !== undefined && isRole(queryWords(behind).join('')) ? `${number} ${behind}` : piece,
  );
}

const MOST_JOINED = 3;

/** The words with neighbours as one, where that `isWord` and none is a region's: `pre prod` as `preprod`. */
export function joinNeighbours({ words, regions }: Query, { isWord }: Lexicon): string[] {
  const ofRegions = regions.reduce((mask, each) => mask | each.mask, 0);
  const joined: string[] = [];
  for (let at = 0; at < words.length;) {
    let length = Math.min(MOST_JOINED, words.length - at);
    const isOne = (): boolean =>
      (ofRegions & (((1 << length) - 1) << at)) === 0 && isWord(words.slice(at, at + length).join(''));
    while (length > 1 && !isOne()) length--;
    joined.push(words.slice(at, at + length).join(''));
    at += length;
  }
  return joined;
}

/** Words that only tie others together, or say what is known: all of this is about accounts and roles of AWS. */
const fillers = new Set(
  `a access account acct an and as at aws by console et for from go in into login my of on open role the to und with y`.split(
    ' ',
  ),
);

/** Words that say of a number behind them that it is one; by themselves they may be meant for what can be done with it. */
const announcing = new Set(['ending', 'id', 'no', 'nr', 'number']);

/** The words without those that say nothing by themselves: an `and` that stands for an `&`, an emoji. */
export function withoutFillers(words: readonly string[]): string[] {
  const lastNumber = words.findLastIndex((word) => /^\d+$/.test(word));
  const isFiller = (word: string, at: number): boolean =>
    fillers.has(word) || (announcing.has(word) && at < lastNumber) || !/[\p{L}\p{N}]/u.test(word);
  return words.filter((word, at) => !isFiller(word, at));
}
