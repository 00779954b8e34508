import { type AccountId, parseAccountId } from './account';
import { parseSessionArn, type Principal, type SessionArn } from './arn';
import type { ConsoleUrl } from './console-url';

/** `awsc-session-data` as far as it is understood. */
export interface SessionData {
  readonly account: AccountId;
  readonly arn: SessionArn | undefined;
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
}

export type Identity =
  | {
      readonly state: 'known';
      readonly account: AccountId;
      readonly principal: Principal | undefined;
      readonly source: 'meta' | 'host' | 'cookie';
    }
  | { readonly state: 'unknown'; readonly why: 'no-evidence' | 'broken-metadata' }
  | { readonly state: 'conflict'; readonly claims: readonly AccountId[] };

/**
 * Whose tab is this? Session data first, then the multi-session host, then the cookie. Two that should agree and do not
 * make a conflict; metadata that cannot be read makes the tab unknown, whatever else there is.
 */
export function identify({ url, meta, cookie }: Evidence): Identity {
  if (meta === 'broken') return { state: 'unknown', why: 'broken-metadata' };
  const host = parseAccountId(url.sessionAccount);
  if (meta === 'absent') return fromHostOrCookie(host, cookie);
  const claims = contradictions(meta, host, cookie, url);
  if (claims.length > 1) return { state: 'conflict', claims };
  return { state: 'known', account: meta.account, principal: meta.arn?.principal, source: 'meta' };
}

function fromHostOrCookie(host: AccountId | undefined, cookie: SessionArn | undefined): Identity {
  // The cookie may belong to another session of the same account: its role is not taken over.
  if (host) return { state: 'known', account: host, principal: undefined, source: 'host' };
  if (cookie) return { state: 'known', account: cookie.account, principal: cookie.principal, source: 'cookie' };
  return { state: 'unknown', why: 'no-evidence' };
}

function contradictions(
  meta: SessionData,
  host: AccountId | undefined,
  cookie: SessionArn | undefined,
  url: ConsoleUrl,
): AccountId[] {
  const claims = new Set<AccountId>([meta.account]);
  if (meta.arn) claims.add(meta.arn.account);
  // In multi-session mode a switched role keeps the host of the session that it was switched from.
  const isSwitched = meta.arn !== undefined && meta.arn.account === meta.account && meta.arn.principal.kind === 'role';
  if (host && !(isSwitched && meta.session === url.session && meta.session !== undefined)) claims.add(host);
  if (meta.session !== undefined && url.session !== undefined && meta.session !== url.session)
    addAccountOf(claims, meta.session);
  // A cookie that still names the session from which a role was switched is no contradiction.
  const isOwnCookie = !meta.isMultiSession && url.session === undefined;
  if (isOwnCookie && cookie && !(isSwitched && cookie.account !== meta.account)) claims.add(cookie.account);
  return [...claims];
}

function addAccountOf(claims: Set<AccountId>, session: string): void {
  const account = parseAccountId(session.slice(0, 12));
  if (account) claims.add(account);
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
  const session = fields['sessionDifferentiator'];
  const prism = fields['prismModeEnabled'];
  return {
    account,
    arn: parsedArn,
    isMultiSession: prism === true || prism === 'true',
    session: typeof session === 'string' && /^\d{12}-[0-9a-z]{8}$/.test(session) ? session : undefined,
  };
}

/** Reads the value of the cookie `aws-userInfo`; `undefined` where it is missing or makes no sense. */
export function parseUserInfo(value: string | undefined): SessionArn | undefined {
  if (!value || value.length > LONGEST_METADATA) return undefined;
  return parseSessionArn(parseObject(decoded(value))?.['arn']);
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
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

/** True where two sightings of the session's cookie speak of different people or accounts. */
export function isOtherSession(before: SessionArn | undefined, now: SessionArn | undefined): boolean {
  return JSON.stringify(before) !== JSON.stringify(now);
}
