import type { AccountId, RoleName } from './account';
import { isAt } from './directory';
import { copiedNumber } from './copied-number';
import { findDirect, type Place } from './find-direct';
import { favourites, findServices } from './find-service';
import { type Found, type FoundRow, type Hits, hitsOf, rowOf } from './found';
import { type HabitBoost, habitBoosts } from './habit-boost';
import { MatchClass } from './match';
import { parsePasted, type Pasted } from './pasted';
import { joinNeighbours, joinPieces, parseQuery, partRoles, type Query, withoutFillers } from './query';
import { directLevel } from './rank';
import { type Lexicon, splitWords } from './run-together';
import type { SearchIndex } from './search-index';
import type { BegunServices } from './service-candidates';
import { lettersOf } from './text-table';
import { createTopList, type TopList } from './top-list';
import { matchQuery, type Reach, type TypedMatch } from './typed-match';

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
 * so far would not fill the list or are few: rows of those classes stand below the others in any case.
 */
export function look(index: SearchIndex, text: string, options: SearchOptions): Hits {
  const boost = habitBoosts(index, options.nowMs);
  const pasted = parsePasted(text);
  if (pasted) return findPasted(index, pasted, boost, options.limit);
  const parted = partRoles(text, (word) => index.roleTexts.all.includes(word));
  const hits = findTyped(index, parted, boost, options);
  if (hits.total > 0) return hits;
  const others = [text, ...copiedNumber(index, text)].filter((other) => other !== parted);
  return others.reduce((found, other) => (found.total > 0 ? found : findTyped(index, other, boost, options)), hits);
}

function findTyped(index: SearchIndex, text: string, boost: HabitBoost, { nowMs, limit }: SearchOptions): Hits {
  const query = parseQuery(text);
  if (query.words.length === 0) return { length: 0, total: 0, row: () => undefined };
  const reach = (of: Query, far: Reach): TopList<Place> =>
    find(index, of, matchQuery(index, of, far), boost, nowMs, limit);
  const asOne = parseQuery(joinPieces(text, (word) => isKnown(index, word)));
  const fewer = query.words.length - asOne.words.length;
  if (fewer > 0 && MAIL_PIECE.test(text)) {
    const whole = reach(asOne, 1);
    if (whole.total > 0) return hitsOf(index, whole, asOne.words);
  }
  const literal = matchQuery(index, query, 0);
  if (fitsMany(literal, limit)) {
    const asTyped = find(index, query, literal, boost, nowMs, limit);
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

/** The words that names have as their own. */
function lexiconOf({ accountTexts, roleTexts, appTexts }: SearchIndex): Lexicon {
  const all = [accountTexts.vocabulary, roleTexts.vocabulary, appTexts.vocabulary];
  return {
    isWord: (word) => all.some(({ numbers }) => numbers.has(word)),
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
  boost: HabitBoost,
  nowMs: number,
  limit: number,
): TopList<Place> {
  const top = createTopList<Place>(limit);
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

/** The account of an ARN or address, with the page that it shows; without an account the page in those used of late. */
function findPasted(index: SearchIndex, pasted: Pasted, boost: HabitBoost, limit: number): Hits {
  const rows: FoundRow[] = [];
  const add = (place: Place): void => {
    const row = rowOf(index, place, MatchClass.id, []);
    if (!row) return;
    const partition = row.account && index.portals.get(row.account.portal)?.partition;
    const fits = pasted.destination !== undefined && partition === pasted.partition;
    const isWithoutRole = place.kind === 'account' && lacksRole(index, place.account, pasted.roleName);
    rows.push({ ...row, destination: fits ? pasted.destination : row.destination, lacksRole: isWithoutRole });
  };
  for (const id of pasted.accountIds)
    for (const account of listingsOf(index, id, pasted))
      for (const place of placesOf(index, account, pasted.roleName)) add(place);
  if (pasted.accountIds.length === 0 && pasted.destination !== undefined)
    for (const { account, row } of favourites(index, boost))
      add(row === -1 ? { kind: 'account', account } : { kind: 'role', account, row });
  return { length: Math.min(rows.length, limit), total: rows.length, row: (at) => rows[at] };
}

/** An account as each portal lists it: first the one whose link was pasted, then those with the role that it names. */
function listingsOf(index: SearchIndex, id: AccountId, { portal, roleName }: Pasted): number[] {
  const rank = (number: number): number => {
    const own = index.portals.get(index.accounts[number]?.portal ?? '');
    const isThere = own && portal && isAt(own, portal);
    return (isThere ? 2 : 0) + (lacksRole(index, number, roleName) ? 0 : 1);
  };
  const all = [...index.accounts.keys()].filter((number) => index.accounts[number]?.id === id);
  return all.toSorted((one, other) => rank(other) - rank(one));
}

/** All rows of one account: the asked or usual role, the account, the other roles. Without the asked role the account is first. */
function placesOf(index: SearchIndex, account: number, roleName: RoleName | undefined): Place[] {
  const start = index.rowStart[account] ?? 0;
  const all = Array.from({ length: (index.rowStart[account + 1] ?? 0) - start }, (_, nth) => start + nth);
  const isAsked = (row: number): boolean => index.roleNames[index.rowRole[row] ?? -1] === roleName;
  const rows = [...all.filter(isAsked), ...all.filter((row) => !isAsked(row))];
  const roles = rows.map((row): Place => ({ kind: 'role', account, row }));
  const before = lacksRole(index, account, roleName) ? 0 : 1;
  return [...roles.slice(0, before), { kind: 'account', account }, ...roles.slice(before)];
}

/** Whether a role is asked for that is not among those listed of an account. */
function lacksRole({ accounts, habits }: SearchIndex, number: number, roleName: RoleName | undefined): boolean {
  const account = accounts[number];
  return Boolean(roleName && account?.roles && !habits.inOrder(account).includes(roleName));
}
