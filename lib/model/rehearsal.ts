import type { Directory } from './directory';
import type { RowList } from './row-list';
import { searchRows } from './rows';
import { lookupOf } from './row';
import { indexSteps, type SearchIndex } from './search-index';
import type { Steps } from './steps';

/** Few accounts, many searches: a browser makes fast what runs often, and no step of it holds up a key. */
const MOST_ACCOUNTS = 240;
const ROUNDS = 8;

const LONGEST = 12;
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/**
 * Searches that nobody asked for, and rows that nobody sees, one a step, so that the browser has made both fast before
 * the first key: in each round every letter, a name of the directory letter by letter with a role, and the same with two
 * letters swapped and a service behind it. They run in a part of the directory of its own, and leave no trace in the index.
 */
export function* rehearsal(
  { accounts, directory, personal }: SearchIndex,
  nowMs: number,
  draw: (rows: RowList) => void,
): Steps<void> {
  const part = partOf(directory, accounts);
  const index = yield* indexSteps(part, personal, nowMs);
  const sources = { index, lookup: lookupOf(part), nowMs };
  for (let round = 0; round < ROUNDS; round++) {
    const name = index.accounts[Math.floor((index.accounts.length * (round + 0.5)) / ROUNDS)]?.name.slice(0, LONGEST);
    if (name === undefined) return;
    const role = index.roleNames[round % Math.max(1, index.roleNames.length)]?.slice(0, 3) ?? '';
    const swapped = `${name[0] ?? ''}${name[2] ?? ''}${name[1] ?? ''}${name.slice(3)}`;
    const texts = [...LETTERS, ...beginnings(`${name} ${role}`), ...beginnings(`${swapped} ${role} s3`)];
    for (const text of texts) {
      const rows = searchRows(sources, text);
      yield;
      draw(rows);
      yield;
    }
  }
}

/** Accounts from all over the list, with all apps and portals. */
function partOf(directory: Directory, accounts: SearchIndex['accounts']): Directory {
  const every = Math.ceil(accounts.length / MOST_ACCOUNTS);
  return { ...directory, accounts: accounts.filter((_, number) => number % every === 0) };
}

function beginnings(text: string): string[] {
  return Array.from(text, (_, at) => text.slice(0, at + 1));
}
