import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { worlds } from '../simulator/worlds';
import { clean } from './axe';
import { type Burgee, launchBurgee } from './browser';
import { startUrl } from './console';
import { openLauncher } from './launcher';

const says = 'd-1234567890.awsapps.com is in region mars-north-1';

describe('a portal in a region that Burgee does not know', () => {
  let simulator: Simulator;
  let burgee: Burgee;

  beforeAll(async () => {
    const { portals, ...world } = worlds.small();
    simulator = await startSimulator({
      world: { ...world, portals: portals.map((portal) => ({ ...portal, region: 'mars-north-1' })) },
    });
    burgee = await launchBurgee({ simulator });
    await burgee.signInAtPortal(startUrl);
  });
  afterAll(async () => {
    expect(burgee.errors).toEqual([]);
    await burgee.close();
    await simulator.close();
  });

  test('is named on the welcome page, with what to do next', async () => {
    const page = await burgee.openPage('welcome.html');
    await page.getByRole('alert').getByText(says).waitFor();
    expect(await page.getByRole('alert').getByText('Look for an update of Burgee').isVisible()).toBe(true);
    await clean(page, 'a region that nobody knows, on the first page');
  });

  test('is named in the launcher', async () => {
    await (await openLauncher(burgee)).getByText(says).waitFor();
  });

  test('is named in the settings, and no token is sent anywhere', async () => {
    const page = await burgee.openPage('options.html');
    await page.getByRole('alert').getByText(says).waitFor();
    await clean(page, 'a region that nobody knows, in the settings');
    expect(
      simulator.ledger.entries.filter(
        ({ secretsIn, origin }) => origin.startsWith('chrome-extension:') && secretsIn.length > 0,
      ),
    ).toEqual([]);
  });
});
