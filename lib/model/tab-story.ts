import type { SessionArn } from './arn';
import { type Evidence, identify, type Identity, isAlone, isOtherSession, type SessionData } from './identity';

/** What is remembered of one loaded page between two looks at it. */
export interface Story {
  /** The session cookie when the page was loaded: whom its content belongs to. */
  readonly loadedAs: SessionArn | undefined;
  /** The session cookies as they stood then, for where nobody could read them. */
  readonly written?: string | undefined;
  /** Session data that the page has shown and that nothing contradicted. */
  readonly agreed: SessionData | undefined;
  /** Session data of any kind, as it was seen last. */
  readonly said: Evidence['meta'];
  /** The account that the console's own menu has named: it need not be open for long. */
  readonly menu?: Evidence['menu'];
  /** The cookie that the page has left behind by moving on to another session itself. */
  readonly leftBehind: SessionArn | undefined;
  /** Every session whose marker cookie was there since the page was loaded. */
  readonly everOpen: readonly string[];
  /** Since when the page shows session data that its cookie does not know yet. */
  readonly movingSinceMs: number | undefined;
}

/** Whose tab it is now, and whether its session is over. */
export interface Standing {
  readonly identity: Identity;
  /** `stale`: another session took its place; `ended`: nobody is signed in any more. */
  readonly over: 'stale' | 'ended' | undefined;
  /**
   * Of a page that was replaced without being anybody's for sure: whose the page says it is, where the browser is
   * somebody else's from the start (they signed in while the page was on its way, or the page is wrong, so it is in
   * conflict), else who was signed in when it was loaded. Nobody should act in it.
   */
  readonly outrun?: SessionArn;
}

/** After this a page's own new session data counts more than a cookie that has not changed. */
const SETTLED_AFTER_MS = 200;

const blank: Story = {
  loadedAs: undefined,
  agreed: undefined,
  said: 'absent',
  leftBehind: undefined,
  everOpen: [],
  movingSinceMs: undefined,
};

/**
 * One look at a console page, after the earlier ones. The page belongs to the session under which it was loaded: a
 * cookie that changes later makes it stale, never another account's. Only the page itself can move on, by new session
 * data, and then it is in conflict until its cookie follows or is plainly left behind.
 */
export function follow(
  before: Story = blank,
  evidence: Evidence,
  at: { readonly nowMs: number; readonly isLoading: boolean },
): { readonly story: Story; readonly standing: Standing } {
  const loadedAs = before.loadedAs ?? lateCookie(before, evidence, at.isLoading);
  const seen = {
    ...before,
    loadedAs,
    written: before.written ?? evidence.written,
    said: evidence.meta === 'absent' ? before.said : evidence.meta,
    menu: evidence.menu ?? before.menu,
    everOpen: [...new Set([...before.everOpen, ...evidence.sessions])],
  };
  const story = moved(seen, evidence, at.nowMs);
  const identity = identityOf(story, evidence);
  const isKnown = identity.state === 'known';
  const isConflict = identity.state === 'conflict';
  const outrun = isKnown ? undefined : (isConflict && outrunIn(story, evidence)) || replacedIn(story, evidence);
  const over = isKnown ? overOf(story, evidence) : outrun && 'stale';
  const { meta } = evidence;
  const isSure = isKnown && typeof meta === 'object' && story.movingSinceMs === undefined;
  return {
    story: isSure ? { ...story, agreed: meta } : story,
    standing: { identity, over, ...(outrun ? { outrun } : {}) },
  };
}

/** Of a switched role the cookie may name another account all along; of anybody else it may not. */
function outrunIn({ agreed }: Story, { url, meta, cookie }: Evidence): SessionArn | undefined {
  if (
    agreed ||
    typeof meta !== 'object' ||
    !isAlone(url, meta) ||
    !cookie ||
    meta.session ||
    cookie.account === meta.account
  )
    return undefined;
  return meta.arn?.account === meta.account && meta.arn.principal.kind !== 'role' ? meta.arn : undefined;
}

/** Whoever was signed in when the page was loaded, if it is somebody else now, whatever the page has come to say since. */
function replacedIn(story: Story, evidence: Evidence): SessionArn | undefined {
  const isShared = evidence.url.isStrange || story.everOpen.length > 0;
  return isShared || overOf(story, evidence) !== 'stale' ? undefined : story.loadedAs;
}

/** A cookie that comes after the page has loaded is measured by what the page says of itself. */
function lateCookie({ agreed }: Story, { cookie }: Evidence, isLoading: boolean): SessionArn | undefined {
  if (!cookie || isLoading || !agreed) return isLoading ? cookie : undefined;
  return agreed.arn ?? (agreed.account === cookie.account ? cookie : undefined);
}

/** Follows a page that shows other session data than before. */
function moved(story: Story, { url, meta, cookie }: Evidence, nowMs: number): Story {
  const { agreed } = story;
  if (typeof meta !== 'object' || !isAlone(url, meta)) return { ...story, movingSinceMs: undefined };
  const isHere = agreed !== undefined && isSame(agreed, meta);
  // A page that contradicted its cookie, until the cookie came to agree. By the account alone it agrees with any role.
  if (isOf(cookie, meta) && (meta.arn || !isHere))
    return { ...story, loadedAs: cookie, leftBehind: undefined, movingSinceMs: undefined };
  if (!agreed && isOtherSet(meta, story.loadedAs)) return { ...story, loadedAs: meta.arn };
  if (!agreed || isHere) return { ...story, movingSinceMs: undefined };
  const sinceMs = story.movingSinceMs ?? nowMs;
  const isSettled = nowMs - sinceMs >= SETTLED_AFTER_MS && !isOtherSession(cookie, story.loadedAs);
  if (!isSettled) return { ...story, movingSinceMs: sinceMs };
  return { ...story, loadedAs: meta.arn, agreed: meta, leftBehind: cookie, movingSinceMs: undefined };
}

/** Another permission set of the same account: its user signed in with it while the page was on its way. */
function isOtherSet({ account, arn }: SessionData, cookie: SessionArn | undefined): boolean {
  const [own, other] = [arn?.principal, cookie?.principal];
  if (own?.kind !== 'permission-set' || other?.kind !== 'permission-set') return false;
  return cookie?.account === account && own.name !== other.name;
}

function isAgreed(agreed: SessionData | undefined, said: Evidence['meta']): agreed is SessionData {
  return agreed !== undefined && typeof said === 'object' && isSame(agreed, said);
}

function isOne(identity: Identity, { account }: SessionData): boolean {
  return identity.state === 'known' && identity.account === account;
}

function isSame(one: SessionData, other: SessionData): boolean {
  return one.account === other.account && !isOtherSession(one.arn, other.arn);
}

function isOf(cookie: SessionArn | undefined, meta: SessionData): boolean {
  return cookie?.account === meta.account && !(meta.arn && isOtherSession(cookie, meta.arn));
}

function identityOf(story: Story, evidence: Evidence): Identity {
  const { loadedAs, agreed, said, menu, everOpen } = story;
  const { url, meta, cookie, sessions } = evidence;
  const isLost = meta === 'absent' && agreed?.isMultiSession === true && url.session === undefined;
  if (isLost) return { state: 'unknown', why: 'several-sessions' };
  // What was there when the page was loaded counts; a later cookie only where something else says who it is.
  const hasOther = typeof meta === 'object' || url.session !== undefined;
  const known = {
    ...evidence,
    menu,
    cookie: loadedAs ?? (hasOther ? cookie : undefined),
    doubt: loadedAs ? undefined : evidence.doubt,
    // A session that has ended may still be whose the page is.
    sessions: everOpen.filter((session) => !url.session || session === url.session || sessions.includes(session)),
  };
  const identity = identify(known, loadedAs !== undefined);
  // A page that has taken its own word back is not believed to be somebody else's for that.
  const isUnsaid = meta === 'absent' && said !== 'absent' && !(isAgreed(agreed, said) && isOne(identity, agreed));
  return isUnsaid ? { state: 'unknown', why: 'no-evidence' } : identity;
}

function overOf(story: Story, evidence: Evidence): Standing['over'] {
  const { url, meta, cookie, doubt, isReplaced, sessions } = evidence;
  const isMulti = url.session !== undefined || (typeof meta === 'object' && meta.isMultiSession);
  const isNobody = cookie === undefined && !doubt && sessions.length === 0;
  if (isMulti) {
    // Where the host names none of several sessions, the metadata may.
    const own = url.session ?? (typeof meta === 'object' ? meta.session : undefined);
    const isGone = story.everOpen.some((session) => session === own && !sessions.includes(session));
    if (isGone || (story.loadedAs !== undefined && isNobody)) return 'ended';
    return isReplaced ? 'stale' : undefined;
  }
  if (!(story.loadedAs ? isOtherSession(story.loadedAs, cookie) : isUntold(story, evidence))) return undefined;
  if (story.leftBehind && !isOtherSession(story.leftBehind, cookie)) return undefined;
  return cookie || doubt ? 'stale' : 'ended';
}

/**
 * Nobody could read the cookie when the page was loaded, nor can now, and it is written otherwise: another sign-in, or the
 * same session renewed. That can't be told apart, so the page counts as replaced: the veil is the one form of doubt that
 * keeps a click from the wrong account, and who knows better goes on by “just show”.
 */
function isUntold({ written }: Story, { cookie, written: now }: Evidence): boolean {
  return !cookie && written !== now;
}
