import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { worlds } from '../simulator/worlds';
import { violations } from './axe';
import { type Burgee, launchBurgee } from './browser';
import { isLong } from './how-long';
import { allListed, label, openLauncher, press, search, shownRows } from './launcher';

const startUrl = 'https://d-1234567890.awsapps.com/start';
const atConsole = /^https:\/\/[^/]*console\.aws/;

describe('after a click that leaves the launcher open, the keys still belong to the words and the list', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let popup: Page;

  beforeAll(async () => {
    simulator = await startSimulator({ world: { ...worlds.small(), multiSession: true } });
    burgee = await launchBurgee({ simulator, ignoreDefaultArgs: ['--hide-scrollbars'] });
    await burgee.signInAtPortal(startUrl);
    popup = await openLauncher(burgee);
    await allListed(popup, simulator.world);
    await search(popup, '111111111111 readonly');
    await label(await press(burgee, popup, 'Control+Enter', atConsole), 'known');
  });
  beforeEach(async () => {
    await popup.close();
    popup = await openLauncher(burgee);
    await popup.getByRole('button', { name: '1/5' }).waitFor();
  });
  afterEach(() => expect(burgee.errors).toEqual([]));
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  /** Letters narrow the list, the arrow moves in it, and Escape takes the letters back. */
  async function keysWork(): Promise<void> {
    await popup.bringToFront();
    await popup.keyboard.type('pay');
    await expect.poll(() => popup.getByRole('combobox').inputValue()).toBe('pay');
    await expect.poll(async () => (await shownRows(popup))[0]?.text).toContain('payments');
    await popup.keyboard.press('ArrowDown');
    await expect.poll(async () => (await shownRows(popup)).findIndex(({ isActive }) => isActive)).toBe(1);
    await popup.keyboard.press('Escape');
    await expect.poll(() => popup.getByRole('combobox').inputValue()).toBe('');
  }

  /** The middle of the list's lowest stripe, or of its scroll bar. */
  async function clickList(at: 'below the last row' | 'scroll bar'): Promise<void> {
    const box = await popup.getByRole('listbox').evaluate((node) => {
      const { left, top, right, bottom } = (node.closest('.list') ?? node).getBoundingClientRect();
      return { left, top, right, bottom };
    });
    if (at === 'scroll bar') await popup.mouse.click(box.right - 4, box.bottom - 30);
    else await popup.mouse.click((box.left + box.right) / 2, box.bottom - 10);
  }

  test.runIf(isLong)('that is let go over another row than it pressed, which opens nothing', async () => {
    await popup.getByRole('option').nth(1).hover();
    await popup.mouse.down();
    await popup.keyboard.type('pay');
    await expect.poll(async () => (await shownRows(popup))[1]?.text).toContain('payments');
    const opened = burgee.context.waitForEvent('page');
    await popup.mouse.up();
    await search(popup, '222222222222 admin');
    await popup.keyboard.press('Control+Enter');
    const tab = await opened;
    expect(await label(tab, 'known')).toMatchObject({ 'data-account-id': '222222222222' });
    await tab.close();
    await search(popup, '');
    await keysWork();
  });

  test('on a row that opens behind', async () => {
    const opened = burgee.context.waitForEvent('page');
    await popup
      .locator('[role=option][data-account-id="111111111111"]')
      .first()
      .click({ modifiers: ['Control'] });
    await (await opened).waitForURL(atConsole);
    await keysWork();
  });

  test('on a role’s chip', async () => {
    const opened = burgee.context.waitForEvent('page');
    await popup
      .locator('.chip')
      .first()
      .click({ modifiers: ['Control'] });
    await (await opened).waitForURL(atConsole);
    await keysWork();
  });

  test('on the count of an account’s roles, which lists them; Escape comes back to the words', async () => {
    await search(popup, 'payments');
    await popup.locator('[role=option][data-kind="account"] [data-roles]').first().click();
    await expect.poll(async () => (await shownRows(popup)).map(({ kind }) => kind)).toContain('role');
    await expect.poll(() => popup.getByRole('combobox').inputValue()).toBe('');
    await popup.keyboard.type('zzz');
    await popup.keyboard.press('Escape');
    await expect.poll(() => popup.getByRole('combobox').inputValue()).toBe('payments');
    await search(popup, '');
    await keysWork();
  });

  test('on the list’s empty space', async () => {
    await search(popup, '111111111111 readonly');
    await clickList('below the last row');
    await popup.keyboard.press('Escape');
    await keysWork();
  });

  test.runIf(isLong)('on the scroll bar, which scrolls', async () => {
    await popup.setViewportSize({ width: 460, height: 300 });
    const list = popup.locator('.list');
    expect(await list.evaluate((node) => node.getBoundingClientRect().width - node.clientWidth)).toBeGreaterThan(0);
    await clickList('scroll bar');
    await expect.poll(() => list.evaluate((node) => node.scrollTop)).toBeGreaterThan(0);
    await keysWork();
  });

  test.runIf(isLong)('on words that can’t be clicked', async () => {
    await popup.locator('.footer-who').click();
    await keysWork();
  });

  test('on the footer’s button, whose list Enter then works in', async () => {
    await popup.getByRole('button', { name: '1/5' }).click();
    await expect.poll(async () => (await shownRows(popup)).map(({ kind }) => kind)).toEqual(['command', 'command']);
    expect(await popup.getByRole('combobox').getAttribute('placeholder')).toBe('Account, number, role, app…');
    expect(await violations(popup)).toEqual([]);
    await popup.keyboard.press('ArrowDown');
    await expect.poll(async () => (await shownRows(popup))[1]?.isActive).toBe(true);
    await popup.keyboard.press('Escape');
    await keysWork();
  });

  test('on an action of the menu, and on Undo', async () => {
    await popup.keyboard.press('?');
    await popup.locator('[role=option][data-command=pin]').click();
    await popup.getByText('is pinned').waitFor();
    await keysWork();
    await popup.keyboard.press('Alt+KeyP');
    await popup.getByText('no longer pinned').waitFor();
    await popup.getByRole('button', { name: 'Undo' }).click();
    await popup.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });
    await keysWork();
  });

  test.runIf(isLong)('and after Undo was pressed with the keyboard', async () => {
    await popup.keyboard.press('Alt+KeyP');
    await popup.getByRole('button', { name: 'Undo' }).focus();
    await popup.keyboard.press('Enter');
    await popup.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });
    expect(await popup.evaluate(() => document.activeElement?.role)).toBe('combobox');
    await keysWork();
  });

  test('and a list that scrolls is no riddle to axe', async () => {
    await popup.setViewportSize({ width: 460, height: 300 });
    await popup.locator('.list').click({ position: { x: 100, y: 10 }, modifiers: ['Control'] });
    expect(await violations(popup)).toEqual([]);
  });

  // The last: it leaves a second session open.
  test.runIf(isLong)('on the chip of another role than the usual one, which opens that one', async () => {
    const chip = popup.locator('[role=option][data-kind="account"][data-account-id="111111111111"] .chip[data-role]');
    const role = (await chip.first().textContent()) ?? '';
    const opened = burgee.context.waitForEvent('page');
    await chip.first().click({ modifiers: ['Control'] });
    const tab = await opened;
    await tab.waitForURL(atConsole);
    expect(await label(tab, 'known')).toMatchObject({ 'data-role-name': role });
    await keysWork();
  });
});
