import { describe, expect, test } from 'vitest';
import { parseAccountId } from '../../../lib/model/account';
import { endOf, isStillOpening, isStillRunning, minutesFrom, parseSessionHours } from '../../../lib/model/role-session';

const MINUTE_MS = 60_000;
const now = Date.UTC(2026, 0, 1, 12);
const accountId = parseAccountId('111111111111');
if (!accountId) throw new Error('not an account');

describe('how long a session lasts', () => {
  test.each<[string, number, number | undefined]>([
    ['an hour', 60, 60],
    ['an hour less what the answer was under way', 59.8, 60],
    ['twelve hours', 720, 720],
    ['an hour and a half', 90, 90],
    ['longer than AWS allows', 800, undefined],
    ['less than AWS allows', 15, undefined],
    ['nothing', 0, undefined],
    ['less than nothing', -60, undefined],
    ['no time at all', Number.NaN, undefined],
  ])('is told by credentials that hold for %s', (_, minutes, expected) => {
    expect(minutesFrom(now + minutes * MINUTE_MS, now)).toBe(expected);
  });

  test.each<[unknown, number | undefined]>([
    [1, 1],
    [12, 12],
    [0, undefined],
    [13, undefined],
    [1.5, undefined],
    ['4', undefined],
    [null, undefined],
  ])('is told by a rule that says %j', (said, expected) => {
    expect(parseSessionHours(said)).toBe(expected);
  });

  test('gives its end', () => {
    expect(endOf({ beganAtMs: now }, 90)).toBe(now + 90 * MINUTE_MS);
  });
});

describe('what is kept of a session', () => {
  const opened = { tabId: 1, accountId, roleName: 'ReadOnlyAccess', atMs: now };
  const running = { mark: 'a', accountId, roleName: 'ReadOnlyAccess', beganAtMs: now };

  test('leaves time to sign in, and no more', () => {
    expect(isStillOpening(opened, now + 14 * MINUTE_MS)).toBe(true);
    expect(isStillOpening(opened, now + 15 * MINUTE_MS)).toBe(false);
    expect(isStillOpening(opened, now - 1)).toBe(false);
  });

  test('goes when no session can have lasted so long', () => {
    expect(isStillRunning(running, now + 12 * 60 * MINUTE_MS)).toBe(true);
    expect(isStillRunning(running, now + 13 * 60 * MINUTE_MS)).toBe(false);
    expect(isStillRunning(running, now - 1)).toBe(false);
  });
});
