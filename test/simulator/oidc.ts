import { createHash, randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { escape } from './html';
import { openApiSession, secret, type State } from './state';
import type { WorldPortal } from './world';

const NINETY_DAYS_MS = 90 * 86_400_000;
const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

/** `oidc.{region}`: client registration, authorization code with PKCE, refresh and the device grant. */
export function oidcApi(state: State): Hono {
  const api = new Hono();

  api.post('/client/register', async (c) => {
    const body = await bodyOf(c);
    if (!body || typeof body['clientName'] !== 'string') return refuse(c, 'invalid_request');
    if (body['clientType'] !== 'public') return refuse(c, 'invalid_client_metadata');
    const redirectUris = strings(body['redirectUris']);
    // An assumption: only loopback redirects are known to be accepted.
    if (!redirectUris.every((uri) => /^http:\/\/127\.0\.0\.1(?::\d+)?(?:\/|$)/.test(uri)))
      return refuse(c, 'invalid_redirect_uri');
    const clientId = randomUUID();
    const clientSecret = secret(state, 'cls.');
    const endsAtMs = Date.now() + NINETY_DAYS_MS;
    state.oidc.clients.set(clientId, {
      secret: clientSecret,
      redirectUris,
      grantTypes: strings(body['grantTypes']),
      scopes: strings(body['scopes']),
      endsAtMs,
    });
    return c.json({
      clientId,
      clientSecret,
      clientIdIssuedAt: Math.floor(Date.now() / 1_000),
      clientSecretExpiresAt: Math.floor(endsAtMs / 1_000),
    });
  });

  api.get('/authorize', (c) => {
    const query = c.req.query();
    const client = state.oidc.clients.get(query['client_id'] ?? '');
    const redirect = query['redirect_uri'] ?? '';
    if (!client) return c.text('unknown client', 400);
    if (!/^http:\/\/127\.0\.0\.1:\d+\//.test(redirect) || !client.redirectUris.some((uri) => fits(uri, redirect)))
      return c.text('bad redirect', 400);
    if (
      query['response_type'] !== 'code' ||
      query['code_challenge_method'] !== 'S256' ||
      !query['code_challenge'] ||
      !query['state']
    ) {
      return c.text('bad request', 400);
    }
    if (!(query['scopes'] ?? query['scope'])) return c.text('no scope', 400);
    return c.html(consent(c));
  });

  api.get('/authorize/decision', (c) => {
    const query = c.req.query();
    const back = new URL(query['redirect_uri'] ?? '');
    back.searchParams.set('state', query['state'] ?? '');
    const portal = portalOf(state, c);
    if (query['decision'] !== 'allow' || !portal) {
      back.searchParams.set('error', 'access_denied');
      return c.redirect(back.href);
    }
    const code = secret(state, 'code.');
    state.oidc.codes.set(code, {
      clientId: query['client_id'] ?? '',
      redirectUri: query['redirect_uri'] ?? '',
      challenge: query['code_challenge'] ?? '',
      portal,
      isUsed: false,
    });
    back.searchParams.set('code', code);
    return c.redirect(back.href);
  });

  api.post('/device_authorization', async (c) => {
    const body = await bodyOf(c);
    const client = body && clientOf(state, body);
    if (!client) return refuse(c, 'invalid_client', 401);
    const startUrl = String(body['startUrl'] ?? '').replace(/[/#]+$/, '');
    const portal = state.world.portals.find((own) => own.startUrl === startUrl);
    if (!portal) return refuse(c, 'invalid_request');
    const deviceCode = secret(state, 'dev.');
    const userCode = deviceCode
      .slice(-8)
      .toUpperCase()
      .replace(/[^A-Z]/g, 'X')
      .replace(/(.{4})/, '$1-');
    state.oidc.devices.set(deviceCode, {
      clientId: String(body['clientId']),
      userCode,
      portal,
      isApproved: false,
      endsAtMs: Date.now() + 600_000,
    });
    const verificationUri = `https://${new URL(c.req.url).host}/device`;
    return c.json({
      deviceCode,
      userCode,
      verificationUri,
      verificationUriComplete: `${verificationUri}?user_code=${userCode}`,
      expiresIn: 600,
      interval: 1,
    });
  });

  api.get('/device', (c) => {
    const device = [...state.oidc.devices.values()].find(({ userCode }) => userCode === c.req.query('user_code'));
    if (!device) return c.text('unknown code', 404);
    if (c.req.query('confirm')) device.isApproved = true;
    return c.html(`<!doctype html><title>Authorize</title><form><input type="hidden" name="user_code" value="${escape(device.userCode)}">
<button name="confirm" value="1">${device.isApproved ? 'Approved' : 'Confirm and continue'}</button></form>`);
  });

  api.post('/token', async (c) => {
    const body = await bodyOf(c);
    if (!body) return refuse(c, 'invalid_request');
    if (!clientOf(state, body)) return refuse(c, 'invalid_client', 401);
    switch (body['grantType']) {
      case 'authorization_code':
        return redeemCode(state, c, body);
      case 'refresh_token':
        return refresh(state, c, body);
      case DEVICE_GRANT:
        return pollDevice(state, c, body);
      default:
        return refuse(c, 'unsupported_grant_type');
    }
  });

  api.all('*', (c) => c.json({ message: 'Not Found' }, 404));
  return api;
}

type Body = Readonly<Record<string, unknown>>;

function redeemCode(state: State, c: Context, body: Body): Response {
  const code = state.oidc.codes.get(String(body['code']));
  if (!code || code.isUsed || code.clientId !== body['clientId'] || code.redirectUri !== body['redirectUri'])
    return refuse(c, 'invalid_grant');
  const challenge = createHash('sha256').update(String(body['codeVerifier'])).digest('base64url');
  if (challenge !== code.challenge) return refuse(c, 'invalid_grant');
  code.isUsed = true;
  return tokens(
    state,
    c,
    code.portal,
    String(body['clientId']),
    newRefreshToken(state, code.portal, String(body['clientId'])),
  );
}

function refresh(state: State, c: Context, body: Body): Response {
  const old = String(body['refreshToken']);
  const grant = state.oidc.refreshTokens.get(old);
  if (!grant || grant.clientId !== body['clientId']) return refuse(c, 'invalid_grant');
  if (state.settings.refreshTokens === 'rotate') state.oidc.refreshTokens.delete(old);
  const next = {
    rotate: () => newRefreshToken(state, grant.portal, grant.clientId),
    keep: () => old,
    omit: () => undefined,
  }[state.settings.refreshTokens]();
  return tokens(state, c, grant.portal, grant.clientId, next);
}

function pollDevice(state: State, c: Context, body: Body): Response {
  const device = state.oidc.devices.get(String(body['deviceCode']));
  if (!device || device.clientId !== body['clientId']) return refuse(c, 'invalid_grant');
  if (device.endsAtMs < Date.now()) return refuse(c, 'expired_token');
  if (!device.isApproved) return refuse(c, 'authorization_pending');
  state.oidc.devices.delete(String(body['deviceCode']));
  return tokens(state, c, device.portal, device.clientId, newRefreshToken(state, device.portal, device.clientId));
}

function tokens(
  state: State,
  c: Context,
  portal: WorldPortal,
  _clientId: string,
  refreshToken: string | undefined,
): Response {
  const session = openApiSession(state, portal, 'oidc');
  return c.json({
    accessToken: session.token,
    tokenType: 'Bearer',
    expiresIn: Math.floor(state.settings.accessTokenMs / 1_000),
    ...(refreshToken === undefined ? {} : { refreshToken }),
  });
}

function newRefreshToken(state: State, portal: WorldPortal, clientId: string): string {
  const token = secret(state, 'aor');
  state.oidc.refreshTokens.set(token, { clientId, portal });
  return token;
}

function clientOf(state: State, body: Body): boolean {
  const client = state.oidc.clients.get(String(body['clientId']));
  return client !== undefined && client.secret === body['clientSecret'] && client.endsAtMs > Date.now();
}

function portalOf(state: State, c: Context): WorldPortal | undefined {
  const region = new URL(c.req.url).hostname.split('.')[1];
  return state.world.portals.find((portal) => portal.region === region);
}

function consent(c: Context): string {
  const hidden = Object.entries(c.req.query()).map(
    ([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
  );
  return `<!doctype html><html lang="en"><title>Allow access</title><link rel="icon" href="data:,"><body style="font:16px system-ui;max-width:26em;margin:4em auto">
<h1>Allow access?</h1><form action="/authorize/decision">${hidden.join('')}
<button id="allow" name="decision" value="allow">Allow access</button> <button id="deny" name="decision" value="deny">Deny</button></form></body></html>`;
}

/** A registered redirect without a port fits any port, path for path (RFC 8252, section 7.3); without a path, any path. */
function fits(registered: string, used: string): boolean {
  const own = new URL(registered);
  const other = new URL(used);
  return (
    own.hostname === other.hostname &&
    (own.port === '' || own.port === other.port) &&
    (own.pathname === '/' || own.pathname === other.pathname)
  );
}

async function bodyOf(c: Context): Promise<Body | undefined> {
  if (!c.req.header('content-type')?.includes('json')) return undefined;
  try {
    const body: unknown = await c.req.json();
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Body) : undefined;
  } catch {
    return undefined;
  }
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

const typeOf = (error: string): string =>
  `${error
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}Exception`;

function refuse(c: Context, error: string, status: 400 | 401 = 400): Response {
  c.header('x-amzn-errortype', typeOf(error));
  return c.json({ error, error_description: '' }, status);
}
