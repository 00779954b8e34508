import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type BurgeeInFirefox, launchFirefox } from './firefox';
import type { Tab } from './tab';

const home = 'https://d-1234567890.awsapps.com/start';
const other = 'https://other-org.awsapps.com/start';
const switchedOn = 'Open each account in a container of its own';

const production = { id: '111111111111', words: 'payments-prod', role: 'AdministratorAccess' };
const development = { id: '222222222222', words: 'payments-dev', role: 'DeveloperAccess' };
const staging = { id: '333333333333', words: 'data-platform', role: 'DataScientist' };

describe('accounts in containers of their own', () => {
  let simulator: Simulator;
  let burgee: BurgeeInFirefox;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'two-portals' });
    burgee = await launchFirefox({ simulator });
    await ready();
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  /** Signed in at both portals, with their lists complete. */
  async function ready(): Promise<void> {
    for (const startUrl of [home, other]) await (await burgee.signInAtPortal(startUrl)).close();
    const popup = await burgee.openPage('popup.html');
    await popup.find('[role=status][data-inventory=complete][data-accounts="10"]');
    // After a restart the lists are there before the sessions are.
    const said = (): Promise<string> => popup.evaluate(() => document.body.innerText);
    await vi.waitFor(async () => expect(await said()).not.toContain('Sign in'), { timeout: 15_000 });
    await popup.close();
  }

  /** Opens a console by the launcher, and gives its tab once it is known whose it is. */
  async function open(account: { id: string; words: string; role: string }, portal = home): Promise<Tab> {
    const popup = await burgee.openPage('popup.html');
    await popup.type(`${account.words} ${account.role}`);
    const row = `[data-portal="${portal}"][data-account-id="${account.id}"][data-role-name="${account.role}"]`;
    await popup.find(`[role=option]${row}`);
    const tab = await burgee.opens(() => popup.click(`[role=option]${row}`));
    await tab.find(`burgee-label[data-state=known][data-account-id="${account.id}"][data-role-name="${account.role}"]`);
    return tab;
  }

  test('are switched on by one click in the settings, which Firefox asks no more about', async () => {
    const options = await burgee.openPage('options.html');
    await options.clickNamed('checkbox', switchedOn);
    await expect.poll(() => options.evaluate(permissionsNow)).toContain('cookies');
    await options.close();
  });

  test('three accounts are open side by side, each in its container, by its name and in its colour', async () => {
    const tabs = [await open(production), await open(development), await open(staging)];
    const shown = [];
    for (const tab of tabs) {
      await tab.show();
      const label = await tab.find('burgee-label[data-state=known]');
      shown.push({ ...(await burgee.window.shown()), account: label['data-account-id'] });
    }
    expect(shown).toEqual([
      { name: 'payments-prod', colour: 'red', account: production.id },
      { name: 'payments-dev', colour: expect.not.stringMatching(/red|orange/), account: development.id },
      { name: 'data-platform-staging', colour: 'orange', account: staging.id },
    ]);
    const containers = await Promise.all(tabs.map(async (tab) => (await tab.where()).container));
    expect(new Set([...containers, 'default']).size).toBe(4);
  });

  test('a fourth launch lands in the container that its account has', async () => {
    const before = await burgee.window.containers();
    const tab = await open({ ...development, role: 'ReadOnlyAccess' });
    await tab.show();
    expect(await burgee.window.shown()).toMatchObject({ name: 'payments-dev' });
    expect(await burgee.window.containers()).toEqual(before);
  });

  test('the same number at another portal has another container', async () => {
    const tab = await open({ ...production, role: 'ContractorAccess', words: 'other payments-prod' }, other);
    await tab.show();
    expect(await burgee.window.shown()).toEqual({ name: 'other payments-prod', colour: 'red' });
  });

  test('a container that the person renamed is found again and keeps that name', async () => {
    await burgee.window.rename('payments-prod', 'careful');
    const before = await burgee.window.containers();
    const tab = await open(production);
    await tab.show();
    expect(await burgee.window.shown()).toEqual({ name: 'careful', colour: 'red' });
    expect(await burgee.window.containers()).toEqual(before);
  });

  test('a container that the person removed is made anew, once', async () => {
    await burgee.window.remove('data-platform-staging');
    for (const tab of [await open(staging), await open(staging)]) {
      await tab.show();
      expect(await burgee.window.shown()).toEqual({ name: 'data-platform-staging', colour: 'orange' });
    }
    const names = (await burgee.window.containers()).map(({ name }) => name);
    expect(names.filter((name) => name === 'data-platform-staging')).toHaveLength(1);
  });

  test('where AWS gives no sign-in, the portal’s link opens outside all containers, and the toolbar says so', async () => {
    const page = await burgee.openPage('welcome.html');
    simulator.faults.set({ op: 'FederateConsole', times: 1, effect: { kind: 'status', status: 500 } });
    const tab = await open(development);
    await tab.show();
    expect(await burgee.window.shown()).toBeUndefined();
    await expect.poll(() => page.evaluate(titleInFront)).toContain('not in this account’s container');
  });

  test('the sign-in token is nowhere but in the address that takes it', async () => {
    const popup = await burgee.openPage('popup.html');
    expect(await popup.evaluate(everythingStored)).not.toMatch(/sit\./);
    expect(simulator.ledger.tokensSeenElsewhere()).toEqual([]);
    expect(simulator.ledger.apiCallsWithCookies()).toEqual([]);
    expect(burgee.errors).toEqual([]);
  });

  test('after a restart of the browser an account lands in the container that it had', async () => {
    const before = await burgee.window.containers();
    const { profile } = burgee;
    await burgee.close({ keepProfile: true });
    burgee = await launchFirefox({ simulator, profile });
    await ready();
    const tab = await open(development);
    await tab.show();
    expect(await burgee.window.shown()).toMatchObject({ name: 'payments-dev' });
    expect(await burgee.window.containers()).toEqual(before);
  });
});

/** Runs in a page of the extension. */
async function permissionsNow(): Promise<readonly string[]> {
  const { permissions } = Reflect.get(globalThis, 'browser') as {
    permissions: { getAll(): Promise<{ permissions: string[] }> };
  };
  return (await permissions.getAll()).permissions;
}

/** Runs in a page of the extension: what the toolbar icon says of the tab in front. */
async function titleInFront(): Promise<string> {
  const { action, tabs } = Reflect.get(globalThis, 'browser') as {
    action: { getTitle(of: { tabId: number | undefined }): Promise<string> };
    tabs: { query(filter: object): Promise<{ id: number }[]> };
  };
  const [front] = await tabs.query({ active: true, currentWindow: true });
  return action.getTitle({ tabId: front?.id });
}

/** Runs in a page of the extension: all that the worker keeps, as one text. */
async function everythingStored(): Promise<string> {
  interface Area {
    get(): Promise<unknown>;
  }
  const { storage } = Reflect.get(globalThis, 'browser') as { storage: { local: Area; session: Area } };
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('burgee');
    opening.addEventListener('success', () => resolve(opening.result));
  });
  const tables = await Promise.all(
    [...database.objectStoreNames].map(
      (name) =>
        new Promise<unknown>((resolve) => {
          const reading = database.transaction(name).objectStore(name).getAll();
          reading.addEventListener('success', () => resolve(reading.result));
        }),
    ),
  );
  database.close();
  return JSON.stringify([await storage.local.get(), await storage.session.get(), tables]);
}
