import type { Point } from './label';

export type FitPart = typeof fitPart;

const WIDEST_HINT_PX = 320;

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

/** Where a hint stands so that it is seen beside a point of the window, and does not lie over it. */
export function beside(page: Document, { x, y }: Point): Point {
  const { offsetLeft = 0, offsetTop = 0, scale = 1 } = page.defaultView?.visualViewport ?? {};
  const left = Math.min((x - offsetLeft) * scale, page.documentElement.clientWidth - WIDEST_HINT_PX);
  return { x: Math.max(8, left), y: (y - offsetTop) * scale + 18 };
}
