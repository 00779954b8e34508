import * as v from 'valibot';
import { createLaunches } from './worker/launches';
import { accountId, exactly, roleName, shortText, startUrl } from './model/arguments';
import { call, type Sender } from './model/call';
import { fail, type Outcome, succeed } from './model/failure';
import { isConsoleUrl } from './model/console-url';
import { type EntryKey, parseEntryKey } from './model/entry';
import { hide, pin, rename, setDefaults, unhide, unpin } from './model/personal';
import { labelForms, parsePreferences, type Preferences } from './model/look';
import { parsePortalAddress, type StartUrl } from './model/portal';
import { createChoices } from './worker/choices';
import type { ConsoleMenuItem } from './browser/console-menu';
import { createConsoleRegistry } from './worker/console-registry';
import { createConsoleTabs } from './worker/console-tabs';
import { createCrawler } from './worker/crawler';
import { createLooks } from './worker/looks';
import { createPortals } from './worker/portals';
import { createSessions } from './worker/sessions';
import { createStatusBoard } from './worker/status-board';
import type { World } from './worker/world';

export type Background = ReturnType<typeof createBackground>['calls'];

const entry = v.custom<EntryKey>((value) => parseEntryKey(value) !== undefined);
const where = v.picklist(['tab', 'window', 'background']);
const consoleState = v.picklist(['known', 'unknown', 'conflict', 'stale', 'ended']);
const level = v.picklist(['production', 'staging', 'development', 'sandbox', 'other']);
const notAConsole = fail({ reason: 'refused', why: 'not a console page' });

/** Everything that the worker does. `calls` is the protocol: pages and content scripts say its functions' names. */
export function createBackground(world: World) {
  const board = createStatusBoard(world);
  const sessions = createSessions(world, board);
  const looks = createLooks(world);
  const crawler = createCrawler(world, board, sessions, looks);
  const portals = createPortals(world);
  const choices = createChoices(world, board, looks);
  const launches = createLaunches(world, choices, crawler);
  const registry = createConsoleRegistry(world);
  const consoleTabs = createConsoleTabs(world, looks, registry);

  /** A portal's page tells its token; the crawl goes on in the background. */
  async function adopt(portal: StartUrl, region: string, token: string): Promise<Outcome> {
    const problem = await portals.note(portal, region);
    if (problem) return fail(problem);
    const adopted = await sessions.adopt(portal, region, 'portal', token);
    if ('reason' in adopted) {
      await board.crawl(portal, { failure: adopted });
      await board.publish();
      return fail(adopted);
    }
    await dropForeignList(portal, adopted.userId);
    if (adopted.isNew || !(await world.browser.store.lastCrawl(portal))) void crawler.crawl(portal);
    return succeed();
  }

  /** Another person's list is never shown as this one's. */
  async function dropForeignList(portal: StartUrl, userId: string): Promise<void> {
    const owner = await world.browser.store.owner(portal);
    if (owner === userId) return;
    if (owner !== undefined) {
      await crawler.stop(portal);
      await world.browser.store.removeInventory(portal);
      await board.publish();
    }
    await world.browser.store.putOwner(portal, userId);
  }

  const calls = {
    portalSignedIn: call(
      exactly({ region: shortText, token: v.pipe(v.string(), v.maxLength(16_384)) }),
      async ({ region, token }, sender) => {
        const portal = portalOf(sender);
        return portal ? adopt(portal, region, token) : fail({ reason: 'refused', why: 'not a portal page' });
      },
    ),

    portalSignedOut: call(exactly({}), async (_, sender): Promise<Outcome> => {
      const portal = portalOf(sender);
      if (portal) await sessions.forget(portal, 'portal');
      return succeed();
    }),

    refresh: call(exactly({ portal: startUrl }), async ({ portal }): Promise<Outcome> => {
      if (!(await sessions.best(portal))) return fail({ reason: 'signed-out', portal });
      void crawler.crawl(portal);
      return succeed();
    }),

    want: call(
      exactly({ portal: startUrl, accountIds: v.pipe(v.array(accountId), v.maxLength(200)) }),
      async ({ portal, accountIds }): Promise<Outcome> => {
        crawler.want(portal, accountIds);
        return succeed();
      },
    ),

    signOut: call(exactly({ portal: startUrl }), async ({ portal }): Promise<Outcome> => {
      await crawler.stop(portal);
      for (const session of await sessions.of(portal)) await world.aws.portalApi(session.region)?.logout(session.token);
      await sessions.forget(portal);
      return succeed();
    }),

    forgetPortal: call(exactly({ portal: startUrl }), async ({ portal }): Promise<Outcome> => {
      await crawler.stop(portal);
      await sessions.forget(portal);
      const accounts = await world.browser.store.accountsOf(portal);
      await world.browser.store.removePortal(portal);
      await world.browser.looks.remove(accounts.map(({ id }) => id));
      await board.forget(portal);
      await board.publish();
      return succeed();
    }),

    openPortal: call(exactly({ portal: startUrl }), async ({ portal }): Promise<Outcome> => {
      await world.browser.tabs.open(`${portal}/`, 'tab');
      return succeed();
    }),

    openConsole: call(
      exactly({
        portal: startUrl,
        accountId,
        roleName: v.optional(roleName),
        destination: v.optional(shortText),
        where,
      }),
      (target) => launches.openConsole(target),
    ),

    pin: call(exactly({ key: entry }), ({ key }) => choices.change((personal) => pin(personal, key))),
    unpin: call(exactly({ key: entry }), ({ key }) => choices.change((personal) => unpin(personal, key))),
    hide: call(exactly({ key: entry }), ({ key }) => choices.change((personal) => hide(personal, key))),
    unhide: call(exactly({ key: entry }), ({ key }) => choices.change((personal) => unhide(personal, key))),

    rename: call(
      exactly({ accountId, label: shortText, emoji: shortText, note: shortText }),
      async ({ accountId: id, ...names }) => {
        const outcome = await choices.change((personal) => rename(personal, id, names));
        await choices.relook(id);
        return outcome;
      },
    ),

    setDefaults: call(
      exactly({
        accountId,
        defaultRole: v.optional(roleName),
        region: v.optional(shortText),
        landing: v.optional(shortText),
      }),
      ({ accountId: id, ...defaults }) => choices.change((personal) => setDefaults(personal, id, defaults)),
    ),

    /** The console page that the person looks at, opened in another account. */
    openHere: call(
      exactly({ portal: startUrl, accountId, roleName: v.optional(roleName), fromTab: v.optional(v.number()), where }),
      async ({ fromTab, ...target }): Promise<Outcome> => {
        const { current, address } = world.browser.tabs;
        const page = fromTab === undefined ? await current() : await address(fromTab);
        if (page === undefined || !isConsoleUrl(page))
          return fail({ reason: 'refused', why: 'No console page is in front.' });
        return launches.openConsole({ ...target, destination: page });
      },
    ),

    focusConsole: call(exactly({ accountId, roleName: v.optional(roleName) }), (of) =>
      consoleTabs.focus(of.accountId, of.roleName),
    ),
    focusTab: call(exactly({ tabId: v.number() }), ({ tabId }) => consoleTabs.focusTab(tabId)),
    signOutOfConsole: call(exactly({ tabId: v.number() }), ({ tabId }) => consoleTabs.signOutOf(tabId)),

    refreshAccount: call(exactly({ portal: startUrl, accountId }), ({ portal, accountId: id }) =>
      crawler.refreshAccount(portal, id),
    ),

    preferences: call(exactly({}), async (): Promise<Outcome<Preferences>> =>
      succeed(await world.browser.store.preferences()),
    ),

    setPreferences: call(
      exactly({
        guardProduction: v.optional(v.boolean()),
        labelForm: v.optional(v.picklist(labelForms)),
        tabGroups: v.optional(v.boolean()),
      }),
      async (change): Promise<Outcome<Preferences>> => {
        const next = parsePreferences({ ...(await world.browser.store.preferences()), ...change });
        await world.browser.store.putPreferences(next);
        await looks.writeAll();
        return succeed(next);
      },
    ),

    consoleSeen: call(
      exactly({ state: consoleState, accountId: v.optional(accountId), roleName: shortText, level: v.optional(level) }),
      async (seen, sender): Promise<Outcome> =>
        sender.kind === 'console'
          ? consoleTabs.seen({
              ...seen,
              tabId: sender.tabId,
              url: sender.url,
              accountId: seen.accountId,
              level: seen.level,
            })
          : notAConsole,
    ),

    shareLink: call(exactly({ accountId, roleName: shortText }), async (of, sender): Promise<Outcome<string>> =>
      sender.kind === 'console' ? consoleTabs.shareLink(sender.url, of.accountId, of.roleName) : notAConsole,
    ),

    whoIs: call(exactly({ accountId }), (of) => consoleTabs.whoIs(of.accountId)),

    reopenAs: call(exactly({ accountId, roleName: shortText }), async (as, sender): Promise<Outcome> =>
      sender.kind === 'console'
        ? consoleTabs.reopenAs(sender.tabId, sender.url, as.accountId, as.roleName)
        : notAConsole,
    ),

    openApp: call(exactly({ portal: startUrl, appId: shortText, where }), (target) => launches.openApp(target)),
  };

  return {
    calls,

    /** After an installation, an update, a start of the browser, or a change of permissions. */
    async settle(): Promise<void> {
      await world.browser.consoleMenu.make();
      await world.browser.contentScripts.register();
      await world.browser.contentScripts.startInOpenTabs();
      await board.publish();
    },

    welcome: (): Promise<void> => world.browser.tabs.openPage('/welcome.html'),

    /** A choice in the context menu of a console page. */
    async fromMenu(item: ConsoleMenuItem, tabId: number): Promise<void> {
      if (item === 'open-here') return world.browser.openPalette(tabId);
      const link = await consoleTabs.linkToTab(tabId);
      if (link !== undefined) await world.browser.consoleMenu.copyIn(tabId, link);
    },

    /** A hotkey: the palette, or one of the first pins. */
    async fromHotkey(command: string): Promise<void> {
      if (command === 'open-palette') return world.browser.openPalette();
      const place = /^open-pin-(\d)$/.exec(command)?.[1];
      if (place !== undefined) await launches.openPin(Number(place) - 1);
    },

    tabClosed: (tabId: number): Promise<void> => registry.drop(tabId),

    /** At an alarm or a wake-up: end what has ended, go on with what was interrupted. */
    async wake(): Promise<void> {
      await sessions.expire();
      await crawler.resume();
    },
  };
}

/** Which class of sender may make which calls; no row, no entry. */
export const trust = {
  page: [
    'refresh',
    'refreshAccount',
    'want',
    'signOut',
    'forgetPortal',
    'openPortal',
    'openConsole',
    'openHere',
    'openApp',
    'focusConsole',
    'focusTab',
    'signOutOfConsole',
    'pin',
    'unpin',
    'hide',
    'unhide',
    'rename',
    'setDefaults',
    'preferences',
    'setPreferences',
  ],
  portal: ['portalSignedIn', 'portalSignedOut'],
  console: ['consoleSeen', 'shareLink', 'reopenAs', 'whoIs'],
} as const satisfies Record<Sender['kind'], readonly (keyof Background)[]>;

function portalOf(sender: Sender): StartUrl | undefined {
  const parsed = sender.kind === 'portal' ? parsePortalAddress(sender.url) : undefined;
  return parsed?.ok ? parsed.address.startUrl : undefined;
}
