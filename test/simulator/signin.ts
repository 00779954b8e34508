import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { roleOfHost } from './hosts';
import { type ConsoleSession, type State } from './state';

export const SESSION_COOKIE = 'aws-sim-creds';

/** `signin.aws.amazon.com` and its kin: federation, logout. Sets what the real one sets. */
export function signinPages(state: State): Hono {
  const pages = new Hono();

  pages.get('/federation', (c) => {
    const action = c.req.query('Action');
    if (action !== 'login') return c.text('unknown action', 400);
    const wanted = state.signinTokens.get(c.req.query('SigninToken') ?? '');
    if (!wanted) return c.text('Your sign-in token is invalid or was used.', 400);
    state.signinTokens.delete(c.req.query('SigninToken') ?? '');
    const destination = new URL(c.req.query('Destination') ?? 'https://console.aws.amazon.com/');
    const target = roleOfHost(destination.hostname);
    if (target.kind !== 'console' || target.session) return c.text('Not found', 404);
    const session = openConsole(state, {
      accountId: wanted.accountId,
      arn: `arn:${target.family.partition}:sts::${wanted.accountId}:assumed-role/${reservedRole(wanted.roleName)}/${wanted.portal.user.email}`,
      displayName: `${reservedRole(wanted.roleName)}/${wanted.portal.user.email}`,
      issuer: c.req.query('Issuer') ?? '',
    });
    signIn(c, state, session, target.family.cookieDomain);
    return c.redirect(consoleAddress(state, session, destination, target.family.console).href);
  });

  pages.get('/oauth', (c) => {
    signOut(c);
    return c.redirect(c.req.query('redirect_uri') ?? 'https://aws.amazon.com/');
  });

  // For tests: sign in as any ARN, as IAM users and root do.
  pages.get('/sim/sign-in', (c) => {
    const arn = c.req.query('arn') ?? '';
    const accountId = arn.split(':')[4] ?? '';
    const destination = new URL(c.req.query('to') ?? 'https://console.aws.amazon.com/');
    const target = roleOfHost(destination.hostname);
    if (target.kind !== 'console') return c.text('not a console', 400);
    const displayName = arn.split(':')[5]?.replace(/^(?:assumed-role|user)\//, '') ?? '';
    const session = openConsole(state, {
      accountId,
      arn,
      displayName,
      issuer: `https://${target.family.signin}/signin`,
    });
    signIn(c, state, session, target.family.cookieDomain);
    return c.redirect(consoleAddress(state, session, destination, target.family.console).href);
  });

  return pages;
}

/** The role that Identity Center makes in the account for a permission set; its suffix depends on the name only. */
export function reservedRole(permissionSet: string): string {
  const suffix = Buffer.from(permissionSet).toString('hex').padEnd(16, '0').slice(0, 16);
  return `AWSReservedSSO_${permissionSet}_${suffix}`;
}

function openConsole(state: State, identity: Omit<ConsoleSession, 'id'>): ConsoleSession {
  const label = randomBytes(5).toString('hex').slice(0, 8);
  const session = { id: `${identity.accountId}-${label}`, ...identity };
  state.consoleSessions.set(session.id, session);
  return session;
}

function signIn(c: Context, state: State, session: ConsoleSession, domain: string): void {
  const all = { domain, path: '/', secure: true, sameSite: 'None' } as const;
  const info = {
    arn: session.arn,
    alias: '',
    username: encodeURIComponent(session.arn.split(':')[5] ?? ''),
    keybase: 'EXAMPLEKEYBASE=',
    issuer: session.issuer,
    signinType: 'PUBLIC',
  };
  setCookie(c, 'aws-userInfo', JSON.stringify(info), all);
  setCookie(c, SESSION_COOKIE, session.id, { ...all, httpOnly: true });
  if (state.settings.multiSession)
    setCookie(c, `__Secure-aws-session-id-${session.id}`, session.id, { ...all, httpOnly: true });
}

function signOut(c: Context): void {
  const role = roleOfHost(new URL(c.req.url).hostname);
  if (role.kind !== 'signin' && role.kind !== 'console') return;
  const gone = { domain: role.family.cookieDomain, path: '/', secure: true, sameSite: 'None', maxAge: 0 } as const;
  setCookie(c, 'aws-userInfo', '', gone);
  setCookie(c, SESSION_COOKIE, '', { ...gone, httpOnly: true });
}

function consoleAddress(state: State, session: ConsoleSession, destination: URL, consoleHost: string): URL {
  const isPlainConsole = destination.hostname === consoleHost || destination.hostname.endsWith(`.${consoleHost}`);
  if (!state.settings.multiSession || !isPlainConsole) return destination;
  const address = new URL(destination);
  const region =
    destination.hostname === consoleHost ? 'us-east-1' : destination.hostname.slice(0, -consoleHost.length - 1);
  address.hostname = `${session.id}.${region}.${consoleHost}`;
  return address;
}

export function currentSession(c: Context, state: State): ConsoleSession | undefined {
  const role = roleOfHost(new URL(c.req.url).hostname);
  if (role.kind !== 'console') return undefined;
  return state.consoleSessions.get(role.session ?? getCookie(c, SESSION_COOKIE) ?? '');
}

export { signOut as leaveConsole };
