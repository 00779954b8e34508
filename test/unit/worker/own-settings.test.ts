import { expect, test } from 'vitest';
import type { Portal } from '../../../lib/model/directory';
import { emptyPersonal } from '../../../lib/model/personal';
import { parsePortalAddress } from '../../../lib/model/portal';
import type { SettingsDocument } from '../../../lib/model/settings-document';
import { createOwnSettings } from '../../../lib/worker/own-settings';
import type { OwnPolicy } from '../../../lib/worker/policy';
import { createPortals } from '../../../lib/worker/portals';
import { nothingSet } from './synced-browser';

const parsed = parsePortalAddress('https://d-1234567890.awsapps.com/start');
if (!parsed.ok) throw new Error('not a portal');
const { startUrl } = parsed.address;

test('settings that are put in place rename a connected portal, and leave it in the region that its page told', async () => {
  const disk = new Map<string, Portal>([[startUrl, { startUrl, region: 'eu-west-1', partition: 'aws', name: 'Old' }]]);
  const store = {
    portals: async () => [...disk.values()],
    putPortal: async (portal: Portal) => void disk.set(portal.startUrl, portal),
    personal: async () => emptyPersonal,
    putPersonal: async () => undefined,
    putRecord: async () => undefined,
  };
  const world = { browser: { store } } as unknown as Parameters<typeof createOwnSettings>[0];
  const policy = { allowsPortal: async () => true, read: async () => ({ locked: [], portals: [] }) } as unknown;
  const own = createOwnSettings(world, {
    portals: createPortals(world, policy as OwnPolicy, () => undefined),
    choices: { inTurn: (task: () => unknown) => task() },
    preferences: { chosen: async () => ({}), choose: async () => [] },
    looks: { writeAll: async () => undefined },
    board: { publish: async () => undefined },
    changed: () => undefined,
  } as unknown as Parameters<typeof createOwnSettings>[1]);
  await own.apply({ ...nothingSet, portals: [{ startUrl, region: 'us-east-1', name: 'New' }] } as SettingsDocument);
  expect(await store.portals()).toMatchObject([{ startUrl, region: 'eu-west-1', name: 'New' }]);
});
