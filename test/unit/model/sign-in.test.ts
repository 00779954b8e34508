import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base64url, challengeOf } from '../../../lib/model/pkce';
import { parsePortalAddress } from '../../../lib/model/portal';
import {
  authorizeUrl,
  mayBeCallback,
  type PendingSignIn,
  portFrom,
  problemOf,
  readCallback,
  redirectOf,
  SIGN_IN_LIVES_MS,
} from '../../../lib/model/sign-in';

const parsed = parsePortalAddress('https://d-1234567890.awsapps.com/start');
if (!parsed.ok) throw new Error('not a portal');

const pending: PendingSignIn = {
  portal: parsed.address.startUrl,
  region: 'eu-west-1',
  client: { id: 'client', secret: 'secret', endsAtMs: 9e12 },
  state: 'the-state',
  verifier: 'v'.repeat(64),
  port: 50_123,
  startedAtMs: 1_000,
  tabId: 7,
  code: undefined,
  tries: 0,
};
const good = `${redirectOf(pending)}?code=the-code&state=the-state`;

describe('a PKCE challenge', () => {
  test('is the one of RFC 7636, appendix B', async () => {
    expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
  });

  test('and its verifier use only characters that an address carries unchanged', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 48, maxLength: 48 }), (bytes) => {
        expect(base64url(bytes)).toMatch(/^[\w-]{64}$/);
      }),
    );
  });
});

describe('the address of the sign-in', () => {
  test('is the regional endpoint with everything that AWS asks for', () => {
    const url = new URL(authorizeUrl(pending, 'challenge'));
    expect(url.origin + url.pathname).toBe('https://oidc.eu-west-1.amazonaws.com/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'client',
      redirect_uri: 'http://127.0.0.1:50123/oauth/callback',
      state: 'the-state',
      code_challenge_method: 'S256',
      scopes: 'sso:account:access',
      code_challenge: 'challenge',
    });
    expect(url.href).not.toContain('secret');
  });

  test('comes back to a port of the dynamic range', () => {
    expect(portFrom(0)).toBe(49_152);
    expect(portFrom(0.999_999_99)).toBe(65_535);
  });
});

describe('an address that a tab went to', () => {
  test('with our port, path and state in our tab brings the code', () => {
    expect(readCallback(good, 7, pending, 2_000)).toEqual({ kind: 'code', code: 'the-code' });
  });

  test('that was led back to the host which gave the code brings it too', () => {
    const back = good.replace('http://127.0.0.1:50123', `https://oidc.${pending.region}.amazonaws.com`);
    expect(readCallback(back, 7, pending, 2_000)).toEqual({ kind: 'code', code: 'the-code' });
    expect([good, back].map(mayBeCallback)).toEqual([true, true]);
  });

  test.each([
    ['another Region’s host', good.replace('http://127.0.0.1:50123', 'https://oidc.af-south-1.amazonaws.com')],
    ['another port', good.replace('50123', '50124')],
    ['another path', good.replace('/oauth/callback', '/OAuth/Callback')],
    ['a longer path', good.replace('/oauth/callback', '/oauth/callback/x')],
    ['localhost', good.replace('127.0.0.1', 'localhost')],
    ['a host that only begins so', good.replace('127.0.0.1', '127.0.0.1.evil.example')],
    ['IPv6', good.replace('127.0.0.1', '[::1]')],
    ['https', good.replace('http:', 'https:')],
    ['another state', good.replace('the-state', 'their-state')],
    ['no state', good.replace('&state=the-state', '')],
  ])('with %s is not ours', (_, address) => {
    expect(readCallback(address, 7, pending, 2_000)).toEqual({ kind: 'not-ours' });
  });

  test('is not ours in another tab, nor a second time', () => {
    expect(readCallback(good, 8, pending, 2_000).kind).toBe('not-ours');
    expect(readCallback(good, 7, { ...pending, code: 'the-code' }, 2_000).kind).toBe('not-ours');
  });

  test('after ten minutes is too late', () => {
    expect(readCallback(good, 7, pending, 1_001 + SIGN_IN_LIVES_MS)).toEqual({ kind: 'problem', problem: 'too-late' });
  });

  test('without a code, or with an error, says what is wrong', () => {
    const denied = `${redirectOf(pending)}?error=access_denied&error_description=%3Cb%3Ex&state=the-state`;
    expect(readCallback(denied, 7, pending, 2_000)).toEqual({ kind: 'problem', problem: 'denied' });
    expect(readCallback(good.replace('code=the-code&', ''), 7, pending, 2_000)).toEqual({
      kind: 'problem',
      problem: 'no-code',
    });
  });
});

test.each([
  ['invalid_grant', 'InvalidGrantException', 'code-refused'],
  ['invalid_redirect_uri', 'InvalidRedirectUriException', 'redirect-refused'],
  ['slow_down', 'SlowDownException', 'slow-down'],
  ['expired_token', 'ExpiredTokenException', 'code-expired'],
  ['access_denied', 'AccessDeniedException', 'denied'],
  ['constructor', 'toString', 'other'],
])('%s and %s mean the same: %s', (code, exception, problem) => {
  expect(problemOf(code)).toBe(problem);
  expect(problemOf(exception)).toBe(problem);
});
