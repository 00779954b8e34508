import { CONTROL } from './control';

const places = [
  'bottom',
  'bottom-left',
  'bottom-right',
  'raised',
  'raised-left',
  'raised-right',
  'middle-right',
] as const;
const CONTROLS = `${CONTROL}, input, select, textarea, [role="checkbox"], [contenteditable="true"]`;
const STEPS = 6;

/**
 * Moves the badge to the first place where no control of the page lies under it. AWS's consoles keep controls along
 * every edge and move them at each redesign, so the place is measured, not assumed. A fixed number of hit tests, no scan.
 * Gives where it stands now. No part of the first paint: it comes with the guard.
 */
export function placeBadge(page: Document, host: HTMLElement, badge: HTMLElement): DOMRect {
  const before = badge.dataset['at'] ?? places[0];
  let best: { at: string; covered: number } | undefined;
  for (const at of [before, ...places.filter((place) => place !== before)]) {
    badge.dataset['at'] = at;
    const covered = controlsUnder(page, host, badge.getBoundingClientRect());
    if (!best || covered < best.covered) best = { at, covered };
    if (covered === 0) break;
  }
  badge.dataset['at'] = best?.at ?? before;
  return badge.getBoundingClientRect();
}

/** Lets the person see what lies under the badge while the pointer rests there. */
export function stepAside(badge: HTMLElement, box: DOMRect, { clientX: x, clientY: y }: PointerEvent): void {
  const isOver = x > box.left && x < box.right && y > box.top && y < box.bottom;
  const isInUse = badge.querySelector('button:hover, .menu:not([hidden])') !== null;
  const isAside = String(isOver && !isInUse);
  if (badge.dataset['aside'] !== isAside) badge.dataset['aside'] = isAside;
}

function controlsUnder(page: Document, host: HTMLElement, box: DOMRect): number {
  if (box.width === 0) return 0;
  let covered = 0;
  for (let column = 0; column <= STEPS; column += 1) {
    for (let row = 0; row <= 2; row += 1) {
      const x = box.left + (box.width * column) / STEPS;
      const y = box.top + (box.height * row) / 2;
      if (isControlAt(page, host, x, y)) covered += 1;
    }
  }
  return covered;
}

/** Looks into components, and into frames of the page's own. */
function isControlAt(root: Document | ShadowRoot, host: HTMLElement, x: number, y: number): boolean {
  const found = root.elementsFromPoint(x, y).find((element) => element !== host && element.getRootNode() === root);
  if (!found || found.closest(CONTROLS)) return found !== undefined;
  if (found.shadowRoot) return isControlAt(found.shadowRoot, host, x, y);
  const frame = found.tagName === 'IFRAME' ? (found as HTMLIFrameElement).contentDocument : null;
  if (!frame) return false;
  const { left, top } = found.getBoundingClientRect();
  return isControlAt(frame, host, x - left - found.clientLeft, y - top - found.clientTop);
}
