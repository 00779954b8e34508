import { type Context, Hono } from 'hono';
import { hostsOfRegion } from './hosts';
import { type ApiSession, openApiSession, secret, type State, takeCall } from './state';
import type { WorldPortal } from './world';

const TOKEN_HEADER = 'x-amz-sso_bearer_token';
const APP_PAGE = 98;
const AWS_ACCOUNT_APP = 'app-03e8643328913682';

/** `portal.sso.{region}`: documented and undocumented calls, strict about tokens, fields and pages. */
export function portalApi(state: State): Hono {
  const api = new Hono();

  api.get('/assignment/accounts', (c) =>
    withSession(state, c, (session) => {
      const page = pageOf(state, c, state.accountsOf(session.portal), 'accounts');
      if (page instanceof Response) return page;
      const accountList = page.items.map(({ id, name, email }) => ({
        accountId: id,
        accountName: name,
        emailAddress: email,
      }));
      return c.json({ nextToken: page.next, accountList });
    }),
  );

  api.get('/assignment/roles', (c) =>
    withSession(state, c, (session) => {
      const accountId = c.req.query('account_id');
      if (!accountId || !/^\d{12}$/.test(accountId))
        return refuse(state, c, 400, 'InvalidRequestException', 'Account id is malformed');
      const account = state.accountsOf(session.portal).find(({ id }) => id === accountId);
      if (!account) return refuse(state, c, 403, 'ForbiddenException', 'No access');
      const page = pageOf(state, c, account.roles, `roles:${accountId}`);
      if (page instanceof Response) return page;
      return c.json({ nextToken: page.next, roleList: page.items.map((roleName) => ({ roleName, accountId })) });
    }),
  );

  api.get('/federation/credentials', (c) =>
    withSession(state, c, (session) => {
      const assigned = assignment(state, session, c);
      if (!assigned) return refuse(state, c, 403, 'ForbiddenException', 'No access');
      return c.json({
        roleCredentials: {
          accessKeyId: `ASIA${secret(state, '')
            .slice(0, 16)
            .toUpperCase()
            .replace(/[^A-Z0-9]/g, '7')}`,
          secretAccessKey: secret(state, 'sak/'),
          sessionToken: secret(state, 'stk+'),
          expiration: Date.now() + 3_600_000,
        },
      });
    }),
  );

  api.get('/federation/console', (c) =>
    withSession(state, c, (session) => {
      const assigned = assignment(state, session, c);
      if (!assigned) return refuse(state, c, 403, 'ForbiddenException', 'No access');
      const signInToken = secret(state, 'sit.');
      state.signinTokens.set(signInToken, { ...assigned, portal: session.portal });
      const { signin } = hostsOfRegion(session.portal.region);
      return c.json({ signInToken, signInFederationLocation: `https://${signin}/federation`, destination: null });
    }),
  );

  api.get('/instance/appinstances', (c) =>
    withSession(state, c, (session) => {
      const offset = Number(c.req.query('next_token')?.replace(/^page-/, '') ?? 0);
      if (!Number.isInteger(offset)) return refuse(state, c, 400, 'InvalidRequestException', 'Invalid token');
      const all = appInstances(state, session.portal);
      const next = offset + APP_PAGE < all.length ? `page-${offset + APP_PAGE}` : null;
      return c.json({ paginationToken: next, result: all.slice(offset, offset + APP_PAGE) });
    }),
  );

  api.get('/instance/appinstance/:id/profiles', (c) =>
    withSession(state, c, (session) => {
      const id = c.req.param('id');
      if (!/^ins-[0-9a-z]{16}$/.test(id))
        return refuse(state, c, 400, 'InvalidRequestException', `Instance id ${id} format is incorrect`);
      const result = [
        { id: 'p-9999000011112222', name: 'Default', description: '', url: '', protocol: 'SAML', relayState: null },
      ];
      return session.portal.apps.some((app) => app.id === id)
        ? c.json({ paginationToken: null, result })
        : refuse(state, c, 403, 'ForbiddenException', 'No access');
    }),
  );

  api.get('/user', (c) =>
    withSession(state, c, ({ portal }) =>
      c.json({
        accountId: '111111111111',
        email: portal.user.email,
        name: portal.user.name,
        subject: portal.user.email,
        managedActiveDirectoryId: portal.directoryId,
        ssoInstanceId: 'ssoins-1111222233334444',
        userId: portal.user.email,
      }),
    ),
  );

  api.get('/token/whoAmI', (c) =>
    withSession(state, c, (session) =>
      c.json({
        userIdentifier: Buffer.from(session.portal.user.email).toString('base64'),
        token: null,
        createDate: session.createdAtMs,
        tokenType: 'NATIVE',
        expireDate: session.endsAtMs,
        accountId: '111111111111',
        directoryId: session.portal.directoryId,
        authenticationType: 'NATIVE',
        identityStoreUserId: '00000000-0000-0000-0000-000000000001',
        originSessionId: '00000000-0000-0000-0000-000000000002',
      }),
    ),
  );

  api.post('/logout', (c) =>
    withSession(state, c, (session) => {
      session.isRevoked = true;
      return c.body(null, 200);
    }),
  );

  // The portal page's own sign-in; not for clients.
  api.post('/auth/sso-token', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const portal = state.world.portals.find(
      ({ directoryId, startUrl }) => `${directoryId}|${startUrl}` === form.get('state'),
    );
    if (!portal || form.get('authCode') !== 'approved')
      return refuse(state, c, 400, 'InvalidRequestException', 'Invalid code');
    return c.json({
      token: openApiSession(state, portal, 'portal').token,
      redirectUrl: `${portal.startUrl}/`,
      errorMessage: null,
    });
  });

  api.all('*', (c) => refuse(state, c, 404, 'ResourceNotFoundException', ''));
  return api;
}

async function withSession(
  state: State,
  c: Context,
  answer: (session: ApiSession) => Response | Promise<Response>,
): Promise<Response> {
  const token = c.req.header(TOKEN_HEADER) ?? c.req.header('authorization')?.replace(/^Bearer /, '');
  const session = token === undefined ? undefined : state.apiSessions.get(token);
  const region = new URL(c.req.url).hostname.split('.')[2];
  const isGood = session && !session.isRevoked && session.endsAtMs > Date.now() && session.portal.region === region;
  if (!isGood) return refuse(state, c, 401, 'UnauthorizedException', 'Session token not found or invalid');
  if (!takeCall(state, session)) return refuse(state, c, 429, 'TooManyRequestsException', 'HTTP 429 Unknown Code');
  return answer(session);
}

function assignment(
  state: State,
  session: ApiSession,
  c: Context,
): { accountId: string; roleName: string } | undefined {
  const accountId = c.req.query('account_id') ?? '';
  const roleName = c.req.query('role_name') ?? '';
  const account = state.accountsOf(session.portal).find(({ id }) => id === accountId);
  return account?.roles.includes(roleName) ? { accountId, roleName } : undefined;
}

function pageOf<Item>(
  state: State,
  c: Context,
  all: readonly Item[],
  scope: string,
): { items: Item[]; next: string | null } | Response {
  const size = Number(c.req.query('max_result') ?? 20);
  if (!Number.isInteger(size) || size < 1 || size > 100) {
    return refuse(
      state,
      c,
      400,
      'InvalidRequestException',
      'ResultSize parameter must be within the valid limits of: 1-100',
    );
  }
  const token = c.req.query('next_token');
  const offset = token === undefined ? 0 : offsetIn(token, scope);
  if (offset === undefined) return refuse(state, c, 400, 'InvalidRequestException', 'Invalid next token');
  const next = offset + size < all.length ? Buffer.from(`${scope}@${offset + size}`).toString('base64url') : null;
  return { items: all.slice(offset, offset + size), next };
}

function offsetIn(token: string, scope: string): number | undefined {
  const [own, offset] = Buffer.from(token, 'base64url').toString().split('@');
  return own === scope && Number.isInteger(Number(offset)) ? Number(offset) : undefined;
}

function appInstances(state: State, portal: WorldPortal): unknown[] {
  const accounts = state.accountsOf(portal).map(({ id, name, email }) => ({
    id: `ins-${id.padStart(16, '0')}`,
    name: `${id} (${name})`,
    description: 'AWS administrative console',
    applicationId: AWS_ACCOUNT_APP,
    applicationName: 'AWS Account',
    icon: `https://static.global.sso.amazonaws.com/${AWS_ACCOUNT_APP}/icons/default.png`,
    searchMetadata: { AccountId: id, AccountName: name, AccountEmail: email },
  }));
  const apps = portal.apps.map(({ id, name, kind }, index) => ({
    id,
    name,
    description: kind,
    applicationId: `app-${id.slice(4)}`,
    applicationName: kind,
    icon: `https://static.global.sso.amazonaws.com/app-${id.slice(4)}/icons/default.png`,
    ...(index % 2 ? { searchMetadata: null } : {}),
  }));
  return [...accounts, ...apps];
}

/** AWS's error body, with the type where the settings put it. */
function refuse(
  state: State,
  c: Context,
  status: 400 | 401 | 403 | 404 | 429,
  type: string,
  message: string,
): Response {
  const { errorType } = state.settings;
  const namespaced = `com.amazonaws.switchboard.portal#${type}`;
  if (errorType !== 'body-only') c.header('x-amzn-errortype', errorType === 'header' ? type : namespaced);
  return c.json({ message, __type: namespaced }, status);
}
