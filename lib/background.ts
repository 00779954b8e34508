import * as v from 'valibot';
import { say } from './model/say';
import { parseAccountAlias } from './model/account';
import { createLaunches } from './worker/launches';
import { accountId, exactly, roleName, shortText, startUrl } from './model/arguments';
import { call, type Sender } from './model/call';
import { fail, type Outcome, succeed } from './model/failure';
import { isConsoleUrl, parseConsoleUrl } from './model/console-url';
import { type EntryKey, parseEntryKey } from './model/entry';
import { parseWhere, type Where } from './model/where';
import { repeatable } from './model/repeatable';
import { hide, movePin, pin, rename, setDefaults, setGroup, setGroups, unhide, unpin } from './model/personal';
import { createArrivals } from './worker/arrivals';
import { createAwsSignIn } from './worker/aws-sign-in';
import { createChoices } from './worker/choices';
import type { ConsoleMenuItem } from './browser/console-menu';
import { createConsoleRegistry } from './worker/console-registry';
import { createConsoleTabs, type SeenConsole } from './worker/console-tabs';
import { createContainers } from './worker/containers';
import { createCrawler } from './worker/crawler';
import { createDiary } from './worker/diary';
import { createLooks } from './worker/looks';
import { createOutsideLaunches } from './worker/outside-launches';
import { createOmnibox } from './worker/omnibox';
import { createPortalCalls } from './worker/portal-calls';
import { createPortals } from './worker/portals';
import { createForgetPortal } from './worker/forget-portal';
import { createOwnSettings } from './worker/own-settings';
import { createOwnSync } from './worker/own-sync';
import { createPolicy } from './worker/policy';
import { createPreferences } from './worker/preferences';
import { createSettingsCalls } from './worker/settings-calls';
import { createRenewals } from './worker/renewals';
import { createRoleSessions } from './worker/role-sessions';
import { createSessions } from './worker/sessions';
import { createSwitches } from './worker/switches';
import { createStatusBoard } from './worker/status-board';
import { createWaitingLaunches } from './worker/waiting-launches';
import { createWake } from './worker/wake';
import type { World } from './worker/world';

export type Background = ReturnType<typeof createBackground>['calls'];

const entry = v.custom<EntryKey>((value) => parseEntryKey(value) !== undefined);
const where = v.custom<Where>((value) => parseWhere(value) !== undefined);
const consoleState = v.picklist(['known', 'unknown', 'conflict', 'stale', 'ended']);
const level = v.picklist(['production', 'staging', 'development', 'sandbox', 'other']);
const notAConsole = fail({ reason: 'refused', why: 'not a console page' });

/** Everything that the worker does. `calls` is the protocol: pages and content scripts say its functions' names. */
export function createBackground(world: World) {
  const changed = (): void => sync.changedHere();
  const board = createStatusBoard(world);
  const diary = createDiary(world);
  const sessions = createSessions(world, board, diary);
  const policy = createPolicy(world.browser.managed, world.browser.store, () => void policyTold());
  const preferences = createPreferences(world, policy, changed);
  const looks = createLooks(world, preferences, diary);
  const crawler = createCrawler(world, { board, sessions, looks, diary });
  const portals = createPortals(world, policy, changed);
  const waiting = createWaitingLaunches(world, diary);
  const arrivals = createArrivals(world, board, crawler, waiting);
  const signIn = createAwsSignIn(world, { board, sessions, diary }, arrivals.signedIn);
  const renewals = createRenewals(world, sessions, diary, arrivals.renewed);
  let refusedAtMs = 0;
  const wake = createWake(world, { board, sessions, renewals, signIn, crawler });
  const choices = createChoices(world, board, looks, changed);
  const containers = createContainers(world, { crawler, diary, looks, preferences, sessions });
  const roleSessions = createRoleSessions(world, looks);
  const forgetPortal = createForgetPortal(world, {
    board,
    changed,
    containers,
    crawler,
    looks,
    roleSessions,
    sessions,
    signIn,
  });
  const own = createOwnSettings(world, { board, changed, choices, forgetPortal, looks, portals, preferences });
  const sync = createOwnSync(world, { board, diary, own, policy });
  const switches = createSwitches(world);
  const launches = createLaunches(world, choices, { crawler, sessions, waiting, switches, containers, roleSessions });
  const registry = createConsoleRegistry(world);
  const outside = createOutsideLaunches(world, launches, registry);
  const omnibox = createOmnibox(world, outside);
  const consoleTabs = createConsoleTabs(world, {
    looks,
    registry,
    preferences,
    containers,
    sessions,
    waiting,
    roleSessions,
  });

  looks.onWritten((ids) => void consoleTabs.lookedAnew(ids).catch(() => undefined));

  /** Tells what a console tab shows; gives when its session will end, where that is known. */
  async function seenConsole(seen: SeenConsole & { readonly mark: string }): Promise<Outcome<number | undefined>> {
    const { tabId, url, state, accountId: account, roleName: role } = seen;
    const isKnown = state === 'known' && account;
    if (isKnown) await switches.seen(tabId, account, role);
    await consoleTabs.seen(seen);
    if (!isKnown) return succeed(undefined);
    const { session, region } = parseConsoleUrl(url) ?? {};
    const mark = session ?? seen.mark;
    return succeed(await roleSessions.endOf({ tabId, mark, accountId: account, roleName: role, region }));
  }

  const calls = {
    ...createPortalCalls(world, {
      board,
      choices,
      diary,
      forgetPortal,
      sessions,
      crawler,
      policy,
      portals,
      arrivals,
      signIn,
      wake,
    }),
    ...sync.calls,
    ...createSettingsCalls(world, { choices, looks, own, policy, preferences, roleSessions, sessions }),

    openConsole: call(
      exactly({
        portal: startUrl,
        accountId,
        roleName: v.optional(roleName),
        destination: v.optional(shortText),
        service: v.optional(shortText),
        region: v.optional(shortText),
        where,
      }),
      (target) => launches.openConsole(target),
    ),

    pin: call(exactly({ key: entry }), ({ key }) => choices.change((personal) => pin(personal, key))),
    unpin: call(exactly({ key: entry }), ({ key }) => choices.change((personal) => unpin(personal, key))),
    hide: call(exactly({ key: entry }), ({ key }) => choices.change((personal) => hide(personal, key))),
    movePin: call(exactly({ key: entry, to: v.pipe(v.number(), v.integer()) }), ({ key, to }) =>
      choices.change((personal) => movePin(personal, key, to)),
    ),
    setGroup: call(exactly({ name: shortText, accounts: v.array(accountId) }), (group) =>
      choices.change((personal) => setGroup(personal, group)),
    ),
    unhide: call(exactly({ key: entry }), ({ key }) => choices.change((personal) => unhide(personal, key))),

    rename: call(
      exactly({ accountId, label: shortText, emoji: shortText, note: shortText }),
      async ({ accountId: id, ...names }) => {
        const outcome = await choices.change((personal) => rename(personal, id, names));
        await choices.relook(id);
        return outcome;
      },
    ),

    setGroups: call(
      exactly({ accountId, groups: v.pipe(v.array(shortText), v.maxLength(50)) }),
      ({ accountId: id, groups }) => choices.change((personal) => setGroups(personal, id, groups)),
    ),

    setDefaults: call(
      exactly({
        accountId,
        defaultRole: v.optional(v.union([roleName, v.literal('')])),
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
        if (page === undefined || !isConsoleUrl(page)) return fail({ reason: 'refused', why: say('noConsoleInFront') });
        return launches.openConsole({ ...target, destination: page });
      },
    ),

    focusConsole: call(exactly({ accountId, roleName: v.optional(roleName) }), (of) =>
      consoleTabs.focus(of.accountId, of.roleName),
    ),
    focusTab: call(exactly({ tabId: v.number() }), ({ tabId }) => consoleTabs.focusTab(tabId)),
    signOutOfConsole: call(exactly({ tabId: v.number() }), ({ tabId }) => consoleTabs.signOutOf(tabId)),

    consoleSeen: call(
      exactly({
        state: consoleState,
        accountId: v.optional(accountId),
        roleName: shortText,
        level: v.optional(level),
        alias: v.optional(shortText),
        mark: shortText,
      }),
      async (seen, sender): Promise<Outcome<number | undefined>> =>
        sender.kind === 'console'
          ? seenConsole({
              ...seen,
              tabId: sender.tabId,
              url: sender.url,
              accountId: seen.accountId,
              level: seen.level,
              alias: parseAccountAlias(seen.alias),
            })
          : notAConsole,
    ),

    shareLink: call(exactly({ accountId, roleName: shortText }), async (of, sender): Promise<Outcome<string>> =>
      sender.kind === 'console' ? consoleTabs.shareLink(sender.url, of.accountId, of.roleName) : notAConsole,
    ),

    /** The link to a console for whoever has the same portal. */
    consoleLink: call(
      exactly({ portal: startUrl, accountId, roleName: v.optional(roleName), destination: v.optional(shortText) }),
      async ({ roleName: role, ...of }): Promise<Outcome<string>> =>
        succeed(await consoleTabs.linkOf({ ...of, roleName: role })),
    ),

    /** The launcher, to open the very page of a console tab in another account. */
    chooseAccount: call(exactly({}), async (_, sender): Promise<Outcome> => {
      if (sender.kind !== 'console') return notAConsole;
      await world.browser.openPalette(sender.tabId);
      return succeed();
    }),

    /** The settings, with a rule for this account whose colour is to be chosen. */
    colourAccount: call(exactly({ accountId }), async (of): Promise<Outcome> => {
      await world.browser.tabs.openPage(`/options.html#rules?account=${of.accountId}`);
      return succeed();
    }),

    whoIs: call(exactly({ accountId }), (of) => consoleTabs.whoIs(of.accountId)),

    reopenAs: call(exactly({ accountId, roleName: shortText }), async (as, sender): Promise<Outcome> =>
      sender.kind === 'console'
        ? consoleTabs.reopenAs(sender.tabId, sender.url, as.accountId, as.roleName)
        : notAConsole,
    ),

    /** Signs in to the same role again in a tab of its own: the page that asks stays as it is. */
    renewBeside: call(exactly({ accountId, roleName: shortText }), async (as, sender): Promise<Outcome> => {
      if (sender.kind !== 'console') return notAConsole;
      const page = await consoleTabs.pageAs(sender.url, as.accountId, as.roleName);
      // Without its role the portal would ask, and another one would take this page's session away.
      return page?.roleName ? launches.openConsole({ ...page, where: 'tab' }) : fail({ reason: 'gone', what: 'role' });
    }),

    openApp: call(exactly({ portal: startUrl, appId: shortText, where }), (target) => launches.openApp(target)),
  };

  /** What the organisation decided takes hold: its portals, and how consoles look. */
  async function govern(): Promise<void> {
    const { portals: theirs, rules, locked } = await policy.read();
    await choices.inTurn(() => portals.noteAll(theirs));
    await choices.rule(locked.includes('rules') ? { above: rules, below: [] } : { above: [], below: rules });
    await looks.writeAll();
  }

  async function policyTold(): Promise<void> {
    await govern();
    await diary.note('policy-changed', undefined, { problems: (await policy.read()).problems.length });
    await board.publish();
    sync.catchUp();
  }

  return {
    calls,

    /** After an installation, an update, a start of the browser, or a change of permissions. */
    async settle(): Promise<void> {
      // Where they can't be kept, the browser is asked for each.
      await world.browser.looks.keepWords().catch(() => undefined);
      await world.browser.consoleMenu.make();
      await world.browser.contentScripts.register();
      await world.browser.contentScripts.startInOpenTabs();
      await govern();
      await wake();
      await crawler.lookAtPermissions();
      await board.publish();
      await crawler.resumeNow();
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
      if (place !== undefined) await outside.openPin(Number(place) - 1);
    },

    tabMoved: (tabId: number, address: string): Promise<void> => signIn.tabMoved(tabId, address),

    /** The keyword in the address bar. */
    omnibox,

    async tabClosed(tabId: number): Promise<void> {
      await Promise.all([consoleTabs.closed(tabId), signIn.tabClosed(tabId)]);
    },

    async wake(): Promise<void> {
      await wake();
      sync.catchUp();
    },

    /** Something changed in the browser's sync storage. */
    syncChanged: (): void => sync.changedThere(),

    async policyChanged(): Promise<void> {
      await policy.askAgain();
      await policyTold();
    },

    /** The network is back. */
    async online(): Promise<void> {
      await board.forgetPassing();
      await crawler.resumeNow();
    },

    /** One entry a second: whoever floods the door does not flood the diary. */
    messageRefused(why: string): void {
      if (world.now() - refusedAtMs < 1_000) return;
      refusedAtMs = world.now();
      void diary.note('message-refused', undefined, { why });
    },
  };
}

repeatable satisfies readonly (keyof Background)[];

/** Which class of sender may make which calls; no row, no entry. */
export const trust = {
  page: [
    'connectPortal',
    'signIn',
    'resume',
    'diagnostics',
    'refresh',
    'refreshAccount',
    'want',
    'signOut',
    'forgetPortal',
    'openPortal',
    'openConsole',
    'consoleLink',
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
    'setGroups',
    'roleCredentials',
    'setChained',
    'setRules',
    'setPortal',
    'movePin',
    'setGroup',
    'colourAccount',
    'settings',
    'policy',
    'exportSettings',
    'sync',
    'setSync',
    'applySettings',
    'setBaseline',
    'preferences',
    'setPreferences',
  ],
  portal: ['portalSeen', 'portalSignedIn', 'portalSignedOut'],
  console: ['consoleSeen', 'shareLink', 'reopenAs', 'renewBeside', 'whoIs', 'chooseAccount', 'colourAccount'],
} as const satisfies Record<Sender['kind'], readonly (keyof Background)[]>;
