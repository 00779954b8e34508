import type { Failure } from '../model/failure';
import { cleanName } from '../model/name';
import { partitionOfRegion } from '../model/partition';
import { holdsFact } from '../model/policy';
import { parsePortalAddress, partitionOfPortal, type StartUrl } from '../model/portal';
import { isAt, type Portal } from '../model/directory';
import type { SettingsPortal } from '../model/settings-document';
import type { OwnPolicy } from './policy';
import type { World } from './world';

export type Portals = ReturnType<typeof createPortals>;

/** The portals that the person has connected. */
export function createPortals({ browser }: World, policy: OwnPolicy, changed: () => void) {
  const find = async (startUrl: StartUrl): Promise<Portal | undefined> =>
    (await browser.store.portals()).find((portal) => portal.startUrl === startUrl);

  return {
    /** Notes a portal whose region is known by now; keeps the person's name for it. */
    async note(startUrl: StartUrl, region: string, name = ''): Promise<Failure | undefined> {
      const parsed = parsePortalAddress(startUrl);
      const partition = partitionOfRegion(region);
      if (!parsed.ok || !partition) return { reason: 'unknown-region', portal: startUrl, region: cleanName(region) };
      const known = await find(startUrl);
      if (!known && !(await policy.allowsPortal(startUrl))) return { reason: 'managed' };
      if (known?.region === region) return undefined;
      await browser.store.putPortal({ ...known, startUrl, region, partition, name: known?.name ?? name });
      changed();
      return undefined;
    },

    find,

    /** The portal that stands for an address: the one that it is an address of, or itself. */
    async home(address: StartUrl): Promise<StartUrl> {
      const known = (await browser.store.portals()).find((portal) => isAt(portal, address));
      return known?.startUrl ?? address;
    },

    /**
     * The portal that lists the same for the same person: one of the same directory in the same partition, whatever its
     * region and the form of its host. AWS's answer says whose list it is; addresses are not compared.
     */
    async twinOf(address: StartUrl, userId: string): Promise<Portal | undefined> {
      if (!/^[^/]+\/[^/]+$/.test(userId)) return undefined;
      for (const portal of await browser.store.portals()) {
        const isSamePartition = portal.partition === partitionOfPortal(address);
        if (portal.startUrl !== address && isSamePartition && (await browser.store.owner(portal.startUrl)) === userId)
          return portal;
      }
      return undefined;
    },

    /** Makes an address one of a portal's own. What was listed for it by itself goes. */
    async join(address: StartUrl, portal: Portal): Promise<void> {
      if (isAt(portal, address)) return;
      await browser.store.removePortal(address);
      await browser.store.putPortal({ ...portal, alsoAt: [...(portal.alsoAt ?? []), address] });
    },

    /** Gives a portal that was taken away and is back the addresses that it had besides, but for those known by now. */
    async rejoin(startUrl: StartUrl, addresses: readonly StartUrl[]): Promise<void> {
      for (const address of addresses) {
        const known = await browser.store.portals();
        const portal = known.find((own) => own.startUrl === startUrl);
        if (portal && !known.some((own) => isAt(own, address))) await this.join(address, portal);
      }
    },

    /** Somebody else is signed in at an address that was a portal's own: it is one by itself from now on. */
    async part(address: StartUrl): Promise<void> {
      for (const { alsoAt = [], ...portal } of await browser.store.portals())
        if (alsoAt.includes(address))
          await browser.store.putPortal({ ...portal, alsoAt: alsoAt.filter((own) => own !== address) });
    },

    /** The person's name for a portal. */
    async rename(startUrl: StartUrl, name: string): Promise<void> {
      const known = await find(startUrl);
      if (!known) return;
      await browser.store.putPortal({ ...known, name: cleanName(name) });
      changed();
    },

    /** Puts a portal at a place counted from 0. */
    async move(startUrl: StartUrl, to: number): Promise<void> {
      const all = await browser.store.portals();
      const own = all.find((portal) => portal.startUrl === startUrl);
      const others = all.filter((portal) => portal !== own);
      if (!own) return;
      for (const [place, portal] of others.toSpliced(Math.max(0, to), 0, own).entries())
        await browser.store.putPortal({ ...portal, place });
      changed();
    },

    /** Names and order that came by sync; a portal that is not among them, or is the organisation's, stays where it is. */
    async arrange(portals: readonly SettingsPortal[]): Promise<void> {
      const all = await browser.store.portals();
      const decided = await policy.read();
      const arranged: Portal[] = [];
      for (const { startUrl, name } of portals) {
        const own = all.find((portal) => portal.startUrl === startUrl);
        if (own && !holdsFact(decided, { kind: 'portals', of: startUrl }))
          arranged.push({ ...own, name: cleanName(name) });
      }
      const isArranged = (own: Portal): boolean => arranged.some(({ startUrl }) => startUrl === own.startUrl);
      const next = arranged.values();
      const ordered = all.map((own) => (isArranged(own) ? (next.next().value ?? own) : own));
      const isInOrder = ordered.every(({ startUrl }, at) => startUrl === all[at]?.startUrl);
      for (const [place, portal] of ordered.entries()) {
        if (!isInOrder) await browser.store.putPortal({ ...portal, place });
        else if (portal.name !== all[place]?.name) await browser.store.putPortal(portal);
      }
    },

    /** Portals that came by policy or by sync; an address of a portal that is known is none by itself. */
    async noteAll(portals: readonly SettingsPortal[]): Promise<void> {
      for (const { startUrl, region, name } of portals)
        if ((await this.home(startUrl)) === startUrl) await this.note(startUrl, region, name);
    },
  };
}
