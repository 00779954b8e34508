import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Simulator } from '../simulator/simulator';
import type { Burgee } from './browser';
import { ec2, enter, signedIn } from './console';
import { sampled } from './how-long';
import { label, labelled, tellWorker } from './launcher';

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
    ({ simulator, burgee } = await signedIn('small-multi-session', { extension }));
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

  test('follow name, colour and group that are chosen later, but not where the person has changed theirs', async () => {
    const options = await burgee.openPage('options.html');
    await enter(burgee, '444444444444', 'SecurityAudit');
    await expect.poll(() => groupsNamed(options)).toContain('Log Archive');
    await options.evaluate(renameGroup, { from: 'payments-prod', to: 'danger' });
    const rule = (place: number, id: string, set: object): object => ({
      id: `r${place}`,
      place,
      when: { ids: [id] },
      set,
    });
    await tellWorker(options, 'setRules', {
      rules: [
        rule(1, '222222222222', { tabGroup: 'development' }),
        rule(2, '444444444444', { label: 'Logs', colour: '#137333' }),
        rule(3, '111111111111', { label: 'Payments', colour: '#137333' }),
      ],
    });
    await expect
      .poll(() => options.evaluate(groupsWithTabs))
      .toEqual([
        { title: 'Logs', color: 'green', tabs: 1 },
        { title: 'danger', color: 'red', tabs: 3 },
        { title: 'development', color: 'blue', tabs: 2 },
        { title: 'my project', color: expect.any(String) as string, tabs: 1 },
      ]);
    await tellWorker(options, 'setRules', { rules: [] });
    await expect.poll(() => groupsNamed(options)).toEqual(['Log Archive', 'danger', 'my project', 'payments-dev']);
  });

  test('do not keep a tab that goes to another account, nor gather two accounts of one name', async () => {
    const options = await burgee.openPage('options.html');
    for (const page of burgee.context.pages()) if (page.url().includes('.console.aws.')) await page.close();
    await enter(burgee, '222222222222', 'DeveloperAccess');
    const moving = await enter(burgee, '222222222222', 'DeveloperAccess', `${ec2}#Volumes:`);
    await expect.poll(() => options.evaluate(groupsWithTabs)).toMatchObject([{ title: 'payments-dev', tabs: 2 }]);
    await enter(burgee, '111111111111', 'AdministratorAccess', ec2, moving);
    await expect
      .poll(() => options.evaluate(groupsWithTabs))
      .toEqual([
        { title: 'payments-dev', color: 'blue', tabs: 1 },
        { title: 'payments-prod', color: 'red', tabs: 1 },
      ]);
    const set = { label: 'Payments' };
    await tellWorker(options, 'setRules', {
      rules: [{ id: 'r1', place: 1, when: { ids: ['111111111111', '222222222222'] }, set }],
    });
    await expect.poll(() => groupsNamed(options)).toEqual(['Payments', 'Payments']);
    await enter(burgee, '111111111111', 'ReadOnlyAccess');
    await enter(burgee, '222222222222', 'DeveloperAccess', `${ec2}#Snapshots:`);
    await expect
      .poll(async () => (await options.evaluate(groupsWithTabs)).map(({ color, tabs }) => `${color} ${tabs}`).sort())
      .toEqual(['blue 2', 'red 2']);
    await tellWorker(options, 'setRules', { rules: [] });
    await expect.poll(() => groupsNamed(options)).toEqual(['payments-dev', 'payments-prod']);
  });

  test.each(sampled(['ungroup', 'pin'], 1))('leave a tab alone that the person chose to %s', async (choose) => {
    const options = await burgee.openPage('options.html');
    for (const page of burgee.context.pages()) if (page.url().includes('.console.aws.')) await page.close();
    const open = [
      await enter(burgee, '111111111111', 'AdministratorAccess'),
      await enter(burgee, '222222222222', 'DeveloperAccess'),
      await enter(burgee, '222222222222', 'DeveloperAccess', `${ec2}#Volumes:`),
    ];
    await expect
      .poll(() => options.evaluate(groupsWithTabs))
      .toMatchObject([
        { title: 'payments-dev', tabs: 2 },
        { title: 'payments-prod', tabs: 1 },
      ]);
    await options.evaluate(takeOut, { how: choose, urls: open.slice(0, 2).map((page) => page.url()) });
    for (const page of open) {
      await page.reload();
      await label(page, 'known');
    }
    await enter(burgee, '444444444444', 'SecurityAudit');
    await expect.poll(() => groupsNamed(options)).toContain('Log Archive');
    expect(await options.evaluate(groupsWithTabs)).toMatchObject([
      { title: 'Log Archive', tabs: 1 },
      { title: 'payments-dev', tabs: 1 },
    ]);
  });
});

interface Chrome {
  tabGroups: {
    query(filter: object): Promise<{ id: number; title: string; color: string }[]>;
    update(id: number, to: { title: string }): Promise<unknown>;
  };
  tabs: {
    query(filter: object): Promise<{ id: number; url?: string }[]>;
    group(tabs: { tabIds: number[] }): Promise<number>;
    ungroup(tabId: number): Promise<void>;
    update(tabId: number, to: { pinned: boolean }): Promise<unknown>;
  };
}

/** Runs in the page. */
async function renameGroup({ from, to }: { from: string; to: string }): Promise<void> {
  const { tabGroups } = Reflect.get(globalThis, 'chrome') as Chrome;
  for (const { id, title } of await tabGroups.query({})) if (title === from) await tabGroups.update(id, { title: to });
}

/** Runs in the page. */
async function takeOut({ how, urls }: { how: 'ungroup' | 'pin'; urls: string[] }): Promise<void> {
  const { tabs } = Reflect.get(globalThis, 'chrome') as Chrome;
  for (const { id, url = '' } of await tabs.query({}))
    if (urls.includes(url)) await (how === 'pin' ? tabs.update(id, { pinned: true }) : tabs.ungroup(id));
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

async function groupsNamed(options: Page): Promise<string[]> {
  return (await options.evaluate(groupsWithTabs)).map(({ title }) => title);
}
