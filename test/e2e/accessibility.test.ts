import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { violations } from './axe';
import { type Burgee, launchBurgee } from './browser';
import { allListed, openLauncher, search } from './launcher';

const startUrl = 'https://d-1234567890.awsapps.com/start';

describe.each(['light', 'dark'] as const)('axe finds nothing to complain of in the %s scheme', (colorScheme) => {
  let simulator: Simulator;
  let burgee: Burgee;
  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    burgee = await launchBurgee({ simulator, colorScheme });
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  test('on the popup, the welcome page and the settings before a portal is known', async () => {
    for (const name of ['popup.html', 'welcome.html', 'options.html'] as const) {
      const page = await burgee.openPage(name);
      await page.getByRole('button').first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.close();
    }
  });

  test('on the list, a search, an empty search, inside an account, and when signed out', async () => {
    await burgee.signInAtPortal(startUrl);
    const popup = await openLauncher(burgee);
    await allListed(popup, simulator.world);
    expect(await violations(popup)).toEqual([]);
    await search(popup, 'pay');
    expect(await violations(popup)).toEqual([]);
    await search(popup, 'nothing like this');
    expect(await violations(popup)).toEqual([]);
    await search(popup, '');
    await popup.keyboard.press('ArrowRight');
    expect(await violations(popup)).toEqual([]);
    const options = await burgee.openPage('options.html');
    await options.getByRole('button', { name: 'Sign out' }).waitFor();
    expect(await violations(options)).toEqual([]);
    await options.getByRole('button', { name: 'Sign out' }).click();
    await popup.locator('[data-inventory=ended]').waitFor();
    expect(await violations(popup)).toEqual([]);
  });
});
