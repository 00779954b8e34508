import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { sampled } from './how-long';
import { allListed } from './launcher';

describe('an organisation’s short address for its portal', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let welcome: Page;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    burgee = await launchBurgee({ simulator });
    welcome = await burgee.openPage('welcome.html');
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  async function follow(address: string): Promise<Page> {
    await welcome.getByRole('textbox', { name: 'Access portal address' }).fill(address);
    await welcome.getByRole('button', { name: 'Connect' }).click();
    await welcome.getByRole('alert').getByText('not one of AWS’s own hosts').waitFor();
    const opened = burgee.context.waitForEvent('page');
    await welcome.getByRole('button', { name: 'Open it' }).click();
    return opened;
  }

  const isConnected = (): Promise<boolean> => welcome.locator('[role=status]:not([data-inventory=none])').isVisible();

  test('opens nothing without a click of its own', async () => {
    await welcome.getByRole('textbox', { name: 'Access portal address' }).fill('sso.short.example');
    await welcome.getByRole('button', { name: 'Connect' }).click();
    await welcome.getByRole('button', { name: 'Open it' }).waitFor();
    expect(burgee.context.pages().filter((page) => page.url().startsWith('https:'))).toEqual([]);
    expect(simulator.ledger.entries.filter(({ host }) => host === 'sso.short.example')).toEqual([]);
  });

  test.each(
    sampled(
      [
        ['elsewhere.short.example', 'not allowed to see where it led'],
        ['plain.short.example', 'not allowed to see where it led'],
        ['console.short.example', 'not an access portal'],
      ],
      1,
    ),
  )('that leads to no portal connects nothing: %s', async (address, says) => {
    const tab = await follow(`https://${address}/`);
    await welcome.getByRole('alert').getByText(says).waitFor();
    expect(await isConnected()).toBe(false);
    await tab.close();
  });

  test.each(
    sampled(['https://sso.evil-awsapps.com/', 'https://amazonaws.com.evil.example/', 'https://аws.example/'], 1),
  )('that pretends to be AWS’s is not even followed: %s', async (address) => {
    await welcome.getByRole('textbox', { name: 'Access portal address' }).fill(address);
    await welcome.getByRole('button', { name: 'Connect' }).click();
    await welcome.getByRole('alert').getByText('not an AWS access portal').waitFor();
    expect(await welcome.getByRole('button', { name: 'Open it' }).count()).toBe(0);
  });

  test('that leads to a portal is gone on with there, and the list fills after the sign-in', async () => {
    const portal = await follow('sso.short.example');
    await expect
      .poll(() => welcome.getByRole('textbox', { name: 'Access portal address' }).inputValue())
      .toBe('https://d-1234567890.awsapps.com/start');
    await portal.getByRole('button', { name: 'Sign in' }).click();
    await portal.locator('#sign-in').click();
    await allListed(welcome, simulator.world);
    expect(simulator.ledger.tokensSeenElsewhere()).toEqual([]);
    expect(burgee.errors).toEqual([]);
  });
});
