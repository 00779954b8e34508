import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Simulator } from '../simulator/simulator';
import { clean } from './axe';
import type { Burgee } from './browser';
import { startUrl } from './console';
import { atConsole, consolesOf, fiveSessions } from './five-sessions';
import { label, openLauncher, press, search, shownRows, tellWorker } from './launcher';
import { type ToolbarPopup, toolbarPopup } from './toolbar-popup';

/** Nobody but a person can press a hotkey or type into the address bar: what the browser tells the worker is told here. */
describe('a sixth console session that was asked for outside the launcher', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  /** Any page of the extension, to speak to the worker from. */
  let settings: Page;

  beforeAll(async () => {
    const five = await fiveSessions();
    ({ simulator, burgee } = five);
    settings = await burgee.openPage('options.html');
    await five.popup.close();
  });
  beforeEach(async () => {
    const popup = await openLauncher(burgee);
    await popup.getByRole('button', { name: '5/5' }).waitFor();
    await popup.close();
  });
  afterEach(() => expect(burgee.errors).toEqual([]));
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  const consoles = (): Page[] => consolesOf(burgee);
  const pin = (key: string): Promise<void> => tellWorker(settings, 'pin', { key });
  const hotkey = async (command: string): Promise<void> => {
    burgee.personActs();
    await (await burgee.worker()).evaluate(pressed, command);
  };

  /** The launcher that opened by itself, listing which session may end; nothing else has opened. */
  async function asking(open: number): Promise<ToolbarPopup> {
    const launcher = await toolbarPopup(burgee);
    await expect.poll(launcher.text).toContain('as many as AWS allows');
    expect(await launcher.count()).toBe(6);
    expect(new Set(await launcher.kinds())).toEqual(new Set(['command']));
    expect(consoles()).toHaveLength(open);
    return launcher;
  }

  test('whoever leaves the question finds the usual launcher the next time', async () => {
    await pin(`account|${startUrl}|333333333333`);
    await hotkey('open-pin-1');
    await (await asking(5)).close();
    const again = await openLauncher(burgee);
    await again.getByRole('option').first().waitFor();
    expect((await shownRows(again))[0]).toMatchObject({ kind: 'account', accountId: '333333333333' });
    await again.close();
    await tellWorker(settings, 'unpin', { key: `account|${startUrl}|333333333333` });
  });

  test('a pin that is open already opens by its hotkey without a question', async () => {
    await pin(`role|${startUrl}|222222222222|AdministratorAccess`);
    const opened = burgee.context.waitForEvent('page');
    await hotkey('open-pin-1');
    const tab = await opened;
    expect(await label(tab, 'known')).toMatchObject({ 'data-account-id': '222222222222' });
    await tab.close();
  });

  test('a pin’s hotkey asks which one shall end, and then the pin opens', async () => {
    await pin(`role|${startUrl}|333333333333|DataScientist`);
    await hotkey('open-pin-2');
    const launcher = await asking(5);
    await launcher.type('log');
    const opened = burgee.context.waitForEvent('page');
    await launcher.enter();
    expect(await label(await opened, 'known')).toMatchObject({
      'data-account-id': '333333333333',
      'data-role-name': 'DataScientist',
    });
    const ended = consoles().find((page) => page.url().includes('444444444444'));
    expect(new URL(ended?.url() ?? '').pathname).toBe('/console/logout!doLogout');
    await ended?.close();
  });

  test('the address bar asks, and then the page opens in the tab that was in front', async () => {
    const front = await burgee.context.newPage();
    await front.bringToFront();
    burgee.personActs();
    await (await burgee.worker()).evaluate(entered, ['444444444444 s3 eu-west-1', 'currentTab'] as const);
    const launcher = await asking(5);
    await launcher.type('data');
    await launcher.enter();
    await front.waitForURL(atConsole);
    expect(await label(front, 'known')).toMatchObject({ 'data-account-id': '444444444444' });
    expect(new URL(front.url()).pathname).toMatch(/^\/s3\//);
    await consoles()
      .find((page) => page.url().includes('333333333333'))
      ?.close();
  });

  test('where the browser opens no launcher below its button, it asks in a window of its own', async () => {
    await (await burgee.worker()).evaluate(refusePopup);
    const opened = burgee.context.waitForEvent('page');
    await hotkey('open-pin-2');
    const palette = await opened;
    await palette.getByText('as many as AWS allows').waitFor();
    await clean(palette, 'a sixth session');
    expect(palette.url()).toContain('/popup.html#palette');
    expect(consoles()).toHaveLength(5);
    await palette.close();
  });

  test('the launcher that was opened for a console’s page asks, and then that page opens in the account', async () => {
    const [from] = consoles();
    if (!from) throw new Error('no console is open');
    const page = new URL('/s3/buckets/logs', from.url()).href;
    await from.goto(page);
    await label(from, 'known');
    const opened = burgee.context.waitForEvent('page');
    const tabId = await settings.evaluate(tabIdOf, page);
    burgee.personActs();
    await (await burgee.worker()).evaluate(menuItem, ['open-here', tabId] as const);
    const launcher = await opened;
    await launcher.getByRole('option').first().waitFor();
    await search(launcher, '333333333333 datasci');
    await launcher.keyboard.press('Enter');
    await launcher.getByText('as many as AWS allows').waitFor();
    expect(consoles()).toHaveLength(5);
    await launcher.keyboard.type('log');
    const tab = await press(burgee, launcher, 'Enter', atConsole);
    expect(await label(tab, 'known')).toMatchObject({ 'data-account-id': '333333333333' });
    expect(new URL(tab.url()).pathname).toBe('/s3/buckets/logs');
  });
});

/** Runs in the worker. */
function pressed(command: string): void {
  const { commands } = Reflect.get(globalThis, 'chrome') as {
    commands: { onCommand: { dispatch(command: string): void } };
  };
  commands.onCommand.dispatch(command);
}

/** Runs in the worker. */
function entered([words, disposition]: readonly [string, string]): void {
  const { omnibox } = Reflect.get(globalThis, 'chrome') as {
    omnibox: { onInputEntered: { dispatch(words: string, disposition: string): void } };
  };
  omnibox.onInputEntered.dispatch(words, disposition);
}

/** Runs in the worker: some browsers open no popup without a click, others only in a window that is in front. */
function refusePopup(): void {
  const { action } = Reflect.get(globalThis, 'chrome') as { action: { openPopup(): Promise<void> } };
  action.openPopup = () => Promise.reject(new Error('no window is in front'));
}

/** Runs in the worker. */
function menuItem([menuItemId, id]: readonly [string, number]): void {
  const { contextMenus } = Reflect.get(globalThis, 'chrome') as {
    contextMenus: { onClicked: { dispatch(clicked: object, tab: object): void } };
  };
  contextMenus.onClicked.dispatch({ menuItemId }, { id });
}

/** Runs in the page. */
async function tabIdOf(url: string): Promise<number> {
  const { tabs } = Reflect.get(globalThis, 'chrome') as {
    tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
  };
  return (await tabs.query({})).find((tab) => tab.url === url)?.id ?? -1;
}
