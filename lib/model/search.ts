import { copiedNumber } from './copied-number';
import { findDirect, type Place } from './find-direct';
import { findPasted, withPage } from './find-pasted';
import { findServices } from './find-service';
import { isAscii, queryWords } from './fold';
import { type Found, type Hits, hitsOf } from './found';
import { type HabitBoost, habitBoosts } from './habit-boost';
import { MatchClass } from './match';
import { asLatinKeys } from './other-keys';
import { parsePasted, parseWordsBeside } from './pasted';
import { joinNeighbours, joinPieces, parseQuery, partRoles, type Query, withoutFillers } from './query';
import { directLevel } from './rank';
import { regionStartingWith } from './region-name';
import { type Lexicon, splitWords } from './run-together';
import type { SearchIndex } from './search-index';
import type { BegunServices } from './service-candidates';
import { spellingsOf } from './spellings';
import { lettersOf } from './text-table';
import { createTopList, type TopList } from './top-list';
import { matchQuery, type Reach, type TypedMatch } from './typed-match';
import { createPermit, partVetoes } from './veto';

export interface SearchOptions {
  readonly nowMs: number;
  /** Most rows that are handed out. */
  readonly limit: number;
}

/** With fewer good rows than this the search goes on to begun service names; with none at all to typing errors. */
const FEW = 3;
/** A piece of an e-mail address is looked for as one: `jane.doe`. */
const MAIL_PIECE = /[\p{L}\p{N}][.@+][\p{L}\p{N}]/u;

/** Finds what was typed or pasted, best first. */
export function search(index: SearchIndex, text: string, options: SearchOptions): Found {
  const { length, total, row } = look(index, text, options);
  return { rows: Array.from({ length }, (_, at) => row(at)).filter((found) => found !== undefined), total };
}

/**
 * The same without making the rows. Looks further, for acronyms and then for typing errors, only where the rows found
 * so far would not fill the list or are few: rows of those classes stand below the others in any case. Where nothing at
 * all is found, a number may have been typed in groups, a region be begun or misspelt, or another layout of the keyboard
 * have been on.
 */
export function look(index: SearchIndex, text: string, options: SearchOptions): Hits {
  const hits = lookFor(index, text, options);
  if (hits.total > 0) return hits;
  const others = [text.replace(/(?<=\d) (?=\d)/g, ''), text.replace(LAST_WORD, withRegion), ...asLatinKeys(text)];
  const other = others.find((each) => each !== text && isAscii(each));
  return other === undefined ? hits : lookFor(index, other, options);
}

const LAST_WORD = /(?<=\S\s)[a-z]\S+$/i;

/** A region that is only begun, `eu-w`, or of five letters and more misspelt: `frankfrut`. */
function withRegion(last: string): string {
  const way = queryWords(last).join('');
  return regionStartingWith(way, 2, way.length > 4 ? 1 : 0) ?? last;
}

function lookFor(index: SearchIndex, text: string, options: SearchOptions): Hits {
  const beside = parseWordsBeside(text);
  if (beside) return withPage(index, beside.pasted, look(index, beside.words, options));
  const boost = habitBoosts(index, options.nowMs);
  const pasted = parsePasted(text);
  if (pasted) return findPasted(index, pasted, boost, options.limit);
  const { text: wanted, vetoes } = partVetoes(index, text);
  const scope = { ...options, boost, isPermitted: createPermit(index, vetoes) };
  const parted = partRoles(wanted, (word) => index.roleTexts.all.includes(word));
  const hits = findTyped(index, parted, scope);
  if (hits.total > 0) return hits;
  const others = [wanted, ...copiedNumber(index, wanted)].filter((other) => other !== parted);
  return others.reduce((found, other) => (found.total > 0 ? found : findTyped(index, other, scope)), hits);
}

/** What is the same for all readings of a text. */
interface Scope extends SearchOptions {
  readonly boost: HabitBoost;
  /** Whether a place may be found. */
  readonly isPermitted: (place: Place) => boolean;
}

function findTyped(index: SearchIndex, text: string, scope: Scope): Hits {
  const { limit } = scope;
  const query = parseQuery(text);
  if (query.words.length === 0) return { length: 0, total: 0, row: () => undefined };
  const reach = (of: Query, far: Reach): TopList<Place> => find(index, of, matchQuery(index, of, far), scope);
  const asOne = parseQuery(joinPieces(text, (word) => isKnown(index, word)));
  const fewer = query.words.length - asOne.words.length;
  if (fewer > 0 && MAIL_PIECE.test(text)) {
    const whole = reach(asOne, 1);
    if (whole.total > 0) return hitsOf(index, whole, asOne.words);
  }
  const literal = matchQuery(index, query, 0);
  if (fitsMany(literal, limit)) {
    const asTyped = find(index, query, literal, scope);
    if (countAbove(asTyped, MatchClass.acronym) >= limit) return hitsOf(index, asTyped, query.words);
  }
  const withAcronyms = reach(query, 1);
  const best = bestScore(withAcronyms);
  if (fewer > 0 && best < directLevel(MatchClass.prefix)) {
    const whole = reach(asOne, 1);
    // Three words or more that some e-mail address has in a row are meant as that.
    const enough = fewer > 1 ? Math.min(best, directLevel(MatchClass.mention)) : best;
    if (bestScore(whole) > enough) return hitsOf(index, whole, asOne.words);
  }
  if (best < directLevel(MatchClass.prefix)) {
    const fuller = otherReadings(index, query)
      .map((of) => ({ of, top: reach(of, 1) }))
      .reduce((one, other) => (bestScore(other.top) > bestScore(one.top) ? other : one), {
        of: query,
        top: withAcronyms,
      });
    if (fuller.of !== query) return hitsOf(index, fuller.top, fuller.of.words);
  }
  const isEnough = countAbove(withAcronyms, MatchClass.acronym) >= 1;
  return hitsOf(index, isEnough ? withAcronyms : reach(query, 2), query.words);
}

/** What the words may mean where as they stand they fit nothing well. */
function otherReadings(index: SearchIndex, query: Query): Query[] {
  const { words } = query;
  const lexicon = lexiconOf(index);
  const readings = [joinNeighbours(query, lexicon), withoutFillers(words), splitWords(words, lexicon)];
  return readings.filter(({ length }) => length > 0 && length !== words.length).map((own) => parseQuery(own.join(' ')));
}

const bestScore = (top: TopList<Place>): number => top.best()[0]?.score ?? 0;

/** Whether a name or a mention has the word, be it run together. */
function isKnown({ accountTexts, roleTexts, appTexts }: SearchIndex, word: string): boolean {
  return [accountTexts, roleTexts, appTexts].some(({ all }) => all.includes(word));
}

/** The words that names have as their own, in any spelling: `db` where a role is called DatabaseAdmin. */
function lexiconOf({ accountTexts, roleTexts, appTexts }: SearchIndex): Lexicon {
  const all = [accountTexts.vocabulary, roleTexts.vocabulary, appTexts.vocabulary];
  return {
    isWord(word) {
      const ways = spellingsOf(word);
      return all.some(({ numbers }) => ways.some((way) => numbers.has(way)));
    },
    isBegun(beginning) {
      const needed = lettersOf(beginning);
      const begins = (word: string, has = 0): boolean => (needed & ~has) === 0 && word.startsWith(beginning);
      return all.some(({ words, letters }) => words.some((word, id) => begins(word, letters[id])));
    },
  };
}

/** Whether the words as they are fit so many accounts that they may fill the list. */
function fitsMany({ accountMask, full }: TypedMatch, limit: number): boolean {
  let count = 0;
  for (let account = 0; account < accountMask.length && count < limit; account++)
    if (accountMask[account] === full) count++;
  return count === limit;
}

function find(
  index: SearchIndex,
  query: Query,
  typed: TypedMatch,
  { boost, nowMs, limit, isPermitted }: Scope,
): TopList<Place> {
  const top = createTopList<Place>(limit, isPermitted);
  findDirect(index, typed, boost, top);
  findServices(index, query, typed, boost, top, nowMs, begunServices(top));
  return top;
}

function begunServices(direct: TopList<Place>): BegunServices {
  if (countAbove(direct, MatchClass.acronym) >= FEW) return 'none';
  return bestScore(direct) >= directLevel(MatchClass.mention) ? 'after mentions' : 'all';
}

/** Above a class's level, and below all of the next one; the rows of a class differ by less. */
const NEXT_CLASS = 9;

/** Rows, among those kept, of a better class than this one. */
function countAbove(top: TopList<Place>, matchClass: number): number {
  const least = directLevel(matchClass) + NEXT_CLASS;
  return top.best().filter(({ score }) => score > least).length;
}
