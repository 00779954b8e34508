/**
 * Runs a task soon, at most once per interval (longer where the task itself takes long). The first call runs at once,
 * the last one is never lost.
 */
export function createThrottle(intervalMs: number, now: () => number, task: () => Promise<void>): () => void {
  let isWaiting = false;
  let pauseMs = 0;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(async () => {
      isWaiting = false;
      const startedMs = now();
      await task().catch(() => undefined);
      pauseMs = Math.max(intervalMs, 10 * (now() - startedMs));
    }, pauseMs);
  };
}
