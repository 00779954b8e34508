import type { Status } from '../model/status';

const FIRST_MS = 2_000;
const LONGEST_MS = 20_000;

/**
 * Wakes the worker when the network is back, and while a page waits for it and nothing has been told for a while: the
 * browser may have stopped it in the middle. Asks less and less often, until something is told again. Returns how to
 * stop.
 */
export function nudge(
  world: { readStatus(): Promise<Status>; onStatus(told: (status: Status) => void): () => void },
  wake: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (status: Status, pauseMs: number): void => {
    clearTimeout(timer);
    if (!isUnderWay(status)) return;
    timer = setTimeout(() => {
      wake();
      wait(status, Math.min(pauseMs * 2, LONGEST_MS));
    }, pauseMs);
  };
  void world.readStatus().then((status) => wait(status, FIRST_MS));
  const stop = world.onStatus((status) => wait(status, FIRST_MS));
  addEventListener('online', wake);
  return () => {
    removeEventListener('online', wake);
    clearTimeout(timer);
    stop();
  };
}

function isUnderWay({ portals }: Status): boolean {
  return portals.some(
    ({ crawl, signIn }) => crawl.state === 'running' || (signIn !== undefined && signIn.state !== 'failed'),
  );
}
