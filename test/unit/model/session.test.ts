import { describe, expect, test } from 'vitest';
import { parsePortalAddress } from '../../../lib/model/portal';
import {
  bestSession,
  canDo,
  lifeOf,
  localEnd,
  parseToken,
  renewalDueMs,
  type Session,
} from '../../../lib/model/session';
import { sessionPhase } from '../../../lib/model/status';

const parsed = parsePortalAddress('https://d-1234567890.awsapps.com/start');
if (!parsed.ok) throw new Error('not a portal');

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const portal: Session = {
  portal: parsed.address.startUrl,
  region: 'eu-west-1',
  source: 'portal',
  token: 'token',
  madeAtMs: 0,
  endsAtMs: 8 * HOUR,
  userId: 'me',
  userName: 'Me',
  renewal: undefined,
};
const client = { id: 'c', secret: 's', endsAtMs: 90 * 24 * HOUR };
const oidc: Session = {
  ...portal,
  source: 'oidc',
  endsAtMs: HOUR,
  renewal: { refreshToken: 'r', client, givenAtMs: 0, triedAtMs: 0 },
};

describe('of two sessions for one portal', () => {
  test('the one that can do more is used while it lives', () => {
    expect(bestSession([oidc, portal], 0)).toBe(portal);
    expect(bestSession([oidc, { ...portal, endsAtMs: 10 }], 20)).toBe(oidc);
    expect(bestSession([oidc, portal], 9 * HOUR)).toBeUndefined();
  });

  test('only the portal’s own is taken to federate', () => {
    expect([canDo(portal, 'federation'), canDo(oidc, 'federation')]).toEqual([true, false]);
  });
});

describe('a renewal', () => {
  test('is due ten minutes before the end', () => {
    expect(renewalDueMs(oidc)).toBe(50 * MINUTE);
  });

  test('of a token that lives for minutes begins in its last quarter', () => {
    expect(renewalDueMs({ ...oidc, endsAtMs: 8 * MINUTE })).toBe(6 * MINUTE);
  });

  test('is not tried again within a minute', () => {
    const tried = { ...oidc, renewal: { refreshToken: 'r', client, givenAtMs: 0, triedAtMs: 55 * MINUTE } };
    expect(renewalDueMs(tried)).toBe(56 * MINUTE);
  });

  test('is out of the question without a refresh token, or once the registration has ended', () => {
    expect(renewalDueMs(portal)).toBeUndefined();
    const old = { refreshToken: 'r', client: { ...client, endsAtMs: 10 * MINUTE }, givenAtMs: 0, triedAtMs: 0 };
    expect(renewalDueMs({ ...oidc, renewal: old })).toBeUndefined();
  });
});

test.each([
  [3_600, HOUR],
  [0, 0],
  [-1, 0],
  [Number.NaN, 0],
  ['3600', 0],
  [undefined, 0],
  [1e15, 90 * 24 * HOUR],
])('a life of %s seconds lasts %s ms: never endless', (expiresIn, lifeMs) => {
  expect(lifeOf(expiresIn)).toBe(lifeMs);
});

test.each([-24, -1, -0.1, 0, 0.1, 1, 24])(
  'a session of eight hours ends in eight hours here, with a clock that is %s h off',
  (hours) => {
    const hereMs = 1e12;
    const thereMs = hereMs + hours * HOUR;
    expect(localEnd(thereMs + 8 * HOUR, thereMs, hereMs)).toBe(hereMs + 8 * HOUR);
  },
);

test.each([-24, -1, 1, 24])('it does not end at once where only the Date header is %s h off', (hours) => {
  expect(localEnd(1e12 + 8 * HOUR, 1e12 + hours * HOUR, 1e12)).toBeGreaterThan(1e12);
});

test('what AWS takes although both clocks call it over is asked about again soon', () => {
  expect(localEnd(1e12 - HOUR, 1e12, 1e12)).toBe(1e12 + 10 * MINUTE);
});

test.each(['', 'two words', 'line\r\nbreak', 'a'.repeat(100_000), 7, null, 'naïve'])('%j is no token', (value) => {
  expect(parseToken(value)).toBeUndefined();
});

test('a session is signed in, then ending, then ended', () => {
  const status = { via: 'portal', endsAtMs: 8 * HOUR, renewsItself: false, isOver: false } as const;
  expect([0, 7.9 * HOUR, 8 * HOUR].map((nowMs) => sessionPhase(status, nowMs))).toEqual([
    'signed-in',
    'ending',
    'ended',
  ]);
  expect(sessionPhase({ ...status, isOver: true }, 0)).toBe('ended');
  expect(sessionPhase(undefined, 0)).toBe('none');
});
