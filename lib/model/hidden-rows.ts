import { foldText } from './fold';
import { parseQuery } from './query';
import type { Row } from './row';
import { type Findable, hiddenRows } from './rows';

/**
 * The hidden things that words fit, all of them without words: every word begins one of a name, a number or a role.
 * Typing errors fit none. It looks at what was hidden only, so that it may be asked on every key.
 */
export function findHidden(findable: Findable, text: string): Row[] {
  const { words } = parseQuery(text);
  return hiddenRows(findable).filter(({ name, ownName, accountId, roleName, roles = [] }) => {
    const { compact, starts } = foldText([name, ownName, accountId, roleName, ...roles].join(' '));
    return words.every((word) => starts.some((at) => compact.startsWith(word, at)));
  });
}
