import type { Failure } from '../model/failure';
import { partitionOfRegion } from '../model/partition';
import { parsePortalAddress, type StartUrl } from '../model/portal';
import type { Portal } from '../model/directory';
import type { SettingsPortal } from '../model/settings-document';
import type { OwnPolicy } from './policy';
import type { World } from './world';

export type Portals = ReturnType<typeof createPortals>;

/** The portals that the person has connected. */
export function createPortals({ browser }: World, policy: OwnPolicy) {
  const find = async (startUrl: StartUrl): Promise<Portal | undefined> =>
    (await browser.store.portals()).find((portal) => portal.startUrl === startUrl);

  return {
    /** Notes a portal whose region is known by now; keeps the person's name for it. */
    async note(startUrl: StartUrl, region: string, name = ''): Promise<Failure | undefined> {
      const parsed = parsePortalAddress(startUrl);
      const partition = partitionOfRegion(region);
      if (!parsed.ok || !partition) return { reason: 'unknown-region', portal: startUrl };
      const known = await find(startUrl);
      if (!known && !(await policy.allowsPortal(startUrl))) return { reason: 'managed' };
      if (known?.region === region) return undefined;
      await browser.store.putPortal({ startUrl, region, partition, name: known?.name ?? name });
      return undefined;
    },

    find,

    /** Portals of the organisation are known from the start. */
    async noteAll(portals: readonly SettingsPortal[]): Promise<void> {
      for (const { startUrl, region, name } of portals) await this.note(startUrl, region, name);
    },
  };
}
