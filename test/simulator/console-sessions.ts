import { randomBytes, randomInt } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Family, roleOfHost } from './hosts';
import type { ConsoleSession, State } from './state';

/** Which session a browser is in, where it has only one (AWS's own name for it is not known). */
const SESSION_COOKIE = 'aws-sim-creds';
const MULTI_PREFIX = '__Secure-aws-session-id-';
/** AWS's documented limit of sessions side by side. */
const MOST_SESSIONS = 5;

type Identity = Omit<ConsoleSession, 'id' | 'endsAtMs'>;

/** The session that a console page belongs to: the one of its host's prefix, else the browser's only one. */
export function currentSession(c: Context, state: State): ConsoleSession | undefined {
  const role = roleOfHost(new URL(c.req.url).hostname);
  if (role.kind !== 'console') return undefined;
  if (role.session !== undefined) return openSessions(c, state).find(({ id }) => id === role.session);
  return live(state, getCookie(c, SESSION_COOKIE));
}

/** The session that a sign-in host acts on. */
export function sessionAtSignin(c: Context, state: State): ConsoleSession | undefined {
  return live(state, getCookie(c, SESSION_COOKIE));
}

/** All sessions of this browser, side by side. */
export function openSessions(c: Context, state: State): ConsoleSession[] {
  return Object.keys(getCookie(c))
    .filter((name) => name.startsWith(MULTI_PREFIX))
    .flatMap((name) => live(state, name.slice(MULTI_PREFIX.length)) ?? []);
}

function live(state: State, id: string | undefined): ConsoleSession | undefined {
  const session = state.consoleSessions.get(id ?? '');
  return session && session.endsAtMs > Date.now() ? session : undefined;
}

/** Opens a session and leaves its cookies; `undefined` where five are open already. */
export function openSession(c: Context, state: State, family: Family, identity: Identity): ConsoleSession | undefined {
  const open = openSessions(c, state);
  const same = open.find(({ arn }) => arn === identity.arn);
  if (state.settings.multiSession && !same && open.length >= MOST_SESSIONS) return undefined;
  const id = same && state.settings.multiSession ? same.id : `${identity.accountId}-${newLabel()}`;
  const session = { id, endsAtMs: Date.now() + state.settings.consoleSessionMs, ...identity };
  state.consoleSessions.set(id, session);
  leaveCookies(c, state, family, session);
  return session;
}

/** Eight characters of 0–9 and a–z. */
function newLabel(): string {
  return randomInt(36 ** 8 - 1)
    .toString(36)
    .padStart(8, '0');
}

function leaveCookies(c: Context, state: State, { cookieDomain: domain }: Family, session: ConsoleSession): void {
  const all = { domain, path: '/', secure: true, sameSite: 'None' } as const;
  const info = {
    arn: session.arn,
    alias: '',
    username: encodeURIComponent(session.arn.split(':')[5] ?? ''),
    // Seems to be new at each sign-in; nobody has said so.
    keybase: randomBytes(12).toString('base64'),
    issuer: session.issuer,
    signinType: 'PUBLIC',
  };
  if (!session.from || state.settings.userInfoOfSwitchedRole === 'own') {
    setCookie(c, 'aws-userInfo', JSON.stringify(info), all);
    setCookie(c, 'aws-userInfo-signed', signed(info), all);
  }
  setCookie(c, SESSION_COOKIE, session.id, { ...all, httpOnly: true });
  if (state.settings.multiSession) setCookie(c, `${MULTI_PREFIX}${session.id}`, session.id, all);
}

/** A JWT in form only: nobody checks its signature. */
function signed(info: { readonly arn: string; readonly alias: string; readonly issuer: string }): string {
  const header = { typ: 'JWS', keyRegion: 'us-east-1', alg: 'ES384', kid: '00000000-0000-0000-0000-000000000004' };
  const payload = { sub: info.alias, signinType: 'PUBLIC', iss: info.issuer, arn: info.arn };
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(payload)}.AAAA`;
}

/** Signs out of every session, or of the one that the host names. */
export function leave(c: Context, state: State): void {
  const role = roleOfHost(new URL(c.req.url).hostname);
  if (role.kind !== 'signin' && role.kind !== 'console') return;
  const gone = { domain: role.family.cookieDomain, path: '/', secure: true, sameSite: 'None', maxAge: 0 } as const;
  const prefix = role.kind === 'console' ? role.session : undefined;
  for (const { id } of openSessions(c, state))
    if (prefix === undefined || prefix === id) setCookie(c, `${MULTI_PREFIX}${id}`, '', gone);
  if (prefix !== undefined) return;
  setCookie(c, 'aws-userInfo', '', gone);
  setCookie(c, 'aws-userInfo-signed', '', gone);
  setCookie(c, SESSION_COOKIE, '', { ...gone, httpOnly: true });
}

/** Where a session shows a destination: on its own host with several sessions, else where it was asked for. */
export function addressFor(state: State, session: ConsoleSession, destination: URL, consoleHost: string): URL {
  const isPlainConsole = destination.hostname === consoleHost || destination.hostname.endsWith(`.${consoleHost}`);
  if (!state.settings.multiSession || !isPlainConsole) return destination;
  const address = new URL(destination);
  const region =
    destination.hostname === consoleHost ? 'us-east-1' : destination.hostname.slice(0, -consoleHost.length - 1);
  address.hostname = `${session.id}.${region}.${consoleHost}`;
  return address;
}
