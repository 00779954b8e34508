import { type OpenConsole, parseOpenConsoles } from '../model/open-console';
import { isStartUrl } from '../model/snapshot';
import { parseToken, type Session } from '../model/session';
import type { PortalStatus, Status } from '../model/status';
import { storedItem } from './storage';

/** Everything that `storage.session` holds, with the check of what is read back. Version: the shape is this run's own, no migration. */
export const stored = {
  /** Secrets. Read by the worker only. */
  sessions: storedItem<readonly Session[]>('session', 'sessions', (raw) =>
    Array.isArray(raw) ? raw.filter(isSession) : [],
  ),
  /** What pages may know; no secret. */
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

function isSession(raw: unknown): raw is Session {
  if (typeof raw !== 'object' || raw === null) return false;
  const { portal, region, source, token, endsAtMs, userId, userName } = raw as Partial<Record<keyof Session, unknown>>;
  return (
    isStartUrl(portal) &&
    typeof region === 'string' &&
    (source === 'portal' || source === 'oidc') &&
    parseToken(token) !== undefined &&
    typeof endsAtMs === 'number' &&
    typeof userId === 'string' &&
    typeof userName === 'string'
  );
}
