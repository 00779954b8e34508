import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { hostsOfRegion } from './hosts';
import { operationOf } from './operations';
import { documentedPage, refuse, withPortalSession, withSession } from './portal-answer';
import { instanceApi } from './portal-instances';
import { loginApi } from './portal-login';
import { personApi } from './portal-person';
import { secret } from './sessions';
import type { ApiSession, State } from './state';
import type { WorldAccount } from './world';

/** `portal.sso.{region}`: documented and undocumented calls, strict about tokens, fields and pages. */
export function portalApi(state: State): Hono {
  const api = new Hono();

  api.get('/assignment/accounts', (c) => withSession(state, c, (session) => accounts(state, c, session)));
  api.get('/assignment/roles', (c) => withSession(state, c, (session) => roles(state, c, session)));
  for (const path of ['/federation/credentials', '/federation/credentials/'])
    api.get(path, (c) => withSession(state, c, (session) => credentials(state, c, session)));
  api.get('/federation/console', (c) => withPortalSession(state, c, (session) => signInToken(state, c, session)));
  api.route('/', instanceApi(state));
  api.route('/', personApi(state));
  api.route('/', loginApi(state));
  api.get('/saml/assertion/:id', (c) => refuse(state, c, 403, 'ForbiddenException', 'No access'));

  api.all('*', (c) =>
    operationOf('portal-api', c.req.method, c.req.path) === ''
      ? refuse(state, c, 404, 'ResourceNotFoundException', '')
      : refuse(state, c, 405, 'MethodNotAllowedException', ''),
  );
  return api;
}

function accounts(state: State, c: Context, { portal }: ApiSession): Response {
  const rows = state
    .accountsOf(portal)
    .map(({ id, name, email }): unknown => ({ accountId: id, accountName: name, emailAddress: email }));
  const page = documentedPage(state, c, [...rows, ...(portal.strangeAccounts ?? [])], 'accounts');
  return page instanceof Response ? page : c.json({ nextToken: page.next, accountList: page.items });
}

function roles(state: State, c: Context, session: ApiSession): Response {
  const accountId = c.req.query('account_id');
  if (!accountId || !/^\d{12}$/.test(accountId))
    return refuse(state, c, 400, 'InvalidRequestException', 'Account id is malformed');
  const account = accountOf(state, session, accountId);
  if (!account) return refuse(state, c, 403, 'ForbiddenException', 'No access');
  const page = documentedPage(state, c, account.roles, `roles:${accountId}`);
  if (page instanceof Response) return page;
  return c.json({ nextToken: page.next, roleList: page.items.map((roleName) => ({ roleName, accountId })) });
}

function credentials(state: State, c: Context, session: ApiSession): Response {
  const assigned = assignment(state, session, c);
  if (!assigned) return refuse(state, c, 403, 'ForbiddenException', 'No access');
  const accessKeyId = `ASIA${randomBytes(8).toString('hex').toUpperCase()}`;
  const secretAccessKey = secret(state, 'sak/');
  const sessionToken = secret(state, 'stk+');
  state.credentials.set(accessKeyId, { ...assigned, secretAccessKey, sessionToken, portal: session.portal });
  return c.json({
    roleCredentials: {
      accessKeyId,
      secretAccessKey,
      sessionToken,
      expiration: Date.now() + state.settings.consoleSessionMs,
    },
  });
}

function signInToken(state: State, c: Context, session: ApiSession): Response {
  const assigned = assignment(state, session, c);
  if (!assigned) return refuse(state, c, 403, 'ForbiddenException', 'No access');
  const token = secret(state, 'sit.');
  state.signinTokens.set(token, { ...assigned, portal: session.portal, madeBy: 'portal' });
  return c.json({
    signInToken: token,
    signInFederationLocation: `https://${hostsOfRegion(session.portal.region).signin}/federation`,
    destination: accountOf(state, session, assigned.accountId)?.relayState ?? null,
  });
}

function assignment(
  state: State,
  session: ApiSession,
  c: Context,
): { accountId: string; roleName: string } | undefined {
  const accountId = c.req.query('account_id') ?? '';
  const roleName = c.req.query('role_name') ?? '';
  return accountOf(state, session, accountId)?.roles.includes(roleName) ? { accountId, roleName } : undefined;
}

function accountOf(state: State, { portal }: ApiSession, accountId: string): WorldAccount | undefined {
  return state.accountsOf(portal).find(({ id }) => id === accountId);
}
