import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { allListed, pressAndLeave, shownRows } from './launcher';

const startUrl = 'https://d-1234567890.awsapps.com/start';
const HELD = "await new Promise((go) => Reflect.set(globalThis, 'letGo', go));\n";

let simulator: Simulator;
let burgee: Burgee;
let extension: string;

afterEach(() => expect(burgee.errors).toEqual([]));
afterAll(() => rm(extension, { recursive: true, force: true }));

/** Signed in, with a launcher that waits to be let go, and that was open once before. */
async function start(world: 'small' | 'hostile'): Promise<void> {
  extension = await heldBack();
  simulator = await startSimulator({ world });
  burgee = await launchBurgee({ simulator, extension });
  await burgee.signInAtPortal(startUrl);
  await openedBefore();
}

async function stop(): Promise<void> {
  await burgee.close();
  await simulator.close();
  await rm(extension, { recursive: true, force: true });
}

async function openedBefore(): Promise<void> {
  const popup = await burgee.openPage('popup.html');
  await letGo(popup);
  await popup.locator('[role=status][data-inventory=complete]').waitFor();
  // Kept in the turn in which the list came.
  await popup.close();
}

/** The built extension, with a launcher that is on hold until the test lets it go. */
async function heldBack(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'burgee-held-'));
  await cp('.output/chrome-mv3-test', folder, { recursive: true });
  const [launcher = ''] = (await readdir(join(folder, 'chunks'))).filter((name) => /^popup-.*\.js$/.test(name));
  const file = join(folder, 'chunks', launcher);
  await writeFile(file, HELD + (await readFile(file, 'utf8')));
  return folder;
}

function letGo(popup: Page): Promise<void> {
  return popup.evaluate(() => (Reflect.get(globalThis, 'letGo') as () => void)());
}

function listed(popup: Page): Promise<void> {
  return popup.locator('[role=status][data-inventory]').waitFor();
}

describe('before the launcher runs', () => {
  let popup: Page;

  beforeAll(() => start('small'));
  afterEach(async () => {
    for (const page of burgee.context.pages().slice(1)) await page.close();
  });
  afterAll(stop);

  async function openHeld(): Promise<Page> {
    popup = await burgee.openPage('popup.html');
    return popup;
  }

  test('its rows and its field, ready for letters, are in the page', async () => {
    await openHeld();
    const before = await shownRows(popup);
    expect(before.length).toBeGreaterThan(3);
    expect(before[0]?.isActive).toBe(true);
    await expect
      .poll(() => popup.getByRole('combobox').evaluate((field) => field === document.activeElement))
      .toBe(true);
    await letGo(popup);
    await listed(popup);
    expect(await shownRows(popup)).toEqual(before);
  });

  test('nothing that is seen is taken away or loses the focus when it takes over', async () => {
    await openHeld();
    await popup.evaluate(() => {
      const seen = { gone: [] as string[], blurs: 0 };
      const watch = new MutationObserver((changes) => {
        for (const node of changes.flatMap(({ removedNodes }) => [...removedNodes]))
          if (node instanceof Element) seen.gone.push(node.outerHTML);
      });
      watch.observe(document.body, { childList: true, subtree: true });
      document.querySelector('input')?.addEventListener('blur', () => (seen.blurs += 1));
      Reflect.set(globalThis, 'seen', seen);
    });
    await letGo(popup);
    await listed(popup);
    expect(await popup.evaluate(() => Reflect.get(globalThis, 'seen') as unknown)).toEqual({ gone: [], blurs: 0 });
  });

  test('letters typed are kept, and find what they mean once it runs', async () => {
    await openHeld();
    await popup.keyboard.type('staging');
    await letGo(popup);
    await popup.keyboard.type(' ');
    await listed(popup);
    expect(await popup.getByRole('combobox').inputValue()).toBe('staging ');
    await expect.poll(async () => (await shownRows(popup))[0]?.text).toContain('staging');
  });

  test('Enter opens what the letters find, not the row that was shown', async () => {
    await openHeld();
    const [first] = await shownRows(popup);
    await popup.keyboard.type('sandbox');
    await popup.keyboard.press('Enter');
    const opened = burgee.context.waitForEvent('page');
    await letGo(popup);
    const tab = await opened;
    await tab.waitForURL(/console\.aws/);
    await expect.poll(() => tab.locator('burgee-label').getAttribute('aria-label')).toContain('sandbox');
    expect(first?.text).not.toContain('sandbox');
  });

  test('arrow and Enter open the row of those shown to which the arrow led', async () => {
    await openHeld();
    const [, second] = await shownRows(popup);
    await popup.keyboard.press('ArrowDown');
    await pressAndLeave(popup, 'Enter');
    const opened = burgee.context.waitForEvent('page');
    await letGo(popup);
    const tab = await opened;
    await tab.waitForURL(/console\.aws/);
    await expect.poll(() => tab.locator('burgee-label').getAttribute('data-account-id')).toBe(second?.accountId);
  });

  test('a click opens the row that was clicked', async () => {
    await openHeld();
    const [, , third] = await shownRows(popup);
    await popup.getByRole('option').nth(2).click();
    const opened = burgee.context.waitForEvent('page');
    await letGo(popup);
    const tab = await opened;
    await tab.waitForURL(/console\.aws/);
    await expect.poll(() => tab.locator('burgee-label').getAttribute('data-account-id')).toBe(third?.accountId);
  });

  test.each<[what: string, change: (kept: Record<string, unknown>) => unknown]>([
    ['of another version', (kept) => ({ ...kept, stamp: `${String(kept['stamp'])}.1` })],
    ['that is none', (kept) => ({ ...kept, picture: ['main', {}, ['script', {}, 'alert(1)']] })],
    ['with rows that are none', (kept) => ({ ...kept, rows: [{ name: 'payments-prod' }] })],
  ])('a picture %s is not shown, and the list comes all the same', async (_, change) => {
    const options = await burgee.openPage('options.html');
    const text = (await options.evaluate(() => localStorage.getItem('first-screen'))) ?? '';
    await options.evaluate(
      (changed) => localStorage.setItem('first-screen', changed),
      JSON.stringify(change(JSON.parse(text) as Record<string, unknown>)),
    );
    await openHeld();
    expect(await popup.evaluate(() => document.body.textContent?.trim())).toBe('');
    await letGo(popup);
    await allListed(popup, simulator.world);
    expect((await shownRows(popup)).length).toBeGreaterThan(3);
    expect(await popup.getByRole('combobox').evaluate((field) => field === document.activeElement)).toBe(true);
  });

  test('nothing is shown of a portal that was removed', async () => {
    const options = await burgee.openPage('options.html');
    const portals = options.getByRole('region', { name: 'Access portals' });
    await portals.getByRole('button', { name: 'Remove' }).click();
    await portals.getByRole('group').getByRole('button', { name: 'Remove' }).click();
    await options.getByText('No portal').waitFor();
    await openHeld();
    expect(await popup.evaluate(() => document.body.textContent?.trim())).toBe('');
    expect(await popup.evaluate(() => JSON.stringify(localStorage))).not.toContain('payments');
  });
});

describe('names from AWS in the picture', () => {
  beforeAll(() => start('hostile'));
  afterAll(stop);

  test('are text, as in the launcher', async () => {
    const popup = await burgee.openPage('popup.html');
    const before = await shownRows(popup);
    expect(before.map(({ text }) => text).join(' ')).toContain('<');
    expect(await popup.locator('main').locator('img, script, b').count()).toBe(0);
    await letGo(popup);
    await listed(popup);
    expect((await shownRows(popup)).slice(0, before.length)).toEqual(before);
  });
});
