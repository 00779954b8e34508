import { every } from './later';

const LOOK_EVERY_MS = 100;
/** As long as browsers let one last where the page says nothing else. */
const LONGEST_MS = 250;

/** While a page goes over from one view to the next, pictures of it lie over all that is in it, the label too: it may not take long. */
export function endLongTransitions(page: Document, signal: AbortSignal): void {
  let sinceMs: number | undefined;
  const look = (): void => {
    const { activeViewTransition } = page;
    // Some browsers that Burgee runs in don't tell of it.
    if (!activeViewTransition) sinceMs = undefined;
    else if (performance.now() - (sinceMs ??= performance.now()) >= LONGEST_MS) activeViewTransition.skipTransition();
  };
  every(LOOK_EVERY_MS, look, signal);
}
