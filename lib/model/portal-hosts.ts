import { oidcHost, type Partition, partitions, portalApiHost } from './partition';
import type { PortalAddress } from './portal';

/** Host permissions that a portal needs: its own page, and its region's API once the region is known. */
export function portalOrigins({ origin, region }: Pick<PortalAddress, 'origin' | 'region'>): string[] {
  return [`${origin}/*`, ...(region === undefined ? [] : regionOrigins(region))];
}

/** The host permission without which nothing can be listed in a region. */
export function apiOrigins(region: string): string[] {
  return patternsOf([portalApiHost(region)]);
}

function regionOrigins(region: string): string[] {
  return patternsOf([portalApiHost(region), oidcHost(region)]);
}

function patternsOf(hosts: readonly (string | undefined)[]): string[] {
  return hosts.flatMap((host) => (host === undefined ? [] : [`https://${host}/*`]));
}

/** The browser comes back to this address after "Sign in with AWS"; nothing listens there. */
export const loopbackPattern = 'http://127.0.0.1/*';

/** Host permissions that "Sign in with AWS" needs in a region. */
export function signInOrigins(region: string): string[] {
  return [...regionOrigins(region), loopbackPattern];
}

interface InPartition {
  readonly partition: Partition;
}

/** Host permissions without which the consoles of these portals go unmarked. The commercial ones come with the installation. */
export function consoleOrigins(portals: readonly InPartition[]): string[] {
  const used = new Set(portals.map(({ partition }) => partition).filter((partition) => partition !== 'aws'));
  return [...used].map((partition) => `https://*.${partitions[partition].consoleHost}/*`);
}

/** The same for services that have hosts of their own, such as Lightsail. */
export function serviceOrigins(portals: readonly InPartition[]): string[] {
  const used = new Set(portals.map(({ partition }) => partition));
  return [...used].flatMap((partition) => partitions[partition].otherConsoleHosts.map((host) => `https://${host}/*`));
}
