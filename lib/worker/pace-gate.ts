import { accepted, byClock, giveWay, type Pace, refused, spacingMs } from '../model/pace';
import { Stopped } from './stopped';

export interface PaceGate {
  /** Settles when the next call may go out; rejects when aborted, or when the wait is too long to sit out. */
  turn(signal: AbortSignal): Promise<void>;
  accepted(): void;
  refused(retryAfterMs: number | undefined): void;
  giveWay(): void;
  pace(): Pace;
}

/** A worker that sleeps longer than this may be stopped by the browser: an alarm takes over. */
const LONGEST_SLEEP_MS = 20_000;

/** One budget per portal: hands out turns, first come first served, at the pace that the answers teach. */
export function createPaceGate(from: Pace, now: () => number, random: () => number): PaceGate {
  let pace = from;
  let nextMs = 0;
  let last: Promise<void> = Promise.resolve();

  async function wait(signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const nowMs = now();
      pace = byClock(pace, nowMs);
      nextMs = Math.min(nextMs, nowMs + spacingMs(pace));
      if (pace.notBeforeMs - nowMs > LONGEST_SLEEP_MS)
        throw new Stopped({ kind: 'throttled', retryAfterMs: undefined }, pace.notBeforeMs);
      const atMs = Math.max(nextMs, pace.notBeforeMs);
      if (atMs <= nowMs) {
        // Counted from when it was due: timers come late, and that must not add up.
        nextMs = Math.max(atMs, nowMs - spacingMs(pace)) + spacingMs(pace);
        return;
      }
      await sleep(Math.min(atMs - nowMs, LONGEST_SLEEP_MS), signal);
    }
  }

  return {
    turn(signal) {
      const own = last.then(() => wait(signal));
      last = own.catch(() => undefined);
      return own;
    },
    accepted: () => void (pace = accepted(pace, now())),
    refused: (retryAfterMs) => void (pace = refused(pace, now(), retryAfterMs, random())),
    giveWay: () => void (pace = giveWay(pace, now())),
    pace: () => pace,
  };
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}
