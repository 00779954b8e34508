import type { Directory, Portal } from './directory';
import type { Failure } from './failure';
import { failedInPassing, isSignedIn, type PortalStatus, sessionPhase, type SessionPhase, type Status } from './status';

export type InventoryState = 'none' | 'running' | 'complete' | 'partial' | 'ended';

export interface PortalSummary {
  readonly portal: Portal;
  readonly phase: SessionPhase;
  readonly minutesLeft: number | undefined;
  readonly user: string;
  readonly accounts: number;
  /** Of how many the roles are known; while a crawl runs, of how many it has asked for them itself. */
  readonly accountsWithRoles: number;
  readonly completeAtMs: number | undefined;
  /** When the crawl that runs, or ran last, began. */
  readonly startedAtMs: number | undefined;
  readonly isRunning: boolean;
  readonly failure: Failure | undefined;
  readonly added: number;
  readonly removed: number;
  readonly rolesAdded: number;
  readonly rolesRemoved: number;
  readonly signIn: PortalStatus['signIn'];
  /** How the session was made, while there is one. */
  readonly via: PortalStatus['via'];
  readonly renewsItself: boolean;
}

/** What the launcher says about itself, over all portals. */
export interface Summary {
  readonly state: InventoryState;
  readonly accounts: number;
  readonly roles: number;
  readonly apps: number;
  readonly portals: readonly PortalSummary[];
}

export function summarise(directory: Directory, status: Status, nowMs: number): Summary {
  const portals = directory.portals.map((portal) => {
    const own = status.portals.find((one) => one.portal === portal.startUrl);
    return portalSummary(portal, directory, own, nowMs);
  });
  return {
    state: stateOf(portals),
    accounts: directory.accounts.length,
    roles: directory.accounts.reduce((sum, { roles }) => sum + (roles?.length ?? 0), 0),
    apps: directory.apps.length,
    portals,
  };
}

function portalSummary(
  portal: Portal,
  directory: Directory,
  status: PortalStatus | undefined,
  nowMs: number,
): PortalSummary {
  const own = directory.accounts.filter((account) => account.portal === portal.startUrl);
  const phase = sessionPhase(status, nowMs);
  const isAlive = isSignedIn(phase);
  return {
    portal,
    phase,
    minutesLeft: isAlive && status?.endsAtMs !== undefined ? Math.ceil((status.endsAtMs - nowMs) / 60_000) : undefined,
    user: status?.user ?? '',
    accounts: own.length,
    accountsWithRoles: status?.crawl.accountsWithRoles ?? 0,
    completeAtMs: status?.crawl.completeAtMs,
    startedAtMs: status?.crawl.startedAtMs,
    isRunning: status?.crawl.state === 'running',
    failure: status?.crawl.failure,
    added: status?.crawl.added ?? 0,
    removed: status?.crawl.removed ?? 0,
    rolesAdded: status?.crawl.rolesAdded ?? 0,
    rolesRemoved: status?.crawl.rolesRemoved ?? 0,
    signIn: isAlive && status && failedInPassing(status) ? undefined : status?.signIn,
    via: status?.via,
    renewsItself: status?.renewsItself ?? false,
  };
}

/** Known, and nothing more: nobody has signed in there yet. */
function isUntouched({ phase, accounts, completeAtMs }: PortalSummary): boolean {
  return phase === 'none' && accounts === 0 && completeAtMs === undefined;
}

/** `ended` only where no portal is signed in; a list that still grows is `running`, one with a gap `partial`. */
function stateOf(portals: readonly PortalSummary[]): InventoryState {
  if (portals.every(isUntouched)) return 'none';
  if (portals.some(({ isRunning, phase }) => isRunning && phase !== 'ended')) return 'running';
  if (portals.every(({ phase }) => !isSignedIn(phase))) return 'ended';
  return portals.some(
    ({ failure, completeAtMs, phase }) => failure !== undefined || (completeAtMs === undefined && isSignedIn(phase)),
  )
    ? 'partial'
    : 'complete';
}
