import { describe, expect, test } from 'vitest';
import { createConsoleRegistry } from '../../../lib/worker/console-registry';
import { createConsoleTabs, type SeenConsole } from '../../../lib/worker/console-tabs';
import { createTabPortals } from '../../../lib/worker/tab-portals';
import type { World } from '../../../lib/worker/world';
import type { AccountId } from '../../../lib/model/account';
import type { LaunchedTab } from '../../../lib/model/launched-tab';
import type { StartUrl } from '../../../lib/model/portal';
import type { OpenConsole } from '../../../lib/model/open-console';
import { Gate } from '../../simulator/gate';

type Parts = Parameters<typeof createConsoleTabs>[1];

const url = 'https://eu-west-1.console.aws.amazon.com/ec2/home';
const production: SeenConsole = {
  tabId: 1,
  url,
  state: 'known',
  accountId: '111111111111' as AccountId,
  roleName: 'AdministratorAccess',
  isRole: true,
  level: 'production',
};

/** A worker whose first look at an account's record takes until it is let go. */
function heldAtFirst() {
  const shown: string[] = [];
  const gate = new Gate();
  let address: string | undefined = url;
  let open: readonly OpenConsole[] = [];
  let looked = 0;
  const world = {
    browser: {
      consoles: { read: async () => open, write: async (all: readonly OpenConsole[]) => void (open = all) },
      tabs: { address: async () => address },
      tabGroups: { forget: async () => undefined },
      toolbar: { show: async (_: number, { text }: { text: string }) => void shown.push(text) },
    },
  } as unknown as World;
  const tabs = createConsoleTabs(world, {
    registry: createConsoleRegistry(world),
    looks: {
      async of() {
        if ((looked += 1) === 1) await gate.wait();
        return { label: 'payments', colour: '#c8102e', chosen: {} };
      },
      opened: async () => undefined,
    },
    preferences: { read: async () => ({ tabGroups: false }) },
    containers: { areOn: async () => false },
  } as unknown as Parts);
  return { tabs, shown, gate, open: () => open, moveTo: (to: string | undefined) => (address = to) };
}

describe('a console that is open', () => {
  test.each(['https://docs.aws.amazon.com/', undefined])(
    'is none where its tab was at %s when its word arrived',
    async (elsewhere) => {
      const { tabs, gate, open, moveTo } = heldAtFirst();
      gate.open();
      moveTo(elsewhere);
      await tabs.closed(production.tabId);
      await tabs.seen(production);
      expect(open()).toEqual([]);
    },
  );

  test('is one for as long as its tab is there', async () => {
    const { tabs, gate, open } = heldAtFirst();
    gate.open();
    await tabs.seen(production);
    expect(open()).toHaveLength(1);
    await tabs.closed(production.tabId);
    expect(open()).toEqual([]);
  });
});

describe('the toolbar’s badge of a console tab', () => {
  test('is what the tab said last, however long an earlier word takes', async () => {
    const { tabs, shown, gate } = heldAtFirst();
    const known = tabs.seen(production);
    await gate.reached;
    const stale = tabs.seen({ ...production, state: 'stale' });
    const other = tabs.seen({ ...production, level: 'development' });
    gate.open();
    await Promise.all([known, stale, other]);
    expect(shown).toEqual(['PROD', '?', 'DEV']);
  });

  test('of one tab waits for no other’s', async () => {
    const { tabs, shown, gate } = heldAtFirst();
    const first = tabs.seen(production);
    await gate.reached;
    await tabs.seen({ ...production, tabId: 2, level: 'staging' });
    expect(shown).toEqual(['STG']);
    gate.open();
    await first;
  });

  test.each(['https://docs.aws.amazon.com/', undefined])('does not follow the tab to %s', async (elsewhere) => {
    const { tabs, shown, gate, moveTo } = heldAtFirst();
    const known = tabs.seen(production);
    await gate.reached;
    moveTo(elsewhere);
    gate.open();
    await known;
    expect(shown).toEqual([]);
  });
});

describe('a console of an account that two portals list', () => {
  const [first, second] = ['https://d-1234567890.awsapps.com/start', 'https://other-org.awsapps.com/start'] as const;
  const { accountId } = production;
  const roleName = 'AdministratorAccess';
  const opened = { portal: second as StartUrl, accountId: accountId as AccountId };

  function twoPortals() {
    let open: readonly OpenConsole[] = [];
    let launched: readonly LaunchedTab[] = [];
    const listings = [first, second].map((portal) => ({ portal, id: accountId, roles: [roleName] }));
    const world = {
      browser: {
        consoles: { read: async () => open },
        launched: { read: async () => launched, write: async (all: readonly LaunchedTab[]) => void (launched = all) },
        store: { accountsById: async () => listings },
        tabs: { address: async () => url },
      },
    } as unknown as World;
    const registry = createConsoleRegistry(world);
    const tabPortals = createTabPortals(world, registry);
    const sessions = { addressOf: async (portal: string) => portal };
    const tabs = createConsoleTabs(world, { registry, tabPortals, sessions } as unknown as Parts);
    const show = (...all: readonly (readonly [tabId: number, session: string])[]): void => {
      open = all.map(([tabId, session]) => ({ tabId, session, accountId: opened.accountId, roleName, isRole: true }));
    };
    return { tabs, tabPortals, show, launched: () => launched };
  }

  test('is linked to and renewed at the one where it was opened', async () => {
    const { tabs, tabPortals, show } = twoPortals();
    show([1, ''], [2, '']);
    await tabPortals.opened(1, opened);
    const link = expect.stringMatching(`^${second}/#/console\\?account_id=${accountId}&`);
    expect(await tabs.linkToTab(1)).toEqual(link);
    expect(await tabs.shareLink(1, url, opened.accountId, roleName)).toEqual({ ok: true, value: link });
    expect(await tabs.pageAs(1, url, opened.accountId, roleName)).toMatchObject({ portal: second, roleName });
  });

  test.each(['jane', 'root', 'Deploy'])('is not led to as somebody of the portal’s where it was %s’s', async (name) => {
    const { tabs } = twoPortals();
    expect(await tabs.reopenAs(1, url, opened.accountId, name)).toEqual({
      ok: false,
      failure: { reason: 'gone', what: 'role' },
    });
  });

  test('is of its session’s portal where it came out of another console', async () => {
    const { tabs, tabPortals, show } = twoPortals();
    show([1, 'a'], [2, 'a'], [3, 'b']);
    await tabPortals.opened(1, opened);
    expect(await tabs.linkToTab(2)).toContain(second);
    expect(await tabs.linkToTab(3)).toContain(first);
  });

  test('is renewed there though its session has ended, and nothing is left of a tab that was closed', async () => {
    const { tabs, tabPortals, launched } = twoPortals();
    await tabPortals.opened(1, opened);
    expect(await tabs.pageAs(1, url, opened.accountId, roleName)).toMatchObject({ portal: second });
    await tabPortals.closed(1);
    expect(launched()).toEqual([]);
    expect(await tabs.pageAs(1, url, opened.accountId, roleName)).toMatchObject({ portal: first });
  });
});
