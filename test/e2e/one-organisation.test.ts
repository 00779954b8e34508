import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { worlds } from '../simulator/worlds';
import { type Burgee, launchBurgee } from './browser';
import { labelled, openLauncher, press, search, tellWorker } from './launcher';

const [first, second] = worlds['two-regions']().portals.map(({ startUrl }) => startUrl);
if (!first || !second) throw new Error('the world has two portals');

describe('one organisation with portals in two regions', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let popup: Page;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'two-regions' });
    burgee = await launchBurgee({ simulator });
    (await burgee.signInAtPortal(first)).close();
    popup = await openLauncher(burgee);
    await listed('complete');
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  const listed = (state: string): Promise<void> =>
    popup.locator(`[role=status][data-inventory=${state}][data-accounts="5"][data-roles="9"][data-apps="3"]`).waitFor();

  test('has one list, however many of its portals are signed in to', async () => {
    const before = simulator.ledger.count('ListAccounts');
    await burgee.signInAtPortal(second);
    await expect.poll(() => simulator.ledger.count('ListAccounts')).toBeGreaterThan(before);
    await listed('complete');
    const options = await burgee.openPage('options.html');
    await options.getByText(`also at`).getByText(second).waitFor();
    expect(await options.getByRole('heading', { level: 3, name: /^https:/ }).allTextContents()).toEqual([first]);
    await options.close();
  });

  test('opens a console at the portal where the person has signed in last', async () => {
    await search(popup, '111111111111 admin');
    const federations = (): string[] => simulator.ledger.calls('FederateConsole').map(({ origin }) => origin);
    const tab = await press(burgee, popup, 'Enter', /console\.aws\.amazon\.com/);
    await labelled(tab, '111111111111', 'production');
    expect(federations()).toEqual([second]);
    popup = await openLauncher(burgee);
  });

  test('is signed out where that portal is, and in again at either', async () => {
    const page = burgee.context.pages().find((own) => own.url().startsWith(second));
    await page?.getByRole('button', { name: 'Sign out' }).click();
    await listed('ended');
    await burgee.context.clearCookies({ domain: new URL(first).hostname });
    await burgee.signInAtPortal(first);
    await listed('complete');
  });
});

test('another person’s sign-in at the second portal stays a list of its own', async () => {
  const [one, other] = worlds['two-regions']().portals;
  if (!one || !other) throw new Error('the world has two portals');
  const stranger = { ...other, user: { name: 'Omar Admin', email: 'omar@example.com' } };
  const simulator = await startSimulator({ world: { portals: [one, stranger], multiSession: false } });
  const burgee = await launchBurgee({ simulator });
  for (const { startUrl } of [one, stranger]) await burgee.signInAtPortal(startUrl);
  const popup = await openLauncher(burgee);
  await popup.locator('[role=status][data-inventory=complete][data-accounts="10"]').waitFor();

  await tellWorker(popup, 'signOut', { portal: stranger.startUrl });
  const [name] = new URL(stranger.startUrl).host.split('.');
  await popup.getByText(`${name}: Signed out. Last listed`).waitFor();
  await expect.poll(() => popup.locator('.footer-who').textContent()).toMatch(`${name}: signed out · Jane Doe at`);
  await burgee.close();
  await simulator.close();
});
