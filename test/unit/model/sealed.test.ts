import { describe, expect, test } from 'vitest';
import { betterCopy, sealNumber, sealOf } from '../../../lib/model/sealed';

const copy = (value: unknown, number: number) => ({ value, seal: sealOf(value, number) });

describe('of two copies of one’s settings', () => {
  test('the newer one counts where both are sound', () => {
    const [old, fresh] = [copy({ pins: ['a'] }, 3), copy({ pins: ['b'] }, 4)];
    expect([betterCopy(old, fresh), betterCopy(fresh, old)]).toEqual([fresh, fresh]);
  });

  test.each<[string, unknown, unknown]>([
    ['was damaged', { pins: [] }, sealOf({ pins: ['b'] }, 9)],
    ['has a seal of nonsense', { pins: [] }, { number: 'many', sum: 7 }],
    ['is gone', undefined, sealOf({ pins: ['b'] }, 9)],
  ])('the sound one counts where the other %s', (_, value, seal) => {
    const sound = copy({ pins: ['a'] }, 1);
    expect(betterCopy({ value, seal }, sound)).toBe(sound);
    expect(betterCopy(sound, { value, seal })).toBe(sound);
  });

  test('the first counts where they are the same', () => {
    const [one, other] = [copy({ a: 1, b: 2 }, 2), copy({ b: 2, a: 1 }, 2)];
    expect(betterCopy(one, other)).toBe(one);
    expect(betterCopy({ value: 1, seal: undefined }, { value: 2, seal: undefined }).value).toBe(1);
  });

  test('a seal that is none starts again at the first version', () => {
    expect([undefined, null, {}, { number: -1 }, { number: 1.5 }, { number: 4, sum: '' }].map(sealNumber)).toEqual([
      0, 0, 0, 0, 0, 4,
    ]);
  });
});
