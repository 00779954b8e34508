/**
 * Makes of a task that reads what is stored one that never overtakes itself: asked for while it runs, it runs once more
 * afterwards. Two that ran side by side could show what was read first last, and for good. Settles once all that was
 * asked for has been done.
 */
export function caughtUp(task: () => Promise<void>): () => Promise<void> {
  let isBehind = false;
  let running: Promise<void> | undefined;

  async function catchUp(): Promise<void> {
    try {
      while (isBehind) {
        isBehind = false;
        await task();
      }
    } finally {
      running = undefined;
    }
  }

  return () => {
    isBehind = true;
    running ??= catchUp();
    return running;
  };
}
