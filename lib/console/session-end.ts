/** What the label says of a session's end. */
export interface Ending {
  readonly atMs: number;
  /** By the clock it has ended; AWS may see it otherwise. */
  readonly isOver: boolean;
}

const NOTICE_MS = 10 * 60_000;
const ASK_EVERY_MS = 30_000;

/**
 * Says when a session's end is near. Before it says so, and while it does, it asks again: the session may have been
 * renewed elsewhere meanwhile. Goes by the clock whenever it is asked to look: a timer would stand still with the machine.
 */
export function createSessionEnd(ask: () => Promise<number | undefined>, changed: () => void) {
  let endsAtMs: number | undefined;
  let askedAtMs = 0;
  let ending: Ending | undefined;
  let wasKnown = false;

  function told(atMs: number | undefined): void {
    endsAtMs = atMs;
    wasKnown ||= atMs !== undefined;
    askedAtMs = Date.now();
    const isNear = atMs !== undefined && Date.now() >= atMs - NOTICE_MS;
    const now = isNear ? { atMs, isOver: Date.now() >= atMs } : undefined;
    if (now?.atMs === ending?.atMs && now?.isOver === ending?.isOver) return;
    ending = now;
    changed();
  }

  function askNow(): void {
    askedAtMs = Date.now();
    void ask().then(told, () => undefined);
  }

  return {
    told,
    ending: () => ending,

    /** The person is back, or somebody signed in: what is known may be old. */
    lookAgain(): void {
      if (wasKnown) askNow();
    },

    look(): void {
      if (endsAtMs === undefined || ending?.isOver || Date.now() < endsAtMs - NOTICE_MS) return;
      if (Math.abs(Date.now() - askedAtMs) < ASK_EVERY_MS) return;
      askNow();
    },
  };
}
