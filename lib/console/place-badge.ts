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
 * every edge and move them at each redesign, so the place is measured, not assumed. A fixed number of hit tests, no scan. Gives
 * where it stands now.
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

function controlsUnder(page: Document, host: HTMLElement, box: DOMRect): number {
  if (box.width === 0) return 0;
  let covered = 0;
  for (let column = 0; column <= STEPS; column += 1) {
    for (let row = 0; row <= 2; row += 1) {
      const x = box.left + (box.width * column) / STEPS;
      const y = box.top + (box.height * row) / 2;
      const found = page.elementsFromPoint(x, y).find((element) => element !== host);
      if (found?.closest(CONTROLS)) covered += 1;
    }
  }
  return covered;
}
