/** How often and how lately something was launched, in one number that halves every `HALF_LIFE_MS`. */
export interface Frecency {
  /** Launches, each worth 1 when it happened, as they weigh at `atMs`. */
  readonly score: number;
  /** The last launch. */
  readonly atMs: number;
}

const DAY_MS = 86_400_000;

/** Five days: ten launches weigh 0.16 after a month, less than a single new one. */
export const HALF_LIFE_MS = 5 * DAY_MS;

/** Below this a launch history no longer moves anything: one launch counts for ten days, ten at once for 27. */
const FADED = 0.25;

/** What the history weighs at `nowMs`; 0 where there is none. A clock that went backwards does not make it grow. */
export function frecencyAt(state: Frecency | undefined, nowMs: number): number {
  if (!state) return 0;
  return state.score * 2 ** (-Math.max(0, nowMs - state.atMs) / HALF_LIFE_MS);
}

/** The history after one more launch at `nowMs`. */
export function launched(state: Frecency | undefined, nowMs: number): Frecency {
  return { score: frecencyAt(state, nowMs) + 1, atMs: Math.max(nowMs, state?.atMs ?? nowMs) };
}

/** What the history still moves: its weight, or 0 once it has faded. */
export function unfaded(state: Frecency | undefined, nowMs: number): number {
  const weight = frecencyAt(state, nowMs);
  return weight < FADED ? 0 : weight;
}
