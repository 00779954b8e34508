import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type BurgeeInFirefox, launchFirefox } from './firefox';
import type { Tab } from './tab';

const startUrl = 'https://d-1234567890.awsapps.com/start';

describe('the journey in Firefox', () => {
  let simulator: Simulator;
  let burgee: BurgeeInFirefox;
  let popup: Tab;
  let production: Tab;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    burgee = await launchFirefox({ simulator });
    await burgee.signInAtPortal(startUrl);
    popup = await burgee.openPage('popup.html');
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  test('a sign-in at the portal fills the list', async () => {
    const accounts = simulator.world.portals.flatMap((portal) => portal.accounts);
    const roles = accounts.reduce((sum, account) => sum + account.roles.length, 0);
    await popup.find(
      `[role=status][data-inventory=complete][data-accounts="${accounts.length}"][data-roles="${roles}"]`,
    );
  });

  test('below its button in the toolbar the launcher makes the room that it needs', async () => {
    await burgee.window.pressButton();
    await expect.poll(() => burgee.window.belowButton()).toEqual({ width: 460, height: 560 });
    await burgee.window.pressButton();
    await expect.poll(() => burgee.window.belowButton()).toBe(undefined);
  });

  test('words find account and role, and Enter lands in that console with the right label', async () => {
    await popup.show();
    await popup.type('pay prod');
    const first = await popup.find('[role=option][aria-selected=true][data-account-id="111111111111"]');
    production = await burgee.opens(() => popup.press('Enter').catch(() => undefined));
    await production.at(/console\.aws\.amazon\.com/);
    const label = await production.find('burgee-label[data-state=known][data-level]');
    expect(label).toMatchObject({
      'data-account-id': '111111111111',
      'data-role-name': first['data-role-name'],
      'data-level': 'production',
    });
  });

  test('the tab strip shows the flag in the account’s colour', async () => {
    await production.show();
    const drawn = async (): Promise<string> => {
      const [, data = ''] = (await burgee.window.icon()).split('base64,');
      return Buffer.from(data, 'base64').toString();
    };
    await expect.poll(drawn).toContain('#c8102e');
  });

  test('a page that removes the label before any frame can show it has a line at its foot that it cannot remove', async () => {
    await production.evaluate(() => {
      const remove = (): void => document.querySelector('burgee-label')?.remove();
      const fight = new MutationObserver(remove);
      Object.assign(window, { leave: () => fight.disconnect() });
      fight.observe(document, { childList: true, subtree: true });
      remove();
    });
    const line = (): Promise<string> =>
      production.evaluate(() => getComputedStyle(document.documentElement, '::after').content);
    await expect.poll(line).toContain('111111111111');
    await production.evaluate(() => (Reflect.get(window, 'leave') as () => void)());
    await expect.poll(line).toBe('none');
  });

  test('a page whose session was replaced by another sign-in is veiled', async () => {
    const other = await burgee.newTab();
    await other.goto(`${startUrl}/#/console?account_id=222222222222&role_name=DeveloperAccess`);
    await other.find('burgee-label[data-state=known][data-account-id="222222222222"]');
    await production.show();
    await production.find('burgee-label[data-state=stale][data-account-id="111111111111"]');
  });

  test('a background page that was stopped starts again and knows who is signed in', async () => {
    await burgee.window.stopBackground();
    const again = await burgee.openPage('popup.html');
    await again.find('[role=status][data-inventory=complete]');
    await again.type('pay dev');
    await again.find('[role=option][aria-selected=true][data-account-id="222222222222"]');
    const tab = await burgee.opens(() => again.press('Enter').catch(() => undefined));
    await tab.find('burgee-label[data-state=known][data-account-id="222222222222"]');
  });

  test('nothing reported an error, and no call carried a cookie', () => {
    expect(burgee.errors).toEqual([]);
    expect(simulator.ledger.apiCallsWithCookies()).toEqual([]);
    expect(simulator.ledger.tokensSeenElsewhere()).toEqual([]);
  });
});
