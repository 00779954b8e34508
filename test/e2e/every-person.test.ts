import { rm } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { misfits } from './layout';
import { allListed, openLauncher, search } from './launcher';
import { buildIn } from './pseudo-locale';

const startUrl = 'https://d-1234567890.awsapps.com/start';

/** A wide page, and the width that 1280 pixels have at 400 % zoom. */
const widths = [1280, 320];

describe.each(['longest', 'right-to-left'] as const)('in the %s of languages', (pseudo) => {
  let simulator: Simulator;
  let burgee: Burgee;
  let extension: string;

  beforeAll(async () => {
    extension = await buildIn(pseudo);
    simulator = await startSimulator({ world: 'small' });
    burgee = await launchBurgee({ simulator, extension });
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
    await rm(extension, { recursive: true, force: true });
  });

  async function fits(page: Page, name: string): Promise<void> {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await picture(page, `${pseudo}-${name}-${width}`);
      expect([name, width, await misfits(page)]).toEqual([name, width, []]);
    }
  }

  test('the pages that need no portal fit', async () => {
    for (const name of ['welcome', 'options', 'popup'] as const) {
      const page = await burgee.openPage(`${name}.html`);
      await page.getByRole('button').first().waitFor();
      await fits(page, `${name}-empty`);
      await page.close();
    }
  });

  test('the list, a search, what can be done with an account, a question and an empty search fit', async () => {
    const portal = await burgee.context.newPage();
    await portal.goto(`${startUrl}/`);
    await portal.getByRole('button', { name: 'Sign in' }).click();
    await portal.locator('#sign-in').click();
    await portal.getByRole('treegrid').waitFor();
    const popup = await openLauncher(burgee);
    await allListed(popup, simulator.world);
    await fits(popup, 'popup-list');
    await search(popup, 'pay');
    await fits(popup, 'popup-search');
    await search(popup, '');
    await popup.keyboard.press('?');
    await fits(popup, 'popup-menu');
    await popup.keyboard.press('Escape');
    await popup.keyboard.press('F2');
    await fits(popup, 'popup-question');
    await popup.keyboard.press('Escape');
    await search(popup, 'nothing like this at all');
    await fits(popup, 'popup-nothing');
  });

  test('the settings of a portal that is signed in fit', async () => {
    const options = await burgee.openPage('options.html');
    await options.locator('.portal').first().waitFor();
    await fits(options, 'options-full');
    const welcome = await burgee.openPage('welcome.html');
    await welcome.locator('[data-inventory=complete]').waitFor();
    await fits(welcome, 'welcome-full');
  });
});

/** For looking at, where a folder is named. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['BURGEE_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: !name.startsWith('popup') });
}
