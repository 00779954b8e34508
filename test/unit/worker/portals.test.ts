import { describe, expect, test } from 'vitest';
import type { Portal } from '../../../lib/model/directory';
import { parsePortalAddress, type StartUrl } from '../../../lib/model/portal';
import type { OwnPolicy } from '../../../lib/worker/policy';
import { createPortals } from '../../../lib/worker/portals';
import type { World } from '../../../lib/worker/world';

const addresses = ['https://d-1111111111.awsapps.com/start', 'https://d-2222222222.awsapps.com/start'];

function at(address: string): StartUrl {
  const parsed = parsePortalAddress(address);
  if (!parsed.ok) throw new Error(address);
  return parsed.address.startUrl;
}

/** A disk with two portals, in the order of their addresses. */
async function setUp() {
  const disk = new Map<string, Portal>();
  const store = {
    portals: async () =>
      [...disk.values()].toSorted(
        (one, other) => (one.place ?? Infinity) - (other.place ?? Infinity) || (one.startUrl < other.startUrl ? -1 : 1),
      ),
    putPortal: async (portal: Portal) => void disk.set(portal.startUrl, portal),
  };
  let changes = 0;
  const held = new Set<StartUrl>();
  const policy = {
    allowsPortal: async () => true,
    read: async () => ({ locked: [], portals: [...held].map((startUrl) => ({ startUrl })) }),
  } as unknown as OwnPolicy;
  const portals = createPortals({ browser: { store } } as unknown as World, policy, () => changes++);
  const [first, second] = [at(addresses[0] ?? ''), at(addresses[1] ?? '')];
  for (const startUrl of [first, second]) await portals.note(startUrl, 'eu-west-1');
  changes = 0;
  const shown = async () => (await store.portals()).map(({ startUrl, name }) => [startUrl, name]);
  return { held, portals, first, second, shown, changes: () => changes };
}

describe('portals on several machines', () => {
  test('are told when they are renamed or moved', async () => {
    const { portals, first, changes } = await setUp();
    await portals.rename(first, 'Work');
    expect(changes()).toBe(1);
    await portals.move(first, 1);
    expect(changes()).toBe(2);
  });

  test('have the names and the order that came', async () => {
    const { portals, first, second, shown } = await setUp();
    const region = 'eu-west-1';
    await portals.arrange([
      { startUrl: second, region, name: 'Second' },
      { startUrl: first, region, name: 'First' },
    ]);
    expect(await shown()).toEqual([
      [second, 'Second'],
      [first, 'First'],
    ]);
  });

  test('stand beside those of the organisation, which stay where they are', async () => {
    const { held, portals, first, second, shown } = await setUp();
    held.add(second);
    const region = 'eu-west-1';
    await portals.arrange([
      { startUrl: second, region, name: '' },
      { startUrl: first, region, name: 'First' },
    ]);
    expect(await shown()).toEqual([
      [first, 'First'],
      [second, ''],
    ]);
  });
});
