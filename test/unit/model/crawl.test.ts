import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AccountId, parseAccountId } from '../../../lib/model/account';
import {
  byNeed,
  interrupted,
  isBadPageToken,
  dueAtMs,
  isDue,
  refusesMany,
  isFresh,
  isJob,
  looksLost,
  newJob,
  nextPage,
  noPages,
  parsePageToken,
} from '../../../lib/model/crawl';
import { parsePortalAddress } from '../../../lib/model/portal';

const parsed = parsePortalAddress('https://d-1234567890.awsapps.com/start');
if (!parsed.ok) throw new Error('not a portal');
const job = newJob(parsed.address.startUrl, 3, 500, 1_000);

const page = (next: string | undefined, isCutShort = false) => ({ next, isCutShort });

describe('the pages of a list', () => {
  test('end with the page that names no next one', () => {
    const second = nextPage(nextPage(noPages, page('two')), page(undefined));
    expect(second.end).toBe('last-page');
  });

  test('are cut short where a token comes again, at once or after a detour', () => {
    expect(nextPage(nextPage(noPages, page('a')), page('a')).end).toBe('cut-short');
    const detour = ['a', 'b', 'c', 'a'].reduce((progress, next) => nextPage(progress, page(next)), noPages);
    expect(detour.end).toBe('cut-short');
  });

  test('are cut short after a thousand', () => {
    let progress = noPages;
    let pages = 0;
    for (; progress.end === 'open' && pages < 2_000; pages += 1) progress = nextPage(progress, page(`token-${pages}`));
    expect(pages).toBe(1_001);
  });

  test('are cut short by a token that is unusable', () => {
    expect(nextPage(noPages, page(undefined, true)).end).toBe('cut-short');
    for (const token of [7, {}, 'x'.repeat(1_000_000)]) expect(isBadPageToken(token)).toBe(true);
    for (const token of [null, undefined, '', 'null']) expect(parsePageToken(token)).toBeUndefined();
  });
});

const ids = fc.uniqueArray(
  fc.integer({ min: 0, max: 999_999_999_999 }).map((id) => parseAccountId(String(id).padStart(12, '0')) as AccountId),
);

test('roles are asked for by need: each account once, wanted ones first', () => {
  fc.assert(
    fc.property(ids, ids, ids, (pending, wanted, used) => {
      const order = byNeed([...pending, ...wanted.slice(0, 3)], wanted, used);
      expect(new Set(order).size).toBe(order.length);
      expect(order.toSorted()).toEqual([...new Set([...pending, ...wanted.slice(0, 3)])].toSorted());
      expect(order.slice(0, Math.min(3, wanted.length))).toEqual(wanted.slice(0, 3));
    }),
  );
});

test.each([
  [0, 500, true],
  [3, 500, true],
  [400, 500, false],
  [0, 0, false],
  [1, 5, false],
  [7_000, 0, false],
])('%i accounts after %i: is it an accident? %s', (accounts, before, isAccident) => {
  expect(looksLost(accounts, before)).toBe(isAccident);
});

describe('a crawl that ended early', () => {
  const trouble = { hasProgress: false, isOffline: false, waitUntilMs: undefined };

  test('goes on by itself, after longer and longer pauses', () => {
    let left = job;
    const pauses = Array.from({ length: 8 }, () => (left = interrupted(left, trouble, 0)).resumeAtMs / 60_000);
    expect(pauses).toEqual([0.5, 1, 2, 5, 15, 30, 30, 30]);
  });

  test('goes on soon where it got anywhere', () => {
    const often = { ...job, failures: 5 };
    expect(interrupted(often, { ...trouble, hasProgress: true }, 0).resumeAtMs).toBe(30_000);
  });

  test('goes on when AWS said so', () => {
    const left = interrupted(job, { ...trouble, waitUntilMs: 77_000 }, 0);
    expect([isDue(left, 76_999, true), isDue(left, 77_000, true)]).toEqual([false, true]);
  });

  test('is due where the clock has gone back by more than any pause', () => {
    const hourMs = 3_600_000;
    const left = interrupted(job, { ...trouble, waitUntilMs: 10 * hourMs + 60_000 }, 10 * hourMs);
    expect([isDue(left, 10 * hourMs, true), isDue(left, 9 * hourMs, true)]).toEqual([false, true]);
    expect(dueAtMs(left, 9 * hourMs)).toBe(9 * hourMs);
  });

  test.each([
    [1, 5, false],
    [3, 5, false],
    [4, 5, true],
    [5, 5, true],
    [10, 300, false],
    [16, 300, true],
  ])('%i of %i accounts that are listed and then refused make a list that is not believed: %s', (refused, of, is) => {
    expect(refusesMany(refused, of)).toBe(is);
  });

  test('goes on as soon as the network is back', () => {
    const left = interrupted(job, { ...trouble, isOffline: true }, 0);
    expect([isDue(left, 1, false), isDue(left, 1, true)]).toEqual([false, true]);
  });

  test('starts anew when it is old', () => {
    expect([isFresh(job, 2_000), isFresh(job, 9 * 3_600_000)]).toEqual([true, false]);
  });
});

test('what is stored is a job only if it has the shape of one', () => {
  expect(isJob(structuredClone(job))).toBe(true);
  for (const value of [null, 7, {}, { ...job, accounts: { isDone: true } }, { ...job, generation: '3' }])
    expect(isJob(value)).toBe(false);
});
