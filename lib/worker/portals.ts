import type { Failure } from '../model/failure';
import { partitionOfRegion } from '../model/partition';
import { parsePortalAddress, type StartUrl } from '../model/portal';
import type { World } from './world';

export type Portals = ReturnType<typeof createPortals>;

/** The portals that the person has connected. */
export function createPortals({ browser }: World) {
  return {
    /** Notes a portal whose region is known by now; keeps the person's name for it. */
    async note(startUrl: StartUrl, region: string): Promise<Failure | undefined> {
      const parsed = parsePortalAddress(startUrl);
      const partition = partitionOfRegion(region);
      if (!parsed.ok || !partition) return { reason: 'unknown-region', portal: startUrl };
      const known = (await browser.store.portals()).find((portal) => portal.startUrl === startUrl);
      if (known?.region === region) return undefined;
      await browser.store.putPortal({ startUrl, region, partition, name: known?.name ?? '' });
      return undefined;
    },

    async find(startUrl: StartUrl) {
      return (await browser.store.portals()).find((portal) => portal.startUrl === startUrl);
    },
  };
}
