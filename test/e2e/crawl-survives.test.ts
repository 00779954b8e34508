import type { Page } from 'playwright';
import { afterEach, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import type { World } from '../simulator/world';
import { worlds } from '../simulator/worlds';
import { type Burgee, launchBurgee } from './browser';
import { isLong } from './how-long';
import { allListed, openLauncher, search, tellWorker, wakeWorker } from './launcher';

const startUrl = 'https://d-1234567890.awsapps.com/start';

/** A large world with the first so many accounts of each portal. */
function accountsOf(count: number, world: World = worlds.large()): World {
  return { ...world, portals: world.portals.map((own) => ({ ...own, accounts: own.accounts.slice(0, count) })) };
}

/** A browser's crawl keeps to its pace: each hundred accounts cost ten seconds. */
const few = isLong ? 150 : 40;

describe('a crawl', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let popup: Page;

  async function start(world: World): Promise<void> {
    simulator = await startSimulator({ world });
    simulator.settings.throttle = { burst: 1_000, perSecond: 1_000 };
    burgee = await launchBurgee({ simulator });
    popup = await openLauncher(burgee);
  }
  afterEach(async () => {
    expect(burgee.errors).toEqual([]);
    await burgee.close();
    await simulator.close();
  });

  // With 1,000 accounts and a kill after every 20th answer in CI too, without a browser: unit/worker/soak.test.ts.
  test.each(
    isLong
      ? [
          [1_000, 1],
          [1_000, 3],
          [1_000, 7],
          [1_000, 20],
        ]
      : [[few, 20]],
  )(
    'of %i accounts survives a worker that is killed after every %ith answer',
    async (count = 0, every = 0) => {
      await start(accountsOf(count));
      await burgee.signInAtPortal(startUrl);
      let kills = 0;
      const isDone = (): Promise<boolean> =>
        popup.locator(`[role=status][data-inventory=complete][data-accounts="${count}"]`).isVisible();
      for (let until = every; !(await isDone()); until = apiCalls(simulator) + every) {
        await expect.poll(async () => apiCalls(simulator) >= until || (await isDone()), slowly).toBe(true);
        await burgee.killWorker();
        kills += 1;
        await wakeWorker(popup);
      }
      await allListed(popup, simulator.world);
      const shown = await listed(popup);
      const truth = simulator.world.portals.flatMap(({ accounts }) =>
        accounts.map(({ id, roles }) => [id, roles.toSorted()]),
      );
      expect(shown).toEqual(truth.toSorted());
      const pages = Math.ceil(count / 100) + 1;
      expect(kills).toBeGreaterThan(count / 70);
      expect(simulator.ledger.count('ListAccountRoles') + simulator.ledger.count('ListAccounts')).toBeLessThanOrEqual(
        1.05 * (count + pages) + kills,
      );
    },
    600_000,
  );

  test.runIf(isLong)('goes on by itself when its worker was stopped and a page waits for it', async () => {
    await start(accountsOf(few));
    await burgee.signInAtPortal(startUrl);
    await expect.poll(() => apiCalls(simulator), slowly).toBeGreaterThan(30);
    await burgee.killWorker();
    await allListed(popup, simulator.world);
    // What was under way when it was stopped, five answers at most, is asked for again.
    expect(apiCalls(simulator)).toBeLessThanOrEqual(few + 2 + 1 + 5);
  });

  test.runIf(isLong)(
    'of two portals with the same account numbers keeps them apart, also when one is taken away',
    async () => {
      await start(worlds['two-portals']());
      for (const portal of simulator.world.portals) await burgee.signInAtPortal(portal.startUrl);
      await allListed(popup, simulator.world);
      for (const session of simulator.apiSessions.values()) expect(session.kind).toBe('portal');
      const hosts = simulator.world.portals.map(({ region }) => `portal.sso.${region}.amazonaws.com`);
      const refused = simulator.ledger.entries.filter(({ host, status }) => hosts.includes(host) && status === 401);
      expect(refused).toEqual([]);
      expect((await search(popup, 'other payments-prod')).map(({ roleName }) => roleName)).toContain(
        'ContractorAccess',
      );
      const [kept, other] = simulator.world.portals;
      await tellWorker(popup, 'forgetPortal', { portal: other?.startUrl });
      expect(await labels(popup)).toEqual(kept?.accounts.map(({ id, name }) => [`look:${id}`, name]).toSorted());
    },
  );

  // Each of the two is asked for so many accounts, one between the other's.
  const each = isLong ? 500 : 40;

  test(`of two organisations with the same ${each} account numbers crosses nothing over interleaved calls`, async () => {
    await start(accountsOf(each, worlds['two-large-portals']()));
    for (const { startUrl: portal } of simulator.world.portals) await burgee.signInAtPortal(portal);
    await allListed(popup, simulator.world);
    expect(apiCalls(simulator)).toBeGreaterThan(2 * each);
    expect(await crossings(simulator, popup)).toEqual([]);
    const refused = simulator.ledger.entries.filter(({ status }) => status === 401 || status === 403);
    expect(refused).toEqual([]);
  }, 120_000);

  test('that meets 429 for seconds on end slows down at once and then comes to its end', async () => {
    await start(accountsOf(few));
    await burgee.signInAtPortal(startUrl);
    await expect.poll(() => apiCalls(simulator), slowly).toBeGreaterThan(few / 3);
    const before = await callsWithin(popup, simulator, 2_000);
    simulator.faults.set({ effect: { kind: 'status', status: 429 } });
    const during = await callsWithin(popup, simulator, 2_000);
    expect(during).toBeLessThan(0.7 * before);
    simulator.faults.clear();
    await allListed(popup, simulator.world);
  }, 120_000);

  test('is stopped by one refusal of the token: no further call, the list stays', async () => {
    await start(accountsOf(few));
    await burgee.signInAtPortal(startUrl);
    await expect.poll(() => apiCalls(simulator), slowly).toBeGreaterThan(few / 3);
    for (const session of simulator.apiSessions.values()) session.isRevoked = true;
    await popup.locator(`[role=status][data-inventory=ended][data-accounts="${few}"]`).waitFor();
    const unauthorized = simulator.ledger.entries.filter(({ op, status }) => op.startsWith('List') && status === 401);
    expect(unauthorized.length).toBeLessThanOrEqual(5);
  });

  test('goes on when the network is back', async () => {
    await start(accountsOf(few));
    await burgee.signInAtPortal(startUrl);
    await expect.poll(() => apiCalls(simulator), slowly).toBeGreaterThan(few / 3);
    await burgee.context.setOffline(true);
    await popup.getByText('You are offline.').waitFor({ timeout: 30_000 });
    const seen = apiCalls(simulator);
    await burgee.context.setOffline(false);
    await expect.poll(() => apiCalls(simulator), { timeout: 5_000 }).toBeGreaterThan(seen);
    await allListed(popup, simulator.world);
  }, 120_000);
});

/** Rows that differ from what their own portal holds: name and roles by portal and number. */
async function crossings({ world }: Simulator, page: Page): Promise<string[]> {
  const truth = new Map(
    world.portals.flatMap((portal) =>
      portal.accounts.map(({ id, name, roles }) => [`${portal.startUrl} ${id}`, `${name}: ${roles.toSorted().join()}`]),
    ),
  );
  const rows = await stored(page);
  expect(rows).toHaveLength(truth.size);
  return rows
    .filter(({ portal, id, name, roles }) => truth.get(`${portal} ${id}`) !== `${name}: ${roles.toSorted().join()}`)
    .map(({ portal, id, name }) => `${portal} ${id} ${name}`);
}

/** Calls that arrive in a stretch of time, measured by the page's own clock. */
async function callsWithin(page: Page, simulator: Simulator, ms: number): Promise<number> {
  const before = apiCalls(simulator);
  await page.evaluate((wait) => new Promise((done) => setTimeout(done, wait)), ms);
  return apiCalls(simulator) - before;
}

const slowly = { timeout: 60_000, interval: 10 };

function apiCalls({ ledger }: Simulator): number {
  return ledger.entries.filter(({ op }) => op.startsWith('List')).length;
}

/** Accounts with their roles, by number. */
async function listed(page: Page): Promise<unknown[]> {
  return (await stored(page)).map(({ id, roles }) => [id, roles.toSorted()]).toSorted();
}

/** What console tabs know of accounts, by the keys under which they find it. */
function labels(page: Page): Promise<unknown[]> {
  return page.evaluate(async () => {
    const { storage } = Reflect.get(globalThis, 'chrome') as {
      storage: { local: { get(): Promise<Record<string, { readonly label?: string }>> } };
    };
    const looks = Object.entries(await storage.local.get()).filter(([key]) => key.startsWith('look:'));
    return looks.map(([key, { label }]) => [key, label]).toSorted();
  });
}

interface StoredRow {
  readonly portal: string;
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** Accounts as the extension's own database holds them. */
function stored(page: Page): Promise<StoredRow[]> {
  return page.evaluate(
    () =>
      new Promise<StoredRow[]>((resolve, reject) => {
        const opening = indexedDB.open('burgee');
        opening.addEventListener('error', () => reject(opening.error ?? new Error('the database does not open')));
        opening.addEventListener('success', () => {
          const all = opening.result.transaction('accounts').objectStore('accounts').getAll();
          all.addEventListener('success', () => {
            opening.result.close();
            resolve(all.result as StoredRow[]);
          });
        });
      }),
  );
}
