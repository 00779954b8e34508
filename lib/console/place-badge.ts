import { CHOICE, CONTROL } from './control';

const places = [
  'bottom',
  'bottom-left',
  'bottom-right',
  'raised',
  'raised-left',
  'raised-right',
  'middle-right',
] as const;
const ROLES = ['slider', 'treeitem', 'textbox', 'combobox', 'spinbutton'].map((role) => `[role="${role}"]`).join();
const CONTROLS = `${CONTROL}, ${CHOICE}, ${ROLES}, input, select, textarea, video[controls], audio[controls]`;
/** May be a control as well as most of a page: then it lies under every place, and says nothing. */
const AREAS =
  'label, [onclick], [tabindex]:not([tabindex^="-"]), [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]';
/** The smallest icons that can be pressed are 16 pixels wide and high. */
const STEP_PX = 12;
const MOST_COLUMNS = 64;
const MOST_ROWS = 4;
/**
 * Enough for all of them, but on a page of many thousand parts, where a hit test takes a hundred times as long: there the
 * next look goes on.
 */
const CLOSER_FOR_MS = 4;

/**
 * Moves the badge, each time it is asked to, to the first place where no control of the page lies under it. AWS's consoles
 * keep controls along every edge and move them at each redesign, so the place is measured, not assumed. A bounded number of
 * hit tests, no scan. Gives where it stands now. No part of the first paint: it comes with the guard.
 */
export function createPlacer(page: Document): (host: HTMLElement, badge: HTMLElement) => DOMRect {
  const net: Net = { from: 0 };
  return (host, badge) => {
    const before = badge.dataset['at'] ?? places[0];
    let best: { at: string; covered: number } | undefined;
    for (const at of [before, ...places.filter((place) => place !== before)]) {
      badge.dataset['at'] = at;
      const covered = controlsUnder(page, host, badge.getBoundingClientRect(), net);
      if (!best || covered < best.covered) best = { at, covered };
      if (covered === 0) break;
    }
    badge.dataset['at'] = best?.at ?? before;
    return badge.getBoundingClientRect();
  };
}

/** The net of small meshes, at the mesh where the next look begins. */
interface Net {
  from: number;
}

/** Lets the person see what lies under the badge while the pointer rests there. */
export function stepAside(badge: HTMLElement, box: DOMRect, { clientX: x, clientY: y }: PointerEvent): void {
  const isOver = x > box.left && x < box.right && y > box.top && y < box.bottom;
  const isInUse = badge.querySelector('button:hover, .menu:not([hidden])') !== null;
  const isAside = String(isOver && !isInUse);
  if (badge.dataset['aside'] !== isAside) badge.dataset['aside'] = isAside;
}

/**
 * How many points of a wide net over the box are a control's. Where none is, a net of small meshes is laid for as long as
 * there is time: what it finds counts less than anything that the wide one does.
 */
function controlsUnder(page: Document, host: HTMLElement, box: DOMRect, net: Net): number {
  if (box.width === 0) return 0;
  const isCovered = ([x, y]: readonly [number, number]): boolean => isControlAt(page, host, x, y);
  const covered = netOver(box, 7, 3).filter(isCovered).length;
  if (covered > 0) return covered;
  const endsAtMs = performance.now() + CLOSER_FOR_MS;
  const columns = Math.min(MOST_COLUMNS, Math.ceil(box.width / STEP_PX) + 1);
  const rows = Math.min(MOST_ROWS, Math.ceil(box.height / STEP_PX) + 1);
  const points = netOver(box, columns, rows);
  for (let count = 0; count < points.length && performance.now() < endsAtMs; count += 1) {
    net.from = (net.from + 1) % points.length;
    const point = points[net.from];
    if (point && isCovered(point)) return 0.5;
  }
  return 0;
}

/** From edge to edge. */
function netOver({ left, top, width, height }: DOMRect, columns: number, rows: number): [number, number][] {
  return Array.from({ length: columns * rows }, (_, nth) => [
    left + (width * (nth % columns)) / (columns - 1),
    top + (height * Math.floor(nth / columns)) / (rows - 1),
  ]);
}

/** Looks into components, and into frames of the page's own. */
function isControlAt(root: Document | ShadowRoot, host: HTMLElement, x: number, y: number): boolean {
  const found = elementAt(root, host, x, y);
  if (!found || isControl(found)) return found !== undefined;
  if (found.shadowRoot) return isControlAt(found.shadowRoot, host, x, y);
  const frame = found.tagName === 'IFRAME' ? (found as HTMLIFrameElement).contentDocument : null;
  if (!frame) return false;
  const { left, top } = found.getBoundingClientRect();
  return isControlAt(frame, host, x - left - found.clientLeft, y - top - found.clientTop);
}

/** What the person meets there below the badge. The topmost is cheaper to find than all, and the badge lets through to it. */
function elementAt(root: Document | ShadowRoot, host: HTMLElement, x: number, y: number): Element | undefined {
  const isOwn = (element: Element | null): element is Element => element !== host && element?.getRootNode() === root;
  const first = root.elementFromPoint(x, y);
  return isOwn(first) ? first : root.elementsFromPoint(x, y).find(isOwn);
}

function isControl(found: Element): boolean {
  if (found.closest(CONTROLS)) return true;
  const area = found.closest(AREAS);
  const view = area?.ownerDocument.defaultView;
  if (!area || !view) return false;
  const { width, height } = area.getBoundingClientRect();
  return width < view.innerWidth / 2 || height < view.innerHeight / 2;
}
