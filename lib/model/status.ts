import { type Failure, isPassing } from './failure';
import type { StartUrl } from './portal';

/** `ending`: less than `ENDING_SOON_MS` left. `none`: this browser run has not seen a session for the portal. */
export type SessionPhase = 'none' | 'signed-in' | 'ending' | 'ended';

/** Whether somebody is signed in, be it not for long. */
export function isSignedIn(phase: SessionPhase): boolean {
  return phase === 'signed-in' || phase === 'ending';
}

const ENDING_SOON_MS = 15 * 60_000;

/** What the worker tells the pages about one portal; holds no secret. Lives in `storage.session`. */
export interface PortalStatus {
  readonly portal: StartUrl;
  /** How the session was made: the portal's own token, or "Sign in with AWS". */
  readonly via: 'portal' | 'oidc' | undefined;
  readonly endsAtMs: number | undefined;
  /** True where Burgee gets a new token by itself before the end. */
  readonly renewsItself: boolean;
  /** True once AWS has refused the token or the person signed out. */
  readonly isOver: boolean;
  /** Whom the portal says is signed in, cleaned; '' where it does not say. */
  readonly user: string;
  /** "Sign in with AWS", if one is under way or the last one failed. */
  readonly signIn: SignInStatus | undefined;
  readonly crawl: CrawlStatus;
}

export type SignInStatus =
  | { readonly state: 'at-aws' | 'redeeming'; readonly sinceMs: number }
  | { readonly state: 'failed'; readonly failure: Failure };

/** A try that failed for want of a network: it means nothing any more once there is a session, or a network. */
export function failedInPassing({ signIn }: Pick<PortalStatus, 'signIn'>): boolean {
  return signIn?.state === 'failed' && isPassing(signIn.failure);
}

export interface CrawlStatus {
  /** `partial`: it stopped before every account had answered. */
  readonly state: 'none' | 'running' | 'complete' | 'partial';
  readonly accounts: number;
  /** Accounts whose roles are known; while a crawl runs, those that it has asked for itself. */
  readonly accountsWithRoles: number;
  readonly startedAtMs: number | undefined;
  /** When a crawl last ended complete. */
  readonly completeAtMs: number | undefined;
  /** Why it waits or stopped. */
  readonly failure: Failure | undefined;
  /** How the list differs from the generation before. */
  readonly added: number;
  readonly removed: number;
  readonly rolesAdded: number;
  readonly rolesRemoved: number;
}

/** `rebuilt`: made anew from the copies. `lost`: made anew, and there was nothing to fill it with. */
export type StorageHealth = 'ok' | 'rebuilt' | 'lost' | 'memory-only';

export interface Status {
  readonly storage: StorageHealth;
  /** Grows with each write of the directory snapshot: a page that sees a new number reads the snapshot again. */
  readonly revision: number;
  readonly portals: readonly PortalStatus[];
  /** The portal that was seen last in a region that Burgee does not know, which is why it is not among the portals. */
  readonly unknownRegion?: UnknownRegion | undefined;
}

export type UnknownRegion = Extract<Failure, { reason: 'unknown-region' }>;

/** What a page starts from before it has read anything. */
export const unreadStatus: Status = { revision: -1, storage: 'ok', portals: [] };

/** Phase of a session at a time; the clock is the caller's. */
export function sessionPhase(
  status: Pick<PortalStatus, 'via' | 'endsAtMs' | 'renewsItself' | 'isOver'> | undefined,
  nowMs: number,
): SessionPhase {
  if (!status || status.via === undefined) return status?.isOver ? 'ended' : 'none';
  if (status.isOver || (status.endsAtMs !== undefined && status.endsAtMs <= nowMs)) return 'ended';
  if (status.renewsItself) return 'signed-in';
  return status.endsAtMs !== undefined && status.endsAtMs - nowMs < ENDING_SOON_MS ? 'ending' : 'signed-in';
}
