import { rm } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { violations } from './axe';
import { type Burgee, launchBurgee } from './browser';
import { enter } from './console';
import { isLong, sampled } from './how-long';
import { inLabel } from './inside-label';
import { misfits, misfitsInLabel } from './layout';
import { allListed, openLauncher, search } from './launcher';
import { buildIn, isPseudo } from './pseudo-locale';

const startUrl = 'https://d-1234567890.awsapps.com/start';

/** A wide page, and the width that 1280 pixels have at 400 % zoom. */
const widths = [1280, 320];

const languages = [
  ...sampled(['longest', 'right-to-left'], 1),
  ...(isLong ? ['de', 'ja', 'es', 'fr', 'pt-BR', 'zh-CN'] : []),
];

describe.each(languages)('in %s', (spoken) => {
  let simulator: Simulator;
  let burgee: Burgee;
  let extension: string | undefined;

  beforeAll(async () => {
    extension = isPseudo(spoken) ? await buildIn(spoken) : undefined;
    simulator = await startSimulator({ world: 'small' });
    burgee = await launchBurgee({ simulator, ...(extension ? { extension } : { language: spoken }) });
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
    if (extension) await rm(extension, { recursive: true, force: true });
  });

  async function fits(page: Page, name: string): Promise<void> {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await picture(page, `${spoken}-${name}-${width}`);
      expect([name, width, await misfits(page)]).toEqual([name, width, []]);
    }
    expect([name, await violations(page)]).toEqual([name, []]);
  }

  async function fitsInLabel(tab: Page, name: string): Promise<void> {
    for (const width of widths) {
      await tab.setViewportSize({ width, height: 800 });
      await picture(tab, `${spoken}-${name}-${width}`);
      // The label finds its place anew after a resize, in a frame of its own.
      await expect.poll(async () => [name, width, await misfitsInLabel(tab)]).toEqual([name, width, []]);
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
    await search(popup, 'wordwithoutanyend'.repeat(4));
    await popup.locator('.notice').getByText('wordwithoutanyend').waitFor();
    expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  test('the settings of a portal that is signed in fit', async () => {
    const options = await burgee.openPage('options.html');
    await options.locator('.portal').first().waitFor();
    await fits(options, 'options-full');
    expect(await options.evaluate(ragged)).toEqual([]);
    await options.locator('#diagnostics summary').click();
    await options.locator('#diagnostics pre').getByText('status').waitFor();
    // What stays in sight while the page scrolls lies over what is below it.
    await options.evaluate(() => scrollTo(0, 0));
    await fits(options, 'options-diagnostics');
    const welcome = await burgee.openPage('welcome.html');
    await welcome.locator('[data-inventory=complete]').waitFor();
    await fits(welcome, 'welcome-full');
  });

  test('the label, its menu and the veil fit on a console page', async () => {
    const tab = await enter(burgee, '111111111111', 'AdministratorAccess');
    await tab.locator('burgee-label[data-level=production]').waitFor({ state: 'attached' });
    await fitsInLabel(tab, 'label');
    await inLabel(tab, (root) => root.querySelector<HTMLElement>('.tools button')?.focus());
    await tab.keyboard.press('Enter');
    await fitsInLabel(tab, 'label-menu');
    await enter(burgee, '222222222222', 'DeveloperAccess');
    await tab.locator('burgee-label[data-state=stale]').waitFor({ state: 'attached' });
    await tab.bringToFront();
    await fitsInLabel(tab, 'veil');
  });
});

/** Runs in the page: choices whose lines do not begin below each other. */
function ragged(): string[] {
  const boxes = [...document.querySelectorAll('label > [type=checkbox], label > [type=radio]')];
  return boxes.flatMap((box) => {
    const { parentElement: label } = box;
    if (!label?.checkVisibility()) return [];
    const words = document.createRange();
    words.selectNodeContents(label);
    words.setStartAfter(box);
    const lines = new Map<number, number>();
    for (const { top, left, right } of words.getClientRects()) {
      const start = document.documentElement.dir === 'rtl' ? -right : left;
      const line = [...lines.keys()].find((known) => Math.abs(known - top) < 8) ?? top;
      lines.set(line, Math.min(start, lines.get(line) ?? start));
    }
    const starts = [...lines.values()];
    return Math.max(...starts) - Math.min(...starts) > 4 ? [label.textContent ?? ''] : [];
  });
}

/** For looking at, where a folder is named. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['BURGEE_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: !name.startsWith('popup') });
}
