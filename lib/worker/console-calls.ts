import * as v from 'valibot';
import { parseAccountAlias } from '../model/account';
import { accountId, colour, consolePage, exactly, roleName, shortText, startUrl, where } from '../model/arguments';
import { call } from '../model/call';
import { switchRoleLink } from '../model/chained-role';
import { parseConsoleUrl } from '../model/console-url';
import { fail, type Outcome, succeed } from '../model/failure';
import { levels } from '../model/level';
import { cleanName } from '../model/name';
import { partitionOfPortal } from '../model/portal';
import { stripStyle } from '../model/strip';
import { say } from '../model/say';
import type { ConsoleTabs, SeenConsole } from './console-tabs';
import type { Launches } from './launches';
import type { Replacements } from './replacements';
import type { RoleSessions } from './role-sessions';
import type { Switches } from './switches';
import type { World } from './world';

const consoleState = v.picklist(['known', 'unknown', 'conflict', 'stale', 'ended']);
const level = v.picklist(levels);
const notAConsole = fail({ reason: 'turned-away', why: 'not a console page' });

interface Parts {
  readonly consoleTabs: ConsoleTabs;
  readonly launches: Launches;
  readonly replacements: Replacements;
  readonly roleSessions: RoleSessions;
  readonly switches: Switches;
}

/** What console tabs may ask for, and what pages may ask for of them. */
export function createConsoleCalls(
  world: World,
  { consoleTabs, launches, replacements, roleSessions, switches }: Parts,
) {
  /** Tells what a console tab shows; gives when its session will end, where that is known. */
  async function seenConsole(
    seen: SeenConsole & { readonly mark: string; readonly documentId: string | undefined },
  ): Promise<Outcome<number | undefined>> {
    const { tabId, url, state, accountId: account, roleName: role, isRole } = seen;
    const isKnown = state === 'known' && account;
    if (isKnown) await switches.seen(tabId, account, role);
    await Promise.all([
      consoleTabs.seen(seen),
      isKnown ? replacements.seen({ ...seen, accountId: account }).catch(() => undefined) : undefined,
    ]);
    if (!isKnown) return succeed(undefined);
    const { session, region } = parseConsoleUrl(url) ?? {};
    const mark = session ?? seen.mark;
    return succeed(await roleSessions.endOf({ tabId, mark, accountId: account, roleName: isRole ? role : '', region }));
  }

  return {
    /** The console page that the person looks at, opened in another account. */
    openHere: call(
      exactly({ portal: startUrl, accountId, roleName: v.optional(roleName), fromTab: v.optional(v.number()), where }),
      async ({ fromTab, ...target }): Promise<Outcome> => {
        const { current, address } = world.browser.tabs;
        const page = fromTab === undefined ? await current() : await address(fromTab);
        const console = page === undefined ? undefined : parseConsoleUrl(page);
        if (!console) return fail({ reason: 'refused', why: say('noConsoleInFront') });
        if (console.partition !== partitionOfPortal(target.portal))
          return fail({ reason: 'refused', why: say('pageOfOtherPartition') });
        return launches.openListed({ ...target, destination: page });
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
        isRole: v.boolean(),
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
              documentId: sender.documentId,
              accountId: seen.accountId,
              level: seen.level,
              alias: parseAccountAlias(seen.alias),
            })
          : notAConsole,
    ),

    /** Writes what a tab's label says, in its colour, where the page can't take it away; nothing with an empty sentence. */
    strip: call(exactly({ says: shortText, colour }), async ({ says, colour: of }, sender): Promise<Outcome> => {
      if (sender.kind !== 'console') return notAConsole;
      await world.browser.pageStyles.insert(sender.tabId, sender.documentId, stripStyle(cleanName(says), of));
      return succeed();
    }),

    shareLink: call(exactly({ accountId, roleName: shortText }), async (of, sender): Promise<Outcome<string>> =>
      sender.kind === 'console'
        ? consoleTabs.shareLink(sender.tabId, sender.url, of.accountId, of.roleName)
        : notAConsole,
    ),

    /** The link to a console for whoever has the same portal; to a chained role the console's own, which asks to switch. */
    consoleLink: call(
      exactly({ portal: startUrl, accountId, roleName: v.optional(roleName), destination: v.optional(consolePage) }),
      async ({ roleName: role, ...of }): Promise<Outcome<string>> => {
        const chained = await launches.chainedRole({ ...of, roleName: role, where: 'tab' });
        if (chained) return succeed(switchRoleLink(partitionOfPortal(chained.from.portal), chained));
        const destination = of.destination ?? (await launches.landing(of.portal, of.accountId, role));
        return succeed(await consoleTabs.linkOf({ ...of, roleName: role, destination }));
      },
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
      const page = await consoleTabs.pageAs(sender.tabId, sender.url, as.accountId, as.roleName);
      // Without its role the portal would ask, and another one would take this page's session away.
      return page?.roleName ? launches.openConsole({ ...page, where: 'tab' }) : fail({ reason: 'gone', what: 'role' });
    }),
  };
}
