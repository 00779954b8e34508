import type { Ears } from './ears';
import type { Label } from './label';

/** Brings the label above what the page puts on top: popovers, modal dialogs, what fills the screen. */
export function keepOnTop(ears: Ears, label: Label): void {
  // Before the frame in which it opens is painted. It may as well be closing, which does no harm.
  ears.on('beforetoggle', () => queueMicrotask(label.raise), { capture: true });
  ears.on('toggle', ({ target }) => void (isOnTop(target) && label.raise()), { capture: true });
  ears.on('fullscreenchange', () => label.raise(), { capture: true });
}

/** Popovers and modal dialogs of the page lie above everything that was there before them. */
function isOnTop(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(':popover-open, :modal');
}
