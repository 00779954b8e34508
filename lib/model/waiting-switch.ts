import type { AccountId } from './account';

/** A console tab that is to go on to "Switch role" as soon as its session is the one to switch from. */
export interface WaitingSwitch {
  readonly tabId: number;
  readonly accountId: AccountId;
  readonly roleName: string;
  /** The console's own link, made by `switchRoleLink`. */
  readonly link: string;
  readonly atMs: number;
}

/** Time enough to sign in; after that the person has gone on to something else. */
const WAITS_MS = 10 * 60_000;

export function isStillWaitingToSwitch({ atMs }: WaitingSwitch, nowMs: number): boolean {
  return nowMs >= atMs && nowMs - atMs < WAITS_MS;
}
