import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clean, violationsInLabel } from './axe';
import { enter, type SignedIn, signedIn, signInAs, startUrl } from './console';
import { isLong, sampled } from './how-long';
import { openLauncher, search, tellWorker } from './launcher';

const other = 'https://other-org.awsapps.com/start';
const from = { portal: startUrl, accountId: '111111111111', roleName: 'AdministratorAccess' };
const chained = [
  { accountId: '999988887770', roleName: 'Deploy', label: 'Nord', colour: '#0f766e', from },
  { accountId: '999988887771', roleName: 'Deploy', label: '', from },
  { accountId: '999988887772', roleName: 'Audit', label: 'Without a source' },
];
const rules = [
  {
    id: 'a',
    place: 1,
    when: { name: 'payments' },
    set: { colour: '#0f766e', label: `${'A long label '.repeat(5)}{id}` },
  },
  { id: 'b', place: 2, when: { name: 'payments' }, set: { level: 'staging' } },
  { id: 'c', place: 3, when: {}, set: {} },
];
const file = {
  format: 'burgee-settings',
  version: 4,
  portals: [{ startUrl: 'https://d-9999999999.awsapps.com/start', region: 'eu-west-1', name: 'New' }],
  rules: [{ id: 'x', place: 1, when: { name: 'prod' }, set: { colour: '#c8102e' } }],
};

/** What a person with more than one of everything comes to; the states that everybody sees: accessibility.test.ts. */
describe('axe finds nothing to complain of, where it is rarer,', { timeout: 120_000 }, () => {
  let own: SignedIn;
  let popup: Page;

  beforeAll(async () => {
    own = await signedIn();
    popup = await openLauncher(own.burgee);
    await tellWorker(popup, 'connectPortal', { portal: other, region: 'us-east-1' });
    await tellWorker(popup, 'setChained', { roles: chained });
    await tellWorker(popup, 'setRules', { rules });
    for (const id of ['111111111111', '222222222222'])
      await tellWorker(popup, 'pin', { key: `account|${startUrl}|${id}` });
    await tellWorker(popup, 'hide', { key: `account|${startUrl}|055555555555` });
  });
  afterAll(async () => {
    expect(own.burgee.errors).toEqual([]);
    await own.close();
  });

  test.runIf(isLong)(
    'in the launcher: what is pasted, a service, questions and what is refused, several portals, several marked',
    async () => {
      await popup.locator('.row-portal').first().waitFor();
      expect(await popup.evaluate(besidePortal)).toEqual([]);
      for (const words of ['arn:aws:iam::987654321098:role/x', 's3 eu-west-1 pay', 'pay adm', 'x'.repeat(80)]) {
        await search(popup, words);
        await clean(popup, words);
      }
      for (const key of ['Alt+KeyR', 'Alt+KeyO', 'Alt+KeyN', 'Alt+KeyU']) {
        await search(popup, 'payments-prod');
        await popup.keyboard.press(key);
        await popup.locator('[role=combobox]:not([aria-label^=Search])').waitFor();
        await popup.keyboard.type('mars-north-1');
        await clean(popup, `the question of ${key}`);
        if (key === 'Alt+KeyR') {
          await popup.keyboard.press('Enter');
          await popup.getByText('is not a region').waitFor();
          await clean(popup, 'an answer that is refused');
        } else await popup.keyboard.press('Escape');
      }
      await search(popup, '');
      for (const _ of rules) await popup.keyboard.press('Control+Space');
      await popup.locator('[data-marked]').nth(2).waitFor();
      await popup.setViewportSize({ width: 390, height: 560 });
      await clean(popup, 'several marked, narrow');
    },
  );

  test.runIf(isLong)(
    'in the settings: two portals, rules that collide, roles of every kind, a baseline, sync',
    async () => {
      const page = await own.burgee.openPage('options.html');
      await page.locator('.portal').nth(1).waitFor();
      for (const card of await page.locator('.portal').all()) await card.locator('[data-kind=danger]').click();
      await page.locator('.rule-title').first().click();
      await page.locator('.rule-editor').waitFor();
      await clean(page, 'more than one of everything');
      await page.locator('#chained-roles li [data-kind=danger]').nth(1).click();
      await page.locator('.told', { hasText: 'is removed' }).waitFor();
      await page.locator('#command-line li input').first().check();
      await page.locator('#command-line .field input[dir=ltr]').fill('{nonsense}');
      await page.locator('#command-line [role=alert]').waitFor();
      await page.locator('#sync input').check();
      await page.locator('#sync [role=status] p').waitFor();
      await page.locator('#files textarea').fill(JSON.stringify(file));
      await page.locator('#files button[type=submit]').click();
      await page.locator('#files .preview input[type=radio]').nth(2).check();
      await page.locator('#files .agree input').check();
      await clean(page, 'a role removed, a name that is not understood, sync, a baseline to agree to');
      await page.locator('#files .preview .buttons button').first().click();
      await page.locator('.told', { hasText: 'applied' }).waitFor();
      await page.setViewportSize({ width: 390, height: 800 });
      await clean(page, 'a baseline, narrow');
      await page.getByRole('searchbox').first().fill('badge');
      await clean(page, 'a search that leaves one section');
      await page.close();
    },
  );

  test.each(sampled(['#ffffff', '#777777', '#000000', '#ffff00'], 2))(
    'on a console page that is %s',
    async (colour) => {
      await tellWorker(popup, 'setRules', { rules: [{ id: 'r', place: 1, when: {}, set: { colour, emoji: '🔑' } }] });
      for (const labelForm of ['bar', 'badge']) {
        await tellWorker(popup, 'setPreferences', { labelForm });
        const tab = await enter(own.burgee, '333333333333', 'DataScientist');
        await tab.locator(`burgee-label[data-colour="${colour}"][data-level]`).waitFor({ state: 'attached' });
        await clean(tab, labelForm, violationsInLabel);
        await tab.close();
      }
    },
  );

  test.each([
    ['root', 'arn:aws:iam::111111111111:root'],
    ['somebody whose account is not listed', 'arn:aws:iam::987654321098:user/bob'],
  ])('on a console page of %s', async (who, arn) => {
    const tab = await signInAs(own.burgee, arn);
    await tab.locator('burgee-label[data-account-id]').waitFor({ state: 'attached' });
    await clean(tab, who, violationsInLabel);
    await tab.close();
  });
});

/** Runs in the page: numbers of roles that do not stand right beside their portal. */
function besidePortal(): string[] {
  return [...document.querySelectorAll('.row-more + .row-portal')].flatMap((portal) => {
    const more = portal.previousElementSibling;
    const gap = portal.getBoundingClientRect().left - (more?.getBoundingClientRect().right ?? 0);
    return gap > 10 ? [`${more?.textContent} ${gap} ${portal.textContent}`] : [];
  });
}
