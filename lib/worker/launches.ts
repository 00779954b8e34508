import type { AccountId, RoleName } from '../model/account';
import { withoutSession } from '../model/console-url';
import { isAt } from '../model/directory';
import type { Entry } from '../model/entry';
import { fail, type Outcome, succeed } from '../model/failure';
import { landingUrl } from '../model/service';
import { chosenFor } from '../model/chosen';
import { recordLaunch } from '../model/personal';
import type { Where } from '../model/where';
import type { Choices } from './choices';
import { chainedAt, type ReachableRole } from '../model/chained-entry';
import { appLink, consoleLink, partitionOfPortal, type StartUrl } from '../model/portal';
import type { Console, Containers, Owner } from './containers';
import type { Crawler } from './crawler';
import { listedAccount } from './listed-account';
import type { Looks } from './looks';
import type { RoleSessions } from './role-sessions';
import type { Sessions } from './sessions';
import type { Switches } from './switches';
import type { TabPortals } from './tab-portals';
import type { WaitingLaunches } from './waiting-launches';
import type { World } from './world';

export type Launches = ReturnType<typeof createLaunches>;

export interface ConsoleTarget {
  readonly portal: StartUrl;
  readonly accountId: AccountId;
  readonly roleName?: RoleName | undefined;
  /** A console address; one that is not is dropped, and the console's home opens. */
  readonly destination?: string | undefined;
  /** The service page that it is, for the history. */
  readonly service?: string | undefined;
  readonly region?: string | undefined;
  readonly where: Where;
}

/** What a console was opened as, for the history. */
export function entryOf({ portal, accountId, roleName, service, region }: ConsoleTarget): Entry {
  if (service !== undefined) return { kind: 'service', portal, accountId, roleName, service, region };
  return roleName ? { kind: 'role', portal, accountId, roleName } : { kind: 'account', portal, accountId };
}

export interface AppTarget {
  readonly portal: StartUrl;
  readonly appId: string;
  readonly where: Where;
}

/** Opens consoles and apps by the portal's own links, and remembers that the person did. */
export function createLaunches(
  { browser, now }: World,
  choices: Choices,
  parts: {
    crawler: Crawler;
    looks: Looks;
    sessions: Sessions;
    waiting: WaitingLaunches;
    switches: Switches;
    containers: Containers;
    roleSessions: RoleSessions;
    tabPortals: Pick<TabPortals, 'opened'>;
  },
) {
  const { crawler, looks, sessions, waiting, switches, containers, roleSessions, tabPortals } = parts;

  /** Opens a portal's link, at the address where the person is signed in. Where the portal is known to be signed out, the launch waits for the session in its tab. */
  async function openLink(
    startUrl: StartUrl,
    linkAt: (address: StartUrl) => string,
    where: Where,
  ): Promise<number | undefined> {
    await crawler.giveWay(startUrl);
    const link = linkAt(await sessions.addressOf(startUrl));
    const tabId = await browser.tabs.open(link, where);
    const isSignedIn = (await sessions.best(startUrl))?.source === 'portal';
    if (!isSignedIn && tabId !== undefined) await waiting.put({ portal: startUrl, link, tabId });
    return tabId;
  }

  /** Opens a console in the container of its account, or of the one named; by the portal's link where that can't be. */
  async function openAt(console: Console, where: Where, owner?: Owner): Promise<number | undefined> {
    const contained = (await containers.areOn()) ? await containers.open(console, where, owner) : undefined;
    const tabId = contained ?? (await openLink(console.portal, (at) => consoleLink(at, console), where));
    if (tabId === undefined) return undefined;
    await roleSessions.opened(tabId, console);
    await tabPortals.opened(tabId, console);
    return tabId;
  }

  const remember = (entry: Entry): Promise<Outcome> =>
    choices.change((personal) => recordLaunch(personal, entry, now()));

  /** The page that is chosen for the account (by the person or a rule), in the region chosen for it. */
  async function landing(portal: StartUrl, id: AccountId, role: RoleName | undefined): Promise<string | undefined> {
    const account = await listedAccount(browser, { portal, accountId: id });
    const subject = { id, name: account?.name ?? '', portals: [portal] };
    return landingUrl(chosenFor(await browser.store.personal(), subject, { role }), partitionOfPortal(portal));
  }

  /** The chained role that a target is, unless AWS lists a role of that name itself. */
  async function chainedRole({ portal, accountId, roleName }: ConsoleTarget): Promise<ReachableRole | undefined> {
    const { chained } = await browser.store.personal();
    const role = chainedAt(chained, { portal, accountId, roleName });
    const listed = role && (await listedAccount(browser, { portal, accountId }));
    return listed?.roles?.some((name) => name === roleName) ? undefined : role;
  }

  async function openChained(
    role: ReachableRole,
    target: Owner & { roleName: RoleName | undefined },
    where: Where,
  ): Promise<Outcome> {
    const tabId = await openAt(role.from, where, target);
    if (tabId !== undefined) await switches.put(tabId, role);
    if (target.roleName) await remember({ kind: 'role', ...target, roleName: target.roleName });
    return succeed();
  }

  const launcher = {
    landing,

    async openConsole(target: ConsoleTarget): Promise<Outcome> {
      const { portal, accountId, roleName, destination, where } = target;
      void looks.expect(accountId);
      const chained = await chainedRole(target);
      if (chained) return openChained(chained, { portal, accountId, roleName }, where);
      const page = destination === undefined ? await landing(portal, accountId, roleName) : withoutSession(destination);
      await openAt({ portal, accountId, roleName, destination: page }, where);
      await remember(entryOf(target));
      return succeed();
    },

    async openApp({ portal, appId, where }: AppTarget): Promise<Outcome> {
      const app = await browser.store.app(portal, appId);
      if (!app) return fail({ reason: 'gone', what: 'app' });
      await openLink(portal, (at) => appLink(at, app), where);
      await remember({ kind: 'app', portal, appId });
      return succeed();
    },

    /**
     * The same from a list that may be older than what is connected now: of a portal that was removed nothing opens. Where
     * none at all is known the storage may be lost, and the list is believed.
     */
    async openListed(target: ConsoleTarget): Promise<Outcome> {
      const portals = await browser.store.portals();
      const isGone = portals.length > 0 && !portals.some((portal) => isAt(portal, target.portal));
      if (isGone && !(await chainedRole(target))) return fail({ reason: 'gone', what: 'portal' });
      return launcher.openConsole(target);
    },

    chainedRole,
  };

  return launcher;
}
