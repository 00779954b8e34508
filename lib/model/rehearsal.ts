import { MOST_FOUND } from './rows';
import { look } from './search';
import type { SearchIndex } from './search-index';
import type { Steps } from './steps';

const LONGEST = 10;

/**
 * Searches that nobody asked for, one a step, so that the browser has made the search fast before the first key: a name
 * of the directory letter by letter, in a role, and with two letters swapped. They leave no trace in what is found.
 */
export function* rehearsal(index: SearchIndex, nowMs: number): Steps<void> {
  const name = (index.accounts[index.accounts.length >> 1]?.name ?? '').slice(0, LONGEST);
  const role = (index.roleNames[0] ?? '').slice(0, 3);
  const swapped = `${name[0] ?? ''}${name[2] ?? ''}${name[1] ?? ''}${name.slice(3)}`;
  for (const text of [...beginnings(`${name} ${role}`), ...beginnings(swapped).slice(2)]) {
    look(index, text, { nowMs, limit: MOST_FOUND });
    yield;
  }
}

function beginnings(text: string): string[] {
  return Array.from(text, (_, at) => text.slice(0, at + 1));
}
