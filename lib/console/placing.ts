import type { Ears } from './ears';
import type { Label } from './label';
import { fitPart } from './fit-part';
import { every } from './later';
import { createPlacer, stepAside } from './place-badge';

const PLACE_EVERY_MS = 2_000;

interface PlacingWorld {
  readonly label: Pick<Label, 'fit' | 'place'>;
  afterPaint(task: () => void): void;
}

/** Keeps the badge where it covers no control of the page; gives what looks for such a place anew. */
export function keepPlaced(
  page: Document,
  { label, afterPaint }: PlacingWorld,
  ears: Ears,
  signal: AbortSignal,
): () => void {
  let placed: { readonly badge: HTMLElement; readonly box: DOMRect } | undefined;
  const placeBadge = createPlacer(page);
  const put = (host: HTMLElement, badge: HTMLElement): void => {
    placed = { badge, box: placeBadge(host, badge) };
  };
  /** Measuring forces a layout: it waits until the page has had its first one. */
  const place = (): void => afterPaint(placeNow);
  const placeNow = (): void => {
    if (page.readyState === 'complete') requestAnimationFrame(() => label.place(put));
  };

  ears.on('resize', place, { passive: true });
  ears.on('load', place);
  const moved = (event: PointerEvent): void => {
    if (placed && event.isTrusted) stepAside(placed.badge, placed.box, event);
  };
  ears.on('pointermove', moved, { passive: true });
  for (const kind of ['resize', 'scroll'])
    page.defaultView?.visualViewport?.addEventListener(kind, () => label.fit(), { signal });
  label.fit(fitPart);
  every(PLACE_EVERY_MS, () => void (page.visibilityState === 'visible' && place()), signal);
  place();
  return place;
}
