import type { StartUrl } from './portal';

/** How a session was made: adopted from the portal's page, or by "Sign in with AWS". */
export type SessionSource = 'portal' | 'oidc';

/** A secret with its bounds. Lives in the worker and in `storage.session`, nowhere else. */
export interface Session {
  readonly portal: StartUrl;
  /** Where the person signed in, if at another address of the portal's organisation. */
  readonly at?: StartUrl | undefined;
  readonly region: string;
  readonly source: SessionSource;
  readonly token: string;
  /** Both on this machine's clock; a renewal keeps the first. */
  readonly madeAtMs: number;
  readonly endsAtMs: number;
  /** AWS did not say when it ends. */
  readonly isEndGuessed?: boolean | undefined;
  /** Whom AWS says it belongs to; '' where it does not say. Two users' lists are never mixed. */
  readonly userId: string;
  /** For showing; '' where unknown. */
  readonly userName: string;
  /** What a new token is got with, without the person; `undefined` where only a sign-in helps. */
  readonly renewal: Renewal | undefined;
}

/** Secrets of "Sign in with AWS", beside the token that they renew. */
export interface Renewal {
  readonly refreshToken: string;
  readonly client: OidcClient;
  /** When the present token was given, on this machine's clock. */
  readonly givenAtMs: number;
  /** When a renewal was last tried, on this machine's clock; 0: never. Written before the call goes out. */
  readonly triedAtMs: number;
}

/** Burgee as AWS's OIDC knows it for one portal: a public client, whose secret ends after about 90 days. */
export interface OidcClient {
  readonly id: string;
  readonly secret: string;
  readonly endsAtMs: number;
}

export type Ability = 'accounts' | 'roles' | 'credentials' | 'apps' | 'federation';

/**
 * What a source's token is accepted for. The portal's own token does everything; for the OIDC token `/instance/*` is
 * reported to work by one source and federation by none (so apps are tried and a refusal is not an error).
 */
const abilities: Readonly<Record<SessionSource, readonly Ability[]>> = {
  portal: ['accounts', 'roles', 'credentials', 'apps', 'federation'],
  oidc: ['accounts', 'roles', 'credentials', 'apps'],
};

export function canDo(session: Session, ability: Ability): boolean {
  return abilities[session.source].includes(ability);
}

/** The better of several sessions for one portal: alive, able to do most, lasting longest. */
export function bestSession(sessions: readonly Session[], nowMs: number): Session | undefined {
  return sessions
    .filter((session) => session.endsAtMs > nowMs)
    .sort(
      (one, other) => abilities[other.source].length - abilities[one.source].length || other.endsAtMs - one.endsAtMs,
    )[0];
}

/** Renewal begins this long before the end, or in the last quarter of a short life. */
const RENEWAL_WINDOW_MS = 10 * 60_000;
const RENEWAL_SHARE = 0.25;
const RENEWAL_PAUSE_MS = 60_000;

/**
 * When a session should next be renewed; `undefined` where it can't be. Never sooner than a minute after the last try.
 * An ended session that can be renewed is due at once.
 */
export function renewalDueMs({ renewal, endsAtMs }: Session): number | undefined {
  if (!renewal) return undefined;
  const fromMs = endsAtMs - Math.min(RENEWAL_WINDOW_MS, (endsAtMs - renewal.givenAtMs) * RENEWAL_SHARE);
  return renewal.client.endsAtMs <= fromMs ? undefined : Math.max(fromMs, renewal.triedAtMs + RENEWAL_PAUSE_MS);
}

const LONGEST_TOKEN = 16_384;

/** A token fit for a header: visible ASCII without spaces, of a bounded length. */
export function parseToken(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > LONGEST_TOKEN) return undefined;
  return /^[\x21-\x7e]+$/.test(value) ? value : undefined;
}

/**
 * Milliseconds that an OIDC answer's `expiresIn` (seconds) stands for. Whatever is not a positive number is no time at
 * all; nothing lasts for ever.
 */
export function lifeOf(expiresIn: unknown): number {
  if (typeof expiresIn !== 'number' || !(expiresIn > 0)) return 0;
  return Math.min(expiresIn * 1_000, LONGEST_SESSION_MS);
}

const LONGEST_SESSION_MS = 90 * 24 * 3_600_000;

/** How long a portal's session lasts unless an administrator chose otherwise; for one whose end AWS does not tell. */
const USUAL_SESSION_MS = 8 * 3_600_000;

/** AWS took the token just now, whatever the clocks say: it is asked again after this. */
const SHORTEST_SESSION_MS = 10 * 60_000;

/**
 * When something that AWS ends at `serverEndMs`, and that is alive now, ends here. AWS's clock is in the answer's Date
 * header; where that makes no sense ours is taken, and where neither does, AWS is asked again soon. A 401 is the truth.
 */
export function localEnd(serverEndMs: number | undefined, serverNowMs: number | undefined, nowMs: number): number {
  if (serverEndMs === undefined) return nowMs + USUAL_SESSION_MS;
  const readings = [serverEndMs - (serverNowMs ?? nowMs), serverEndMs - nowMs, SHORTEST_SESSION_MS];
  const leftMs = readings.find((reading) => reading > 0) ?? SHORTEST_SESSION_MS;
  return nowMs + Math.min(leftMs, LONGEST_SESSION_MS);
}
