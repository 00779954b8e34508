import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { enter, signInAs, startUrl } from './console';
import { isLong } from './how-long';
import { allListed, labelled, openLauncher, search, shownRows, tellWorker } from './launcher';

const DEVELOPMENT = '222222222222';

describe('rules', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let popup: Page;
  let options: Page;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    burgee = await launchBurgee({ simulator });
    await burgee.signInAtPortal(startUrl);
    popup = await openLauncher(burgee);
    await allListed(popup, simulator.world);
    options = await burgee.openPage('options.html');
    await options.getByRole('button', { name: 'Sign out' }).waitFor();
  });
  beforeEach(() => tellWorker(popup, 'setRules', { rules: [] }));
  afterAll(async () => {
    expect(burgee.errors).toEqual([]);
    await burgee.close();
    await simulator.close();
  });

  const section = () => options.getByRole('region', { name: 'Rules' });
  const matches = () => section().locator('[data-matches]');
  const colourOf = (tab: Page) => () => tab.locator('burgee-label').getAttribute('data-colour');
  const toolbarColour = (tab: Page) => () => options.evaluate(colourInToolbar, tab.url());
  const rowColour = (accountId: string) => () =>
    popup
      .locator(`[role=option][data-kind=account][data-account-id="${accountId}"]`)
      .first()
      .evaluate((row) => row.style.getPropertyValue('--flag'));

  async function openConsole(roleName: string): Promise<Page> {
    const tab = await enter(burgee, DEVELOPMENT, roleName);
    await labelled(tab, DEVELOPMENT, 'development');
    return tab;
  }

  test('one made by keyboard colours an open console and the launcher’s row at once, and is taken back', async () => {
    const tab = await openConsole('DeveloperAccess');
    const before = (await colourOf(tab)()) ?? '';
    await options.bringToFront();
    await section().getByRole('button', { name: 'Add a rule' }).focus();
    await options.keyboard.press('Enter');
    await expect.poll(() => options.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await options.keyboard.type('payments dev');
    await matches().and(options.locator('[data-matches="1"]')).waitFor();
    expect(await matches().textContent()).toBe('Matches 1 account: payments-dev');
    await tabTo(options, 'Colour #7e22ce');
    await options.keyboard.press('Space');
    await expect.poll(colourOf(tab)).toBe('#7e22ce');
    await expect.poll(rowColour(DEVELOPMENT)).toBe('#7e22ce');

    await options.keyboard.press('Control+z');
    await expect.poll(colourOf(tab)).toBe(before);
    await expect.poll(rowColour(DEVELOPMENT)).toBe(before);
    await tab.close();
  });

  test('one for a role is for that role’s consoles and rows alone', async () => {
    const developer = await openConsole('DeveloperAccess');
    const before = await colourOf(developer)();
    await tellWorker(popup, 'setRules', {
      rules: [{ id: 'r', place: 1, when: { role: 'ReadOnly*' }, set: { colour: '#0f766e', level: 'sandbox' } }],
    });
    await developer.close();
    const reader = await enter(burgee, DEVELOPMENT, 'ReadOnlyAccess');
    await labelled(reader, DEVELOPMENT, 'sandbox');
    expect(await colourOf(reader)()).toBe('#0f766e');
    await reader.close();
    const again = await openConsole('DeveloperAccess');
    expect(await colourOf(again)()).toBe(before);
    await again.close();
    await search(popup, `${DEVELOPMENT} readonly`);
    await expect
      .poll(() => popup.locator('[data-role-name=ReadOnlyAccess]').first().getAttribute('data-level'))
      .toBe('sandbox');
    await search(popup, '');
  });

  test('one for a role does not speak of users and root, and one for a region follows the page: label and toolbar agree', async () => {
    const colour = '#7e22ce';
    const [rule, root] = [{ role: '*admin*' }, { role: 'root' }].map((when, at) => ({
      id: `r${at}`,
      place: at + 1,
      when,
      set: { colour },
    }));
    await tellWorker(popup, 'setRules', { rules: [rule, root] });
    for (const who of ['user/admin-jane', 'root']) {
      const tab = await signInAs(burgee, `arn:aws:iam::${DEVELOPMENT}:${who}`);
      await labelled(tab, DEVELOPMENT, 'development');
      await expect.poll(toolbarColour(tab)).toBe(await colourOf(tab)());
      expect(await colourOf(tab)()).not.toBe(colour);
      await tab.close();
    }
    await tellWorker(popup, 'setRules', {
      rules: [{ id: 'r', place: 1, when: { region: 'us-east-1' }, set: { colour } }],
    });
    const tab = await openConsole('DeveloperAccess');
    await expect.poll(toolbarColour(tab)).toBe(await colourOf(tab)());
    await tab.evaluate(() => history.pushState(null, '', '/ec2/home?region=us-east-1#Instances:'));
    await expect.poll(colourOf(tab)).toBe(colour);
    await expect.poll(toolbarColour(tab)).toBe(colour);
    await tab.close();
  });

  test('the first that decides something wins; Alt with an arrow changes which is first', async () => {
    const rule = (id: string, place: number, colour: string) => ({ id, place, when: { name: 'dev' }, set: { colour } });
    await tellWorker(popup, 'setRules', { rules: [rule('a', 1, '#0f766e'), rule('b', 2, '#7e22ce')] });
    await expect.poll(rowColour(DEVELOPMENT)).toBe('#0f766e');
    await section().getByRole('listitem').nth(1).getByRole('button').first().press('Alt+ArrowUp');
    await expect.poll(rowColour(DEVELOPMENT)).toBe('#7e22ce');
    await section().getByRole('button', { name: 'Duplicate' }).first().click();
    await expect.poll(() => section().getByRole('listitem').count()).toBe(3);
    await section().getByRole('button', { name: 'Remove' }).first().click();
    await expect.poll(() => section().getByRole('listitem').count()).toBe(2);
    await options.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => section().getByRole('listitem').count()).toBe(3);
  });

  test('what was done last can be closed, and taken back all the same', async () => {
    await tellWorker(popup, 'setRules', {
      rules: [{ id: 'r', place: 1, when: { name: 'dev' }, set: { colour: '#0f766e' } }],
    });
    await section().getByRole('button', { name: 'Remove' }).first().click();
    const undo = options.getByRole('button', { name: 'Undo' });
    await undo.waitFor();
    await options.getByRole('button', { name: 'Close', exact: true }).click();
    await undo.waitFor({ state: 'detached' });
    await expect.poll(() => section().getByRole('listitem').count()).toBe(0);
    await options.keyboard.press('Control+z');
    await expect.poll(() => section().getByRole('listitem').count()).toBe(1);
  });

  test('a colour that production would share with others is warned of', async () => {
    await tellWorker(popup, 'setRules', {
      rules: [{ id: 'r', place: 1, when: { name: 'payments' }, set: { colour: '#0f766e' } }],
    });
    await section().getByText('production account').waitFor();
  });

  test('text that means nothing says so, and the rule stays as it was', async () => {
    await section().getByRole('button', { name: 'Add a rule' }).click();
    await section().getByLabel('Account numbers').fill('12345');
    await section().getByText('twelve digits').waitFor();
    expect(await matches().getAttribute('data-matches')).toBe('5');
  });

  test('what was done last is kept where the page is left in the very next moment', async () => {
    await tellWorker(popup, 'setRules', {
      rules: ['one', 'two', 'three', 'four'].map((name, at) => ({ id: name, place: at + 1, when: { name }, set: {} })),
    });
    const page = await burgee.openPage('options.html');
    const remove = page
      .getByRole('region', { name: 'Rules' })
      .getByRole('button', { name: /^Remove: (one|two|three)$/ });
    await expect.poll(() => remove.count()).toBe(3);
    const left = page.waitForURL('about:blank');
    await remove.evaluateAll((buttons) => {
      for (const button of buttons) (button as HTMLElement).click();
      location.href = 'about:blank';
    });
    await left;
    await page.close();
    await expect.poll(() => section().getByRole('listitem').count()).toBe(1);
    await section().getByRole('button', { name: 'Remove: four' }).waitFor();
  });

  test('“Colour this account…” opens the settings at a rule for it, with the colour to be chosen', async () => {
    await search(popup, `${DEVELOPMENT} developer`);
    const opened = burgee.context.waitForEvent('page');
    await popup.keyboard.press('Alt+KeyK').catch(() => undefined);
    const page = await opened;
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('color');
    popup = await openLauncher(burgee);
    await tabTo(page, 'Colour #b0187c');
    await page.keyboard.press('Space');
    await expect.poll(rowColour(DEVELOPMENT)).toBe('#b0187c');

    await section()
      .getByRole('button', { name: /^Remove/ })
      .click();
    await expect.poll(rowColour(DEVELOPMENT)).not.toBe('#b0187c');
    await page.reload();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    expect(await page.getByRole('region', { name: 'Rules' }).getByRole('listitem').count()).toBe(0);
    await page.close();
  });

  test('hidden entries come back', async () => {
    const hidden = `account|${startUrl}|${DEVELOPMENT}`;
    await tellWorker(popup, 'hide', { key: hidden });
    const isListed = async () => (await shownRows(popup)).some((row) => row.accountId === DEVELOPMENT);
    await expect.poll(isListed).toBe(false);
    const launcher = options.getByRole('region', { name: 'Launcher' });
    await launcher.getByRole('listitem').filter({ hasText: DEVELOPMENT }).getByRole('button').click();
    await expect.poll(isListed).toBe(true);
  });

  test('the search leaves the sections that speak of the words', async () => {
    await options.getByRole('searchbox', { name: 'Search the settings' }).fill('badge');
    await expect
      .poll(() => options.getByRole('navigation').getByRole('link').allTextContents())
      .toEqual(['Appearance']);
    expect(await section().isVisible()).toBe(false);
    await options.getByRole('searchbox', { name: 'Search the settings' }).fill('');
  });

  test('a portal has the person’s name, and is not removed by one click', async () => {
    const portals = options.getByRole('region', { name: 'Access portals' });
    await portals.getByLabel('Your name for it').fill('Work');
    await portals.getByLabel('Your name for it').press('Enter');
    await portals.getByRole('button', { name: 'Remove' }).click();
    await portals.getByRole('button', { name: 'Keep it' }).click();
    await options.reload();
    await expect.poll(() => portals.getByLabel('Your name for it').inputValue()).toBe('Work');
  });

  test('a portal has the name that was typed in the very moment before the page was left', async () => {
    for (const [name, leave] of [
      ['Office', (page: Page) => page.reload()],
      ['Plant', (page: Page) => page.close({ runBeforeUnload: true })],
    ] as const) {
      const page = await burgee.openPage('options.html');
      const field = page.getByLabel('Your name for it');
      await field.selectText();
      await page.keyboard.type(name);
      await leave(page);
      await expect.poll(() => options.getByLabel('Your name for it').inputValue()).toBe(name);
      if (!page.isClosed()) await page.close();
    }
  });

  test('what is switched in one page of the settings is switched in the other', async () => {
    const page = await burgee.openPage('options.html');
    const [here, there] = [options, page].map((one) =>
      one.getByRole('region', { name: 'Guard' }).getByRole('checkbox'),
    );
    const before = await here?.isChecked();
    await there?.click();
    await expect.poll(() => here?.isChecked()).toBe(!before);
    await here?.click();
    await expect.poll(() => there?.isChecked()).toBe(before);
    await page.close();
  });

  test.runIf(isLong)('a rule is there after a restart of the browser', async () => {
    await tellWorker(popup, 'setRules', {
      rules: [{ id: 'r', place: 1, when: { name: 'dev' }, set: { label: 'Playpen {id}', colour: '#0f766e' } }],
    });
    await expect.poll(rowColour(DEVELOPMENT)).toBe('#0f766e');
    await burgee.close({ keepProfile: true });
    burgee = await launchBurgee({ simulator, profile: burgee.profile });
    popup = await openLauncher(burgee);
    await expect.poll(rowColour(DEVELOPMENT)).toBe('#0f766e');
    expect((await search(popup, 'playpen'))[0]?.accountId).toBe(DEVELOPMENT);
  });

  test('a portal that was removed leaves no name behind, not even in the launcher’s first rows', async () => {
    await popup.close();
    const page = await burgee.openPage('options.html');
    const kept = (): Promise<string> => page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(await kept()).toContain('payments-prod');
    const portals = page.getByRole('region', { name: 'Access portals' });
    await portals.getByRole('button', { name: 'Remove' }).click();
    await portals.getByRole('group').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('is removed.').first().waitFor();
    await expect.poll(kept).not.toContain('payments-prod');
  });
});

/** By the Tab key alone, as far as it takes. */
async function tabTo(page: Page, name: string): Promise<void> {
  const isThere = () => page.evaluate((wanted) => document.activeElement?.getAttribute('aria-label') === wanted, name);
  for (let presses = 0; presses < 30 && !(await isThere()); presses += 1) await page.keyboard.press('Tab');
  expect(await isThere()).toBe(true);
}

/** Runs in a page of ours: the colour of the toolbar's badge in the tab at an address; '' where there is none. */
async function colourInToolbar(url: string): Promise<string> {
  interface Chrome {
    tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
    action: { getBadgeBackgroundColor(of: { tabId: number }): Promise<number[]> };
  }
  const { tabs, action } = Reflect.get(globalThis, 'chrome') as Chrome;
  const own = (await tabs.query({})).findLast((tab) => tab.url === url);
  if (!own) return '';
  const [red, green, blue] = await action.getBadgeBackgroundColor({ tabId: own.id });
  return `#${[red, green, blue].map((part) => (part ?? 0).toString(16).padStart(2, '0')).join('')}`;
}
