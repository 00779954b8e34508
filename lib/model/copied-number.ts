import { queryWords } from './fold';
import { parseQuery } from './query';
import type { SearchIndex } from './search-index';

/** Signs that copied text has, and typed words do not. */
const SIGN_OF_COPY = /[:/@=,"()]/;

/**
 * What copied text says of a listed account by its number, where its other words fit nothing: the number with the role of
 * that account which they name, then the number alone.
 */
export function copiedNumber({ accounts, habits }: SearchIndex, text: string): string[] {
  if (!SIGN_OF_COPY.test(text)) return [];
  const { words } = parseQuery(text);
  const account = accounts.find(({ id }) => words.includes(id));
  if (!account) return [];
  const isNamed = (role: string): boolean => queryWords(role).every((word) => words.includes(word));
  const named = habits.inOrder(account).filter(isNamed);
  const longestFirst = named.toSorted((one, other) => other.length - one.length);
  return [...longestFirst.map((role) => `${account.id} ${role}`), account.id];
}
