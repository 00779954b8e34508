import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { sampled } from './how-long';
import { allListed, labelled, openLauncher, press, pressAndLeave, search, shownRows } from './launcher';

const startUrl = 'https://d-1234567890.awsapps.com/start';

describe('everything by keyboard', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let popup: Page;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    burgee = await launchBurgee({ simulator });
    await burgee.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await burgee.signInAtPortal(startUrl);
    await allListed(await openLauncher(burgee), simulator.world);
  });
  beforeEach(async () => {
    for (const page of burgee.context.pages().slice(1)) await page.close();
    popup = await openLauncher(burgee);
    await popup.getByRole('option').first().waitFor();
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  /** Moves down the list before typing, to an account's own row. */
  async function markAccount(accountId: string): Promise<void> {
    const at = (await shownRows(popup)).findIndex((row) => row.kind === 'account' && row.accountId === accountId);
    for (let step = 0; step < at; step += 1) await popup.keyboard.press('ArrowDown');
  }

  const clipboard = (): Promise<string> => popup.evaluate(() => navigator.clipboard.readText());

  test('Ctrl+Enter opens behind and keeps the popup', async () => {
    await search(popup, 'payments-dev developer');
    const tab = await press(burgee, popup, 'Control+Enter', /^https:\/\/[^/]*console\.aws/);
    await labelled(tab, '222222222222', 'development');
    expect(popup.isClosed()).toBe(false);
  });

  test('several marked rows open together', async () => {
    await search(popup, 'payments admin');
    await popup.keyboard.press('Control+Space');
    await popup.keyboard.press('Control+Space');
    const consoles = (): number => burgee.context.pages().filter((page) => page.url().includes('console')).length;
    expect(consoles()).toBe(0);
    await pressAndLeave(popup, 'Enter');
    await expect.poll(consoles).toBe(2);
  });

  test('? lists what can be done, and Enter does it', async () => {
    await markAccount('333333333333');
    await popup.keyboard.press('?');
    const commands = await shownRows(popup);
    expect(commands.every(({ kind }) => kind === 'command')).toBe(true);
    expect(commands.length).toBeGreaterThan(10);
    await popup.keyboard.type('number');
    await popup.keyboard.press('Enter');
    await expect.poll(clipboard).toBe('333333333333');
  });

  test('copies number, ARN pattern and link', async () => {
    await search(popup, '111111111111 readonly');
    await popup.keyboard.press('Alt+KeyI');
    await expect.poll(clipboard).toBe('111111111111');
    await popup.keyboard.press('Alt+KeyA');
    await expect
      .poll(clipboard)
      .toBe('arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_ReadOnlyAccess_*');
    await popup.keyboard.press('Alt+KeyL');
    await expect.poll(clipboard).toBe(`${startUrl}/#/console?account_id=111111111111&role_name=ReadOnlyAccess`);
  });

  test('a pin goes to the top, stays there, and can be taken back', async () => {
    await search(popup, 'sandbox-jane');
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('Alt+KeyP');
    await popup.getByText('is pinned').waitFor();
    const again = await openLauncher(burgee);
    await expect.poll(async () => (await shownRows(again))[0]?.accountId).toBe('055555555555');
    await popup.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await shownRows(again))[0]?.accountId).not.toBe('055555555555');
  });

  test('a key that is held down does its work once', async () => {
    await search(popup, '');
    await popup.keyboard.press('ArrowDown');
    const listed = async () => (await shownRows(popup)).map(({ kind, accountId }) => `${kind} ${accountId}`).join();
    const before = await listed();
    await popup.keyboard.down('Alt');
    await popup.keyboard.down('KeyH');
    await popup.getByText('is hidden').waitFor();
    await expect.poll(listed).not.toBe(before);
    for (let times = 0; times < 3; times += 1) await popup.keyboard.down('KeyH');
    await popup.keyboard.up('KeyH');
    await popup.keyboard.up('Alt');
    await popup.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(listed).toBe(before);
  });

  test('a hidden account is gone from the list until that is undone', async () => {
    await markAccount('333333333333');
    await popup.keyboard.press('Alt+KeyH');
    await popup.getByText('is hidden').waitFor();
    await expect
      .poll(async () =>
        (await shownRows(popup)).some(({ kind, accountId }) => kind === 'account' && accountId === '333333333333'),
      )
      .toBe(false);
    await popup.getByRole('button', { name: 'Undo' }).click();
    await expect
      .poll(async () =>
        (await shownRows(popup)).some(({ kind, accountId }) => kind === 'account' && accountId === '333333333333'),
      )
      .toBe(true);
  });

  test('a new name shows in the list and on an open console at once', async () => {
    await search(popup, '222222222222 developer');
    const tab = await press(burgee, popup, 'Control+Enter', /^https:\/\/[^/]*console\.aws/);
    await labelled(tab, '222222222222', 'development');
    await popup.keyboard.press('F2');
    await popup.getByRole('combobox').fill('🧪 Playpen');
    await popup.keyboard.press('Enter');
    await popup.getByText('Renamed.').waitFor();
    await expect.poll(() => tab.locator('burgee-label').getAttribute('aria-label')).toContain('🧪 Playpen');
    await popup.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => tab.locator('burgee-label').getAttribute('aria-label')).toContain('payments-dev');
  });

  test('a default role and a default region decide what Enter opens', async () => {
    await search(popup, '333333333333 readonly');
    await popup.keyboard.press('Alt+KeyD');
    await popup.getByText('opens by default').waitFor();
    await popup.keyboard.press('Alt+KeyR');
    await popup.getByRole('combobox').fill('eu-central-1');
    await popup.keyboard.press('Enter');
    await popup.getByText('Opens in eu-central-1').waitFor();
    await search(popup, '');
    await expect
      .poll(async () => (await shownRows(popup)).find(({ accountId }) => accountId === '333333333333')?.roleName)
      .toBe('ReadOnlyAccess');
    await search(popup, '333333333333 readonly');
    const tab = await press(burgee, popup, 'Control+Enter', /^https:\/\/[^/]*console\.aws/);
    expect(new URL(tab.url()).hostname).toBe('eu-central-1.console.aws.amazon.com');
  });

  test('a number that no portal lists is named, and found once it was assigned and the list refreshed', async () => {
    await search(popup, 'arn:aws:iam::777788889999:role/deploy');
    await popup.getByText('None of your portals lists account 7777-8888-9999.').waitFor();
    const portal = simulator.world.portals[0];
    if (!portal) throw new Error('the world has no portal');
    const { accounts } = portal;
    const assigned = { ...accounts[0], id: '777788889999', name: 'brand-new', roles: ['ReadOnlyAccess'] };
    Object.assign(portal, { accounts: [...accounts, assigned] });
    try {
      await popup.getByRole('button', { name: 'Refresh' }).click();
      await popup.locator('[role=option][data-account-id="777788889999"]').first().waitFor();
    } finally {
      // The world is the one of other tests, too.
      Object.assign(portal, { accounts });
    }
  });

  test('a number that is listed, with a word that fits nothing there, is not said to be unknown', async () => {
    await search(popup, '111111111111 nothing-like-this');
    await popup.getByText('Nothing matches').waitFor();
    expect(await popup.getByText('None of your portals').count()).toBe(0);
  });

  test('the tab that is open already is shown instead of a new one', async () => {
    await search(popup, '444444444444');
    const tab = await press(burgee, popup, 'Control+Enter', /^https:\/\/[^/]*console\.aws/);
    await labelled(tab, '444444444444', 'other');
    const tabs = burgee.context.pages().length;
    await popup.getByText('1/5').waitFor();
    await pressAndLeave(popup, 'Alt+KeyG');
    await expect.poll(() => tab.evaluate(() => document.visibilityState)).toBe('visible');
    expect(burgee.context.pages().length).toBeLessThanOrEqual(tabs);
  });

  test('into an account and out again', async () => {
    const before = (await shownRows(popup)).length;
    await markAccount('333333333333');
    await popup.keyboard.press('ArrowRight');
    const rows = await shownRows(popup);
    expect(rows.slice(0, 2).map(({ kind, accountId }) => [kind, accountId])).toEqual([
      ['role', '333333333333'],
      ['role', '333333333333'],
    ]);
    expect(rows.some(({ kind }) => kind === 'command')).toBe(true);
    await popup.keyboard.press('End');
    await expect
      .poll(async () => (await shownRows(popup)).find(({ isActive }) => isActive))
      .toMatchObject({ kind: 'command' });
    // An action has no actions of its own, and the sign is no word to look for.
    await popup.keyboard.press('?');
    expect(await popup.getByRole('combobox').inputValue()).toBe('');
    await popup.keyboard.press('Escape');
    await expect.poll(async () => (await shownRows(popup)).length).toBe(before);
  });

  test('the launcher opened for a console page opens that very page in another account', async () => {
    await search(popup, '111111111111 admin');
    const first = await press(burgee, popup, 'Control+Enter', /^https:\/\/[^/]*console\.aws/);
    await first.goto('https://eu-west-1.console.aws.amazon.com/s3/buckets/logs?region=eu-west-1&prefix=a%2Fb');
    const tabId = await popup.evaluate(tabIdOf, first.url());
    const palette = await burgee.openPage(`popup.html#palette=${tabId}`);
    await palette.getByRole('option').first().waitFor();
    await search(palette, '222222222222 developer');
    const there = await press(burgee, palette, 'Enter', /^https:\/\/[^/]*console\.aws/);
    await labelled(there, '222222222222', 'development');
    expect(there.url()).toBe('https://eu-west-1.console.aws.amazon.com/s3/buckets/logs?region=eu-west-1&prefix=a%2Fb');
  });

  test('Alt+T in the launcher’s own window opens the page in front of the window before it in another account', async () => {
    await search(popup, '111111111111 admin');
    const first = await press(burgee, popup, 'Control+Enter', /^https:\/\/[^/]*console\.aws/);
    await first.goto('https://eu-west-1.console.aws.amazon.com/s3/buckets/logs?region=eu-west-1');
    await first.bringToFront();
    const opened = burgee.context.waitForEvent('page');
    burgee.personActs();
    await (await burgee.worker()).evaluate(openPalette);
    const palette = await opened;
    await palette.getByRole('option').first().waitFor();
    await search(palette, '222222222222 developer');
    const there = await press(burgee, palette, 'Alt+KeyT', /^https:\/\/[^/]*console\.aws/);
    await labelled(there, '222222222222', 'development');
    expect(new URL(there.url()).pathname).toBe('/s3/buckets/logs');
  });

  test('words name a service and a region, and Enter opens it there', async () => {
    const [first] = await search(popup, 'pay prod adm s3 eu-west-1');
    expect(first).toMatchObject({ kind: 'service', accountId: '111111111111', roleName: 'AdministratorAccess' });
    const tab = await press(burgee, popup, 'Enter', /^https:\/\/[^/]*console\.aws/);
    await labelled(tab, '111111111111', 'production');
    expect(tab.url()).toMatch(/^https:\/\/eu-west-1\.console\.aws\.amazon\.com\/s3\//);
  });

  test('an id with dashes or spaces, an ARN, a console address, a typing error, capitals and accents find their account', async () => {
    const accounts = [
      ['2222-2222-2222', '222222222222'],
      ['arn:aws:iam::111111111111:role/deploy', '111111111111'],
      ['2222 2222 2222', '222222222222'],
      ['https://111111111111-abcd1234.eu-west-1.console.aws.amazon.com/s3/home', '111111111111'],
      ['222222222222', '222222222222'],
      ['paymnets prod', '111111111111'],
      ['paymnets dev', '222222222222'],
      ['PÀYMENTS-PROD', '111111111111'],
    ] as const;
    const found = [];
    for (const [words] of accounts) found.push([words, (await search(popup, words))[0]?.accountId]);
    expect(found).toEqual(accounts);
  });

  test('odd words break nothing', async () => {
    for (const words of ['x'.repeat(10_000), '(.*)+$[', '🦆🦆', 'مرحبا', '\\', '   ']) {
      await search(popup, words);
      expect((await search(popup, 'payments-prod'))[0]?.accountId).toBe('111111111111');
    }
  });

  test('what matched is marked, in name and role', async () => {
    await search(popup, 'pay adm');
    expect(await popup.locator('[role=option]').first().locator('mark').allTextContents()).toEqual(['pay', 'Adm']);
  });

  test('an account that no tab shows is said to be open nowhere, until other words are typed', async () => {
    await search(popup, 'sandbox-jane');
    await popup.keyboard.press('Alt+KeyG');
    await popup.getByText('sandbox-jane is not open in any tab. Enter opens it.').waitFor();
    expect(await popup.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    await search(popup, 'payments');
    expect(await popup.getByText('is not open in any tab').count()).toBe(0);
  });

  test('an answer that is refused stays to be mended, and a region may be named as people name it', async () => {
    await search(popup, 'payments-dev');
    await popup.keyboard.press('Alt+KeyR');
    await popup.keyboard.type('atlantis');
    await popup.keyboard.press('Enter');
    await popup.getByText('“atlantis” is not a region').waitFor();
    expect(await popup.getByRole('combobox').inputValue()).toBe('atlantis');
    await popup.getByRole('combobox').fill('Europe (Ireland)');
    expect(await popup.getByText('is not a region').count()).toBe(0);
    await popup.keyboard.press('Enter');
    await popup.getByText('Opens in eu-west-1').waitFor();
    expect(await popup.getByRole('combobox').inputValue()).toBe('payments-dev');
    await popup.getByRole('button', { name: 'Undo' }).click();
  });

  test.each(
    sampled(
      [
        ['s3', '/s3/'],
        ['eu-west-1.console.aws.amazon.com/lambda/home', '/lambda/home'],
      ],
      1,
    ),
  )('%s is where an account’s console opens from then on', async (landing, path) => {
    await search(popup, '222222222222 developer');
    await popup.keyboard.press('Alt+KeyO');
    await popup.keyboard.type(landing);
    await popup.keyboard.press('Enter');
    await popup.getByRole('button', { name: 'Undo' }).waitFor();
    const tab = await press(burgee, popup, 'Control+Enter', /^https:\/\/[^/]*console\.aws/);
    await labelled(tab, '222222222222', 'development');
    expect(new URL(tab.url()).pathname).toContain(path);
    await search(popup, '222222222222 developer');
    await popup.keyboard.press('Alt+KeyO');
    await popup.getByRole('combobox').fill('');
    await popup.keyboard.press('Enter');
    await popup.getByRole('button', { name: 'Undo' }).waitFor();
  });

  test('a right click on a row, its three dots, and an arrow on an app list what can be done', async () => {
    const isMenu = async (): Promise<boolean> => {
      const rows = await shownRows(popup);
      return rows.length > 0 && rows.every(({ kind }) => kind === 'command');
    };
    await search(popup, 'payments-dev');
    await popup.locator('[role=option]').first().click({ button: 'right' });
    await expect.poll(isMenu).toBe(true);
    await popup.keyboard.press('Escape');
    await expect.poll(isMenu).toBe(false);
    await popup.locator('[role=option]').nth(1).hover();
    await popup.locator('[role=option]').nth(1).locator('[data-menu]').click();
    await expect.poll(isMenu).toBe(true);
    await popup.keyboard.press('Escape');
    const [app] = await search(popup, 'slack');
    expect(app?.kind).toBe('app');
    await popup.keyboard.press('ArrowRight');
    await expect.poll(isMenu).toBe(true);
  });

  test('a name that is in no list can be looked for in a new one', async () => {
    const lists = simulator.ledger.count('ListAccounts');
    await search(popup, 'quagga');
    await popup.getByText('Nothing matches “quagga”').waitFor();
    await popup.getByText(/^Last listed .*\. If it is new to you, refresh the list\.$/).waitFor();
    await popup.getByRole('button', { name: 'Refresh' }).click();
    await expect.poll(() => simulator.ledger.count('ListAccounts')).toBeGreaterThan(lists);
  });

  test('the number of a hidden account leads to what is hidden, and showing the last of it back to the search', async () => {
    await search(popup, 'sandbox-jane');
    await popup.keyboard.press('Alt+KeyH');
    await popup.getByText('is hidden').waitFor();
    await search(popup, '0555-5555-5555');
    await popup.getByRole('option', { name: 'Show 1 hidden entry' }).waitFor();
    await popup.keyboard.press('Enter');
    await expect.poll(async () => (await shownRows(popup)).map(({ accountId }) => accountId)).toEqual(['055555555555']);
    await popup.keyboard.press('Alt+KeyH');
    await popup.getByText('is shown again').waitFor();
    await popup.locator('.inside').waitFor({ state: 'detached' });
    await expect.poll(async () => (await shownRows(popup))[0]?.accountId).toBe('055555555555');
  });

  test('one account’s roles are asked for again', async () => {
    const calls = simulator.ledger.count('ListAccountRoles');
    await popup.keyboard.press('Alt+KeyF');
    await popup.getByText('are up to date').waitFor();
    expect(simulator.ledger.count('ListAccountRoles')).toBe(calls + 1);
    expect(burgee.errors).toEqual([]);
  });
});

/** Runs in the page. */
async function tabIdOf(url: string): Promise<number> {
  const { tabs } = Reflect.get(globalThis, 'chrome') as {
    tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
  };
  return (await tabs.query({})).find((tab) => tab.url === url)?.id ?? -1;
}

/** Runs in the worker: what the browser tells it of a hotkey, which nobody but a person can press. */
function openPalette(): void {
  const { commands } = Reflect.get(globalThis, 'chrome') as {
    commands: { onCommand: { dispatch(command: string): void } };
  };
  commands.onCommand.dispatch('open-palette');
}
