import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Answered, ask } from '../../simulator/client';
import { decideDevice } from '../../simulator/device-page';
import { type Simulator, startSimulator } from '../../simulator/simulator';

const host = 'https://oidc.eu-west-1.amazonaws.com';
const startUrl = 'https://d-1234567890.awsapps.com/start';
const redirectUri = 'http://127.0.0.1:49152/oauth/callback';
const verifier = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.';
const challenge = createHash('sha256').update(verifier).digest('base64url');
const device = 'urn:ietf:params:oauth:grant-type:device_code';

type Fields = Record<string, unknown>;

describe('the simulated OIDC service', () => {
  let simulator: Simulator;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
  });
  afterEach(() => {
    simulator.settings.refreshTokens = 'rotate';
    simulator.settings.deviceHost = 'portal';
  });
  afterAll(() => simulator.close());

  async function post(path: string, body: Fields): Promise<{ status: number; fields: Fields }> {
    const headers = { 'content-type': 'application/json' };
    const { status, text } = await ask(simulator, host + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status, fields: JSON.parse(text) as Fields };
  }

  async function register(more: Fields = {}): Promise<Fields> {
    const { fields } = await post('/client/register', {
      clientName: 'test',
      clientType: 'public',
      scopes: ['sso:account:access'],
      ...more,
    });
    return { clientId: fields['clientId'], clientSecret: fields['clientSecret'] };
  }

  const pkce = {
    grantTypes: ['authorization_code', 'refresh_token'],
    redirectUris: ['http://127.0.0.1/oauth/callback'],
    issuerUrl: startUrl,
  };

  function authorize(clientId: unknown, more: Record<string, string> = {}): Promise<Answered> {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: String(clientId),
      redirect_uri: redirectUri,
      state: 'state-1',
      code_challenge_method: 'S256',
      scopes: 'sso:account:access',
      code_challenge: challenge,
      ...more,
    });
    return ask(simulator, `${host}/authorize${more['decision'] ? '/decision' : ''}?${query}`);
  }

  async function codeFor(client: Fields): Promise<string> {
    const { headers } = await authorize(client['clientId'], { decision: 'allow' });
    return new URL(headers.get('location') ?? '').searchParams.get('code') ?? '';
  }

  async function tokensFor(client: Fields): Promise<Fields> {
    const grant = { grantType: 'authorization_code', code: await codeFor(client), redirectUri, codeVerifier: verifier };
    return (await post('/token', { ...client, ...grant })).fields;
  }

  test.each([
    ['another client type', { clientType: 'confidential' }, 'invalid_client_metadata'],
    ['no name', { clientName: '' }, 'invalid_request'],
    ['a redirect to a web page', { redirectUris: ['https://example.com/'] }, 'invalid_redirect_uri'],
    ['a redirect to localhost', { redirectUris: ['http://localhost/'] }, 'invalid_redirect_uri'],
    ['an unknown grant', { grantTypes: ['password'] }, 'unsupported_grant_type'],
    ['an unknown scope', { scopes: ['everything'] }, 'invalid_scope'],
  ])('refuses to register with %s', async (_, more, error) => {
    const body = { clientName: 'test', clientType: 'public', ...more };
    expect(await post('/client/register', body)).toEqual({ status: 400, fields: { error, error_description: '' } });
  });

  test('gives tokens for a code once, to the client that asked, with its verifier', async () => {
    const client = await register(pkce);
    const grant = { grantType: 'authorization_code', code: await codeFor(client), redirectUri };
    const wrong = await post('/token', { ...client, ...grant, codeVerifier: 'x'.repeat(64) });
    expect(wrong.fields['error']).toBe('invalid_grant');
    const right = await post('/token', { ...client, ...grant, codeVerifier: verifier });
    expect(right.fields).toMatchObject({ tokenType: 'Bearer', expiresIn: 3_600 });
    const again = await post('/token', { ...client, ...grant, codeVerifier: verifier });
    expect(again.fields['error']).toBe('invalid_grant');
  });

  test('takes the scope under both names that clients use', async () => {
    const { clientId } = await register(pkce);
    expect((await authorize(clientId)).status).toBe(200);
    expect((await authorize(clientId, { scopes: 'other', scope: 'sso:account:access' })).status).toBe(400);
    expect((await authorize(clientId, { redirect_uri: 'http://127.0.0.1:1/elsewhere' })).status).toBe(400);
  });

  test('tells a person’s no as access_denied', async () => {
    const { clientId } = await register(pkce);
    const { headers } = await authorize(clientId, { decision: 'deny' });
    expect(headers.get('location')).toBe(`${redirectUri}?error=access_denied&state=state-1`);
  });

  test.each([
    ['rotate', 'another', 'invalid_grant'],
    ['keep', 'the same', undefined],
    ['omit', 'no', undefined],
  ] as const)('answers a refresh with "%s": %s refresh token', async (mode, what, secondError) => {
    simulator.settings.refreshTokens = mode;
    const client = await register(pkce);
    const { refreshToken } = await tokensFor(client);
    const first = await post('/token', { ...client, grantType: 'refresh_token', refreshToken });
    const told = first.fields['refreshToken'];
    const kind = told === undefined ? 'no' : told === refreshToken ? 'the same' : 'another';
    expect(kind).toBe(what);
    const second = await post('/token', { ...client, grantType: 'refresh_token', refreshToken });
    expect(second.fields['error']).toBe(secondError);
  });

  test('signing out ends the refresh token too', async () => {
    const client = await register(pkce);
    const { accessToken, refreshToken } = await tokensFor(client);
    const headers = { 'x-amz-sso_bearer_token': String(accessToken) };
    await ask(simulator, 'https://portal.sso.eu-west-1.amazonaws.com/logout', { method: 'POST', headers });
    const refreshed = await post('/token', { ...client, grantType: 'refresh_token', refreshToken });
    expect(refreshed.fields['error']).toBe('invalid_grant');
  });

  test('takes a device through pending, slow down and approved', async () => {
    const client = await register();
    const { fields } = await post('/device_authorization', { ...client, startUrl });
    expect(fields).toMatchObject({ verificationUri: `${startUrl}/#/device`, expiresIn: 600, interval: 1 });
    const poll = { ...client, grantType: device, deviceCode: fields['deviceCode'] };
    expect((await post('/token', poll)).fields['error']).toBe('authorization_pending');
    expect((await post('/token', poll)).fields['error']).toBe('slow_down');
    decideDevice(simulator, String(fields['userCode']), 'approved');
    expect((await post('/token', poll)).fields).toMatchObject({ tokenType: 'Bearer' });
  });

  test('knows a wrong client secret as 401', async () => {
    const { clientId } = await register();
    const body = { clientId, clientSecret: 'wrong', startUrl };
    expect((await post('/device_authorization', body)).status).toBe(401);
  });

  test('refuses a grant that the client was not registered for', async () => {
    const client = await register(pkce);
    const body = { ...client, grantType: device, deviceCode: 'any' };
    expect((await post('/token', body)).fields['error']).toBe('unauthorized_client');
  });
});
