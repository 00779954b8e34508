import { type AccountId, parseAccountAlias, parseAccountId } from './account';
import { parseReservedName, parseSessionArn, type Principal, type SessionArn } from './arn';
import { accountOfSession, type ConsoleUrl, parseSessionId } from './console-url';

/** `awsc-session-data` as far as it is understood. */
export interface SessionData {
  readonly account: AccountId;
  readonly arn: SessionArn | undefined;
  /** The account's own name for itself, where it has one. */
  readonly alias: string | undefined;
  readonly isMultiSession: boolean;
  /** `111111111111-abcd1234`, in multi-session mode. */
  readonly session: string | undefined;
}

/** All that a console page shows about whose it is. */
export interface Evidence {
  readonly url: ConsoleUrl;
  /** `broken`: there is such a tag, but it cannot be trusted. */
  readonly meta: SessionData | 'absent' | 'broken';
  /** `aws-userInfo`: shared by the whole family of hosts, so with multi-session it may speak of another tab. */
  readonly cookie: SessionArn | undefined;
  /** There is such a cookie and it does not say who is in: `broken`: it can't be read; `disputed`: two name two sessions. */
  readonly doubt?: 'broken' | 'disputed' | undefined;
  /** Another page of this session has come to be somebody else's, by a role that was switched there. */
  readonly isReplaced?: boolean;
  /** Every such cookie as it stands: it tells one sign-in from the next where nobody can read it. */
  readonly written?: string;
  /** The account in the console's own menu, where it is asked: it can contradict, never tell. */
  readonly menu?: AccountId | undefined;
  /** Sessions open side by side, by their marker cookies: `111111111111-abcd1234`. Empty without multi-session. */
  readonly sessions: readonly string[];
}

/** Whose tab it is and how sure that is (`source`, the surest first), why nobody can say, or which accounts contradict. */
export type Identity =
  | {
      readonly state: 'known';
      readonly account: AccountId;
      readonly principal: Principal | undefined;
      readonly source: 'meta' | 'host' | 'cookie';
      readonly alias?: string | undefined;
    }
  | {
      readonly state: 'unknown';
      readonly why: 'no-evidence' | 'broken-metadata' | 'strange-address' | 'several-sessions';
    }
  | { readonly state: 'conflict'; readonly claims: readonly AccountId[] };

/**
 * Whose tab is this? Session data first, then the multi-session host, then the cookie, if the console's own menu does
 * not say otherwise: of a switched role both may still name the account that it was switched from. Two that
 * should agree and do not make a conflict; metadata or an address that cannot be read make the tab unknown, whatever
 * else there is. What Burgee itself opened is no evidence: it tells what was asked for, not what came.
 * `isCookieOfLoad`: the cookie is the one under which the page was loaded.
 */
export function identify(evidence: Evidence, isCookieOfLoad = true): Identity {
  const { url, meta } = evidence;
  if (url.isStrange) return { state: 'unknown', why: 'strange-address' };
  if (meta === 'broken') return { state: 'unknown', why: 'broken-metadata' };
  if (meta === 'absent') return besideMenu(fromHost(evidence) ?? fromCookie(evidence), evidence);
  const claims = contradictions(meta, evidence, isCookieOfLoad);
  const isOtherHost = meta.session !== undefined && url.session !== undefined && meta.session !== url.session;
  const isDisputed = evidence.doubt === 'disputed' && isAlone(url, meta);
  if (claims.length > 1 || isOtherHost || isDisputed) return { state: 'conflict', claims };
  const { account, arn, alias } = meta;
  return { state: 'known', account, principal: arn?.principal, source: 'meta', ...(alias ? { alias } : {}) };
}

/** Whose tab page and address say it is, while no cookie is known yet; `undefined` where they do not tell. */
export function identifyByPage(evidence: Evidence): Identity | undefined {
  const { session } = evidence.url;
  const identity = identify({ ...evidence, cookie: undefined, sessions: session ? [session] : [] });
  return identity.state === 'unknown' ? undefined : identity;
}

function fromHost({ url, cookie, sessions }: Evidence): Identity | undefined {
  const account = accountOfSession(url.session);
  if (!account || url.session === undefined) return undefined;
  // Nobody, or nobody of this name, is signed in: the page of a session that has ended.
  const isSignedOut = sessions.length > 0 ? !sessions.includes(url.session) : cookie === undefined;
  if (isSignedOut) return { state: 'unknown', why: 'no-evidence' };
  // The cookie may belong to another session of the same account: then its role is not taken over.
  const isOnly = sessions.filter((session) => session.startsWith(account)).length === 1;
  const principal = isOnly && cookie?.account === account ? cookie.principal : undefined;
  return { state: 'known', account, principal, source: 'host' };
}

function fromCookie({ cookie, sessions }: Evidence): Identity {
  if (!cookie) return { state: 'unknown', why: 'no-evidence' };
  const isShared = sessions.some((session) => !session.startsWith(cookie.account));
  if (isShared) return { state: 'unknown', why: 'several-sessions' };
  // Of several sessions of one account it may name another one's role.
  const principal = sessions.length > 1 ? undefined : cookie.principal;
  return { state: 'known', account: cookie.account, principal, source: 'cookie' };
}

/** Nobody is sure any more where AWS's own menu names another account. */
function besideMenu(identity: Identity, { menu }: Evidence): Identity {
  if (identity.state !== 'known' || !menu || menu === identity.account) return identity;
  return { state: 'conflict', claims: [identity.account, menu] };
}

function contradictions(meta: SessionData, { url, cookie }: Evidence, isCookieOfLoad: boolean): AccountId[] {
  const claims = new Set<AccountId>([meta.account]);
  if (meta.arn) claims.add(meta.arn.account);
  // In multi-session mode a switched role keeps the host of the session that it was switched from.
  const isSwitched = meta.arn !== undefined && meta.arn.account === meta.account && meta.arn.principal.kind === 'role';
  const isOwnHost = isSwitched && meta.session !== undefined && meta.session === url.session;
  for (const session of isOwnHost ? [] : [url.session, meta.session]) {
    const host = accountOfSession(session);
    if (host) claims.add(host);
  }
  // A cookie that still names the session from which a role was switched is no contradiction; a later one may be.
  if (isAlone(url, meta) && cookie && !(isSwitched && isCookieOfLoad)) claims.add(cookie.account);
  return [...claims];
}

/** The page's session is the browser's only one: the cookie speaks of it. */
export function isAlone(url: ConsoleUrl, meta: SessionData): boolean {
  return !meta.isMultiSession && url.session === undefined;
}

const LONGEST_METADATA = 20_000;

/** Reads the content of `meta[name="awsc-session-data"]`. */
export function parseSessionData(content: string): SessionData | 'broken' {
  if (content.length > LONGEST_METADATA) return 'broken';
  const fields = parseObject(content);
  const account = parseAccountId(fields?.['accountId']);
  if (!fields || !account) return 'broken';
  const arn = fields['sessionARN'];
  const parsedArn = parseSessionArn(arn);
  if (arn !== undefined && arn !== null && arn !== '' && !parsedArn) return 'broken';
  const named = parseReservedName(fields['displayName']);
  const prism = fields['prismModeEnabled'];
  return {
    account,
    arn: parsedArn ?? (named && { account, principal: named }),
    alias: parseAccountAlias(fields['accountAlias']),
    isMultiSession: prism === true || prism === 'true',
    session: parseSessionId(fields['sessionDifferentiator']),
  };
}

/**
 * Reads the value of the cookie `aws-userInfo`: percent-encoded, as forms are or plain, in quotes or without; `undefined`
 * where it makes no sense.
 */
export function parseUserInfo(written: string | undefined): SessionArn | undefined {
  if (!written || written.length > LONGEST_METADATA) return undefined;
  const value = written.replace(/^"(.*)"$/, '$1');
  const once = decoded(value);
  // A plus is one, but where it makes sense as a space alone: Python's `quote_plus` and Java's `URLEncoder` write it so.
  const fields =
    parseObject(value) ??
    parseObject(once) ??
    parseObject(decoded(value.replaceAll('+', ' '))) ??
    parseObject(decoded(once));
  return parseSessionArn(fields?.['arn']);
}

function parseObject(text: string): Record<string, unknown> | undefined {
  // What begins otherwise is none, and to find that out by parsing may throw, which takes as long as all the rest.
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** True where two sightings of a session speak of different people or accounts. */
export function isOtherSession(before: SessionArn | undefined, now: SessionArn | undefined): boolean {
  return JSON.stringify(before) !== JSON.stringify(now);
}
