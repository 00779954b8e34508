/**
 * When something was set, and by whom: a hybrid logical clock. A browser never stamps earlier than what it has seen, so
 * an edit wins over the one that it changed, however wrong a clock is.
 */
export interface Stamp {
  readonly ms: number;
  /** Tells stamps of the same millisecond apart. */
  readonly count: number;
  /** The browser that set it. */
  readonly by: string;
}

const LAST_MS = 253_402_300_799_000;

/** The next stamp after all that was seen. */
export function stampAfter(last: Stamp | undefined, nowMs: number, by: string): Stamp {
  const ms = Math.max(0, Math.min(LAST_MS, Math.round(nowMs)));
  return last && last.ms >= ms ? { ms: last.ms, count: last.count + 1, by } : { ms, count: 0, by };
}

/** Negative where the first is earlier; 0 for the same stamp only. */
export function compareStamps(one: Stamp, other: Stamp): number {
  return one.ms - other.ms || one.count - other.count || compareTexts(one.by, other.by);
}

export function latestStamp(stamps: Iterable<Stamp>): Stamp | undefined {
  let latest: Stamp | undefined;
  for (const stamp of stamps) if (!latest || compareStamps(stamp, latest) > 0) latest = stamp;
  return latest;
}

/** A stamp that was stored or synchronised; `undefined` for what is none. */
export function parseStamp(ms: unknown, count: unknown, by: unknown): Stamp | undefined {
  const isWhole = (value: unknown, most: number): value is number =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
  const isName = typeof by === 'string' && /^[a-z0-9]{1,16}$/.test(by);
  return isWhole(ms, LAST_MS) && isWhole(count, 1e9) && isName ? { ms, count, by } : undefined;
}

/** By code units: the same in every browser and language. */
export function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
