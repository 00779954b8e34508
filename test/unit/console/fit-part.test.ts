import { describe, expect, test } from 'vitest';
import { beside } from '../../../lib/console/fit-part';

/** Of a hint of several lines. */
const HIGH_PX = 100;
const width = 1280;
const height = 800;
const page = { documentElement: { clientWidth: width }, defaultView: { innerHeight: height } } as Document;

describe('a hint beside a point', () => {
  test.each([
    ['in the middle', { x: 600, y: 400 }],
    ['at the upper left', { x: 0, y: 0 }],
    ['at the lower edge', { x: 600, y: 785 }],
    ['at the lower right', { x: 1279, y: 799 }],
    ['at the end of a field that is longer than the window', { x: -40, y: 2400 }],
    ['at the end of a field that has been scrolled away', { x: 20, y: -300 }],
  ])('%s is in sight', (_, point) => {
    const { left = 0, top, bottom } = beside(page, point);
    const from = top ?? height - (bottom ?? 0) - HIGH_PX;
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left + 300).toBeLessThanOrEqual(width);
    expect(from).toBeGreaterThanOrEqual(0);
    expect(from + HIGH_PX).toBeLessThanOrEqual(height);
    expect([top, bottom].filter((side) => side !== undefined)).toHaveLength(1);
  });

  test('does not lie over it', () => {
    expect(beside(page, { x: 600, y: 400 }).top).toBeGreaterThan(400);
    expect(height - (beside(page, { x: 600, y: 785 }).bottom ?? 0)).toBeLessThan(785);
  });
});
