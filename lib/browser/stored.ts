import { type OpenConsole, parseOpenConsoles } from '../model/open-console';
import { isStartUrl } from '../model/snapshot';
import type { PortalStatus, Status } from '../model/status';
import { storedItem } from './storage';

/** What `storage.session` holds for pages to know: no secret. This browser run's own shape, so without migrations. */
export const stored = {
  status: storedItem<Status>('session', 'status', parseStatus),
  consoles: storedItem<readonly OpenConsole[]>('session', 'consoles', parseOpenConsoles),
} as const;

const noStatus: Status = { revision: 0, portals: [] };

function parseStatus(raw: unknown): Status {
  if (typeof raw !== 'object' || raw === null) return noStatus;
  const { revision, portals } = raw as Partial<Record<keyof Status, unknown>>;
  if (typeof revision !== 'number' || !Array.isArray(portals)) return noStatus;
  return { revision, portals: portals.filter(isPortalStatus) };
}

function isPortalStatus(raw: unknown): raw is PortalStatus {
  if (typeof raw !== 'object' || raw === null) return false;
  const { portal, crawl } = raw as Partial<Record<keyof PortalStatus, unknown>>;
  return isStartUrl(portal) && typeof crawl === 'object' && crawl !== null;
}
