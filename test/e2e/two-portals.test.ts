import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { worlds } from '../simulator/worlds';
import { type Burgee, launchBurgee } from './browser';
import { pressInLabel } from './inside-label';
import { allListed, labelled, openLauncher, press, search } from './launcher';

const [first, second] = worlds['two-portals']().portals;
if (!first || !second) throw new Error('the world has two portals');
const atConsole = /^https:\/\/[^/]*console\.aws/;

let simulator: Simulator;
let burgee: Burgee;

beforeAll(async () => {
  const both = [first, { ...second, accounts: first.accounts }];
  simulator = await startSimulator({ world: { portals: both, multiSession: false } });
  burgee = await launchBurgee({ simulator });
  for (const { startUrl } of both) await burgee.signInAtPortal(startUrl);
});
afterAll(async () => {
  expect(burgee.errors).toEqual([]);
  await burgee.close();
  await simulator.close();
});

test.each([first.startUrl, second.startUrl])('the label links to %s where its console was opened there', async (at) => {
  const popup = await openLauncher(burgee);
  await allListed(popup, simulator.world);
  await search(popup, `${at}/#/console?account_id=111111111111&role_name=ReadOnlyAccess`);
  const tab = await press(burgee, popup, 'Enter', atConsole);
  await labelled(tab, '111111111111', 'production');
  await burgee.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(tab.url()).origin });
  await burgee.killWorker();
  await pressInLabel(tab, '⋯');
  await pressInLabel(tab, 'Copy link to this page');
  const copied = (): Promise<string> => tab.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toContain(`${at}/#/console?account_id=111111111111&role_name=ReadOnlyAccess`);
});
