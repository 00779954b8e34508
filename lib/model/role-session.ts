import type { AccountId, RoleName } from './account';
import type { StartUrl } from './portal';

/** A tab in which Burgee opened a console. The session that the tab shows first began there and then. */
export interface OpenedConsole {
  readonly tabId: number;
  readonly accountId: AccountId;
  /** `undefined` where the portal was to choose. */
  readonly roleName: string | undefined;
  readonly atMs: number;
}

/** A console session whose beginning is known. */
export interface RoleSession {
  /** What tells this session from an earlier or later one of the same role; never the session itself. */
  readonly mark: string;
  readonly accountId: AccountId;
  readonly roleName: string;
  readonly beganAtMs: number;
}

/** How long sessions of a permission set last. AWS holds it for a whole portal: every account has the same. */
export interface SessionLength {
  readonly portal: StartUrl;
  readonly roleName: RoleName;
  readonly minutes: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** AWS lets a permission set's sessions last from one hour to twelve. */
const SHORTEST_HOURS = 1;
export const LONGEST_HOURS = 12;

/** Time enough to sign in at the portal first. */
const OPENS_WITHIN_MS = 15 * MINUTE_MS;

export function isStillOpening({ atMs }: OpenedConsole, nowMs: number): boolean {
  return nowMs >= atMs && nowMs - atMs < OPENS_WITHIN_MS;
}

/** No session lasts longer: nothing is to be said of it any more. */
export function isStillRunning({ beganAtMs }: RoleSession, nowMs: number): boolean {
  return nowMs >= beganAtMs && nowMs - beganAtMs < (LONGEST_HOURS + 1) * HOUR_MS;
}

/** Credentials of a role last as long as its console sessions; to five minutes, for what the answer was under way. `undefined` for no such length. */
export function minutesFrom(expiresAtMs: number, nowMs: number): number | undefined {
  const minutes = 5 * Math.round((expiresAtMs - nowMs) / (5 * MINUTE_MS));
  return minutes >= SHORTEST_HOURS * 60 && minutes <= LONGEST_HOURS * 60 ? minutes : undefined;
}

export function endOf({ beganAtMs }: Pick<RoleSession, 'beganAtMs'>, minutes: number): number {
  return beganAtMs + minutes * MINUTE_MS;
}

export function parseSessionHours(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= SHORTEST_HOURS && value <= LONGEST_HOURS
    ? value
    : undefined;
}
