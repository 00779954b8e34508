import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { decideDevice } from './device-page';
import { hostsOfRegion } from './hosts';
import { isLive } from './portal-answer';
import { portalApi } from './portal-api';
import type { ApiSession, State } from './state';

export const TOKEN_COOKIE = 'x-amz-sso_authn';
const PAGE = 50;

/** What the portal's page asks its own host for, so that looking at it costs no calls of the API. */
export function portalOwnData(state: State): Hono {
  const data = new Hono();

  data.get('/accounts', (c) =>
    withOwnSession(state, c, ({ portal }) => {
      const all = state.accountsOf(portal);
      return c.json({ rows: pageOf(c, all).map(({ id, name, email }) => ({ id, name, email })), total: all.length });
    }),
  );
  data.get('/applications', (c) =>
    withOwnSession(state, c, ({ portal: { apps } }) => c.json({ rows: pageOf(c, apps), total: apps.length })),
  );
  data.get('/app', (c) =>
    withOwnSession(state, c, ({ portal: { apps } }) =>
      c.json({ url: apps.find(({ id }) => id === c.req.query('id'))?.url ?? null }),
    ),
  );
  data.get('/device', (c) =>
    withOwnSession(state, c, () => {
      const userCode = c.req.query('user_code') ?? '';
      const decision = c.req.query('decision');
      if (decision === 'approved' || decision === 'denied')
        return c.json({ known: decideDevice(state, userCode, decision) });
      return c.json({ known: [...state.oidc.devices.values()].some((device) => device.userCode === userCode) });
    }),
  );

  // For portals that keep their token where no script reads it.
  data.post('/cookie', async (c) => {
    const token = await c.req.text();
    const life = token === '' ? { maxAge: 0 } : {};
    setCookie(c, TOKEN_COOKIE, token, { path: '/', secure: true, httpOnly: true, ...life });
    return c.body(null, 204);
  });
  data.all('/api/*', (c) => {
    const session = ownSession(state, c);
    const target = new URL(c.req.url);
    if (session) target.hostname = hostsOfRegion(session.portal.region).portalApi;
    target.pathname = target.pathname.replace(/^\/sim\/api/, '');
    const headers = { 'x-amz-sso_bearer_token': session?.token ?? '' };
    return portalApi(state).fetch(new Request(target, { method: c.req.method, headers }));
  });

  return data;
}

function withOwnSession(state: State, c: Context, answer: (session: ApiSession) => Response): Response {
  const session = ownSession(state, c);
  return session ? answer(session) : c.json({ message: 'signed out' }, 401);
}

function ownSession(state: State, c: Context): ApiSession | undefined {
  const session = state.apiSessions.get(getCookie(c, TOKEN_COOKIE) ?? '');
  return session && isLive(session) ? session : undefined;
}

function pageOf<Item>(c: Context, all: readonly Item[]): readonly Item[] {
  const offset = Number(c.req.query('offset') ?? 0);
  return all.slice(offset, offset + PAGE);
}
