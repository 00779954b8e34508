import type { Ears } from './ears';
import type { Label } from './label';
import type { PlaceBadge } from './place-badge';

const PLACE_EVERY_MS = 2_000;

/** Keeps the badge where it covers no control of the page, once there is what finds such a place: it comes with the guard. */
export function createPlacing(
  page: Document,
  { label, ears, afterPaint }: { label: Label; ears: Ears; afterPaint(task: () => void): void },
  signal: AbortSignal,
) {
  let placeBadge: PlaceBadge | undefined;

  /** Measuring forces a layout: it waits until the page has had its first one. */
  const place = (): void => afterPaint(placeNow);
  const placeNow = (): void => {
    if (page.readyState === 'complete') requestAnimationFrame(() => placeBadge && label.place(placeBadge));
  };

  ears.on('resize', place, { passive: true });
  ears.on('load', place);
  ears.on('pointermove', ({ clientX, clientY, isTrusted }) => void (isTrusted && label.stepAside(clientX, clientY)), {
    passive: true,
  });
  const everyNowAndThen = setInterval(() => page.visibilityState === 'visible' && place(), PLACE_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(everyNowAndThen), { once: true });

  return {
    place,
    isReady: () => placeBadge !== undefined,
    by(how: PlaceBadge): void {
      placeBadge = how;
      place();
    },
  };
}
