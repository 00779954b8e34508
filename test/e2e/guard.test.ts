import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { allListed, label, labelled, openLauncher } from './launcher';

const startUrl = 'https://d-1234567890.awsapps.com/start';
const ec2 = 'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1';

async function enter(burgee: Burgee, accountId: string, roleName: string): Promise<Page> {
  const page = await burgee.context.newPage();
  await page.goto(
    `${startUrl}/#/console?account_id=${accountId}&role_name=${roleName}&destination=${encodeURIComponent(ec2)}`,
  );
  await page.waitForURL(/^https:\/\/[^/]*console\.aws/);
  return page;
}

describe('the guard for production', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let options: Page;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    burgee = await launchBurgee({ simulator });
    await burgee.signInAtPortal(startUrl);
    await allListed(await openLauncher(burgee), simulator.world);
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

describe('tab groups', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let extension: string;

  beforeAll(async () => {
    // No automated browser can press the prompt for tab groups: this copy has them granted.
    extension = await mkdtemp(join(tmpdir(), 'burgee-groups-'));
    await cp('.output/chrome-mv3-test', extension, { recursive: true });
    const file = join(extension, 'manifest.json');
    const manifest = JSON.parse(await readFile(file, 'utf8')) as {
      permissions: string[];
      optional_permissions?: string[];
    };
    manifest.permissions.push('tabGroups');
    delete manifest.optional_permissions;
    await writeFile(file, JSON.stringify(manifest));
    simulator = await startSimulator({ world: 'small-multi-session' });
    burgee = await launchBurgee({ simulator, extension });
    await burgee.signInAtPortal(startUrl);
    await allListed(await openLauncher(burgee), simulator.world);
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
    await rm(extension, { recursive: true, force: true });
  });

  test('gather each account’s consoles, one group each, in its colour', async () => {
    const options = await burgee.openPage('options.html');
    await options.getByLabel('tab group of its colour').check();
    await expect.poll(() => options.getByLabel('tab group of its colour').isChecked()).toBe(true);
    await enter(burgee, '111111111111', 'AdministratorAccess');
    await enter(burgee, '111111111111', 'ReadOnlyAccess');
    await enter(burgee, '222222222222', 'DeveloperAccess');
    await expect
      .poll(() => options.evaluate(groupsWithTabs))
      .toEqual([
        { title: 'payments-dev', color: 'blue', tabs: 1 },
        { title: 'payments-prod', color: 'red', tabs: 2 },
      ]);
  });

  test('go on with a group that the person has renamed, also after the worker was stopped', async () => {
    const options = await burgee.openPage('options.html');
    await options.evaluate(renameGroup, { from: 'payments-prod', to: 'danger' });
    await burgee.killWorker();
    await enter(burgee, '111111111111', 'AdministratorAccess');
    await expect
      .poll(() => options.evaluate(groupsWithTabs))
      .toEqual([
        { title: 'danger', color: 'red', tabs: 3 },
        { title: 'payments-dev', color: 'blue', tabs: 1 },
      ]);
    await options.evaluate(renameGroup, { from: 'danger', to: 'payments-prod' });
  });

  test('leave a tab where the person has put it', async () => {
    const options = await burgee.openPage('options.html');
    const page = await enter(burgee, '333333333333', 'DataScientist');
    await expect
      .poll(async () => (await options.evaluate(groupsWithTabs)).map(({ title }) => title))
      .toContain('data-platform-staging');
    await options.evaluate(regroup, { url: page.url(), title: 'my project' });
    await page.reload();
    await labelled(page, '333333333333', 'staging');
    await enter(burgee, '222222222222', 'DeveloperAccess');
    await expect
      .poll(() => options.evaluate(groupsWithTabs))
      .toEqual([
        { title: 'my project', color: expect.any(String) as string, tabs: 1 },
        { title: 'payments-dev', color: 'blue', tabs: 2 },
        { title: 'payments-prod', color: 'red', tabs: 3 },
      ]);
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

interface Chrome {
  tabGroups: {
    query(filter: object): Promise<{ id: number; title: string; color: string }[]>;
    update(id: number, to: { title: string }): Promise<unknown>;
  };
  tabs: {
    query(filter: object): Promise<{ id: number; url?: string }[]>;
    group(tabs: { tabIds: number[] }): Promise<number>;
  };
}

/** Runs in the page. */
async function renameGroup({ from, to }: { from: string; to: string }): Promise<void> {
  const { tabGroups } = Reflect.get(globalThis, 'chrome') as Chrome;
  for (const { id, title } of await tabGroups.query({})) if (title === from) await tabGroups.update(id, { title: to });
}

/** Runs in the page. */
async function regroup({ url, title }: { url: string; title: string }): Promise<void> {
  const { tabGroups, tabs } = Reflect.get(globalThis, 'chrome') as Chrome;
  const own = (await tabs.query({})).filter((tab) => tab.url === url).map(({ id }) => id);
  await tabGroups.update(await tabs.group({ tabIds: own }), { title });
}

/** Runs in the page. */
async function groupsWithTabs(): Promise<{ title: string; color: string; tabs: number }[]> {
  const { tabGroups, tabs } = Reflect.get(globalThis, 'chrome') as Chrome;
  const groups = await tabGroups.query({});
  const found = await Promise.all(
    groups.map(async ({ id, title, color }) => ({ title, color, tabs: (await tabs.query({ groupId: id })).length })),
  );
  return found.sort((one, other) => (one.title < other.title ? -1 : 1));
}
