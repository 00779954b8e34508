import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Simulator } from '../simulator/simulator';
import type { Burgee } from './browser';
import { atConsole, consolesOf, fiveSessions } from './five-sessions';
import { label, openLauncher, press, pressAndLeave, search, shownRows } from './launcher';

describe('console sessions side by side', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let popup: Page;

  beforeAll(async () => {
    ({ simulator, burgee, popup } = await fiveSessions());
  });
  beforeEach(async () => {
    await popup.close();
    popup = await openLauncher(burgee);
    await popup.getByRole('option').first().waitFor();
  });
  afterEach(() => expect(burgee.errors).toEqual([]));
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  const consoles = (): Page[] => consolesOf(burgee);
  const footer = (text: string): Promise<void> => popup.getByRole('button', { name: text }).waitFor();

  test('with five open, Enter on a sixth asks which one shall end, and opens nothing', async () => {
    await footer('5/5');
    await search(popup, '333333333333 datasci');
    await popup.keyboard.press('Enter');
    await popup.getByText('as many as AWS allows').waitFor();
    const rows = await shownRows(popup);
    expect(rows.map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => 'command'));
    expect(rows[0]?.text).toContain('Sign out of payments-prod');
    expect(consoles()).toHaveLength(5);
    await popup.keyboard.press('Escape');
    await expect.poll(async () => (await shownRows(popup))[0]?.kind).not.toBe('command');
  });

  test('one that is open already is no sixth', async () => {
    await footer('5/5');
    await search(popup, '222222222222 dev');
    await label(await press(burgee, popup, 'Control+Enter', atConsole), 'known');
    expect(popup.isClosed()).toBe(false);
    await consoles().at(-1)?.close();
  });

  test('Alt+S lists them, and Enter goes to one', async () => {
    await footer('5/5');
    await popup.keyboard.press('Alt+KeyS');
    await expect.poll(async () => (await shownRows(popup)).length).toBe(10);
    await popup.keyboard.type('log');
    const [first] = await shownRows(popup);
    expect(first).toMatchObject({ kind: 'command', accountId: '444444444444' });
    const tab = consoles().find((page) => page.url().includes('444444444444'));
    await pressAndLeave(popup, 'Enter');
    await expect.poll(() => tab?.evaluate(() => document.visibilityState)).toBe('visible');
  });

  test('the one that was chosen ends, and then the sixth opens', async () => {
    await footer('5/5');
    await search(popup, '333333333333 datasci');
    await popup.keyboard.press('Enter');
    await popup.getByText('as many as AWS allows').waitFor();
    await popup.keyboard.type('log');
    const tab = await press(burgee, popup, 'Enter', atConsole);
    expect(await label(tab, 'known')).toMatchObject({ 'data-account-id': '333333333333' });
    const ended = consoles().find((page) => page.url().includes('444444444444'));
    expect(new URL(ended?.url() ?? '').pathname).toBe('/console/logout!doLogout');
  });

  test('Alt+S signs out of one', async () => {
    await footer('5/5');
    await popup.keyboard.press('Alt+KeyS');
    await popup.keyboard.type('sign out data');
    await expect.poll(async () => (await shownRows(popup)).map(({ accountId }) => accountId)).toEqual(['333333333333']);
    await popup.keyboard.press('Enter');
    await footer('4/5');
  });

  test('one whose tab has gone to another site is not open any more, until it comes back', async () => {
    await footer('4/5');
    const tab = consoles()[0];
    await burgee.killWorker();
    await tab?.goto('https://docs.aws.amazon.com/');
    await footer('3/5');
    await tab?.goBack();
    await footer('4/5');
    await tab?.reload();
    await tab?.goto(tab.url().replace('/ec2/', '/s3/'));
    await label(tab ?? popup, 'known');
    await footer('4/5');
  });
});
