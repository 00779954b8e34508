/**
 * How fast a portal session may be asked, learned from its answers.
 * AWS does not publish the limit (3 per second is safe, 20 is quoted), so the rate grows until an answer says 429, falls
 * at once, comes back quickly to where it was safe, and then feels its way upwards.
 */
export interface Pace {
  /** Calls per second allowed now. */
  readonly perSecond: number;
  /** The rate at which AWS last refused; `undefined` before the first refusal. */
  readonly ceiling: number | undefined;
  readonly changedAtMs: number;
  /** No call before this time. */
  readonly notBeforeMs: number;
  /** Refusals in a row. */
  readonly refusals: number;
}

const START_PER_SECOND = 8;
const SLOWEST_PER_SECOND = 0.5;
const FASTEST_PER_SECOND = 40;
/** Growth per second: before any refusal, below the ceiling, and at it. */
const GROWTH_UNKNOWN = 1.15;
const GROWTH_BELOW = 1.1;
const GROWTH_AT_CEILING = 1.006;
const SAFE_SHARE_OF_CEILING = 0.86;
const CUT = 0.72;
const LONGEST_WAIT_MS = 60_000;
/** Calls already under way when the limit was hit are refused too; they tell nothing new. */
const SAME_REFUSAL_MS = 700;
const LAUNCH_PAUSE_MS = 1_200;

export function startPace(nowMs: number): Pace {
  return { perSecond: START_PER_SECOND, ceiling: undefined, changedAtMs: nowMs, notBeforeMs: nowMs, refusals: 0 };
}

/** After an answer that was not a refusal. */
export function accepted(pace: Pace, nowMs: number): Pace {
  const seconds = Math.max(0, (nowMs - pace.changedAtMs) / 1_000);
  if (seconds < 0.1) return pace.refusals === 0 ? pace : { ...pace, refusals: 0 };
  const growth = growthOf(pace) ** Math.min(seconds, 2);
  return { ...pace, perSecond: Math.min(pace.perSecond * growth, FASTEST_PER_SECOND), changedAtMs: nowMs, refusals: 0 };
}

function growthOf({ perSecond, ceiling }: Pace): number {
  if (ceiling === undefined) return GROWTH_UNKNOWN;
  return perSecond < ceiling * SAFE_SHARE_OF_CEILING ? GROWTH_BELOW : GROWTH_AT_CEILING;
}

/**
 * After a 429. `retryAfterMs` is what the answer asked for, if anything; `random` in [0, 1) spreads the return (full
 * jitter). Several refusals of one burst count once.
 */
export function refused(pace: Pace, nowMs: number, retryAfterMs: number | undefined, random: number): Pace {
  const asked = Math.min(Math.max(retryAfterMs ?? 0, 0), LONGEST_WAIT_MS);
  if (pace.refusals > 0 && nowMs - pace.changedAtMs < SAME_REFUSAL_MS) {
    return { ...pace, notBeforeMs: Math.max(pace.notBeforeMs, nowMs + asked) };
  }
  const refusals = pace.refusals + 1;
  const backOff = random * Math.min(LONGEST_WAIT_MS, 500 * 2 ** refusals);
  return {
    perSecond: Math.max(pace.perSecond * CUT, SLOWEST_PER_SECOND),
    ceiling: pace.perSecond,
    changedAtMs: nowMs,
    notBeforeMs: nowMs + Math.max(asked, backOff),
    refusals,
  };
}

/** The person is opening something through the same session: leave it the next moment. */
export function giveWay(pace: Pace, nowMs: number): Pace {
  return { ...pace, notBeforeMs: Math.max(pace.notBeforeMs, nowMs + LAUNCH_PAUSE_MS) };
}

/**
 * The pace as a clock that may have gone back can tell it: nothing has changed later than now, and no wait is longer than
 * a minute.
 */
export function byClock(pace: Pace, nowMs: number): Pace {
  const { changedAtMs, notBeforeMs } = pace;
  if (changedAtMs <= nowMs) return pace;
  return { ...pace, changedAtMs: nowMs, notBeforeMs: notBeforeMs > nowMs + LONGEST_WAIT_MS ? nowMs : notBeforeMs };
}

/** Milliseconds between two calls at the present rate. */
export function spacingMs(pace: Pace): number {
  return 1_000 / pace.perSecond;
}
