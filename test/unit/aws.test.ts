import { describe, expect, test } from 'vitest';
import { createAws } from '../../lib/aws/aws';
import { type AccountId, parseAccountId, type RoleName } from '../../lib/model/account';
import { parsePortalAddress } from '../../lib/model/portal';

const parsed = parsePortalAddress('https://d-1234567890.awsapps.com/start');
if (!parsed.ok) throw new Error('not a portal');
const portal = parsed.address.startUrl;
const account = parseAccountId('111111111111') as AccountId;

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

/** AWS as one answer to every question. */
function answering(body: unknown, init: ResponseInit = {}) {
  const sent: Sent[] = [];
  const headers = { 'content-type': 'application/json', ...(init.headers as Record<string, string> | undefined) };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const aws = createAws({
    fetch: async (url, request) => {
      sent.push({ url, init: request });
      return new Response(text, { ...init, headers });
    },
  });
  const api = aws.portalApi('eu-west-1');
  const oidc = aws.oidcApi('eu-west-1');
  if (!api || !oidc) throw new Error('eu-west-1 is not known');
  return { api, oidc, sent };
}

describe('every call to AWS', () => {
  test('goes to an enumerated host, without cookies, without redirects, and with the token in its header only', async () => {
    const { api, sent } = answering({ accountList: [], roleList: [], result: [], nextToken: null });
    await api.listAccounts('secret', undefined);
    await api.listRoles('secret', account, 'next');
    await api.listApps('secret', undefined);
    await api.logout('secret');
    expect(sent).toHaveLength(4);
    for (const { url, init } of sent) {
      expect(new URL(url).host).toBe('portal.sso.eu-west-1.amazonaws.com');
      expect(init).toMatchObject({ credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' });
      expect(init.signal).toBeInstanceOf(AbortSignal);
      expect(new Headers(init.headers).get('x-amz-sso_bearer_token')).toBe('secret');
      expect(url).not.toContain('secret');
    }
  });

  test('knows no host for a region that the table does not list', () => {
    const aws = createAws({ fetch: () => Promise.reject(new Error('no')) });
    for (const region of ['evil.example', 'eu-west-99', '', '../x']) expect(aws.portalApi(region)).toBeUndefined();
  });
});

describe('the list of accounts', () => {
  async function listed(rows: readonly unknown[]) {
    const result = await answering({ accountList: rows, nextToken: null }).api.listAccounts('t', undefined);
    return result.ok ? result.value.items : result.failure;
  }

  test.each(['11111111111', '1111111111111', '1111-1111-1111', 123456789012, 1.2e11, '__proto__', 'constructor', null])(
    'leaves out the row with the id %j, and only that one',
    async (accountId) => {
      const good = { accountId: '000000000001', accountName: 'good', emailAddress: 'a@example.com' };
      expect(await listed([{ accountId, accountName: 'bad' }, good, null, 7])).toMatchObject([{ id: '000000000001' }]);
    },
  );

  test.each([undefined, null, 7, '', '   '])('shows an account whose name is %j by its number', async (accountName) => {
    expect(await listed([{ accountId: '000000000001', accountName }])).toMatchObject([{ name: '' }]);
  });

  test('cuts a name of a megabyte and takes no notice of fields that it does not know', async () => {
    const rows = [{ accountId: '000000000001', accountName: 'x'.repeat(1_000_000), surprise: { deep: [1] } }];
    expect(await listed(rows)).toMatchObject([{ name: 'x'.repeat(200) }]);
  });

  test.each([7, {}, 'x'.repeat(1_000_000)])('is cut short by a page token that is unusable', async (nextToken) => {
    const result = await answering({ accountList: [], nextToken }).api.listAccounts('t', undefined);
    expect(result).toMatchObject({ ok: true, value: { isCutShort: true } });
  });

  test.each(['', '[]', '{}', '{"accountList":{}}', '{"accountList":[', 'NaN', '<!doctype html><h1>Sign in</h1>'])(
    'is a network problem where the answer is %j',
    async (body) => {
      const result = await answering(body).api.listAccounts('t', undefined);
      expect(result).toMatchObject({ ok: false, failure: { kind: 'network' } });
    },
  );
});

describe('the list of apps', () => {
  test('is without the accounts that stand in it, and without ids that are none', async () => {
    const result = [
      { id: 'ins-0000000000000001', name: 'Slack', applicationName: 'Slack' },
      { id: 'ins-0000000000000002', name: '1 (x)', applicationName: 'AWS Account', searchMetadata: { AccountId: '1' } },
      { id: 'javascript:alert(1)', name: 'evil', applicationName: 'Evil' },
      {
        id: 'ins-0000000000000003',
        name: null,
        applicationName: null,
        description: 'Custom',
        icon: 'data:text/html,x',
      },
    ];
    const listed = await answering({ paginationToken: 'null', result }).api.listApps('t', undefined);
    expect(listed).toMatchObject({
      ok: true,
      value: { items: [{ name: 'Slack' }, { kind: 'Custom' }], next: undefined },
    });
  });
});

describe('a refusal', () => {
  const json = 'application/json';
  test.each([
    [401, json, { kind: 'unauthorized' }],
    [403, json, { kind: 'forbidden' }],
    [500, json, { kind: 'network', detail: 'server-error' }],
    [503, 'text/html', { kind: 'network', detail: 'server-error' }],
    [429, 'text/html', { kind: 'throttled' }],
  ])('of status %i as %s means what it says', async (status, type, failure) => {
    const { api } = answering('{}', { status, headers: { 'content-type': type } });
    expect(await api.listRoles('t', account, undefined)).toMatchObject({ ok: false, failure });
    expect(await api.listApps('t', undefined)).toMatchObject({ ok: false, failure });
  });

  test.each([401, 403, 404])('of status %i in words that are not AWS’s is somebody in between', async (status) => {
    for (const body of ['', 'Blocked by your organisation', '<html>'])
      expect(await answering(body, { status }).api.listRoles('t', account, undefined)).toMatchObject({
        ok: false,
        failure: { kind: 'network', detail: 'not-json' },
      });
    const named = answering('', { status, headers: { 'x-amzn-errortype': 'UnauthorizedException' } });
    expect(await named.api.listRoles('t', account, undefined)).not.toMatchObject({ failure: { kind: 'network' } });
  });

  test.each([
    ['2', 2_000],
    ['999999', 60_000],
    ['-5', 0],
    ['soon', undefined],
    ['Tue, 24 Nov 2026 10:00:00 GMT', undefined],
  ])('for haste that asks to wait %s waits %s ms', async (seconds, retryAfterMs) => {
    const { api } = answering('{}', { status: 429, headers: { 'retry-after': seconds } });
    expect(await api.listApps('t', undefined)).toEqual({ ok: false, failure: { kind: 'throttled', retryAfterMs } });
  });

  test('that repeats the token in its message is not passed on', async () => {
    const { api } = answering({ message: 'token secret is bad', __type: 'x#InvalidRequestException' }, { status: 400 });
    expect(JSON.stringify(await api.listApps('secret', undefined))).not.toContain('secret');
  });
});

describe('a fetch', () => {
  const failing = (fetch: () => Promise<Response>) => createAws({ fetch }).portalApi('eu-west-1');

  test('that fails on the way is a network problem', async () => {
    const api = failing(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await api?.whoAmI('t')).toEqual({ ok: false, failure: { kind: 'network', detail: 'unreachable' } });
  });

  test('that was stopped says so', async () => {
    const stop = new AbortController();
    const api = failing(async () => {
      stop.abort();
      throw new DOMException('stopped', 'AbortError');
    });
    expect(await api?.whoAmI('t', stop.signal)).toEqual({ ok: false, failure: { kind: 'aborted' } });
  });

  test('that brings more than 5 MiB is cut off there', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1_048_576));
      },
    });
    const result = await failing(async () => new Response(endless))?.whoAmI('t');
    expect(result).toEqual({ ok: false, failure: { kind: 'network', detail: 'too-large' } });
    expect(pulled).toBeLessThan(10);
  });
});

describe('role credentials', () => {
  const good = { accessKeyId: 'ASIAEXAMPLEEXAMPLE', secretAccessKey: 's', sessionToken: 't', expiration: 1.8e12 };

  test.each([
    ['an expiry in seconds', { ...good, expiration: 1.8e9 }],
    ['no secret', { ...good, secretAccessKey: undefined }],
    ['an empty token', { ...good, sessionToken: '' }],
    ['a key that is none', { ...good, accessKeyId: '$(rm -rf ~)' }],
  ])('with %s are refused', async (_, roleCredentials) => {
    const { api } = answering({ roleCredentials });
    const result = await api.credentials('t', account, 'Admin' as never);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'network', detail: 'unexpected-shape' } });
  });
});

describe('the OIDC API', () => {
  test('registers a public client for the loopback address and this portal; endpoints in the answer are ignored', async () => {
    const { oidc, sent } = answering({
      clientId: 'id',
      clientSecret: 'secret',
      clientSecretExpiresAt: 1_800_000_000,
      authorizationEndpoint: 'https://evil.example',
    });
    const result = await oidc.register(portal, 0);
    expect(result).toMatchObject({ ok: true, value: { id: 'id', secret: 'secret', endsAtMs: 1.8e12 } });
    expect(sent[0]?.url).toBe('https://oidc.eu-west-1.amazonaws.com/client/register');
    expect(JSON.parse(String(sent[0]?.init.body))).toEqual({
      clientName: 'Burgee',
      clientType: 'public',
      scopes: ['sso:account:access'],
      redirectUris: ['http://127.0.0.1/oauth/callback'],
      grantTypes: ['authorization_code', 'refresh_token'],
      issuerUrl: portal,
    });
  });

  test('gives the code of a refusal', async () => {
    const { oidc } = answering({ error: 'invalid_grant', error_description: 'secret' }, { status: 400 });
    const result = await oidc.renew({ id: 'i', secret: 's', endsAtMs: 0 }, 'r');
    expect(result).toEqual({ ok: false, failure: { kind: 'invalid', code: 'invalid_grant' } });
  });
});

describe('the sign-in to one console', () => {
  const role = 'Reader/1&x' as RoleName;
  const location = 'https://eu-west-1.signin.aws.amazon.com/federation';

  test('is asked for by account and role, with the token in its header only', async () => {
    const { api, sent } = answering({ signInToken: 'sit', signInFederationLocation: location, destination: null });
    expect(await api.consoleSignIn('secret', account, role)).toMatchObject({
      ok: true,
      value: { token: 'sit', location, relayState: undefined },
    });
    expect(sent.map(({ url }) => url)).toEqual([
      'https://portal.sso.eu-west-1.amazonaws.com/federation/console?account_id=111111111111&role_name=Reader%2F1%26x',
    ]);
    expect(sent[0]?.init).toMatchObject({ credentials: 'omit', redirect: 'error' });
  });

  test.each([
    ['another host', { signInToken: 'sit', signInFederationLocation: 'https://evil.example/federation' }],
    ['no token', { signInToken: '', signInFederationLocation: location }],
    ['no place', { signInToken: 'sit' }],
  ])('an answer with %s is of an unexpected shape', async (_, body) => {
    expect(await answering(body).api.consoleSignIn('secret', account, role)).toEqual({
      ok: false,
      failure: { kind: 'network', detail: 'unexpected-shape' },
    });
  });
});
