import { describe, expect, test } from 'vitest';
import type { AccountId } from '../../../lib/model/account';
import { type ExpectedLook, expecting, parseExpectedLooks, refreshed } from '../../../lib/model/expected-looks';
import { defaultPreferences, dressed, type Look } from '../../../lib/model/look';

const number = (at: number): AccountId => String(at).padStart(12, '0') as AccountId;
const look = (at: number, label = `Account ${at}`): Look => dressed(number(at), { label }, defaultPreferences);
const some = (...numbers: number[]): ExpectedLook[] => numbers.map((at) => ({ account: number(at), look: look(at) }));
const upTo = (count: number): ExpectedLook[] => some(...Array.from({ length: count }, (_, at) => at + 1));
const numbersOf = (expected: readonly ExpectedLook[]): number[] => expected.map(({ account }) => Number(account));

describe('the looks that a console tab reads before it is known whose it is', () => {
  test('come back from the disk as they were', () => {
    expect(parseExpectedLooks(JSON.parse(JSON.stringify(upTo(3))))).toEqual(upTo(3));
  });

  test.each([undefined, null, 'looks', {}, 7])('are none where %s is stored', (stored) => {
    expect(parseExpectedLooks(stored)).toEqual([]);
  });

  test('leave out what is not understood', () => {
    const [first] = upTo(1);
    const strange = [null, 'x', { account: '12', look: look(1) }, { account: number(1), look: { label: 7 } }];
    expect(parseExpectedLooks([...strange, first])).toEqual([first]);
  });

  test('begin with the account that is opened, and lose the last', () => {
    const next = expecting(upTo(16), number(99), look(99));
    expect(numbersOf(next)).toEqual([99, ...numbersOf(upTo(15))]);
  });

  test('bring one from the second half to the front, and stay as they are for one of the first', () => {
    const all = upTo(16);
    expect(numbersOf(expecting(all, number(9), look(9))).slice(0, 3)).toEqual([9, 1, 2]);
    expect(expecting(all, number(9), look(9))).toHaveLength(16);
    expect(expecting(all, number(8), look(8))).toBe(all);
  });

  test('look as was written last, in their order', () => {
    const next = refreshed(upTo(16), new Map([[number(2), look(2, 'Renamed')]]));
    expect(numbersOf(next)).toEqual(numbersOf(upTo(16)));
    expect(next[1]?.look.label).toBe('Renamed');
  });

  test('take in who is written while there is room', () => {
    const written = new Map(upTo(40).map(({ account, look: own }) => [account, own]));
    expect(numbersOf(refreshed(some(30), written))).toEqual([30, ...numbersOf(upTo(15))]);
  });
});
