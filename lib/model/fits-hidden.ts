import { foldText } from './fold';
import { parseQuery } from './query';
import { type Findable, hiddenRows } from './rows';

/**
 * How many hidden things the words fit: every word begins one of a name, a number or a role. Typing errors fit
 * none. It looks at what was hidden only, so that it may be asked on every key.
 */
export function fitsHidden(findable: Findable, text: string): number {
  const { words } = parseQuery(text);
  if (words.length === 0) return 0;
  return hiddenRows(findable).filter(({ name, ownName, accountId, roleName, roles = [] }) => {
    const { compact, starts } = foldText([name, ownName, accountId, roleName, ...roles].join(' '));
    return words.every((word) => starts.some((at) => compact.startsWith(word, at)));
  }).length;
}
