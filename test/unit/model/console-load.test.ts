import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AccountId } from '../../../lib/model/account';
import { type ConsoleLoad, judged, loadAfter, sessionOfHost } from '../../../lib/model/console-load';

type Seen = Parameters<typeof loadAfter>[1];

const a = '111111111111' as AccountId;
const b = '222222222222' as AccountId;

function seen(tabId: number, accountId: AccountId, loadedAtMs: number, more: Partial<Seen> = {}): Seen {
  return { tabId, session: 'mark', accountId, roleName: 'Admin', loadedAtMs, isTelling: true, ...more };
}

/** The tabs that are replaced after each of these has been seen, in this order. */
function replaced(...all: readonly Seen[]): number[] {
  let loads: readonly ConsoleLoad[] = [];
  for (const [nth, one] of all.entries()) {
    const own = loadAfter(
      loads.find(({ tabId }) => tabId === one.tabId),
      one,
      10_000 + nth,
    );
    loads = judged([...loads.filter(({ tabId }) => tabId !== one.tabId), own], one.session);
  }
  return loads.flatMap(({ tabId, isReplaced }) => (isReplaced ? [tabId] : []));
}

describe('pages that share a session', () => {
  test('are replaced by a later one of another account or role, whichever tells of itself first', () => {
    expect(replaced(seen(1, a, 100), seen(2, b, 200))).toEqual([1]);
    expect(replaced(seen(2, b, 200), seen(1, a, 100))).toEqual([1]);
    expect(replaced(seen(1, a, 100), seen(2, a, 200, { roleName: 'Read' }))).toEqual([1]);
  });

  test('are not replaced by one of the same, by one that does not tell its role, or by one of another session', () => {
    expect(replaced(seen(1, a, 100), seen(2, a, 200))).toEqual([]);
    expect(replaced(seen(1, a, 100), seen(2, a, 200, { roleName: '' }))).toEqual([]);
    expect(replaced(seen(1, a, 100), seen(2, b, 200, { session: 'other' }))).toEqual([]);
  });

  test('are not replaced by one that only goes by the cookie, but may be when they do so themselves', () => {
    expect(replaced(seen(1, b, 100), seen(2, a, 200, { isTelling: false }))).toEqual([]);
    expect(replaced(seen(1, a, 100, { isTelling: false }), seen(2, b, 200))).toEqual([1]);
  });

  test('are their own again once the first account is there again', () => {
    expect(replaced(seen(1, a, 100), seen(2, b, 200), seen(3, a, 300))).toEqual([2]);
    expect(replaced(seen(1, a, 100), seen(2, b, 200), seen(1, b, 300))).toEqual([]);
  });

  test('count from when they have come to say so, where a page moves on by itself', () => {
    expect(replaced(seen(1, a, 100), seen(2, a, 200), seen(1, b, 100))).toEqual([2]);
  });

  test('are never all replaced, and never one that says what was said last', () => {
    const any = fc.record({
      tab: fc.integer({ min: 1, max: 4 }),
      account: fc.constantFrom(a, b),
      roleName: fc.constantFrom('Admin', 'Read', ''),
      isTelling: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 12 }), (all) => {
        const loads = all.map(({ tab, account, ...more }, nth) => seen(tab, account, 100 + nth, more));
        const gone = replaced(...loads);
        const last = loads.at(-1);
        expect(last?.isTelling ? gone : []).not.toContain(last?.tabId);
        expect(gone.length).toBeLessThan(new Set(loads.map(({ tabId }) => tabId)).size);
      }),
    );
  });
});

test.each([
  ['https://eu-west-1.console.aws.amazon.com/ec2/home', ''],
  ['https://console.amazonaws.cn/', ''],
  ['https://111111111111-abcd1234.eu-west-1.console.aws.amazon.com/ec2/home', '111111111111-abcd1234'],
  ['https://health.aws.amazon.com/health/home', undefined],
  ['https://docs.aws.amazon.com/', undefined],
])('the host of %s names the session “%s”', (address, session) => {
  expect(sessionOfHost(address)).toBe(session);
});
