import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../simulator/faults';
import { Gate } from '../simulator/gate';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { sampled, seedsOf } from './how-long';
import { openLauncher } from './launcher';
import { startAnew } from './signed-out';

const seeds = seedsOf({ long: 25 });

describe('a worker that is killed during the sign-in with AWS', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let options: Page;
  let clicks = 0;
  let awsTabs = 0;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    simulator.settings.throttle = { burst: 1_000, perSecond: 1_000 };
    burgee = await launchBurgee({ simulator });
    burgee.context.on('request', (request) => {
      if (request.isNavigationRequest() && request.url().includes('/authorize?')) awsTabs += 1;
    });
    options = await burgee.openPage('options.html');
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  async function fresh(): Promise<void> {
    await startAnew({ simulator, burgee, options });
    clicks = 0;
    awsTabs = 0;
  }

  const signInButton = () => options.getByRole('button', { name: 'Sign in with AWS' });
  const atAws = () => burgee.context.pages().find((page) => page.url().includes('/authorize?'));

  async function click(): Promise<void> {
    clicks += 1;
    await signInButton().click();
  }

  async function openAws(): Promise<Page> {
    await click();
    // The tab of a sign-in that was cut off may close just now.
    let tab: Page | undefined;
    const isThere = (): Promise<boolean> | undefined =>
      (tab = atAws())
        ?.locator('#allow')
        .isVisible()
        .catch(() => false);
    await expect.poll(isThere, { interval: 2 }).toBe(true);
    if (!tab) throw new Error('no tab');
    return tab;
  }

  async function allow(): Promise<void> {
    await (await openAws()).locator('#allow').click({ noWaitAfter: true });
  }

  /** Kills while AWS holds an answer back, and lets it go then. */
  async function whileHeld(op: string, begin: () => Promise<void>): Promise<void> {
    const gate = new Gate();
    const fault: Fault = { op, times: 1, effect: { kind: 'hold', gate } };
    simulator.faults.set(fault);
    await begin();
    await gate.reached;
    await burgee.killWorker();
    gate.open();
  }

  /** Kills a few milliseconds, other ones for each seed, after a call was answered. */
  async function after(op: string, seed: number, begin: () => Promise<void>): Promise<void> {
    await begin();
    await expect.poll(() => simulator.ledger.count(op) > 0, { interval: 1 }).toBe(true);
    await options.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), (seed * 7) % 40);
    await burgee.killWorker();
  }

  const points: readonly (readonly [when: string, kill: (seed: number) => Promise<void>])[] = [
    [
      'before the click',
      async () => {
        await burgee.killWorker();
        await allow();
      },
    ],
    ['before the registration is answered', () => whileHeld('RegisterClient', click)],
    ['after the registration', (seed) => after('RegisterClient', seed, click)],
    [
      'as the tab opens',
      async () => {
        await openAws();
        await burgee.killWorker();
      },
    ],
    [
      'while the person is at AWS',
      async () => {
        const tab = await openAws();
        await burgee.killWorker();
        await tab.locator('#allow').click();
      },
    ],
    [
      'as the code comes back',
      async (seed) => {
        await allow();
        await options.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), (seed * 3) % 30);
        await burgee.killWorker();
      },
    ],
    ['before the code is redeemed', () => whileHeld('CreateToken', allow)],
    ['after the code is redeemed', (seed) => after('CreateToken', seed, allow)],
    ['while it asks who it is', () => whileHeld('WhoAmI', allow)],
    [
      'as the tab closes',
      async () => {
        const tab = await openAws();
        await Promise.all([tab.waitForEvent('close'), tab.locator('#allow').click({ noWaitAfter: true })]);
        await burgee.killWorker();
      },
    ],
    ['before the first list', () => whileHeld('ListAccounts', allow)],
    ['after the first list', (seed) => after('ListAccounts', seed, allow)],
  ];
  const cases = sampled(points, 3).flatMap(([when, kill]) =>
    seeds.map((seed) => [`${when}, ${seed}`, seed, kill] as const),
  );

  test.each(cases)('%s: leaves a session, or one "sign in again"', async (_, seed, kill) => {
    await fresh();
    await kill(seed);
    await expect.poll(hasEnded, { timeout: 8_000 }).toBe(true);
    if (!(await isSignedIn())) await allow();
    await expect.poll(isSignedIn, { timeout: 8_000 }).toBe(true);
    const popup = await openLauncher(burgee);
    await popup.locator('[role=status][data-inventory=complete][data-accounts="5"]').waitFor();
    await popup.close();
    expect(simulator.ledger.count('CreateToken', 200)).toBeLessThanOrEqual(clicks);
    expect(awsTabs).toBeLessThanOrEqual(clicks);
    expect(clicks).toBeLessThanOrEqual(2);
  });

  const isSignedIn = (): Promise<boolean> => options.getByText('Burgee renews the session by itself').isVisible();
  /** Signed in or asked again; the person allows access wherever a tab asks for it. */
  async function hasEnded(): Promise<boolean> {
    await atAws()
      ?.locator('#allow')
      .click({ timeout: 1_000 })
      .catch(() => undefined);
    return (await isSignedIn()) || isAskedAgain();
  }
  async function isAskedAgain(): Promise<boolean> {
    const waits = options.getByText(/Allow access in the tab|fetching the session/);
    return (await signInButton().isVisible()) && !(await waits.isVisible());
  }
});
