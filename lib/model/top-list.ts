/** Keeps the best of many, in order; of equals the earlier one stays first. */
export interface TopList<Item> {
  /** How many were seen, kept or not. */
  readonly total: number;
  /** Counts one more, and says whether it would be kept: what is not need not be made. */
  wants(score: number): boolean;
  /** What a score must be above to be kept. */
  readonly least: number;
  /** Counts that many more which are known not to be wanted. */
  pass(count: number): void;
  /** Keeps an item that was wanted. */
  keep(score: number, item: Item): void;
  best(): readonly { readonly score: number; readonly item: Item }[];
}

/** `isPermitted`: items that are not are neither kept nor counted. */
export function createTopList<Item>(limit: number, isPermitted: (item: Item) => boolean = () => true): TopList<Item> {
  const kept: { score: number; item: Item }[] = [];
  let total = 0;
  let least = limit > 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return {
    get total() {
      return total;
    },
    get least() {
      return least;
    },
    pass(count) {
      total += count;
    },
    wants(score) {
      total++;
      return score > least;
    },
    keep(score, item) {
      if (!isPermitted(item)) {
        total--;
        return;
      }
      let low = 0;
      let high = kept.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((kept[middle]?.score ?? 0) >= score) low = middle + 1;
        else high = middle;
      }
      kept.splice(low, 0, { score, item });
      if (kept.length > limit) kept.pop();
      if (kept.length === limit) least = kept[limit - 1]?.score ?? least;
    },
    best: () => kept,
  };
}
