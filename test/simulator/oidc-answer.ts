import type { Context } from 'hono';
import type { OidcClient, State } from './state';

export type Body = Readonly<Record<string, unknown>>;

/** Every way in which OIDC refuses, as the service's model names them; 400 but for these two. */
type OidcError =
  | 'access_denied'
  | 'authorization_pending'
  | 'expired_token'
  | 'invalid_client'
  | 'invalid_client_metadata'
  | 'invalid_grant'
  | 'invalid_redirect_uri'
  | 'invalid_request'
  | 'invalid_scope'
  | 'slow_down'
  | 'unauthorized_client'
  | 'unsupported_grant_type';

/** AWS's error body; the type in the header where the settings put it. */
export function refuse(state: State, c: Context, error: OidcError): Response {
  const words = error.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  if (state.settings.errorType !== 'body-only') c.header('x-amzn-errortype', `${words.join('')}Exception`);
  return c.json({ error, error_description: '' }, error === 'invalid_client' ? 401 : 400);
}

/** The JSON object in a request; `undefined` for anything else. */
export async function bodyOf(c: Context): Promise<Body | undefined> {
  if (!c.req.header('content-type')?.includes('json')) return undefined;
  try {
    const body: unknown = await c.req.json();
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Body) : undefined;
  } catch {
    return undefined;
  }
}

/** The registered client that a body names with its secret, until its registration ends. */
export function clientOf(state: State, body: Body): OidcClient | undefined {
  const client = state.oidc.clients.get(text(body['clientId']));
  return client && client.secret === body['clientSecret'] && client.endsAtMs > Date.now() ? client : undefined;
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A list of texts; absent is empty, anything else is `undefined`. */
export function textsIn(value: unknown): string[] | undefined {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return undefined;
  const texts = value.filter((item): item is string => typeof item === 'string');
  return texts.length === value.length ? texts : undefined;
}
