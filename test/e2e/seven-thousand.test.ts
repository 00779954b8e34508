import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { worlds } from '../simulator/worlds';
import { type Burgee, launchBurgee } from './browser';
import { fillDirectory } from './filled';
import { isLong } from './how-long';
import { label, openLauncher, press, pressAndLeave, search, type ShownRow, shownRows, tellWorker } from './launcher';

const atConsole = /^https:\/\/[^/]*console\.aws/;

describe('every action by keyboard, at 7,000 accounts and while they are listed anew', () => {
  const world = worlds.huge();
  const [portal] = world.portals;
  const accounts = portal?.accounts ?? [];
  const startUrl = portal?.startUrl ?? '';
  /** Accounts far apart in the list, with at least two roles each; every test takes the next. */
  const chosen = accounts.filter(({ roles }) => roles.length >= 2 && roles.length <= 6);
  let next = 0;
  let simulator: Simulator;
  let burgee: Burgee;
  let popup: Page;
  let account: (typeof accounts)[number];

  beforeAll(async () => {
    simulator = await startSimulator({ world });
    burgee = await launchBurgee({ simulator });
    await burgee.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const options = await burgee.openPage('options.html');
    await options.getByText('No portal').waitFor();
    await fillDirectory(options, world);
    await burgee.signInAtPortal(startUrl);
    await (await openLauncher(burgee)).locator('[role=status][data-accounts="7000"]').waitFor();
  });
  beforeEach(async () => {
    for (const page of burgee.context.pages().slice(1)) await page.close();
    popup = await openLauncher(burgee);
    await popup.locator('[role=status][data-accounts="7000"]').waitFor();
    next += 1;
    const found = chosen[Math.floor((next / 40) * chosen.length)];
    if (!found) throw new Error('the world has too few accounts');
    account = found;
  });
  afterEach(() => expect(burgee.errors).toEqual([]));
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  /** Types the account's number, and a role where one is wanted; the first row is what was meant. */
  async function find(role?: string): Promise<ShownRow> {
    await search(popup, role === undefined ? account.id : `${account.id} ${role}`);
    await expect
      .poll(async () => (await shownRows(popup))[0], { timeout: 10_000 })
      .toMatchObject({ accountId: account.id, ...(role === undefined ? {} : { roleName: role }) });
    const [first] = await shownRows(popup);
    if (!first) throw new Error('nothing was found');
    return first;
  }

  const lastRole = (): string => account.roles.at(-1) ?? '';
  const clipboard = (): Promise<string> => popup.evaluate(() => navigator.clipboard.readText());
  const told = (text: string | RegExp): Promise<void> => popup.getByText(text).waitFor();

  /** Presses a key that asks for a text, and gives it. */
  async function answer(key: string, text: string, says: string | RegExp): Promise<void> {
    await popup.keyboard.press(key);
    await popup.getByRole('combobox').fill(text);
    await popup.keyboard.press('Enter');
    await told(says);
  }

  async function isFoundBy(words: string): Promise<void> {
    await search(popup, words);
    await expect.poll(async () => (await shownRows(popup))[0]?.accountId).toBe(account.id);
  }

  async function lands(tab: Page, role: string): Promise<void> {
    const seen = await label(tab, 'known');
    expect([seen['data-account-id'], seen['data-role-name']]).toEqual([account.id, role]);
  }

  test('Enter opens the role that the words name', async () => {
    await find(lastRole());
    await lands(await press(burgee, popup, 'Enter', atConsole), lastRole());
  });

  test.runIf(isLong)('Shift+Enter opens it in a window of its own', async () => {
    await find(lastRole());
    const before = await popup.evaluate(countWindows);
    const tab = await press(burgee, popup, 'Shift+Enter', atConsole);
    await lands(tab, lastRole());
    const [page = tab] = burgee.context.pages().filter((one) => one.url().startsWith('chrome-extension:'));
    const after = page === tab ? before + 1 : await page.evaluate(countWindows);
    expect(after).toBe(before + 1);
  });

  test.runIf(isLong)('Ctrl+Enter opens it behind and keeps the popup', async () => {
    await find(lastRole());
    await lands(await press(burgee, popup, 'Control+Enter', atConsole), lastRole());
    expect(popup.isClosed()).toBe(false);
  });

  test.runIf(isLong)('Ctrl+Space marks rows that different words find, and Enter opens all of them', async () => {
    const other = chosen[next * 7];
    if (!other) throw new Error('the world has too few accounts');
    await find(lastRole());
    await popup.keyboard.press('Control+Space');
    await search(popup, `${other.id} ${other.roles[0]}`);
    await expect.poll(async () => (await shownRows(popup))[0]?.accountId).toBe(other.id);
    await popup.keyboard.press('Control+Space');
    await pressAndLeave(popup, 'Enter');
    const opened = (): Page[] => burgee.context.pages().filter((page) => atConsole.test(page.url()));
    await expect.poll(() => opened().length, { timeout: 10_000 }).toBe(2);
    expect(burgee.context.pages().some((page) => page.url().includes('/popup.html'))).toBe(false);
  });

  test.runIf(isLong)('Ctrl+Space marks two roles of one account, and Enter opens both', async () => {
    await find();
    await popup.keyboard.press('ArrowRight');
    await expect.poll(async () => (await shownRows(popup))[0]?.kind).toBe('role');
    await popup.keyboard.press('Control+Space');
    await popup.keyboard.press('Control+Space');
    await pressAndLeave(popup, 'Enter');
    await expect
      .poll(() => burgee.context.pages().filter((page) => atConsole.test(page.url())).length, { timeout: 10_000 })
      .toBe(2);
  });

  test.runIf(isLong)('Alt+G goes to the tab that is open already', async () => {
    await find(account.roles[0]);
    const tab = await press(burgee, popup, 'Control+Enter', atConsole);
    await label(tab, 'known');
    const tabs = burgee.context.pages().length;
    await told(/\d\/5/);
    await pressAndLeave(popup, 'Alt+KeyG');
    await expect.poll(() => tab.evaluate(() => document.visibilityState)).toBe('visible');
    expect(burgee.context.pages().length).toBeLessThanOrEqual(tabs);
  });

  test.runIf(isLong)('Alt+I, Alt+A and Alt+L copy number, ARN pattern and link', async () => {
    const { roleName } = await find(lastRole());
    expect(roleName).toBe(lastRole());
    await popup.keyboard.press('Alt+KeyI');
    await expect.poll(clipboard).toBe(account.id);
    await popup.keyboard.press('Alt+KeyA');
    await expect.poll(clipboard).toContain(`:iam::${account.id}:role/aws-reserved/sso.amazonaws.com/`);
    await popup.keyboard.press('Alt+KeyL');
    await expect.poll(clipboard).toContain(`${startUrl}/#/console?account_id=${account.id}&role_name=`);
  });

  test('Alt+P pins it to the top of 7,000, and Undo lets it go', async () => {
    const { roleName } = await find();
    await popup.keyboard.press('Alt+KeyP');
    await told(/is pinned/);
    await search(popup, '');
    await expect.poll(async () => (await shownRows(popup))[0]?.accountId).toBe(account.id);
    await search(popup, `${account.id} ${roleName ?? ''}`);
    await popup.keyboard.press('Alt+KeyP');
    await told(/no longer pinned/);
  });

  test.runIf(isLong)('Alt+H hides it, and Undo brings it back', async () => {
    await find();
    await popup.keyboard.press('Alt+KeyH');
    await told(/is hidden/);
    await popup.getByRole('button', { name: 'Undo' }).press('Enter');
    await find();
  });

  test.runIf(isLong)('what was hidden is listed at the end, and Alt+H there brings it back', async () => {
    await find();
    await popup.keyboard.press('Alt+KeyH');
    await told(/is hidden/);
    await search(popup, '');
    await expect
      .poll(async () => {
        await popup.keyboard.press('Control+End');
        return popup.locator('[role=option][aria-selected=true]').textContent();
      })
      .toContain('hidden');
    await popup.keyboard.press('Enter');
    await expect.poll(async () => (await shownRows(popup)).map(({ accountId }) => accountId)).toEqual([account.id]);
    await popup.keyboard.press('Alt+KeyH');
    await told(/is shown again/);
    popup = await openLauncher(burgee);
    await find();
  });

  test('words that fit hundreds say below the last row that there are more', async () => {
    await search(popup, 'prod');
    await expect.poll(async () => (await shownRows(popup)).length).toBeGreaterThan(3);
    await popup.keyboard.press('Control+End');
    const more = popup.getByText('More fit: another word narrows them down.');
    await more.waitFor();
    expect(await more.evaluate(isInSight)).toBe(true);
    await search(popup, account.id);
    await expect.poll(() => more.count()).toBe(0);
  });

  test.runIf(isLong)('Ctrl+Z takes back what was done last', async () => {
    const { text } = await find();
    await answer('F2', 'Quagga crossing', 'Renamed.');
    await popup.keyboard.press('Control+KeyZ');
    // A page that is opened now shows what is kept, not what this one has not heard of yet.
    popup = await openLauncher(burgee);
    await expect.poll(async () => (await find()).text).toBe(text);
  });

  test.runIf(isLong)('Alt+U puts it into groups by which it is found', async () => {
    await find();
    await answer('Alt+KeyU', 'Okapi herd, Night shift', 'Groups set.');
    for (const words of ['okapi', 'night shift']) await isFoundBy(words);
  });

  test.runIf(isLong)('Alt+K opens the settings at a rule for its colour', async () => {
    await find();
    const opened = burgee.context.waitForEvent('page');
    await pressAndLeave(popup, 'Alt+KeyK');
    const settings = await opened;
    await settings.waitForURL(/options\.html#rules/);
    await expect.poll(() => settings.locator('main').innerText()).toContain(account.name);
  });

  test.runIf(isLong)('Alt+C copies credentials of the role that the words name, once that is switched on', async () => {
    await tellWorker(popup, 'setPreferences', { copyCredentials: false });
    await find(lastRole());
    await popup.keyboard.press('Alt+KeyC');
    await told('Copying credentials is switched off in the settings.');
    await tellWorker(popup, 'setPreferences', { copyCredentials: true });
    await popup.keyboard.press('Alt+KeyC');
    await told(/Credentials copied\. Valid until/);
    expect(await clipboard()).toContain('AWS_ACCESS_KEY_ID');
    const [asked] = simulator.ledger.calls('GetRoleCredentials').slice(-1);
    expect(asked?.query).toContain(account.id);
    expect(asked?.query).toContain(lastRole());
  });

  test.runIf(isLong)('a pinned role that was removed says so and offers the account’s others', async () => {
    await tellWorker(popup, 'pin', { key: `role|${startUrl}|${account.id}|RemovedLongAgo` });
    await search(popup, `${account.id} removed`);
    await expect.poll(async () => (await shownRows(popup))[0]?.roleName).toBe('RemovedLongAgo');
    await popup.keyboard.press('Enter');
    await told('This role is no longer there.');
    await expect.poll(async () => (await shownRows(popup))[0]).toMatchObject({ kind: 'role', accountId: account.id });
    const [first] = await shownRows(popup);
    await lands(await press(burgee, popup, 'Enter', atConsole), first?.roleName ?? '');
    const page = await openLauncher(burgee);
    await tellWorker(page, 'unpin', { key: `role|${startUrl}|${account.id}|RemovedLongAgo` });
  });

  test.runIf(isLong)('a shared link that was pasted opens the account, role and page that it names', async () => {
    await find(lastRole());
    await popup.keyboard.press('Alt+KeyL');
    await expect.poll(clipboard).toContain(account.id);
    const link = `${await clipboard()}&destination=${encodeURIComponent('https://eu-west-1.console.aws.amazon.com/rds/home')}`;
    await search(popup, link);
    await expect
      .poll(async () => (await shownRows(popup))[0])
      .toMatchObject({ accountId: account.id, roleName: lastRole() });
    const tab = await press(burgee, popup, 'Enter', atConsole);
    await lands(tab, lastRole());
    expect(new URL(tab.url()).pathname).toBe('/rds/home');
  });

  test.runIf(isLong)('F2 gives it a name by which it is found', async () => {
    await find();
    await answer('F2', 'Zebra crossing', 'Renamed.');
    await isFoundBy('zebra cross');
  });

  test.runIf(isLong)('Alt+N keeps a note by which it is found', async () => {
    await find();
    await answer('Alt+KeyN', 'quarterly xylophone audit', 'Note saved.');
    await isFoundBy('xylophone');
  });

  test.runIf(isLong)('Alt+D makes a role the one that its number opens', async () => {
    await find(lastRole());
    await popup.keyboard.press('Alt+KeyD');
    await told(/opens by default/);
    await expect.poll(async () => (await find()).roleName).toBe(lastRole());
    await lands(await press(burgee, popup, 'Enter', atConsole), lastRole());
  });

  test.runIf(isLong)('Alt+R sets the region that it opens in', async () => {
    await find(lastRole());
    await answer('Alt+KeyR', 'ap-southeast-2', /ap-southeast-2/);
    await find(lastRole());
    const tab = await press(burgee, popup, 'Enter', atConsole);
    expect(new URL(tab.url()).hostname).toBe('ap-southeast-2.console.aws.amazon.com');
  });

  test.runIf(isLong)('Alt+O sets the page that it opens at', async () => {
    await find(lastRole());
    await answer('Alt+KeyO', 'https://eu-west-1.console.aws.amazon.com/rds/home?region=eu-west-1', 'Landing page set.');
    await find(lastRole());
    const tab = await press(burgee, popup, 'Enter', atConsole);
    expect(new URL(tab.url()).pathname).toBe('/rds/home');
  });

  test.runIf(isLong)('Alt+F asks for its roles again', async () => {
    await find();
    const asked = (): number =>
      simulator.ledger.calls('ListAccountRoles').filter(({ query }) => query.includes(account.id)).length;
    const before = asked();
    await popup.keyboard.press('Alt+KeyF');
    await told(/are up to date/);
    expect(asked()).toBeGreaterThan(before);
  });

  test.runIf(isLong)('Alt+T asks for a console page where none is in front', async () => {
    await find(lastRole());
    await popup.keyboard.press('Alt+KeyT');
    await told(/no console page/i);
  });

  test.runIf(isLong)('Alt+T opens the console page that the launcher was opened for in another account', async () => {
    await find(lastRole());
    const first = await press(burgee, popup, 'Control+Enter', atConsole);
    await label(first, 'known');
    await first.goto('https://eu-west-1.console.aws.amazon.com/s3/buckets/logs?region=eu-west-1');
    const tabId = await popup.evaluate(tabIdOf, first.url());
    popup = await burgee.context.newPage();
    await popup.goto(`chrome-extension://${burgee.extensionId}/popup.html#palette=${tabId}`);
    await popup.getByRole('option').first().waitFor();
    const other = chosen[3];
    if (!other) throw new Error('the world has too few accounts');
    account = other;
    await find(lastRole());
    const there = await press(burgee, popup, 'Alt+KeyT', atConsole);
    await lands(there, lastRole());
    expect(new URL(there.url()).pathname).toBe('/s3/buckets/logs');
  });

  test.runIf(isLong)('→ goes into the account, and words and Enter do what can be done with it', async () => {
    await find();
    await popup.keyboard.press('ArrowRight');
    await popup.keyboard.type('number');
    await popup.keyboard.press('Enter');
    await expect.poll(clipboard).toBe(account.id);
  });

  test.runIf(isLong)('? lists what can be done, and words and Enter do it', async () => {
    await find();
    await popup.getByRole('combobox').fill('');
    await find();
    await popup.keyboard.press('ArrowRight');
    await popup.keyboard.type('number');
    await popup.keyboard.press('Enter');
    await expect.poll(clipboard).toBe(account.id);
  });

  test('Ctrl+End goes to the last of all rows, Ctrl+Home back to the first', async () => {
    await popup.keyboard.press('Control+End');
    const list = popup.getByRole('listbox');
    await expect.poll(() => activeText(popup)).not.toBe('');
    const last = await activeText(popup);
    await popup.keyboard.press('Control+Home');
    await expect.poll(() => activeText(popup)).not.toBe(last);
    expect(await list.getByRole('option').count()).toBeLessThan(60);
  });
});

function activeText(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector('[role=option][aria-selected=true]')?.textContent ?? '');
}

/** Runs in the page. */
async function countWindows(): Promise<number> {
  const { windows } = Reflect.get(globalThis, 'chrome') as { windows: { getAll(): Promise<unknown[]> } };
  return (await windows.getAll()).length;
}

/** Runs in the page. */
async function tabIdOf(url: string): Promise<number> {
  const { tabs } = Reflect.get(globalThis, 'chrome') as {
    tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
  };
  return (await tabs.query({})).find((tab) => tab.url === url)?.id ?? -1;
}

/** Runs in a page. */
function isInSight(element: Element): boolean {
  const box = element.getBoundingClientRect();
  const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return at === element && box.bottom <= innerHeight;
}
