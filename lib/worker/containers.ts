import type { AccountId, RoleName } from '../model/account';
import { colourName } from '../model/colour-name';
import { containerStep, isOf, type OwnContainer, parseOwnContainers, type WantedContainer } from '../model/container';
import { federationUrl } from '../model/federation';
import { consoleLink, partitionOfPortal, type StartUrl } from '../model/portal';
import type { Where } from '../model/where';
import type { Crawler } from './crawler';
import type { Diary } from './diary';
import type { Looks } from './looks';
import type { OwnPreferences } from './preferences';
import { createSerial } from './serial';
import type { Sessions } from './sessions';
import type { World } from './world';

export interface Console {
  readonly portal: StartUrl;
  readonly accountId: AccountId;
  readonly roleName: RoleName | undefined;
  readonly destination?: string | undefined;
}

export type Owner = Pick<Console, 'portal' | 'accountId'>;

export type Containers = ReturnType<typeof createContainers>;

/**
 * One container per account and portal, where the browser has them and the person wants it. A container has no session
 * at the portal, so its tab is signed in by a token that the portal gives to the session which the worker holds: the
 * token goes into that tab's address and nowhere else. Where that does not work, the portal's own link has to do.
 */
export function createContainers(
  { aws, browser }: World,
  parts: { crawler: Crawler; diary: Diary; looks: Looks; preferences: OwnPreferences; sessions: Sessions },
) {
  const { crawler, diary, looks, preferences, sessions } = parts;
  const inTurn = createSerial();

  async function areOn(): Promise<boolean> {
    return (await preferences.read()).containers && (await browser.containers.areAllowed());
  }

  const read = async (): Promise<readonly OwnContainer[]> =>
    parseOwnContainers(await browser.store.record('containers'));

  async function wantedFor(portal: StartUrl, accountId: AccountId): Promise<WantedContainer> {
    const { label, colour, chosen } = await looks.of(accountId, {}, portal);
    const named = colourName(colour, await browser.containers.colours());
    return { portal, accountId, name: chosen.container ?? (label || accountId), colour: named ?? 'blue' };
  }

  /** The id of an account's container: found, or made once. */
  function containerOf(portal: StartUrl, accountId: AccountId): Promise<string> {
    return inTurn(async () => {
      const all = await read();
      const step = containerStep(await wantedFor(portal, accountId), all, await browser.containers.all());
      const own = step.do === 'use' ? step.own : { ...step.wanted, id: await browser.containers.make(step.wanted) };
      if (step.do === 'use') await browser.containers.change(own.id, step.change);
      await browser.store.putRecord('containers', [...all.filter((one) => !isOf(one, own)), own]);
      return own.id;
    });
  }

  /** The address that signs a tab in to a console; `undefined` where AWS does not give one. */
  async function signInAddress({ portal, accountId, roleName, destination }: Console): Promise<string | undefined> {
    const session = await sessions.best(portal);
    if (!roleName || session?.source !== 'portal') return undefined;
    await crawler.giveWay(portal);
    const answer = await aws.portalApi(session.region)?.consoleSignIn(session.token, accountId, roleName);
    if (answer?.ok === false && answer.failure.kind === 'unauthorized') await sessions.refused(session);
    if (!answer?.ok) return undefined;
    const issuer = consoleLink(portal, { accountId, roleName });
    return federationUrl(answer.value, { issuer, destination, partition: partitionOfPortal(portal) });
  }

  async function openAt(address: string, where: Where, { portal, accountId }: Owner): Promise<number | undefined> {
    try {
      return await browser.tabs.open(address, where, await containerOf(portal, accountId));
    } catch {
      return undefined;
    }
  }

  /** Opens a console in the container of its account, or of the one named; gives its tab, or `undefined` where it can't. */
  async function open(console: Console, where: Where = 'tab', owner: Owner = console): Promise<number | undefined> {
    const address = await signInAddress(console);
    const tabId = address === undefined ? undefined : await openAt(address, where, owner);
    if (tabId === undefined) await diary.note('launch-without-container', console.portal);
    return tabId;
  }

  return {
    areOn,

    open,

    /** Signs in anew in a tab that is in its account's container, beside one in another's; gives the tab, `undefined` where it is in none, or can't. */
    async reopen(tabId: number, console: Console): Promise<number | undefined> {
      const container = await browser.tabs.container(tabId);
      const own = (await read()).find(({ id }) => id === container);
      if (own?.accountId !== console.accountId) return own && open(console);
      const address = await signInAddress(console);
      if (address !== undefined) await browser.tabs.navigate(tabId, address);
      return address === undefined ? undefined : tabId;
    },

    /** Whether a tab is in a container of its account; elsewhere another account can take its place. */
    async isAtHome(tabId: number, accountId: AccountId): Promise<boolean> {
      const container = await browser.tabs.container(tabId);
      return (await read()).some((one) => one.accountId === accountId && one.id === container);
    },

    /** A portal that is gone has no accounts; the containers stay with their names, for the person to keep or remove. */
    forget: (portal: StartUrl): Promise<void> =>
      inTurn(async () => {
        await browser.store.putRecord(
          'containers',
          (await read()).filter((one) => one.portal !== portal),
        );
      }),
  };
}
