import type { Steps } from '../model/steps';

/** Half of what a person's key may take: one that comes in between waits for no more. */
const SLICE_MS = 4;

/** `user-visible` is work that somebody waits for; `background` comes when there is nothing else to do. */
type Priority = 'background' | 'user-visible';

/** Does long work in slices, and lets keys and drawing come before each; settles with what the work gives. */
export async function inSlices<Value>(steps: Steps<Value>, priority: Priority = 'user-visible'): Promise<Value> {
  if (priority === 'background') await afterKeys(priority);
  let sliceEndMs = performance.now() + SLICE_MS;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() < sliceEndMs) continue;
    await afterKeys(priority);
    sliceEndMs = performance.now() + SLICE_MS;
  }
}

interface Scheduler {
  postTask(task: () => void, options: { readonly priority: Priority }): Promise<void>;
}

/** Behind what waits already; browsers without a scheduler take a timer for that. */
function afterKeys(priority: Priority): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: Scheduler };
  if (scheduler) return scheduler.postTask(() => undefined, { priority });
  return new Promise((resolve) => setTimeout(resolve));
}
