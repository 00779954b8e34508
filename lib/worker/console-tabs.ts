import type { AccountId } from '../model/account';
import { NEUTRAL } from '../model/colour';
import { parseConsolePage, parseConsoleUrl, withoutSession } from '../model/console-url';
import type { Account } from '../model/directory';
import { fail, type Outcome, succeed } from '../model/failure';
import type { OpenConsole } from '../model/open-console';
import type { Level } from '../model/level';
import type { Look } from '../model/look';
import { consoleLink } from '../model/portal';
import { say } from '../model/say';
import { type TabGroup, tabGroupOf } from '../model/tab-group';
import type { Console, Containers } from './containers';
import type { ConsoleRegistry } from './console-registry';
import type { Looks } from './looks';
import { createSerial, type Serial } from './serial';
import type { OwnPreferences } from './preferences';
import type { RoleSessions } from './role-sessions';
import type { Sessions } from './sessions';
import type { TabPortals } from './tab-portals';
import type { WaitingLaunches } from './waiting-launches';
import type { World } from './world';

export type ConsoleTabs = ReturnType<typeof createConsoleTabs>;

export interface SeenConsole {
  readonly tabId: number;
  /** Of the tab, from the browser. */
  readonly url: string;
  readonly state: 'known' | 'unknown' | 'conflict' | 'stale' | 'ended';
  readonly accountId: AccountId | undefined;
  readonly roleName: string;
  /** Else it is a user's or the root user's name, of which no rule speaks. */
  readonly isRole: boolean;
  readonly level: Level | undefined;
  /** What the account calls itself, as its page says. */
  readonly alias?: string | undefined;
}

const badgeTexts: Readonly<Record<Level, string>> = {
  production: 'PROD',
  staging: 'STG',
  development: 'DEV',
  sandbox: 'SBX',
  other: '',
};

const unknownWords: Readonly<Record<Exclude<SeenConsole['state'], 'known'>, () => string>> = {
  unknown: () => say('labelUnknown'),
  conflict: () => `Burgee: ${say('labelConflict')}`,
  stale: () => `Burgee: ${say('labelStale')}`,
  ended: () => `Burgee: ${say('labelEnded')}`,
};

/** What the worker does for console tabs: the toolbar icon, links, and the way back to an account. */
export function createConsoleTabs(
  { browser }: World,
  parts: {
    looks: Looks;
    registry: ConsoleRegistry;
    preferences: OwnPreferences;
    containers: Containers;
    sessions: Pick<Sessions, 'addressOf' | 'best'>;
    waiting: Pick<WaitingLaunches, 'put'>;
    roleSessions: Pick<RoleSessions, 'opened'>;
    tabPortals: Pick<TabPortals, 'of' | 'opened'>;
  },
) {
  const { looks, registry, preferences, containers, sessions, waiting, roleSessions, tabPortals } = parts;
  const inTurn = createSerial();
  const turns = new Map<number, Serial>();

  /** An account as a portal lists it, the tab's own before others. */
  async function listed(tabId: number, accountId: AccountId, roleName: string): Promise<Account | undefined> {
    const own = await tabPortals.of(tabId, accountId);
    const accounts = (await browser.store.accountsById(accountId))
      .filter(({ roles }) => roles !== undefined)
      .toSorted((one, other) => Number(other.portal === own) - Number(one.portal === own));
    return accounts.find(({ roles }) => roles?.some((role) => role === roleName)) ?? accounts[0];
  }

  /** A tab's page as that account and role, at the portal that lists them. */
  async function pageAs(
    tabId: number,
    url: string,
    accountId: AccountId,
    roleName: string,
  ): Promise<Console | undefined> {
    const account = await listed(tabId, accountId, roleName);
    const role = account?.roles?.find((name) => name === roleName);
    return account && { portal: account.portal, accountId, roleName: role, destination: withoutSession(url) };
  }

  /** The portal's link to a console, at the address where the person is signed in. */
  async function linkOf(console: Console): Promise<string> {
    return consoleLink(await sessions.addressOf(console.portal), console);
  }

  /** The portal's link that opens a tab's page as that account and role. */
  async function linkTo(
    tabId: number,
    url: string,
    accountId: AccountId,
    roleName: string,
  ): Promise<string | undefined> {
    const page = await pageAs(tabId, url, accountId, roleName);
    return page && linkOf(page);
  }

  async function areGrouped(): Promise<boolean> {
    return (await preferences.read()).tabGroups && browser.tabGroups.areAllowed();
  }

  /** One group per account and window, made once: tabs are put into it one after the other. */
  async function intoGroup(tabId: number, wanted: TabGroup): Promise<void> {
    if (await areGrouped()) await browser.tabGroups.put(tabId, wanted).catch(() => undefined);
  }

  /** Of one open console, after what is chosen for its account has changed. */
  async function followInGroup({ tabId, accountId, roleName, isRole }: OpenConsole): Promise<void> {
    const url = await browser.tabs.address(tabId);
    const region = url === undefined ? undefined : parseConsoleUrl(url)?.region;
    const look = await looks.of(accountId, { role: isRole ? roleName : undefined, region });
    await inTurn(() => browser.tabGroups.follow(tabId, tabGroupOf(accountId, look))).catch(() => undefined);
  }

  /** What one tab says of itself comes in turn: an older word that takes longer would stand in the place of a newer one. */
  function turnOf(tabId: number): Serial {
    const turn = turns.get(tabId) ?? createSerial();
    turns.set(tabId, turn);
    return turn;
  }

  /** The tab may have gone to another site since: nothing of an account belongs there. */
  async function isAtConsole(tabId: number): Promise<boolean> {
    return parseConsolePage((await browser.tabs.address(tabId)) ?? '') !== undefined;
  }

  async function mark({ tabId, url, state, accountId, roleName, isRole, level, alias }: SeenConsole): Promise<Outcome> {
    if (state !== 'known' || !accountId) {
      await registry.drop(tabId);
      if (await isAtConsole(tabId))
        await browser.toolbar.show(tabId, {
          text: '?',
          colour: NEUTRAL,
          title: unknownWords[state === 'known' ? 'unknown' : state](),
        });
      return succeed();
    }
    const session = parseConsoleUrl(url)?.session ?? '';
    await registry.put({ tabId, accountId, roleName, isRole, session, ...(alias ? { alias } : {}) });
    // Its last word may come when the tab is gone: a closed tab would count as open for ever.
    if (!(await isAtConsole(tabId))) {
      await registry.drop(tabId);
      return succeed();
    }
    const here = { role: isRole ? roleName : undefined, region: parseConsoleUrl(url)?.region };
    const look = await looks.of(accountId, here);
    const { label, colour } = look;
    await inTurn(() => intoGroup(tabId, tabGroupOf(accountId, look)));
    const isOutside = (await containers.areOn()) && !(await containers.isAtHome(tabId, accountId));
    const where = isOutside ? say('outsideItsContainer') : '';
    const title = [label, accountId, roleName, where].filter(Boolean).join(' · ');
    if (await isAtConsole(tabId))
      await browser.toolbar.show(tabId, {
        text: level ? badgeTexts[level] || '⚑' : '?',
        colour,
        title: `Burgee: ${title}`,
      });
    await looks.opened(accountId);
    return succeed();
  }

  return {
    linkOf,
    pageAs,

    /** After the looks of some accounts were written: their open consoles' tab groups follow. */
    async lookedAnew(ids: readonly AccountId[] | 'all'): Promise<void> {
      const open = (await registry.list()).filter(({ accountId }) => ids === 'all' || ids.includes(accountId));
      if (open.length > 0 && (await areGrouped())) for (const one of open) await followInGroup(one);
    },

    seen: (seen: SeenConsole): Promise<Outcome> => turnOf(seen.tabId)(() => mark(seen)),

    /** A tab that loads something may be at a console no more. */
    async loads(tabId: number): Promise<void> {
      if (!(await registry.list()).some((open) => open.tabId === tabId)) return;
      await turnOf(tabId)(async () => {
        if (!(await isAtConsole(tabId))) await registry.drop(tabId);
      });
    },

    async closed(tabId: number): Promise<void> {
      turns.delete(tabId);
      await registry.drop(tabId);
      await inTurn(() => browser.tabGroups.forget(tabId));
    },

    /** Shows the tab in which an account is open already; opens nothing. */
    async focus(accountId: AccountId, roleName: string | undefined): Promise<Outcome> {
      const open = await registry.find(accountId, roleName);
      const isShown = open !== undefined && (await browser.tabs.show(open.tabId));
      return isShown ? succeed() : fail({ reason: 'gone', what: 'tab' });
    },

    async focusTab(tabId: number): Promise<Outcome> {
      return (await browser.tabs.show(tabId)) ? succeed() : fail({ reason: 'gone', what: 'tab' });
    },

    /** Ends the console session of one tab, on the very host where it lives; settles when it has ended. */
    async signOutOf(tabId: number): Promise<Outcome> {
      const url = await browser.tabs.address(tabId);
      if (url === undefined || !parseConsoleUrl(url)) return fail({ reason: 'gone', what: 'tab' });
      await browser.tabs.load(tabId, new URL('/console/logout!doLogout', url).href);
      await registry.dropSession(tabId);
      return succeed();
    },

    /** The share link of what a tab shows; `undefined` where it is no known console. */
    async linkToTab(tabId: number): Promise<string | undefined> {
      const own = (await registry.list()).find((open) => open.tabId === tabId);
      const url = await browser.tabs.address(tabId);
      return own && url !== undefined ? linkTo(tabId, url, own.accountId, own.roleName) : undefined;
    },

    async shareLink(tabId: number, url: string, accountId: AccountId, roleName: string): Promise<Outcome<string>> {
      const link = await linkTo(tabId, url, accountId, roleName);
      return link ? succeed(link) : fail({ reason: 'gone', what: 'account' });
    },

    /** Name and colour of an account that some portal lists; nothing else of it. */
    async whoIs(accountId: AccountId): Promise<Outcome<Pick<Look, 'label' | 'colour'>>> {
      const [account] = await browser.store.accountsById(accountId);
      if (!account) return fail({ reason: 'gone', what: 'account' });
      const { label, colour } = await looks.of(accountId, {});
      return succeed({ label, colour });
    },

    async reopenAs(tabId: number, url: string, accountId: AccountId, roleName: string): Promise<Outcome> {
      const page = await pageAs(tabId, url, accountId, roleName);
      if (!page) return fail({ reason: 'gone', what: 'account' });
      // A user's, the root user's and a switched role's are no portal's: there the person would be somebody else.
      if (roleName && !page.roleName) return fail({ reason: 'gone', what: 'role' });
      const contained = await containers.reopen(tabId, page);
      await roleSessions.opened(contained ?? tabId, page);
      await tabPortals.opened(contained ?? tabId, page);
      if (contained !== undefined) return succeed();
      const { portal } = page;
      const link = await linkOf(page);
      const isSignedIn = (await sessions.best(portal))?.source === 'portal';
      if (!isSignedIn) await waiting.put({ portal, link, tabId });
      await browser.tabs.navigate(tabId, link);
      return succeed();
    },
  };
}
