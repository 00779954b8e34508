import * as v from 'valibot';
import { createLaunches } from './worker/launches';
import { accountId, consolePage, exactly, roleName, shortText, startUrl, where } from './model/arguments';
import { call, type Sender } from './model/call';
import { repeatable } from './model/repeatable';
import { createArrivals } from './worker/arrivals';
import { createAwsSignIn } from './worker/aws-sign-in';
import { createChoiceCalls } from './worker/choice-calls';
import { createChoices } from './worker/choices';
import { createConsoleCalls } from './worker/console-calls';
import type { ConsoleMenuItem } from './browser/console-menu';
import { createConsoleRegistry } from './worker/console-registry';
import { createConsoleTabs } from './worker/console-tabs';
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
import { createReplacements } from './worker/replacements';
import { createRoleSessions } from './worker/role-sessions';
import { createSessions } from './worker/sessions';
import { createSwitches } from './worker/switches';
import { createStatusBoard } from './worker/status-board';
import { createTabPortals } from './worker/tab-portals';
import { createWaitingLaunches } from './worker/waiting-launches';
import { createWake } from './worker/wake';
import type { World } from './worker/world';

export type Background = ReturnType<typeof createBackground>['calls'];

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
  const replacements = createReplacements(world);
  const registry = createConsoleRegistry(world);
  const tabPortals = createTabPortals(world, registry);
  const launches = createLaunches(world, choices, {
    crawler,
    looks,
    sessions,
    waiting,
    switches,
    containers,
    roleSessions,
    tabPortals,
  });
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
    tabPortals,
  });

  looks.onWritten((ids) => void consoleTabs.lookedAnew(ids).catch(() => undefined));

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
    ...createSettingsCalls(world, { board, choices, looks, own, policy, preferences, roleSessions, sessions }),
    ...createChoiceCalls(choices),
    ...createConsoleCalls(world, { consoleTabs, launches, replacements, roleSessions, switches }),

    openConsole: call(
      exactly({
        portal: startUrl,
        accountId,
        roleName: v.optional(roleName),
        destination: v.optional(consolePage),
        service: v.optional(shortText),
        region: v.optional(shortText),
        where,
      }),
      (target) => launches.openListed(target),
    ),

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
      await world.browser.keepLabelWords().catch(() => undefined);
      await world.browser.consoleMenu.make();
      await world.browser.contentScripts.register();
      await world.browser.contentScripts.startInOpenTabs();
      await govern();
      await wake();
      await crawler.lookAtPermissions();
      await board.publish();
      await crawler.resumeNow();
    },

    /**
     * The worker has started. That a person has switched Burgee off and on again no event tells: the consoles that are
     * open by then are marked at its first start.
     */
    async started(): Promise<void> {
      const { contentScripts, hasRun } = world.browser;
      const markOpen = async (): Promise<void> => {
        if (await hasRun.read()) return;
        await hasRun.write(true).catch(() => undefined);
        await contentScripts.startInOpenTabs();
      };
      await Promise.all([markOpen(), wake()]);
      sync.catchUp();
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

    tabLoads: (tabId: number): Promise<void> => consoleTabs.loads(tabId),

    /** The keyword in the address bar. */
    omnibox,

    async tabClosed(tabId: number): Promise<void> {
      const parts = [consoleTabs, replacements, tabPortals].map((part) => part.closed(tabId));
      await Promise.all([...parts, signIn.tabClosed(tabId)]);
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
  console: ['consoleSeen', 'strip', 'shareLink', 'reopenAs', 'renewBeside', 'whoIs', 'chooseAccount', 'colourAccount'],
} as const satisfies Record<Sender['kind'], readonly (keyof Background)[]>;
