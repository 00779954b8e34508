import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Gate } from '../simulator/gate';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { enter, startUrl } from './console';
import { inLabel } from './inside-label';
import { allListed, labelled, openLauncher, search, tellWorker } from './launcher';
import { spoken } from './spoken';

describe('read aloud,', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let welcome: Page;
  let popup: Page;
  let tab: Page;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    burgee = await launchBurgee({ simulator });
    welcome = await burgee.openPage('welcome.html');
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  /** What is read of a page on which a question stands: its name and the question, nothing of what lies below. */
  const asks = (page: Page, lines: readonly string[]): Promise<void> =>
    expect.poll(() => spoken(page)).toEqual([expect.stringContaining('RootWebArea'), ...lines]);

  /** The launcher as it is when it has just been opened. */
  async function anew(): Promise<void> {
    await popup.reload();
    await popup.bringToFront();
    await popup.getByRole('option').first().waitFor();
  }

  test('the first run is three steps with what each wants', async () => {
    expect(await spoken(welcome)).toEqual([
      'RootWebArea "Welcome to Burgee" focused',
      'main ""',
      'heading "Burgee" level 1',
      'paragraph ""',
      'heading "Where is your access portal?" level 2',
      'form ""',
      'paragraph ""',
      'textbox "Access portal address"',
      'button "Connect"',
      'alert ""',
      'heading "Sign in there, as always" level 2',
      'paragraph ""',
      'heading "Watch the list fill" level 2',
      'status ""',
      'paragraph ""',
      'checkbox "Ask me before I press anything destructive in a production console"',
    ]);
  });

  test('counts keep quiet while they grow, and steps say that they are done', async () => {
    const gate = new Gate();
    simulator.faults.set({ op: 'ListAccountRoles', effect: { kind: 'hold', gate } });
    await burgee.signInAtPortal(startUrl);
    await gate.reached;
    popup = await openLauncher(burgee);
    for (const page of [popup, welcome])
      await page.locator('[role=status][data-inventory=running][aria-live=off]').waitFor();
    simulator.faults.clear();
    gate.open();
    await allListed(popup, simulator.world);
    for (const page of [popup, welcome])
      await page.locator('[role=status][data-inventory=complete]:not([aria-live])').waitFor();
    expect((await spoken(welcome)).filter((line) => line.startsWith('heading'))).toEqual([
      'heading "Burgee" level 1',
      'heading "Where is your access portal? (done)" level 2',
      'heading "Sign in there, as always (done)" level 2',
      'heading "Watch the list fill (done)" level 2',
    ]);
  });

  test('the launcher is a field, a list of whole sentences, and who is signed in', async () => {
    await anew();
    await search(popup, 'payments adm');
    await popup.keyboard.press('Alt+KeyP');
    await popup.getByText('is pinned').waitFor();
    // The list follows what was said by a moment.
    await expect
      .poll(() => spoken(popup))
      .toEqual([
        'RootWebArea "Burgee" focused',
        'main ""',
        'heading "Burgee" level 1',
        'combobox "Search accounts, roles and apps" focused expanded',
        'button "Undo"',
        'listbox "Accounts, roles and apps"',
        'option "payments-dev Pinned Development 222222222222 AdministratorAccess" selected',
        'option "payments-prod PROD 111111111111 AdministratorAccess"',
        'sectionfooter ""',
        'status ""',
        'button "Settings"',
      ]);
    await popup.keyboard.press('Control+z');
    await popup.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });
  });

  test('a name that is too long for its line is still one name', async () => {
    await anew();
    await popup.keyboard.press('?');
    await popup.locator('[data-command=copy-arn]').waitFor();
    expect(await spoken(popup)).toContain('option "Copy the role’s ARN (pattern) Alt+A"');
  });

  test('no two buttons of the settings are called the same', async () => {
    await anew();
    for (const words of ['payments-prod', 'payments-dev']) {
      await search(popup, words);
      await popup.keyboard.press('Alt+KeyP');
      await popup.getByText(/is pinned/).waitFor();
    }
    const options = await burgee.openPage('options.html');
    await options.locator('.portal').waitFor();
    for (const example of [0, 0]) {
      await options.locator('#rules > button, #rules .empty button').nth(example).click();
      await options.locator('.told[data-shown=true]').waitFor();
    }
    await options.getByRole('button', { name: 'Duplicate' }).first().click();
    await options.locator('.rule').nth(2).waitFor();
    await options.locator('#command-line fieldset input[type=checkbox]').check();
    await options.locator('#command-line li button').first().waitFor();
    const lines = await spoken(options);
    const buttons = lines.filter((line) => line.startsWith('button')).map((line) => line.replace(/ disabled$/, ''));
    expect(buttons.length).toBeGreaterThan(20);
    expect(buttons.filter((button, at) => buttons.indexOf(button) !== at)).toEqual([]);
    expect(lines.filter((line) => /^(?:banner|navigation|main|region)/.test(line))).toEqual([
      'banner ""',
      'navigation "Settings"',
      'main ""',
      'region "Access portals"',
      `region "${startUrl}"`,
      'region "Rules"',
      'region "Appearance"',
      'region "Guard"',
      'region "Launcher"',
      'region "Chained roles"',
      'region "Command line"',
      'region "Preview of ~/.aws/config"',
      'region "Import and export"',
      'region "Browser sync"',
      'region "Diagnostics"',
    ]);
    await options.close();
  });

  test('nor are the controls of several portals', async () => {
    const portal = 'https://other-org.awsapps.com/start';
    await tellWorker(popup, 'connectPortal', { portal, region: 'us-east-1' });
    const options = await burgee.openPage('options.html');
    await options.locator('.portal').nth(1).waitFor();
    for (const card of await options.locator('.portal').all()) await card.locator('[data-kind=danger]').click();
    const controls = (await spoken(options)).filter((line) => /^(?:button|textbox)/.test(line));
    const names = controls.map((line) => line.replace(/ (?:disabled|focused)$/, ''));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    await tellWorker(popup, 'forgetPortal', { portal });
    await options.close();
  });

  test('what tells of what was done is there before it says anything: what comes with its words is often not read', async () => {
    const options = await burgee.openPage('options.html');
    await options.locator('.portal').waitFor();
    expect((await spoken(options)).at(-1)).toBe('status ""');
    for (const [id, count] of [
      ['files', 1],
      ['portals', 1],
    ] as const)
      expect([id, await options.locator(`#${id} [role=status]:empty`).count()]).toEqual([id, count]);
    await options.close();
  });

  test('the label is one note, with a menu', async () => {
    await tellWorker(popup, 'setPreferences', { guardProduction: true });
    tab = await enter(burgee, '111111111111', 'AdministratorAccess');
    await labelled(tab, '111111111111', 'production');
    const note = 'note "payments-prod, 111111111111, AdministratorAccess, Production"';
    expect(await ofLabel(tab)).toEqual([note, 'group ""', 'button "Burgee menu"', 'status ""']);
    await inLabel(tab, (root) => root.querySelector<HTMLElement>('.tools button')?.focus());
    await tab.keyboard.press('Enter');
    expect(await ofLabel(tab)).toEqual([
      note,
      'group ""',
      'button "Burgee menu" expanded',
      'menu "Burgee menu"',
      'menuitem "Copy account number" focused',
      'menuitem "Copy link to this page"',
      'menuitem "This page in another account…"',
      'menuitem "Colour this account…"',
      'menuitem "Hide in this tab"',
      'status ""',
    ]);
    await tab.keyboard.press('Escape');
  });

  test('the guard is a question that begins with the safe answer', async () => {
    await tab.locator('#terminate-instance').click();
    await asks(tab, [
      'alertdialog "Burgee stopped “Terminate (delete) instance”. This is payments-prod (111111111111)." modal',
      'paragraph ""',
      'button "Leave it" focused',
      'button "I mean payments-prod: allow for 5 minutes"',
    ]);
    await tab.keyboard.press('Escape');
  });

  test('the veil is a question without an answer of its own, and the end of a session is news', async () => {
    const second = await enter(burgee, '222222222222', 'DeveloperAccess');
    await labelled(second, '222222222222', 'development');
    await tab.bringToFront();
    await asks(tab, [
      'alertdialog "This page was loaded as payments-prod (111111111111, AdministratorAccess). You are now payments-dev (222222222222, DeveloperAccess)." modal',
      'group "" focused',
      'paragraph ""',
      'button "Reload as payments-dev (DeveloperAccess)"',
      'button "Go back to payments-prod (AdministratorAccess)"',
      'button "Just show the page"',
    ]);

    await second.bringToFront();
    await burgee.context.clearCookies({ name: 'aws-userInfo' });
    await expect
      .poll(() => inLabel(second, (root) => root.querySelector('[role=status]')?.textContent ?? ''))
      .toMatch(/^This session has ended: payments-dev/);
  });
});

/** What is read of the label: it is the last that the page holds. */
async function ofLabel(tab: Page): Promise<string[]> {
  const lines = await spoken(tab);
  return lines.slice(lines.findIndex((line) => line.startsWith('note "payments')));
}
