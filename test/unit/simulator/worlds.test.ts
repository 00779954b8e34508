import { describe, expect, test } from 'vitest';
import { worlds } from '../../simulator/worlds';

describe('the named worlds', () => {
  test.each([
    ['small', 5],
    ['medium', 300],
    ['large', 1_000],
    ['huge', 7_000],
  ] as const)('%s has %i accounts, the same each time, with numbers of their own', (name, size) => {
    const accounts = worlds[name]().portals.flatMap((portal) => portal.accounts);
    expect(accounts).toHaveLength(size);
    expect(worlds[name]()).toEqual(worlds[name]());
    expect(new Set(accounts.map(({ id }) => id)).size).toBe(size);
    expect(accounts.filter(({ id }) => !/^\d{12}$/.test(id))).toEqual([]);
  });

  test('large ones have accounts of one name, of few and of many roles', () => {
    const accounts = worlds.large().portals.flatMap((portal) => portal.accounts);
    expect(new Set(accounts.map(({ name }) => name)).size).toBeLessThan(accounts.length);
    const counts = accounts.map(({ roles }) => roles.length).sort((one, other) => one - other);
    expect([counts[0], counts.at(-2), counts.at(-1)]).toEqual([1, expect.any(Number), 120]);
    expect(counts.at(-2)).toBeLessThanOrEqual(12);
    expect(accounts.filter(({ roles }) => new Set(roles).size < roles.length)).toEqual([]);
  });
});
