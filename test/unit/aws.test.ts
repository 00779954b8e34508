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
    for (const region of ['evil.example', 'eu-west-99', '', '../x'])
      expect([aws.portalApi(region), aws.oidcApi(region)]).toEqual([undefined, undefined]);
  });

  test('asks for whole pages, from where the last one ended', async () => {
    const { api, sent } = answering({ accountList: [], roleList: [], result: [] });
    await api.listAccounts('t', undefined);
    await api.listAccounts('t', 'a/b&c');
    await api.listRoles('t', account, 'a/b&c');
    await api.listApps('t', undefined);
    await api.listApps('t', 'a/b&c');
    expect(sent.map(({ url }) => url.replace('https://portal.sso.eu-west-1.amazonaws.com', ''))).toEqual([
      '/assignment/accounts?max_result=100',
      '/assignment/accounts?next_token=a%2Fb%26c&max_result=100',
      '/assignment/roles?account_id=111111111111&next_token=a%2Fb%26c&max_result=100',
      '/instance/appinstances',
      '/instance/appinstances?next_token=a%2Fb%26c',
    ]);
  });

  test.each([
    ['Tue, 24 Nov 2026 10:00:00 GMT', Date.UTC(2026, 10, 24, 10)],
    ['some day', undefined],
  ])('tells AWS’s own clock where it can be read: %s', async (date, serverNowMs) => {
    const result = await answering({ accountList: [] }, { headers: { date } }).api.listAccounts('t', undefined);
    expect(result).toMatchObject({ ok: true, serverNowMs });
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

  test('says of a name whether something hidden was taken out of it', async () => {
    const rows = ['pay\u202Edorp', 'pay-prod'].map((accountName) => ({ accountId: '000000000001', accountName }));
    expect(await listed(rows)).toMatchObject([{ name: 'paydorp', nameAltered: true }, { nameAltered: false }]);
  });

  test('is none where no row of it is an account, and empty where it has no rows', async () => {
    expect(await listed([{ accountId: 'x' }])).toEqual({ kind: 'network', detail: 'unexpected-shape' });
    expect(await listed([])).toEqual([]);
  });

  test.each(['', '[]', '{}', '{"accountList":{}}', '{"accountList":[', 'NaN', '<!doctype html><h1>Sign in</h1>'])(
    'is a network problem where the answer is %j',
    async (body) => {
      const result = await answering(body).api.listAccounts('t', undefined);
      expect(result).toMatchObject({ ok: false, failure: { kind: 'network' } });
    },
  );
});

test('the list of roles has what may be a role’s name, and goes on where the next page begins', async () => {
  const roleList = [{ roleName: 'Admin' }, { roleName: 'Ad\u0000min' }, {}, { roleName: 'Read/Only' }];
  const result = await answering({ roleList, nextToken: 'n' }).api.listRoles('t', account, undefined);
  expect(result).toMatchObject({ ok: true, value: { items: ['Admin', 'Read/Only'], next: 'n', isCutShort: false } });
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

describe('the list of apps, as it may be one day', () => {
  const app = { id: 'ins-0000000000000001', name: 'Slack', applicationName: 'Chat', description: 'For words' };
  const apps = async (answer: object) => (await answering(answer).api.listApps('t', undefined)) as { value?: object };

  test.each([
    [{ paginationToken: 'one', nextToken: 'two' }, 'one'],
    [{ paginationToken: null, nextToken: 'two' }, 'two'],
    [{ nextToken: '', next_token: 'three' }, 'three'],
    [{}, undefined],
  ])('goes on at the token that there is: %j', async (tokens, next) => {
    expect((await apps({ ...tokens, result: [app] })).value).toMatchObject({ next, isCutShort: false });
  });

  test('is cut short by a token that is none', async () => {
    expect((await apps({ paginationToken: 7, result: [] })).value).toMatchObject({ isCutShort: true });
  });

  test('tells the kind of an app, else what is said of it', async () => {
    const { value } = await apps({ result: [app, { ...app, applicationName: '' }] });
    expect(value).toMatchObject({ items: [{ kind: 'Chat' }, { kind: 'For words' }] });
  });

  test.each([
    [{ searchMetadata: { AccountId: '111111111111' } }, 0],
    [{ searchMetadata: { Other: '1' } }, 1],
    [{ searchMetadata: null }, 1],
    [{ applicationName: 'AWS Account' }, 0],
    [{ id: 'xins-0000000000000001' }, 1],
    [{ id: 'ins-1/../2' }, 0],
    [{ id: 'ins-1;' }, 0],
    [{ id: '.ins-1' }, 0],
    [{ id: 7 }, 0],
  ])('has what is an app: %j', async (more, count) => {
    expect((await apps({ result: [{ ...app, ...more }] })).value).toMatchObject({ items: { length: count } });
  });
});

describe('whose a token is', () => {
  const who = async (answer: object) => {
    const result = await answering(answer).api.whoAmI('t');
    return result.ok ? result.value : result.failure;
  };

  test.each([
    [
      { expireDate: 1.8e12, identityStoreUserId: 'u', directoryId: 'd' },
      { expiresAtMs: 1.8e12, userId: 'd/u' },
    ],
    [
      { expireDate: 1.8e9, userIdentifier: 'u' },
      { expiresAtMs: undefined, userId: '/u' },
    ],
    [
      { expireDate: '1.8e12', userIdentifier: 7, directoryId: 7 },
      { expiresAtMs: undefined, userId: '/7' },
    ],
    [
      { expireDate: 1.8e12, userIdentifier: '' },
      { expiresAtMs: 1.8e12, userId: '' },
    ],
    [
      { expireDate: 1.8e12, userIdentifier: {} },
      { expiresAtMs: 1.8e12, userId: '' },
    ],
  ])('is told as far as the answer tells it: %j', async (answer, told) => {
    expect(await who(answer)).toEqual(told);
  });

  test.each([{}, [], { expireDate: 0, userIdentifier: null }])('is not told by %j', async (answer) => {
    expect(await who(answer)).toEqual({ kind: 'network', detail: 'unexpected-shape' });
  });

  test.each([
    [
      { name: 'Jane', preferredUsername: 'jd', email: 'j@x', userId: 'u' },
      { name: 'Jane', userId: '/u' },
    ],
    [
      { name: ' ', preferredUsername: 'jd', managedActiveDirectoryId: 'd', subject: 's' },
      { name: 'jd', userId: 'd/s' },
    ],
    [
      { email: 'j@x', identityStoreUserId: 'i', userId: 'u' },
      { name: 'j@x', userId: '/i' },
    ],
    [{}, { name: '', userId: '' }],
  ])('has the name that people know best: %j', async (answer, told) => {
    expect(await answering(answer).api.user('t')).toMatchObject({ ok: true, value: told });
  });
});

describe('a refusal', () => {
  const json = 'application/json';
  test.each([
    [401, json, { kind: 'unauthorized' }],
    [403, json, { kind: 'forbidden' }],
    [404, json, { kind: 'missing' }],
    [400, json, { kind: 'invalid', code: '' }],
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

  test.each([
    [400, {}, { 'x-amzn-errortype': 'ThrottlingException:http://internal/' }],
    [400, { __type: 'com.amazonaws.switchboard.portal#TooManyRequestsException' }, {}],
    [403, { __type: 'RequestThrottledException' }, {}],
    [503, { __type: 'RequestLimitExceeded' }, {}],
  ])('of status %i that is called one for haste is one: %j, %j', async (status, body, headers) => {
    const { api } = answering(body, { status, headers: { ...headers, 'retry-after': '2' } });
    const failure = { kind: 'throttled', retryAfterMs: 2_000 };
    expect(await api.listApps('t', undefined)).toEqual({ ok: false, failure });
    expect(await api.listRoles('t', account, undefined)).toEqual({ ok: false, failure });
  });

  test.each([
    [{ error: 'slow_down', __type: 'x#Other' }, {}, 'slow_down'],
    [{ __type: 'com.amazonaws#InvalidRequestException' }, {}, 'InvalidRequestException'],
    [{ __type: 'Other' }, { 'x-amzn-errortype': 'ValidationException:http://internal/' }, 'ValidationException'],
    [{ error: 7 }, {}, ''],
    [{ error: 'x'.repeat(100) }, {}, 'x'.repeat(80)],
  ])('is called as AWS calls it: %j, %j', async (body, headers, code) => {
    const { api } = answering(body, { status: 400, headers });
    expect(await api.listApps('t', undefined)).toEqual({ ok: false, failure: { kind: 'invalid', code } });
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

  test('that brings what is no text is a network problem', async () => {
    const bytes = new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]);
    const result = await failing(async () => new Response(bytes))?.whoAmI('t');
    expect(result).toEqual({ ok: false, failure: { kind: 'network', detail: 'not-json' } });
  });

  test('is stopped with whoever asked', async () => {
    const { api, sent } = answering({});
    const stop = new AbortController();
    await api.whoAmI('t', stop.signal);
    expect(sent[0]?.init.signal?.aborted).toBe(false);
    stop.abort();
    expect(sent[0]?.init.signal?.aborted).toBe(true);
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

  test('are taken as they are, with their end', async () => {
    const result = await answering({ roleCredentials: good }).api.credentials('t', account, 'Admin' as never);
    const { expiration: expiresAtMs, ...others } = good;
    expect(result).toMatchObject({ ok: true, value: { ...others, expiresAtMs } });
  });

  test.each([
    ['an expiry in seconds', { ...good, expiration: 1.8e9 }],
    ['no secret', { ...good, secretAccessKey: undefined }],
    ['an empty token', { ...good, sessionToken: '' }],
    ['a key that is none', { ...good, accessKeyId: '$(rm -rf ~)' }],
    ['a key with more before it', { ...good, accessKeyId: `x${good.accessKeyId}` }],
    ['a key with more behind it', { ...good, accessKeyId: `${good.accessKeyId};` }],
    ['a key that is too short', { ...good, accessKeyId: 'ASIA' }],
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

  const client = { id: 'i', secret: 's', endsAtMs: 0 };

  test.each([0, undefined, '1800000000'])('keeps a client for an hour whose end is %j', async (ends) => {
    const answer = { clientId: 'id', clientSecret: 'secret', clientSecretExpiresAt: ends };
    expect(await answering(answer).oidc.register(portal, 1_000)).toMatchObject({ value: { endsAtMs: 3_601_000 } });
  });

  test.each([{}, { clientId: '', clientSecret: 's' }, { clientId: 'i', clientSecret: 'x'.repeat(16_385) }])(
    'takes no client from %j',
    async (answer) => {
      const full = { clientSecretExpiresAt: 1, ...answer };
      const failure = { kind: 'network', detail: 'unexpected-shape' };
      expect(await answering(full).oidc.register(portal, 0)).toEqual({ ok: false, failure });
    },
  );

  test('redeems a code with its proof, and renews without one', async () => {
    const tokens = { accessToken: 'a', tokenType: 'Bearer', expiresIn: 60, refreshToken: 'r' };
    const { oidc, sent } = answering(tokens);
    const given = { ok: true, value: { accessToken: 'a', lifeMs: 60_000, refreshToken: 'r' } };
    expect(await oidc.redeem(client, 'code', 'verifier', 'http://127.0.0.1:1/')).toMatchObject(given);
    expect(await oidc.renew(client, 'old')).toMatchObject(given);
    const same = { clientId: 'i', clientSecret: 's' };
    expect(sent.map(({ init }) => JSON.parse(String(init.body)) as object)).toEqual([
      {
        ...same,
        grantType: 'authorization_code',
        code: 'code',
        redirectUri: 'http://127.0.0.1:1/',
        codeVerifier: 'verifier',
      },
      { ...same, grantType: 'refresh_token', refreshToken: 'old' },
    ]);
    for (const { url, init } of sent) {
      expect(url).toBe('https://oidc.eu-west-1.amazonaws.com/token');
      expect(init).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } });
    }
  });

  test.each([
    [{ tokenType: 'mac' }, undefined],
    [{ tokenType: 'xBearer' }, undefined],
    [{ tokenType: 'Bearerx' }, undefined],
    [{ accessToken: 'a b' }, undefined],
    [{ accessToken: '' }, undefined],
    [{ tokenType: null }, { lifeMs: 60_000, refreshToken: undefined }],
    [{ refreshToken: 'r\n' }, { lifeMs: 60_000, refreshToken: undefined }],
    [{ expiresIn: 'soon' }, { lifeMs: 0 }],
  ])('takes a token that is one: %j', async (more, value) => {
    const { oidc } = answering({ accessToken: 'a', expiresIn: 60, ...more });
    const failure = { kind: 'network', detail: 'unexpected-shape' };
    expect(await oidc.renew(client, 'r')).toMatchObject(value ? { ok: true, value } : { ok: false, failure });
  });

  test('takes a page in place of an answer for trouble on the way', async () => {
    const failure = { kind: 'network', detail: 'not-json' };
    expect(await answering('<h1>Sign in</h1>').oidc.renew(client, 'r')).toEqual({ ok: false, failure });
  });

  test('gives the code of a refusal', async () => {
    const { oidc } = answering({ error: 'invalid_grant', error_description: 'secret' }, { status: 400 });
    const result = await oidc.renew(client, 'r');
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
