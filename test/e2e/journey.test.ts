import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { sampled } from './how-long';
import { allListed, labelled, openLauncher, press, search, shownRows } from './launcher';

const startUrl = 'https://d-1234567890.awsapps.com/start';

describe.each(sampled(['small', 'medium'], 1))('the journey in the %s world', (world) => {
  let simulator: Simulator;
  let burgee: Burgee;
  let popup: Page;

  beforeAll(async () => {
    simulator = await startSimulator({ world });
    simulator.settings.throttle = { burst: 100, perSecond: 100 };
    burgee = await launchBurgee({ simulator });
    await burgee.signInAtPortal(startUrl);
    popup = await openLauncher(burgee);
    await allListed(popup, simulator.world);
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  test('the search field has the focus at once', async () => {
    expect(
      await popup
        .getByRole('combobox', { name: 'Search accounts, roles and apps' })
        .evaluate((node) => node === document.activeElement),
    ).toBe(true);
  });

  test('every role of an account is found by its number and name', async () => {
    const account = simulator.world.portals[0]?.accounts[3];
    if (!account) throw new Error('the world has no fourth account');
    const found = await search(popup, account.id);
    const roles = found
      .filter(({ kind, accountId }) => kind === 'role' && accountId === account.id)
      .map(({ roleName }) => roleName);
    expect(roles.toSorted()).toEqual(account.roles.toSorted());
    expect(found[0]?.isActive).toBe(true);
  });

  test('words in any order find account and role, and Enter lands in that console with the right label', async () => {
    const account = simulator.world.portals[0]?.accounts.find(({ name }) => name === 'payments-prod');
    const role = account?.roles[0] ?? '';
    const [first] = await search(popup, `${role.slice(0, 5).toLowerCase()} prod pay`);
    expect(first).toMatchObject({ kind: 'role', accountId: account?.id, roleName: role, isActive: true });
    const tab = await press(burgee, popup, 'Enter', /console\.aws\.amazon\.com/);
    await labelled(tab, account?.id ?? '', 'production');
    expect(await tab.locator('burgee-label').getAttribute('data-role-name')).toBe(role);
    await tab.close();
    popup = await openLauncher(burgee);
  });

  test('an app is found and opened in the app itself', async () => {
    const app = simulator.world.portals[0]?.apps[0];
    await search(popup, 'slack');
    await popup.locator(`[data-app-id="${app?.id ?? ''}"][aria-selected=true]`).waitFor();
    const found = await shownRows(popup);
    expect(found.find(({ kind }) => kind === 'app')?.appId).toBe(app?.id);
    const opened = burgee.context.waitForEvent('page');
    await popup.locator(`[data-app-id="${app?.id ?? ''}"]`).click({ modifiers: ['Control'] });
    const tab = await opened;
    await tab.waitForURL(/app\.example/);
    expect(tab.url()).toBe(app?.url);
    await tab.close();
  });

  test('arrows move, Escape clears', async () => {
    await search(popup, 'prod');
    await popup.keyboard.press('ArrowDown');
    const rows = await shownRows(popup);
    expect(rows.findIndex(({ isActive }) => isActive)).toBe(1);
    await popup.keyboard.press('Escape');
    expect(await popup.getByRole('combobox').inputValue()).toBe('');
  });

  test('no error was reported by any page or by the worker, and no call carried a cookie', () => {
    expect(burgee.errors).toEqual([]);
    expect(simulator.ledger.apiCallsWithCookies()).toEqual([]);
    expect(simulator.ledger.tokensSeenElsewhere()).toEqual([]);
    expect(simulator.ledger.count('StartDeviceAuthorization')).toBe(0);
  });
});
