import { describe, expect, test } from 'vitest';
import { createConsoleRegistry } from '../../../lib/worker/console-registry';
import { createConsoleTabs, type SeenConsole } from '../../../lib/worker/console-tabs';
import type { World } from '../../../lib/worker/world';
import type { AccountId } from '../../../lib/model/account';
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
