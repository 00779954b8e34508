import { cp, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { isLong, sampled, seedsOf } from './how-long';
import { allListed, openLauncher, search, tellWorker, wakeWorker } from './launcher';

const startUrl = 'https://d-1234567890.awsapps.com/start';

describe('what Burgee has stored', () => {
  let simulator: Simulator;
  let burgee: Burgee;

  let kept: string;

  /** A browser in which the list was read and a role was pinned; each test has a copy of what it left on the disk. */
  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    burgee = await launchBurgee({ simulator });
    await burgee.signInAtPortal(startUrl);
    const popup = await openLauncher(burgee);
    await allListed(popup, simulator.world);
    await pinFirst(popup);
    await popup.close();
    await burgee.close({ keepProfile: true });
    kept = burgee.profile;
  });
  afterEach(() => burgee.close());
  afterAll(async () => {
    await rm(kept, { recursive: true, force: true });
    await simulator.close();
  });

  /** Lets something happen to what was kept, and starts a browser on it. */
  async function restart(meanwhile: (profile: string) => Promise<void> = async () => undefined): Promise<Page> {
    const profile = await mkdtemp(join(tmpdir(), 'burgee-profile-'));
    await cp(kept, profile, { recursive: true });
    await meanwhile(profile);
    simulator.ledger.clear();
    burgee = await launchBurgee({ simulator, profile });
    return openLauncher(burgee);
  }

  test('is there at once after a restart of the browser, with its age and one button; no tab opens by itself', async () => {
    const popup = await restart();
    await popup.locator('[role=status][data-inventory=ended][data-accounts="5"]').waitFor();
    await popup.getByText('Last listed just now').waitFor();
    expect(await popup.getByRole('button', { name: 'Sign in' }).count()).toBe(1);
    expect(await search(popup, 'payments-prod')).not.toEqual([]);
    expect(burgee.context.pages().filter((page) => page.url().startsWith('https:'))).toEqual([]);
    expect(simulator.ledger.entries.filter(({ op }) => op !== '')).toEqual([]);
  });

  const damages: readonly (readonly [what: string, damage: (folder: string) => Promise<void>])[] = [
    ['CURRENT is garbage', (folder) => writeFile(join(folder, 'CURRENT'), 'garbage\n')],
    ['MANIFEST is cut off', async (folder) => truncate(join(folder, await named(folder, /^MANIFEST/)), 10)],
    [
      'the log has flipped bytes',
      async (folder) => writeFile(join(folder, await named(folder, /\.log$/)), '\u0001'.repeat(4_096)),
    ],
    ['all its files are gone', (folder) => rm(folder, { recursive: true })],
    [
      'a file stands where its folder was',
      async (folder) => {
        await rm(folder, { recursive: true });
        await writeFile(folder, 'in the way');
      },
    ],
  ];

  test.each(sampled(damages, 1))(
    'survives a database of which %s: list and pins are there, and it is listed anew',
    async (_, damage) => {
      const popup = await restart(async (profile) => damage(await databaseFolder(profile)));
      await popup.locator('[role=status][data-inventory=ended][data-accounts="5"]').waitFor();
      await burgee.signInAtPortal(startUrl);
      await allListed(popup, simulator.world);
      await expect.poll(() => isFirstPinned(popup)).toBe(true);
      expect(burgee.errors).toEqual([]);
    },
  );

  const others: readonly (readonly [what: string, damage: (profile: string, id: string) => Promise<void>])[] = [
    [
      'the looks in storage.local are garbage',
      (profile, id) => writeFile(join(profile, 'Default', 'Local Extension Settings', id, 'CURRENT'), 'garbage\n'),
    ],
    [
      'the copies in the Cache are gone',
      (profile) => rm(join(profile, 'Default', 'Service Worker', 'CacheStorage'), { recursive: true }),
    ],
    [
      'the first rows in localStorage are garbage',
      (profile) => writeFile(join(profile, 'Default', 'Local Storage', 'leveldb', 'CURRENT'), 'garbage\n'),
    ],
  ];

  test.runIf(isLong).each(others)('survives that %s: list and pins are there', async (_, damage) => {
    const popup = await restart((profile) => damage(profile, burgee.extensionId));
    await popup.locator('[role=status][data-inventory=ended][data-accounts="5"]').waitFor();
    await burgee.signInAtPortal(startUrl);
    await allListed(popup, simulator.world);
    await expect.poll(() => isFirstPinned(popup)).toBe(true);
    expect(burgee.errors).toEqual([]);
  });

  test.runIf(isLong)('survives a database of a newer Burgee: pins are kept', async () => {
    await restart();
    await burgee.signInAtPortal(startUrl);
    const page = await burgee.openPage('options.html');
    await burgee.killWorker();
    await page.evaluate(openNewer);
    await burgee.killWorker();
    const popup = await openLauncher(burgee);
    await wakeWorker(popup);
    await popup.locator('[role=status][data-accounts="5"]').waitFor();
    const options = await burgee.openPage('options.html');
    await options.getByRole('button', { name: 'Refresh the list' }).click();
    await allListed(popup, simulator.world);
    expect(await isFirstPinned(popup)).toBe(true);
  });

  test('is on the disk as soon as it is said to be: the browser is killed at once after a pin', async () => {
    const [first] = await pinsOf(await restart());
    for (const seed of seedsOf({ long: 50 })) {
      await tellWorker(await openLauncher(burgee), seed % 2 === 0 ? 'unpin' : 'pin', { key: first });
      await killBrowser(burgee);
      burgee = await launchBurgee({ simulator, profile: burgee.profile });
      expect(await pinsOf(await openLauncher(burgee))).toEqual(seed % 2 === 0 ? [] : [first]);
    }
  }, 900_000);

  test.runIf(isLong)('loses nothing where four launchers change it at once', async () => {
    const popup = await restart();
    const pages = [popup, ...(await Promise.all([1, 2, 3].map(() => openLauncher(burgee))))];
    const before = await pinsOf(popup);
    const sent = await Promise.all(
      pages.map((page, at) => page.evaluate(changeAtRandom, { seed: at, portal: startUrl, steps: 50 })),
    );
    const after = await pinsOf(popup);
    expect(after.toSorted()).toEqual([...before, ...sent.flat()].toSorted());
  });

  test('survives a copy of one’s choices that was damaged: the sound one takes its place', async () => {
    await restart();
    const page = await burgee.openPage('options.html');
    await page.evaluate(damageChoices);
    await burgee.killWorker();
    const popup = await openLauncher(burgee);
    await wakeWorker(popup);
    await expect.poll(() => isFirstPinned(popup)).toBe(true);
    await expect.poll(() => page.evaluate(storedPins)).toHaveLength(1);
  });

  test('that is all gone is told from a first run', async () => {
    const popup = await restart(async (profile) => {
      await rm(await databaseFolder(profile), { recursive: true });
      await rm(join(profile, 'Default', 'Service Worker', 'CacheStorage'), { recursive: true, force: true });
    });
    await popup.evaluate(() => localStorage.clear());
    await popup.reload();
    await popup.getByText('The browser lost what Burgee had stored').waitFor();
    await popup.getByRole('button', { name: 'Connect a portal' }).waitFor();
  });
});

/** What is pinned, as the worker holds it. */
function pinsOf(popup: Page): Promise<string[]> {
  return popup.evaluate(async () => {
    const { runtime } = Reflect.get(globalThis, 'chrome') as {
      runtime: { sendMessage(message: unknown): Promise<{ value: { settings: { pins: string[] } } }> };
    };
    return (await runtime.sendMessage({ call: 'settings', args: {} })).value.settings.pins;
  });
}

/** Ends the browser without a word to it, as a loss of power does. */
async function killBrowser({ context }: Burgee): Promise<void> {
  const closed = context.waitForEvent('close');
  const cdp = await context.browser()?.newBrowserCDPSession();
  const found = await cdp?.send('SystemInfo.getProcessInfo');
  const own = found?.processInfo.find(({ type }) => type === 'browser');
  if (own) process.kill(own.id, 'SIGKILL');
  await closed;
}

interface Changes {
  readonly seed: number;
  readonly portal: string;
  readonly steps: number;
}

/** Runs in the page: pins and unpins of its own accounts, one after the other; gives the pins that are left. */
async function changeAtRandom({ seed, portal, steps }: Changes): Promise<string[]> {
  const { runtime } = Reflect.get(globalThis, 'chrome') as {
    runtime: { sendMessage(message: unknown): Promise<unknown> };
  };
  const left = new Set<string>();
  let state = seed * 7_919 + 1;
  for (let step = 0; step < steps; step += 1) {
    state = (state * 48_271) % 2_147_483_647;
    const key = `account|${portal}|${seed + 1}0000000000${state % 10}`;
    const isPin = state % 3 > 0;
    await runtime.sendMessage({ call: isPin ? 'pin' : 'unpin', args: { key } });
    if (isPin) left.add(key);
    else left.delete(key);
  }
  return [...left];
}

async function databaseFolder(profile: string): Promise<string> {
  const folder = join(profile, 'Default', 'IndexedDB');
  return join(folder, await named(folder, /^chrome-extension_.*leveldb$/));
}

async function named(folder: string, pattern: RegExp): Promise<string> {
  const found = (await readdir(folder)).find((name) => pattern.test(name));
  if (found === undefined) throw new Error(`nothing like ${pattern} in ${folder}`);
  return found;
}

async function pinFirst(popup: Page): Promise<void> {
  await search(popup, 'sandbox-jane');
  const row = popup.getByRole('option').first();
  const names = ['data-portal', 'data-account-id', 'data-role-name'];
  const parts = await Promise.all(names.map((name) => row.getAttribute(name)));
  await tellWorker(popup, 'pin', { key: ['role', ...parts].join('|') });
  await vi.waitUntil(() => isFirstPinned(popup), { timeout: 15_000 });
}

/** With no words, pins stand first. */
async function isFirstPinned(popup: Page): Promise<boolean> {
  const [first] = await search(popup, '');
  return first?.accountId === '055555555555';
}

/** Runs in the page: the record of one's choices comes to nothing; its seal stays. */
function damageChoices(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('burgee');
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
    opening.addEventListener('success', () => {
      const tx = opening.result.transaction(['personal'], 'readwrite');
      tx.objectStore('personal').put({ version: 1, pins: [] }, 'personal');
      tx.addEventListener('complete', () => (opening.result.close(), resolve()));
    });
  });
}

/** Runs in the page. */
function storedPins(): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('burgee');
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
    opening.addEventListener('success', () => {
      const asked = opening.result.transaction(['personal']).objectStore('personal').get('personal');
      asked.addEventListener('success', () => {
        opening.result.close();
        resolve((asked.result as { pins: unknown }).pins);
      });
    });
  });
}

/** Runs in the page: the database as a later version leaves it. */
function openNewer(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('burgee', 99);
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
    opening.addEventListener('success', () => {
      opening.result.close();
      resolve();
    });
  });
}
