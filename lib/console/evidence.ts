import type { AccountId } from '../model/account';
import { checksum } from '../model/checksum';
import { parseConsolePage, parseSessionId } from '../model/console-url';
import { type Evidence, isOtherSession, parseSessionData, parseUserInfo, type SessionData } from '../model/identity';

const META = 'meta[name="awsc-session-data"]';
const COOKIE = 'aws-userInfo=';
/** Beside the page's own it makes two that disagree. */
export const DOUBTFUL = `${COOKIE}?`;
const MARKER = '__Secure-aws-session-id-';

/** Before the first paint the same is asked again and again. */
function remembered<Value>(parse: (text: string) => Value): (text: string) => Value {
  let last: { readonly text: string; readonly value: Value } | undefined;
  return (text) => (last?.text === text ? last : (last = { text, value: parse(text) })).value;
}

const pageAt = remembered(parseConsolePage);
const sessionDataIn = remembered(parseSessionData);

/** What the page shows now; `undefined` where the address is not a console's. `readMenu`: asked only where no metadata tell. */
export function readEvidence(
  page: Document,
  cookies: readonly string[],
  readMenu?: (page: Document) => AccountId | undefined,
): Evidence | undefined {
  const url = pageAt(page.location.href);
  if (!url) return undefined;
  const meta = readMeta(page);
  const menu = meta === 'absent' ? readMenu?.(page) : undefined;
  const isReplaced = cookies.includes(DOUBTFUL);
  return { url, meta, ...readCookie(cookies), isReplaced, menu, sessions: openSessionsIn(cookies) };
}

/**
 * The page's head, where it says whose it is, has not come yet. There is nothing to mark, and what host and cookie say
 * may not be the truth: of a switched role they name the account that it was switched from.
 */
export function isEarly(page: Document, { meta }: Evidence): boolean {
  return meta === 'absent' && page.readyState === 'loading' && !page.body;
}

/** The page comes from the browser's cache, or was fetched in advance: whoever is signed in now need not be who it was made for. */
export function isKept(): boolean {
  const [load] = performance.getEntriesByType('navigation') as { deliveryType?: string }[];
  return Boolean(load?.deliveryType);
}

/** The session that the browser is in now. Of several cookies of the name all have to tell the same; an empty one is none. */
function readCookie(cookies: readonly string[]): Pick<Evidence, 'cookie' | 'doubt' | 'written'> {
  const own = cookies.filter((cookie) => cookie.startsWith(COOKIE) && !/="*$/.test(cookie));
  const written = own.toSorted().join();
  const [cookie, ...others] = own.map((one) => parseUserInfo(one.slice(COOKIE.length)));
  if (others.some((other) => isOtherSession(cookie, other))) return { cookie: undefined, doubt: 'disputed', written };
  return { cookie, doubt: own.length > 0 && !cookie ? 'broken' : undefined, written };
}

/** The cookies that name sessions, as they stand: equal means that nothing has changed. */
export function sessionCookies(cookies: readonly string[]): string {
  return cookies.filter(isOfSession).toSorted().join('; ');
}

/** True for a cookie that names a session, by its name or as it stands. */
export function isOfSession(cookie: string): boolean {
  return `${cookie}=`.startsWith(COOKIE) || cookie.startsWith(MARKER);
}

/**
 * Tells one sign-in from the next, also of the same role: the cookie has a part (`keybase`) that seems to be new each time;
 * nobody has said so. Where it is not, a session that was renewed by hand passes for the old one. `''` without a cookie.
 */
export function sessionMark(cookies: readonly string[]): string {
  const own = cookies.filter((cookie) => cookie.startsWith(COOKIE));
  return own.length > 0 ? checksum(own.toSorted().join()) : '';
}

/** A page in a sandbox reads no cookies, so it never learns of another sign-in: what it says of itself may be over. */
function readMeta(page: Document): SessionData | 'absent' | 'broken' {
  if (globalThis.origin === 'null') return 'broken';
  const tags = page.querySelectorAll<HTMLMetaElement>(META);
  if (tags.length === 0) return 'absent';
  const [first, ...others] = [...tags].map((tag) => tag.getAttribute('content') ?? '');
  if (first === undefined || others.some((content) => content !== first)) return 'broken';
  return sessionDataIn(first);
}

/** In multi-session mode each open session leaves a cookie of its name. */
function openSessionsIn(cookies: readonly string[]): string[] {
  return cookies.flatMap((cookie) => {
    const name = cookie.startsWith(MARKER) ? cookie.slice(MARKER.length).split('=')[0] : undefined;
    return parseSessionId(name) ?? [];
  });
}
