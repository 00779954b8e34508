import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { type Body, bodyOf, clientOf, refuse, text } from './oidc-answer';
import { openApiSession, secret } from './sessions';
import type { OidcClient, State } from './state';
import type { WorldPortal } from './world';

export const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
/** The interval that was told; whoever polls sooner is told to slow down. */
const POLL_MS = 900;

/** `POST /token`: the three grants that public clients use. */
export async function createToken(state: State, c: Context): Promise<Response> {
  const body = await bodyOf(c);
  if (!body) return refuse(state, c, 'invalid_request');
  const client = clientOf(state, body);
  if (!client) return refuse(state, c, 'invalid_client');
  const grant = text(body['grantType']);
  const isForOthers = client.grantTypes.length > 0 && !client.grantTypes.includes(grant);
  switch (grant) {
    case 'authorization_code':
      return isForOthers ? refuse(state, c, 'unauthorized_client') : redeemCode(state, c, body, client);
    case 'refresh_token':
      return isForOthers ? refuse(state, c, 'unauthorized_client') : refresh(state, c, body);
    case DEVICE_GRANT:
      return isForOthers ? refuse(state, c, 'unauthorized_client') : pollDevice(state, c, body, client);
    default:
      return refuse(state, c, 'unsupported_grant_type');
  }
}

function redeemCode(state: State, c: Context, body: Body, client: OidcClient): Response {
  const code = state.oidc.codes.get(text(body['code']));
  if (!code || code.isUsed || code.endsAtMs < Date.now()) return refuse(state, c, 'invalid_grant');
  if (code.clientId !== body['clientId'] || code.redirectUri !== body['redirectUri'])
    return refuse(state, c, 'invalid_grant');
  const challenge = createHash('sha256').update(text(body['codeVerifier'])).digest('base64url');
  if (challenge !== code.challenge) return refuse(state, c, 'invalid_grant');
  code.isUsed = true;
  return tokens(state, c, code.portal, newRefreshToken(state, code.portal, code.clientId, client));
}

function refresh(state: State, c: Context, body: Body): Response {
  const old = text(body['refreshToken']);
  const grant = state.oidc.refreshTokens.get(old);
  if (!grant || grant.clientId !== body['clientId']) return refuse(state, c, 'invalid_grant');
  const mode = state.settings.refreshTokens;
  if (mode !== 'rotate') return tokens(state, c, grant.portal, old, mode === 'keep');
  state.oidc.refreshTokens.delete(old);
  const fresh = secret(state, 'aor');
  state.oidc.refreshTokens.set(fresh, grant);
  return tokens(state, c, grant.portal, fresh);
}

function pollDevice(state: State, c: Context, body: Body, client: OidcClient): Response {
  const deviceCode = text(body['deviceCode']);
  const device = state.oidc.devices.get(deviceCode);
  if (!device || device.clientId !== body['clientId']) return refuse(state, c, 'invalid_grant');
  const now = Date.now();
  if (device.endsAtMs < now) return refuse(state, c, 'expired_token');
  if (device.decision === 'denied') return refuse(state, c, 'access_denied');
  if (device.decision === 'pending') {
    const isHasty = now - device.polledAtMs < POLL_MS;
    device.polledAtMs = now;
    return refuse(state, c, isHasty ? 'slow_down' : 'authorization_pending');
  }
  state.oidc.devices.delete(deviceCode);
  return tokens(state, c, device.portal, newRefreshToken(state, device.portal, device.clientId, client));
}

function tokens(
  state: State,
  c: Context,
  portal: WorldPortal,
  refreshToken: string | undefined,
  isTold = refreshToken !== undefined,
): Response {
  const session = openApiSession(state, portal, 'oidc', refreshToken);
  return c.json({
    accessToken: session.token,
    tokenType: 'Bearer',
    expiresIn: Math.floor(state.settings.accessTokenMs / 1_000),
    ...(isTold ? { refreshToken } : {}),
  });
}

/** Only clients with the account scope or the refresh grant get one. */
function newRefreshToken(
  state: State,
  portal: WorldPortal,
  clientId: string,
  { scopes, grantTypes }: OidcClient,
): string | undefined {
  if (!scopes.includes('sso:account:access') && !grantTypes.includes('refresh_token')) return undefined;
  const token = secret(state, 'aor');
  state.oidc.refreshTokens.set(token, { clientId, portal });
  return token;
}
