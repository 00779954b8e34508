import type { Page } from 'playwright';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { allListed, openLauncher } from './launcher';

const startUrl = 'https://d-1234567890.awsapps.com/start';

describe('the first run', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let welcome: Page;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    burgee = await launchBurgee({ simulator, isFirstDay: true });
    welcome = await burgee.openPage('welcome.html');
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  test('the welcome page opens by itself after the installation', async () => {
    await expect
      .poll(() => burgee.context.pages().filter((page) => page.url().endsWith('/welcome.html')).length, {
        timeout: 10_000,
      })
      .toBe(2);
  });

  test('the popup without a portal says what to do and offers one step', async () => {
    const popup = await openLauncher(burgee);
    await popup.locator('[role=status][data-inventory=none][data-accounts="0"]').waitFor();
    await popup.getByRole('button', { name: 'Connect a portal' }).waitFor();
    expect(await popup.getByRole('option').count()).toBe(0);
    await popup.close();
  });

  test('a portal’s address pasted into the launcher and Enter lead to where it is connected', async () => {
    const popup = await openLauncher(burgee);
    await popup.getByRole('combobox').fill(`${startUrl}/#/?tab=accounts`);
    const opened = burgee.context.waitForEvent('page');
    await popup.keyboard.press('Enter');
    const address = (await opened).getByRole('textbox', { name: 'Access portal address' });
    await expect.poll(() => address.inputValue()).toBe(startUrl);
    await popup.close();
    await (await opened).close();
  });

  const refused: readonly (readonly [address: string, says: string])[] = [
    ['', 'Type or paste the address'],
    ['http://d-1234567890.awsapps.com/start', 'always at an https address'],
    ['https://awsapps.com.evil.example/start', 'not an AWS access portal'],
    ['https://user:pw@d-1234567890.awsapps.com', 'user name and password'],
    ['https://aa-x.account-access.eu-west-1.app.aws/', 'account access manager'],
  ];

  test.each(refused)('the address "%s" is refused with the reason', async (address, says) => {
    const pages = burgee.context.pages().length;
    await welcome.getByRole('textbox', { name: 'Access portal address' }).fill(address);
    await welcome.getByRole('button', { name: 'Connect' }).click();
    await welcome.getByRole('alert').getByText(says).waitFor();
    expect(burgee.context.pages()).toHaveLength(pages);
  });

  test('a good address opens the portal, and after the sign-in there the list fills', async () => {
    await welcome.getByRole('textbox', { name: 'Access portal address' }).fill(' D-1234567890.awsapps.com/start#/ ');
    const opened = burgee.context.waitForEvent('page');
    await welcome.getByRole('button', { name: 'Connect' }).click();
    const portal = await opened;
    await portal.getByRole('button', { name: 'Sign in' }).click();
    await portal.locator('#sign-in').click();
    await allListed(welcome, simulator.world);
    expect(portal.url()).toContain(startUrl);
    // Nobody has pinned the button of a new extension.
    await welcome.getByText('Alt+Shift+L opens it from any page. The flag is behind the puzzle piece').waitFor();
  });
});

describe('what the browser warns of at the installation', () => {
  test('is exactly the one sentence that the README prints', async () => {
    const simulator = await startSimulator({ world: 'small' });
    const burgee = await launchBurgee({ simulator });
    const page = await burgee.openPage('options.html');
    const manifest = await readFile('.output/chrome-mv3/manifest.json', 'utf8');
    const warnings = await page.evaluate(permissionWarnings, manifest);
    await burgee.close();
    await simulator.close();
    expect(warnings).toHaveLength(1);
    expect(await readFile('README.md', 'utf8')).toContain(`“${warnings[0] ?? 'none'}”`);
  });
});

/** Runs in the page. */
function permissionWarnings(manifest: string): Promise<string[]> {
  interface Management {
    getPermissionWarningsByManifest(manifest: string, told: (warnings: string[]) => void): void;
  }
  const { management } = Reflect.get(globalThis, 'chrome') as { management: Management };
  return new Promise((resolve) => management.getPermissionWarningsByManifest(manifest, resolve));
}
