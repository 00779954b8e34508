import type { Point, Spot } from './label';

export type FitPart = typeof fitPart;

const WIDEST_HINT_PX = 320;
const HIGHEST_HINT_PX = 120;
const GAP_PX = 18;

/**
 * Keeps a part of the label as large as it is where a page magnifies or shrinks itself, or a person spreads two fingers:
 * then it stands in the part of the page that is still seen. `host`: the label's element.
 */
export function fitPart(page: Document, host: HTMLElement, style: CSSStyleDeclaration): void {
  const wanted = { zoom: String(1 / (host.currentCSSZoom || 1)), ...inSight(page.defaultView?.visualViewport) };
  for (const [name, value] of Object.entries(wanted))
    if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
}

function inSight(viewport: VisualViewport | null | undefined): Readonly<Record<string, string>> {
  if (!viewport || viewport.scale === 1) return { inset: '0px', width: 'auto', height: 'auto', scale: 'none' };
  const { offsetLeft, offsetTop, width, height, scale } = viewport;
  return {
    inset: `${offsetTop}px auto auto ${offsetLeft}px`,
    width: `${width * scale}px`,
    height: `${height * scale}px`,
    scale: String(1 / scale),
  };
}

/** Where a hint stands, in px from the window's sides, so that it is seen beside a point of it, and does not lie over it. */
export function beside({ defaultView, documentElement }: Document, { x, y }: Point): Spot {
  const { offsetLeft = 0, offsetTop = 0, scale = 1 } = defaultView?.visualViewport ?? {};
  const left = Math.max(8, Math.min((x - offsetLeft) * scale, documentElement.clientWidth - WIDEST_HINT_PX));
  const below = (y - offsetTop) * scale + GAP_PX;
  const height = defaultView?.innerHeight ?? 0;
  if (below + HIGHEST_HINT_PX <= height) return { left, top: Math.max(8, below) };
  return { left, bottom: Math.max(8, height - below + 2 * GAP_PX) };
}
