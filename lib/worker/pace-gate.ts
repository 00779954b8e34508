import { accepted, giveWay, type Pace, refused, spacingMs, startPace } from '../model/pace';

export interface PaceGate {
  /** Settles when the next call may go out; rejects when aborted. */
  turn(signal: AbortSignal): Promise<void>;
  accepted(): void;
  refused(retryAfterMs: number | undefined): void;
  giveWay(): void;
  /** When the next call may go out, if it has to wait. */
  waitsUntilMs(): number;
}

/** One budget per portal session: hands out turns at the pace that the answers teach. */
export function createPaceGate(now: () => number, random: () => number): PaceGate {
  let pace: Pace = startPace(now());
  let nextMs = 0;

  return {
    async turn(signal) {
      for (;;) {
        signal.throwIfAborted();
        const at = Math.max(now(), nextMs, pace.notBeforeMs);
        if (at <= now()) {
          nextMs = now() + spacingMs(pace);
          return;
        }
        if (nextMs >= pace.notBeforeMs && nextMs > now()) {
          const own = nextMs;
          nextMs += spacingMs(pace);
          await sleep(own - now(), signal);
          if (pace.notBeforeMs <= now()) return;
          continue;
        }
        await sleep(at - now(), signal);
      }
    },
    accepted: () => void (pace = accepted(pace, now())),
    refused: (retryAfterMs) => void (pace = refused(pace, now(), retryAfterMs, random())),
    giveWay: () => void (pace = giveWay(pace, now())),
    waitsUntilMs: () => pace.notBeforeMs,
  };
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(
      () => {
        signal.removeEventListener('abort', stop);
        resolve();
      },
      Math.max(0, ms),
    );
    signal.addEventListener('abort', stop, { once: true });
  });
}
