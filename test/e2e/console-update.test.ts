import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Simulator } from '../simulator/simulator';
import type { Burgee } from './browser';
import { enter, signedIn } from './console';
import { isLong } from './how-long';
import { label, labelled } from './launcher';

const TABS = isLong ? 20 : 8;
let simulator: Simulator;
let burgee: Burgee;
let extension: string;

beforeAll(async () => {
  extension = await mkdtemp(join(tmpdir(), 'burgee-update-'));
  await cp('.output/chrome-mv3-test', extension, { recursive: true });
  ({ simulator, burgee } = await signedIn('small', { extension, args: ['--enable-unsafe-extension-debugging'] }));
});
afterAll(async () => {
  await burgee.close();
  await simulator.close();
  await rm(extension, { recursive: true, force: true });
});

async function browserTools(): Promise<CDPSession> {
  const browser = burgee.context.browser();
  if (!browser) throw new Error('the browser can be spoken to');
  return browser.newBrowserCDPSession();
}

/** Puts a newer version in the folder and loads it, as an update does. */
async function update(version: string): Promise<void> {
  const file = join(extension, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  await writeFile(file, JSON.stringify({ ...manifest, version }));
  await (await browserTools()).send('Extensions.loadUnpacked', { path: extension });
}

test(`an update under ${TABS} open consoles leaves one label in each, the new version’s`, async () => {
  const first = await enter(burgee, '111111111111', 'AdministratorAccess');
  const tabs: Page[] = [first];
  while (tabs.length < TABS) {
    const tab = await burgee.context.newPage();
    await tab.goto(first.url());
    tabs.push(tab);
  }
  for (const tab of tabs) {
    await labelled(tab, '111111111111', 'production');
    await tab.evaluate(markAsOld);
  }
  const errorsBefore = burgee.errors.length;
  await update('0.2.0');
  await Promise.all(tabs.map((tab) => tab.waitForFunction(isNew)));
  for (const tab of tabs) {
    await labelled(tab, '111111111111', 'production');
    expect(await tab.evaluate(() => document.querySelectorAll('link[data-burgee]').length)).toBe(1);
    await expect.poll(() => tab.title()).toBe('payments-prod ⚑ EC2 | eu-west-1');
  }
  expect(burgee.errors.slice(errorsBefore)).toEqual([]);
});

test('a session that was replaced while the update went on is told by the new version', async () => {
  const tab = await enter(burgee, '111111111111', 'AdministratorAccess');
  await labelled(tab, '111111111111', 'production');
  await update('0.3.0');
  await (await enter(burgee, '222222222222', 'DeveloperAccess')).close();
  const over = tab.locator('burgee-label[data-state=stale], burgee-label[data-state=conflict]');
  await over.waitFor({ state: 'attached' });
  expect(await over.getAttribute('data-colour')).toBe('#5f6368');
});

test('an extension that is switched off and on again marks every open console, those opened in between too', async () => {
  const before = await enter(burgee, '111111111111', 'AdministratorAccess');
  await labelled(before, '111111111111', 'production');
  const extensions = await burgee.context.newPage();
  await extensions.goto('chrome://extensions');
  await extensions.evaluate(switchExtension, { id: burgee.extensionId, isOn: false });
  await label(before, 'unknown');
  const between = await burgee.context.newPage();
  await between.goto(before.url());
  expect(await between.locator('burgee-label').count()).toBe(0);
  await extensions.evaluate(switchExtension, { id: burgee.extensionId, isOn: true });
  for (const tab of [before, between]) {
    await labelled(tab, '111111111111', 'production');
    await expect.poll(() => tab.title()).toBe('payments-prod ⚑ EC2 | eu-west-1');
    expect(await tab.locator('burgee-label').count()).toBe(1);
  }
});

test('an extension that is switched off before a page has anything to show leaves no label there', async () => {
  const before = await enter(burgee, '111111111111', 'AdministratorAccess');
  await labelled(before, '111111111111', 'production');
  const page = await burgee.context.newPage();
  const extensions = await burgee.context.newPage();
  await extensions.goto('chrome://extensions');
  await page.bringToFront();
  simulator.settings.consoleBodyGate = 'body';
  const loaded = page.goto(before.url());
  await page.locator('head style').waitFor({ state: 'attached' });
  await extensions.evaluate(switchExtension, { id: burgee.extensionId, isOn: false });
  await label(before, 'unknown');
  simulator.faults.gate('body').open();
  await loaded;
  simulator.settings.consoleBodyGate = '';
  expect(await page.locator('burgee-label').count()).toBe(0);
  await extensions.evaluate(switchExtension, { id: burgee.extensionId, isOn: true });
  await labelled(page, '111111111111', 'production');
  expect(await page.locator('burgee-label').count()).toBe(1);
});

test('an extension that is removed leaves a grey label that says so', async () => {
  const tab = await enter(burgee, '111111111111', 'AdministratorAccess');
  await labelled(tab, '111111111111', 'production');
  await (await browserTools()).send('Extensions.uninstall', { id: burgee.extensionId });
  const shown = await label(tab, 'unknown');
  expect(shown).toMatchObject({ 'data-colour': '#5f6368' });
  expect(shown['data-account-id']).toBeUndefined();
  expect(shown['aria-label']).toContain('Burgee was updated or removed');
  expect(await tab.title()).toBe('EC2 | eu-west-1');
});

/** Runs on the browser's own page of extensions. */
function switchExtension({ id, isOn }: { id: string; isOn: boolean }): Promise<void> {
  const { management } = Reflect.get(globalThis, 'chrome') as {
    management: { setEnabled(id: string, isOn: boolean): Promise<void> };
  };
  return management.setEnabled(id, isOn);
}

/** Runs in the page: the node is marked, not its attributes, which the label would take back. */
function markAsOld(): void {
  Reflect.set(document.querySelector('burgee-label') ?? {}, 'isOld', true);
}

/** Runs in the page. */
function isNew(): boolean {
  const labels = [...document.querySelectorAll('burgee-label')];
  return labels.length === 1 && Reflect.get(labels[0] ?? {}, 'isOld') !== true;
}
