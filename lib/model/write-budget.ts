/** How much was written when. */
export type Spent = readonly (readonly [atMs: number, items: number])[];

/** Browsers allow 120 writes a minute; a quarter of that leaves room for whatever else the person syncs. */
const PER_MINUTE = 30;
/** A minute, and how long the writing itself may take: what was begun within one counts. */
const WINDOW_MS = 75_000;

/** What still counts. A clock that was set back forgets what lies ahead of it. */
export function stillSpent(spent: Spent, nowMs: number): Spent {
  return spent.filter(([atMs]) => atMs > nowMs - WINDOW_MS && atMs <= nowMs);
}

/** How long to wait until so many items may be written. */
export function waitMs(spent: Spent, items: number, nowMs: number): number {
  const recent = stillSpent(spent, nowMs);
  let left = PER_MINUTE - recent.reduce((sum, [, count]) => sum + count, 0);
  if (items <= left) return 0;
  for (const [atMs, count] of recent) {
    left += count;
    if (items <= left) return atMs + WINDOW_MS - nowMs;
  }
  return WINDOW_MS;
}
