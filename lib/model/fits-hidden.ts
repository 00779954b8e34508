import { foldText } from './fold';
import { parseQuery } from './query';
import type { Row } from './row';
import { type Findable, hiddenRows } from './rows';

/**
 * How many hidden things the words fit: every word begins one of a name, a number or a role. Typing errors fit
 * none. It looks at what was hidden only, so that it may be asked on every key.
 */
export function fitsHidden(findable: Findable, text: string): number {
  const { words } = parseQuery(text);
  if (words.length === 0 || findable.index.personal.hidden.length === 0) return 0;
  return hiddenRows(findable).filter((row) => {
    const texts = textsOf(row);
    return words.every((word) => texts.some((own) => beginsWord(own, word)));
  }).length;
}

function textsOf({ entry, name, ownName, accountId, roleName, roles = [] }: Row): string[] {
  const own = [name, ownName, accountId, ...(entry.kind === 'account' ? roles : [roleName])];
  return own.filter((text) => text !== undefined);
}

function beginsWord(text: string, word: string): boolean {
  const { compact, starts } = foldText(text);
  return starts.some((at) => compact.startsWith(word, at));
}
