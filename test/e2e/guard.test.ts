import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Simulator } from '../simulator/simulator';
import type { Burgee } from './browser';
import { enter, signedIn } from './console';
import { label, labelled } from './launcher';

describe('the guard for production', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let options: Page;

  beforeAll(async () => {
    ({ simulator, burgee } = await signedIn());
    options = await burgee.openPage('options.html');
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  test('is off until it is switched on', async () => {
    const page = await enter(burgee, '111111111111', 'AdministratorAccess');
    await labelled(page, '111111111111', 'production');
    await page.locator('#delete-database').click();
    expect(await page.locator('#log').textContent()).toBe('delete-database ');
    await page.close();
  });

  test('switched on, it stops a press in a production tab that is open already, and lets it through once confirmed', async () => {
    const page = await enter(burgee, '111111111111', 'AdministratorAccess');
    await labelled(page, '111111111111', 'production');
    await options.getByLabel('Ask before anything destructive').check();
    await expect.poll(() => storedGuard(options)).toBe(true);
    await page.locator('#terminate-instance').click();
    expect(await page.locator('#log').textContent()).toBe('');
    await page.locator('#start-instance').evaluate((node) => node.scrollIntoView());
    // The question stands in a closed root: it is answered as a person would, with Tab and Enter.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('#log').textContent()).toBe('');
    await page.locator('#terminate-instance').click();
    expect(await page.locator('#log').textContent()).toBe('terminate-instance ');
    await page.close();
  });

  test('stops the keyboard too, and says no by default', async () => {
    const page = await enter(burgee, '111111111111', 'AdministratorAccess');
    await labelled(page, '111111111111', 'production');
    await page.locator('#stop-instance').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#log').textContent()).toBe('');
    await page.keyboard.press('Enter');
    await page.locator('#stop-instance').focus();
    await page.keyboard.press('Space');
    expect(await page.locator('#log').textContent()).toBe('');
    await page.close();
  });

  test('leaves harmless controls and other accounts alone', async () => {
    const production = await enter(burgee, '111111111111', 'AdministratorAccess');
    await labelled(production, '111111111111', 'production');
    await production.locator('#start-instance').click();
    expect(await production.locator('#log').textContent()).toBe('start-instance ');
    await production.close();
    const development = await enter(burgee, '222222222222', 'DeveloperAccess');
    await labelled(development, '222222222222', 'development');
    await development.locator('#delete-database').click();
    expect(await development.locator('#log').textContent()).toBe('delete-database ');
    await development.close();
  });

  test('the look of every open console follows the settings at once', async () => {
    const page = await enter(burgee, '222222222222', 'DeveloperAccess');
    await labelled(page, '222222222222', 'development');
    await options.getByLabel('The badge alone').check();
    await expect.poll(() => options.evaluate(storedForm)).toBe('badge');
    await label(page, 'known');
    await page.close();
  });
});

async function storedGuard(page: Page): Promise<unknown> {
  const look = await page.evaluate(async () => {
    const { storage } = Reflect.get(globalThis, 'chrome') as {
      storage: { local: { get(key: string): Promise<Record<string, { isGuarded: boolean }>> } };
    };
    return storage.local.get('look:111111111111');
  });
  return look['look:111111111111']?.isGuarded;
}

/** Runs in the page. */
async function storedForm(): Promise<unknown> {
  const { storage } = Reflect.get(globalThis, 'chrome') as {
    storage: { local: { get(key: string): Promise<Record<string, { form: string }>> } };
  };
  return (await storage.local.get('look:222222222222'))['look:222222222222']?.form;
}
