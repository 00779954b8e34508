// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { createPlacer } from '../../../lib/console/place-badge';

const box = { left: 100, top: 700, width: 300, height: 36, right: 400, bottom: 736, x: 100, y: 700 };

afterEach(() => vi.restoreAllMocks());

/** A page on which each look at a point takes so long, with one small icon below the badge's first place. */
function slowPage(msPerPoint: number, icon: { readonly left: number; readonly top: number }) {
  let nowMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
  const button = document.body.appendChild(document.createElement('button'));
  const isIcon = (x: number, y: number): boolean =>
    x >= icon.left && x <= icon.left + 16 && y >= icon.top && y <= icon.top + 16;
  document.elementFromPoint = (x, y) => {
    nowMs += msPerPoint;
    return badge.dataset['at'] === 'bottom' && isIcon(x, y) ? button : document.body;
  };
  const badge = document.createElement('div');
  badge.getBoundingClientRect = () => ({ ...box, toJSON: () => box });
  const place = createPlacer(document);
  return () => {
    place(document.createElement('div'), badge);
    return badge.dataset['at'];
  };
}

test.each([
  [390, 705],
  [262, 710],
  [105, 718],
])('an icon at %i, %i is found at the first look where looking is quick', (left, top) => {
  expect(slowPage(0.001, { left, top })()).not.toBe('bottom');
});

test.each([
  [375, 705],
  [262, 710],
  [115, 718],
])('an icon at %i, %i is found where looking is slow, by going on where time ended it', (left, top) => {
  const place = slowPage(5, { left, top });
  const at = Array.from({ length: 140 }, place);
  expect(at.at(-1)).not.toBe('bottom');
});
