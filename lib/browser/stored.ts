import { type AskedLaunch, parseAskedLaunch } from '../model/asked-launch';
import { type OpenConsole, parseOpenConsoles } from '../model/open-console';
import { isStartUrl } from '../model/snapshot';
import type { PortalStatus, Status, StorageHealth, UnknownRegion } from '../model/status';
import { storedItem } from './storage';

/** What `storage.session` holds for pages to know: no secret. This browser run's own shape, so without migrations. */
export const stored = {
  status: storedItem<Status>('session', 'status', parseStatus),
  consoles: storedItem<readonly OpenConsole[]>('session', 'consoles', parseOpenConsoles),
  /** The worker has run before, since Burgee was switched on. */
  hasRun: storedItem<boolean>('session', 'has-run', (raw) => raw === true),
  asked: storedItem<AskedLaunch | undefined>('session', 'asked-launch', parseAskedLaunch),
} as const;

const healths: readonly StorageHealth[] = ['ok', 'rebuilt', 'lost', 'memory-only'];
const noStatus: Status = { revision: 0, storage: 'ok', portals: [] };

function parseStatus(raw: unknown): Status {
  if (typeof raw !== 'object' || raw === null) return noStatus;
  const { revision, portals, storage, unknownRegion } = raw as Partial<Record<keyof Status, unknown>>;
  if (typeof revision !== 'number' || !Array.isArray(portals)) return noStatus;
  return {
    revision,
    storage: parseHealth(storage),
    portals: portals.filter(isPortalStatus),
    unknownRegion: isUnknownRegion(unknownRegion) ? unknownRegion : undefined,
  };
}

function parseHealth(raw: unknown): StorageHealth {
  return healths.find((health) => health === raw) ?? 'ok';
}

function isUnknownRegion(raw: unknown): raw is UnknownRegion {
  if (typeof raw !== 'object' || raw === null) return false;
  const { reason, portal, region } = raw as Partial<Record<keyof UnknownRegion, unknown>>;
  return reason === 'unknown-region' && isStartUrl(portal) && typeof region === 'string';
}

function isPortalStatus(raw: unknown): raw is PortalStatus {
  if (typeof raw !== 'object' || raw === null) return false;
  const { portal, crawl } = raw as Partial<Record<keyof PortalStatus, unknown>>;
  return isStartUrl(portal) && typeof crawl === 'object' && crawl !== null;
}
