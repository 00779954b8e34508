import { randomInt, randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { authorizePages } from './oidc-authorize';
import { bodyOf, clientOf, refuse, text, textsIn } from './oidc-answer';
import { createToken, DEVICE_GRANT } from './oidc-token';
import { secret } from './sessions';
import type { State } from './state';

const NINETY_DAYS_MS = 90 * 86_400_000;
const DEVICE_LIFE_MS = 600_000;
const grants: readonly string[] = ['authorization_code', 'refresh_token', DEVICE_GRANT];

/** `oidc.{region}`: client registration, authorization code with PKCE, refresh and the device grant. */
export function oidcApi(state: State): Hono {
  const api = new Hono();
  api.post('/client/register', (c) => register(state, c));
  api.post('/device_authorization', (c) => authorizeDevice(state, c));
  api.post('/token', (c) => createToken(state, c));
  api.route('/', authorizePages(state));
  api.all('*', (c) => c.json({ message: 'Not Found' }, 404));
  return api;
}

async function register(state: State, c: Context): Promise<Response> {
  const body = await bodyOf(c);
  const [redirectUris, grantTypes, scopes] = ['redirectUris', 'grantTypes', 'scopes'].map((name) =>
    textsIn(body?.[name]),
  );
  if (!body || text(body['clientName']) === '' || !redirectUris || !grantTypes || !scopes)
    return refuse(state, c, 'invalid_request');
  if (body['clientType'] !== 'public') return refuse(state, c, 'invalid_client_metadata');
  if (!grantTypes.every((grant) => grants.includes(grant))) return refuse(state, c, 'unsupported_grant_type');
  if (!scopes.every(isScope)) return refuse(state, c, 'invalid_scope');
  // An assumption: only loopback redirects are known to be accepted.
  if (!redirectUris.every(isLoopback)) return refuse(state, c, 'invalid_redirect_uri');
  const clientId = randomUUID();
  const clientSecret = secret(state, 'cls.');
  const endsAtMs = Date.now() + NINETY_DAYS_MS;
  const issuer = text(body['issuerUrl']).replace(/[/#]+$/, '') || undefined;
  state.oidc.clients.set(clientId, { secret: clientSecret, redirectUris, grantTypes, scopes, issuer, endsAtMs });
  return c.json({
    clientId,
    clientSecret,
    clientIdIssuedAt: Math.floor(Date.now() / 1_000),
    clientSecretExpiresAt: Math.floor(endsAtMs / 1_000),
  });
}

function isScope(scope: string): boolean {
  return /^(?:sso:account:access|sso-portal:\*|openid|aws)$/.test(scope);
}

function isLoopback(uri: string): boolean {
  return /^http:\/\/127\.0\.0\.1(?::\d+)?(?:\/|$)/.test(uri);
}

async function authorizeDevice(state: State, c: Context): Promise<Response> {
  const body = await bodyOf(c);
  if (!body) return refuse(state, c, 'invalid_request');
  const client = clientOf(state, body);
  if (!client) return refuse(state, c, 'invalid_client');
  if (client.grantTypes.length > 0 && !client.grantTypes.includes(DEVICE_GRANT))
    return refuse(state, c, 'unauthorized_client');
  const startUrl = text(body['startUrl']).replace(/[/#]+$/, '');
  const portal = state.world.portals.find((own) => own.startUrl.replace(/\/$/, '') === startUrl);
  const region = new URL(c.req.url).hostname.split('.')[1];
  if (!portal || portal.region !== region) return refuse(state, c, 'invalid_request');
  const deviceCode = secret(state, 'dev.');
  const userCode = `${fourLetters()}-${fourLetters()}`;
  state.oidc.devices.set(deviceCode, {
    clientId: text(body['clientId']),
    userCode,
    portal,
    endsAtMs: Date.now() + DEVICE_LIFE_MS,
    decision: 'pending',
    polledAtMs: 0,
  });
  const isLegacy = state.settings.deviceHost === 'legacy';
  const verificationUri = isLegacy ? `https://device.sso.${region}.amazonaws.com/` : `${portal.startUrl}/#/device`;
  return c.json({
    deviceCode,
    userCode,
    verificationUri,
    verificationUriComplete: `${verificationUri}?user_code=${userCode}`,
    expiresIn: DEVICE_LIFE_MS / 1_000,
    interval: 1,
  });
}

function fourLetters(): string {
  return Array.from({ length: 4 }, () => String.fromCharCode(65 + randomInt(26))).join('');
}
