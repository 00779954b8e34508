/*
 * A page can end every timer of its window by counting through their numbers, those of other worlds too, and some do so
 * without malice. These have no numbers.
 */

/** Runs `task` once after so many milliseconds, unless all has ended by then. */
export function later(ms: number, task: () => void, ending: AbortSignal): void {
  AbortSignal.timeout(ms).addEventListener('abort', () => void (ending.aborted || task()));
}

/** Runs `task` every so many milliseconds until all ends. */
export function every(ms: number, task: () => void, ending: AbortSignal): void {
  later(ms, () => (every(ms, task, ending), task()), ending);
}
