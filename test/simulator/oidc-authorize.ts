import { type Context, Hono } from 'hono';
import { hiddenForm, plainPage } from './pages';
import { secret } from './sessions';
import type { State } from './state';
import type { WorldPortal } from './world';

const CODE_LIFE_MS = 600_000;

/** `/authorize`: the page on which a person lets a client in, by authorization code with PKCE. */
export function authorizePages(state: State): Hono {
  const pages = new Hono();

  pages.get('/authorize', (c) => {
    const wrong = whatIsWrong(state, c.req.query());
    if (wrong) return c.html(plainPage('This request is not valid', `<p>${wrong}</p>`), 400);
    const buttons =
      '<button id="allow" name="decision" value="allow">Allow access</button> <button id="deny" name="decision" value="deny">Deny access</button>';
    return c.html(
      plainPage(
        'Allow access to your data?',
        hiddenForm('/authorize/decision', Object.entries(c.req.query()), buttons),
      ),
    );
  });

  pages.get('/authorize/decision', (c) => {
    const query = c.req.query();
    if (whatIsWrong(state, query)) return c.text('bad request', 400);
    const back = new URL(query['redirect_uri'] ?? '');
    const portal = portalFor(state, c);
    if (query['decision'] === 'allow' && portal) back.searchParams.set('code', newCode(state, query, portal));
    else back.searchParams.set('error', 'access_denied');
    back.searchParams.set('state', query['state'] ?? '');
    return c.redirect(back.href);
  });

  return pages;
}

type Query = Readonly<Record<string, string>>;

function whatIsWrong(state: State, query: Query): string | undefined {
  const client = state.oidc.clients.get(query['client_id'] ?? '');
  const redirect = query['redirect_uri'] ?? '';
  if (!client) return 'unknown client';
  if (!/^http:\/\/127\.0\.0\.1:\d+(?:\/|$)/.test(redirect) || !client.redirectUris.some((uri) => fits(uri, redirect)))
    return 'redirect_uri does not fit a registered one';
  if (query['response_type'] !== 'code') return 'response_type must be code';
  if (query['code_challenge_method'] !== 'S256') return 'code_challenge_method must be S256';
  if (!/^[\w-]{43}$/.test(query['code_challenge'] ?? '')) return 'code_challenge is malformed';
  if (!query['state']) return 'state is missing';
  // The AWS CLI says `scopes`, other clients `scope`.
  const asked = (query['scopes'] ?? query['scope'] ?? '').split(' ');
  return asked.every((scope) => client.scopes.includes(scope)) ? undefined : 'scope was not registered';
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

/** The portal that the client was registered for, else the one of this Region. */
function portalFor(state: State, c: Context): WorldPortal | undefined {
  const { issuer } = state.oidc.clients.get(c.req.query('client_id') ?? '') ?? {};
  const region = new URL(c.req.url).hostname.split('.')[1];
  const here = state.world.portals.filter((portal) => portal.region === region);
  return here.find(({ startUrl }) => startUrl.replace(/\/$/, '') === issuer) ?? here[0];
}

function newCode(state: State, query: Query, portal: WorldPortal): string {
  const code = secret(state, 'code.');
  state.oidc.codes.set(code, {
    clientId: query['client_id'] ?? '',
    redirectUri: query['redirect_uri'] ?? '',
    challenge: query['code_challenge'] ?? '',
    portal,
    endsAtMs: Date.now() + CODE_LIFE_MS,
    isUsed: false,
  });
  return code;
}
