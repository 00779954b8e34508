import type { Row } from './row';

/** Rows to show. Tens of thousands may be listed where the eye sees ten: not all need to be made. Arrays are such lists. */
export interface RowList {
  readonly length: number;
  /** The list stops here, and more would belong to it. */
  readonly isCut?: boolean;
  /** Counted from 0; `undefined` outside of the list. */
  at(index: number): Row | undefined;
  slice(from: number, to: number): readonly Row[];
}

/** A list whose rows are made when they are looked at, each once. */
export function lazyRows(length: number, make: (index: number) => Row | undefined): RowList {
  const made = new Map<number, Row | undefined>();
  return listOf(length, (index) => {
    if (!made.has(index)) made.set(index, make(index));
    return made.get(index);
  });
}

/** One list after the other. */
export function joined(...lists: readonly RowList[]): RowList {
  const length = lists.reduce((sum, list) => sum + list.length, 0);
  return listOf(length, (index) => {
    let own = index;
    for (const list of lists) {
      if (own < list.length) return list.at(own);
      own -= list.length;
    }
    return undefined;
  });
}

function listOf(length: number, rowAt: (index: number) => Row | undefined): RowList {
  const at = (index: number): Row | undefined => (index >= 0 && index < length ? rowAt(index) : undefined);
  return {
    length,
    at,
    slice(from, to) {
      const rows: Row[] = [];
      for (let index = Math.max(0, from); index < Math.min(to, length); index++) {
        const row = at(index);
        if (row) rows.push(row);
      }
      return rows;
    },
  };
}
