import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Gate } from '../simulator/gate';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { clean, violationsInLabel } from './axe';
import { type Burgee, launchBurgee } from './browser';
import { enter, startUrl } from './console';
import { isLong } from './how-long';
import { inLabel } from './inside-label';
import { allListed, openLauncher, search, tellWorker } from './launcher';

const languages = isLong ? ['en', 'de', 'ja', 'es', 'fr', 'pt-BR', 'zh-CN'] : ['en'];

/** Many states, one after the other, each looked at by axe. */
const WALK = { timeout: 180_000 };

/** Each state is reached by its place and its keys, not by its words: they are other ones in each language. */
describe.each(languages)('axe finds nothing to complain of, in %s,', WALK, (language) => {
  let simulator: Simulator;
  let burgee: Burgee;
  let popup: Page;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    burgee = await launchBurgee({ simulator, language });
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  test('before a portal is known, in the launcher, its window, the settings and the first run', async () => {
    for (const name of ['popup.html', 'options.html'] as const) {
      const page = await burgee.openPage(name);
      await page.getByRole('button').first().waitFor();
      await clean(page, name);
      await page.close();
    }
    const welcome = await burgee.openPage('welcome.html');
    await clean(welcome, 'first run');
    for (const address of ['http://d-1234567890.awsapps.com/start', 'https://sso.short.example']) {
      await welcome.getByRole('textbox').fill(address);
      await welcome.locator('form button').first().click();
      await expect.poll(() => welcome.locator('#address-problem').textContent()).not.toBe(' ');
      await clean(welcome, address);
    }
    await welcome.close();
  });

  test('while the list fills', async () => {
    const gate = new Gate();
    simulator.faults.set({ op: 'ListAccountRoles', effect: { kind: 'hold', gate } });
    await burgee.signInAtPortal(startUrl);
    await gate.reached;
    popup = await openLauncher(burgee);
    await popup.locator('[data-inventory=running]').waitFor();
    await clean(popup, 'progress');
    const welcome = await burgee.openPage('welcome.html');
    await welcome.locator('[data-inventory=running]').waitFor();
    await clean(welcome, 'first run fills');
    simulator.faults.clear();
    gate.open();
    await allListed(popup, simulator.world);
    await welcome.locator('[data-inventory=complete]').waitFor();
    await clean(welcome, 'first run is done');
  });

  test('on the list, a search, inside an account, its actions, a question, what is marked, hidden and undone', async () => {
    await clean(popup, 'list');
    await search(popup, 'pay');
    await popup.keyboard.press('Control+Space');
    await clean(popup, 'search with a mark');
    await popup.keyboard.press('Control+Space');
    await search(popup, 'nothing like this');
    await clean(popup, 'nothing fits');
    await search(popup, '');
    await popup.keyboard.press('ArrowRight');
    await clean(popup, 'inside an account');
    await popup.keyboard.press('Escape');
    await popup.keyboard.press('?');
    await popup.locator('[data-kind=command]').first().waitFor();
    await clean(popup, 'actions');
    await popup.keyboard.press('Escape');
    await popup.keyboard.press('F2');
    await clean(popup, 'question');
    await popup.keyboard.press('Escape');
    await search(popup, 'sandbox');
    await popup.keyboard.press('Alt+KeyH');
    // The way back, and the way to what the words find no more.
    await popup.locator('.told button').first().waitFor();
    await popup.locator('[data-command=show-hidden]').waitFor();
    await clean(popup, 'told, with a way back');
    await search(popup, '');
    await popup.locator('[data-command=show-hidden]').click();
    await popup.locator('.inside').waitFor();
    await clean(popup, 'what is hidden');
    const palette = await burgee.context.newPage();
    await palette.goto(`${popup.url()}#palette`);
    await palette.locator('[data-inventory=complete]').waitFor();
    await clean(palette, 'a window of its own');
    await palette.close();
  });

  test('in the settings: portals, rules, chained roles, command line, files, diagnostics, nothing found', async () => {
    const options = await burgee.openPage('options.html');
    await options.locator('.portal').waitFor();
    await clean(options, 'settings');
    await options.locator('.portal [data-kind=danger]').click();
    await options.locator('#rules .empty button').first().click();
    await options.locator('#rules > button').click();
    await options.locator('.rule-editor input').nth(1).fill('nonsense');
    await options.locator('.told[data-shown=true]').waitFor();
    await clean(options, 'a question, a rule that is open, a field that is wrong, a way back');
    // It lies on whatever is scrolled under it, for as long as it is there.
    await options.locator('.told .icon-button').click();
    await options.locator('.told[data-shown=false]').waitFor();
    await options.locator('#chained-roles button[type=submit]').click();
    await options.locator('#chained-roles [role=alert]').waitFor();
    await options.locator('#chained-roles input[aria-invalid=true]').waitFor();
    await options.locator('#command-line fieldset input[type=checkbox]').check();
    await options.locator('#command-line li input').first().check();
    await options.locator('#command-line pre').waitFor();
    await options.locator('#diagnostics summary').click();
    await options.locator('#diagnostics pre').waitFor();
    await options.locator('#files textarea').fill('{ "version": 1, ');
    await options.locator('#files button[type=submit]').click();
    await options.locator('#files [role=alert]').waitFor();
    await clean(options, 'a role without its parts, a configuration, diagnostics, a file that is refused');
    await options
      .locator('#files textarea')
      .fill('[profile one]\nrole_arn = arn:aws:iam::123456789012:role/Audit\ncolor = 187df0\ncredential_process = x\n');
    await options.locator('#files button[type=submit]').click();
    await options.locator('#files .preview').waitFor();
    await clean(options, 'an import to agree to');
    await options.locator('#files .preview button').first().click();
    await options.locator('#chained-roles li').waitFor();
    await clean(options, 'a role without a source');
    await options.getByRole('searchbox').first().fill('nothing like this');
    await clean(options, 'a search without an end');
    await options.close();
  });

  test('on a console page: the label, its menu, the guard, unknown, at odds, replaced, ended', async () => {
    await tellWorker(popup, 'setPreferences', { guardProduction: true });
    const tab = await enter(burgee, '111111111111', 'AdministratorAccess');
    await tab.locator('burgee-label[data-level=production]').waitFor({ state: 'attached' });
    await clean(tab, 'label', violationsInLabel);
    await inLabel(tab, (root) => root.querySelector<HTMLElement>('.tools button')?.focus());
    await tab.keyboard.press('Enter');
    await clean(tab, 'menu', violationsInLabel);
    await tab.keyboard.press('Enter');
    await expect.poll(() => inLabel(tab, (root) => root.querySelector('.hint') !== null)).toBe(true);
    await clean(tab, 'hint', violationsInLabel);
    await tab.locator('#terminate-instance').click();
    await expect.poll(() => inLabel(tab, (root) => root.querySelector('dialog') !== null)).toBe(true);
    await clean(tab, 'guard', violationsInLabel);
    await tab.keyboard.press('Escape');
    const second = await enter(burgee, '222222222222', 'DeveloperAccess');
    await tab.locator('burgee-label[data-state=stale]').waitFor({ state: 'attached' });
    await clean(tab, 'veil', violationsInLabel);
    for (const [variant, state] of [
      ['broken-meta', 'unknown'],
      ['other-account-meta', 'conflict'],
    ] as const) {
      const address = new URL(second.url());
      address.searchParams.set('sim', variant);
      await second.goto(address.href);
      await second.locator(`burgee-label[data-state=${state}]`).waitFor({ state: 'attached' });
      await clean(second, state, violationsInLabel);
    }
    await burgee.context.clearCookies({ name: 'aws-userInfo' });
    await tab.locator('burgee-label[data-state=ended]').waitFor({ state: 'attached' });
    await clean(tab, 'ended', violationsInLabel);
  });

  test('when the list can’t be read, and when signed out', async () => {
    const options = await burgee.openPage('options.html');
    await options.locator('.portal').waitFor();
    const button = (at: number) => options.locator('.portal .buttons').first().locator('button').nth(at);
    simulator.faults.set({ op: 'ListAccounts', effect: { kind: 'truncate' } });
    await button(1).click();
    await popup.locator('[data-inventory=partial]').waitFor();
    await clean(popup, 'failure');
    await options.locator('.portal [role=alert]').waitFor();
    await clean(options, 'failure in the settings');
    simulator.faults.clear();
    await button(0).click();
    await popup.locator('[data-inventory=ended]').waitFor();
    await clean(popup, 'signed out');
    await clean(options, 'signed out in the settings');
  });
});
