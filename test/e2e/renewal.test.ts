import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Gate } from '../simulator/gate';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { isLong, sampled } from './how-long';
import { allListed, openLauncher, press, search, wakeWorker } from './launcher';

const startUrl = 'https://d-1234567890.awsapps.com/start';

describe('a session that comes to its end', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let options: Page;

  beforeEach(async () => {
    simulator = await startSimulator({ world: 'small' });
    simulator.settings.throttle = { burst: 1_000, perSecond: 1_000 };
    burgee = await launchBurgee({ simulator });
  });
  afterEach(async () => {
    expect(burgee.errors).toEqual([]);
    await burgee.close();
    await simulator.close();
  });

  async function signInWithAws(): Promise<void> {
    const portal = await burgee.context.newPage();
    await portal.goto(`${startUrl}/`);
    await portal.getByRole('button', { name: 'Sign in' }).waitFor();
    options = await burgee.openPage('options.html');
    const opened = burgee.context.waitForEvent('page');
    await options.getByRole('button', { name: 'Sign in with AWS' }).click();
    const tab = await opened;
    await Promise.all([tab.waitForEvent('close'), tab.locator('#allow').click()]);
    await options.getByText('Burgee renews the session by itself').waitFor();
    await portal.close();
  }

  const renewals = () => simulator.ledger.count('CreateToken') - 1;

  test.each(sampled(['rotate', 'keep', 'omit'], 1))(
    'is renewed once in its last quarter, without a tab, where the refresh token is to %s',
    async (refreshTokens) => {
      Object.assign(simulator.settings, { accessTokenMs: 12_000, refreshTokens });
      await signInWithAws();
      const tabs = burgee.context.pages().length;
      await expect.poll(wokenRenewals, { timeout: 15_000, interval: 500 }).toBe(1);
      for (let wake = 0; wake < 20; wake += 1) await wakeWorker(options);
      expect(renewals()).toBe(1);
      await options.getByRole('button', { name: 'Refresh the list' }).click();
      await allListed(await openLauncher(burgee), simulator.world);
      expect(burgee.context.pages()).toHaveLength(tabs + 1);
      expect(simulator.ledger.entries.filter(({ op, status }) => op.startsWith('List') && status === 401)).toEqual([]);
    },
  );

  test.runIf(isLong)('whose renewal is refused ends at its own time, with one button and no tab', async () => {
    simulator.settings.accessTokenMs = 12_000;
    await signInWithAws();
    const tabs = burgee.context.pages().length;
    simulator.oidc.refreshTokens.clear();
    await expect.poll(wokenRenewals, { timeout: 15_000, interval: 500 }).toBe(1);
    await options.getByText('Signed out.').waitFor();
    await expect.poll(wokenRenewals, { timeout: 2_000 }).toBe(1);
    expect(burgee.context.pages()).toHaveLength(tabs);
  });

  test.runIf(isLong)(
    'whose renewal is cut off with the worker is used to its own end, asked for once and without a tab',
    async () => {
      simulator.settings.accessTokenMs = 8_000;
      await signInWithAws();
      const tabs = burgee.context.pages().length;
      const gate = new Gate();
      simulator.faults.set({ op: 'CreateToken', times: 1, effect: { kind: 'hold', gate } });
      await expect.poll(wokenRenewals, { timeout: 15_000, interval: 500 }).toBe(1);
      await burgee.killWorker();
      gate.open();
      await wakeWorker(options);
      await options.getByText('Signed out.').waitFor();
      expect(await wokenRenewals()).toBe(1);
      expect(burgee.context.pages()).toHaveLength(tabs);
    },
  );

  async function wokenRenewals(): Promise<number> {
    await wakeWorker(options);
    return renewals();
  }

  test('lets a launch wait: it goes on by itself after the sign-in, in the same tab and once', async () => {
    await burgee.signInAtPortal(startUrl);
    const popup = await openLauncher(burgee);
    await allListed(popup, simulator.world);
    // As the portal's own "Sign out" in another window does.
    await burgee.context.clearCookies();
    await popup.locator('[role=status][data-inventory=ended]').waitFor();
    await popup.bringToFront();
    await search(popup, 'payments-dev DeveloperAccess');
    const tab = await press(burgee, popup, 'Enter', /awsapps\.com/);
    await tab.getByRole('button', { name: 'Sign in' }).waitFor();
    await burgee.signInAtPortal(startUrl);
    await tab.waitForURL(/^https:\/\/[^/]*console\.aws\.amazon\.com/);
    expect(simulator.ledger.count('FederateConsole', 200)).toBe(1);
  });

  test.runIf(isLong)('lets a launch wait that nobody but its own tab sees the sign-in of', async () => {
    await burgee.signInAtPortal(startUrl);
    const popup = await openLauncher(burgee);
    await allListed(popup, simulator.world);
    const session = await burgee.context.cookies(startUrl);
    await burgee.context.clearCookies();
    await popup.locator('[role=status][data-inventory=ended]').waitFor();
    await Promise.all(
      burgee.context.pages().flatMap((page) => (page.url().startsWith(startUrl) ? [page.close()] : [])),
    );
    await popup.bringToFront();
    await search(popup, 'payments-dev DeveloperAccess');
    const tab = await press(burgee, popup, 'Enter', /awsapps\.com/);
    await tab.getByRole('button', { name: 'Sign in' }).waitFor();
    // As a sign-in in a window that Burgee does not see, or one that was closed at once.
    await burgee.context.addCookies(session);
    await tab.waitForURL(/^https:\/\/[^/]*console\.aws\.amazon\.com/);
    expect(simulator.ledger.count('FederateConsole', 200)).toBe(1);
  });
});
