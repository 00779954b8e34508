import { portalApiHost, oidcHost } from './partition';
import type { PortalAddress } from './portal';

/** Host permissions that a portal needs: its own page, and its region's API once the region is known. */
export function portalOrigins({ origin, region }: Pick<PortalAddress, 'origin' | 'region'>): string[] {
  const hosts =
    region === undefined ? [] : [portalApiHost(region), oidcHost(region)].filter((host) => host !== undefined);
  return [`${origin}/*`, ...hosts.map((host) => `https://${host}/*`)];
}
