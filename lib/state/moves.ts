import { signal } from '@preact/signals';

/**
 * Moves within a list that is stored elsewhere. They show at once, so that each starts from where the one before it led,
 * stored or not; what is stored in the end is read again.
 */
export function createMoves<Key>(readAgain: () => Promise<void>) {
  const moves = signal<readonly { readonly key: Key; readonly to: number }[]>([]);
  let underWay = 0;

  async function answered(): Promise<void> {
    underWay -= 1;
    if (underWay === 0) await readAgain();
    if (underWay === 0) moves.value = [];
  }

  return {
    /** A list that was read, as it is with the moves. */
    over: <Item>(items: readonly Item[], keyOf: (item: Item) => Key): readonly Item[] =>
      moves.value.reduce((list, { key, to }) => moved(list, (item) => keyOf(item) === key, to), items),

    /** Puts `key` at a place counted from 0, here and where `store` does. */
    async move(key: Key, to: number, store: () => Promise<boolean>): Promise<boolean> {
      moves.value = [...moves.value, { key, to }];
      underWay += 1;
      return store().finally(answered);
    },
  };
}

function moved<Item>(list: readonly Item[], isMeant: (item: Item) => boolean, to: number): readonly Item[] {
  const own = list.filter(isMeant);
  return list.filter((item) => !isMeant(item)).toSpliced(Math.max(0, to), 0, ...own);
}
