import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parsePortalAddress } from '../../../lib/model/portal';
import { emptyDirectory } from '../../../lib/model/snapshot';
import { summarise } from '../../../lib/model/summary';
import { isLong } from '../../e2e/how-long';
import { answerer } from '../../simulator/answer';
import { createState, type State } from '../../simulator/state';
import type { Effect } from '../../simulator/faults';
import type { WorldAccount, WorldPortal } from '../../simulator/world';
import { worlds } from '../../simulator/worlds';
import { createSoakedBrowser } from './soaked-browser';

const MINUTE_MS = 60_000;
const page = { kind: 'page' } as never;
const hours = isLong ? 24 : 1;
const seeds = isLong ? [1, 2, 3] : [2];

/** A day in the life of the worker, on a clock that runs as fast as the machine allows. */
describe('a worker that lives through a day of faults', () => {
  let state: State;
  let portal: WorldPortal;
  let soaked: Awaited<ReturnType<typeof createSoakedBrowser>>;
  let clicks = 0;
  let unhandled: unknown[] = [];
  const note = (error: unknown): void => void unhandled.push(error);

  beforeEach(() => {
    // Each browser stands in for the one that modules find when they are loaded.
    vi.resetModules();
    unhandled = [];
    clicks = 0;
    process.on('unhandledRejection', note);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
    process.off('unhandledRejection', note);
  });

  async function begin(seed: number, size = 80): Promise<() => number> {
    const random = randomFrom(seed);
    const [large] = worlds.large().portals;
    if (!large) throw new Error('no portal');
    portal = { ...large, accounts: large.accounts.slice(0, size) };
    state = createState({ portals: [portal], multiSession: false });
    // So slow that a crawl is cut off by most of the stops that come while it runs.
    state.settings.throttle = { burst: 5, perSecond: 3 };
    const answer = answerer(state);
    soaked = await createSoakedBrowser(async (url, init) => {
      let isTorn = false;
      const response = await answer(new Request(url, init), () => (isTorn = true));
      if (isTorn) throw new TypeError('Failed to fetch');
      return response;
    }, random);
    await settle();
    await soaked.worker().calls.connectPortal.run({ portal: startUrl(), region: portal.region }, page);
    return random;
  }

  function startUrl() {
    const parsed = parsePortalAddress(portal.startUrl);
    if (!parsed.ok) throw new Error('not a portal');
    return parsed.address.startUrl;
  }

  /** Lets all that is under way come to where it waits for the clock. */
  async function settle(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet = soaked.isCalling() ? 0 : quiet + 1)
      await new Promise((turn) => setImmediate(turn));
  }

  async function pass(ms: number): Promise<void> {
    const endMs = Date.now() + ms;
    while (Date.now() < endMs) {
      const nowMs = Date.now();
      if (vi.getTimerCount() > 0) await vi.advanceTimersToNextTimerAsync();
      else await vi.advanceTimersByTimeAsync(Math.max(Math.min(soaked.nextAlarmMs(), endMs) - nowMs, 0));
      // A pause of less than a millisecond is none on this clock.
      if (Date.now() <= nowMs) await vi.advanceTimersByTimeAsync(1);
      soaked.ring();
      await settle();
    }
  }

  /** A person who presses "Sign in with AWS" and allows access there. */
  async function signIn({ thenMs } = { thenMs: 1_000 }): Promise<void> {
    clicks += 1;
    void soaked.worker().calls.signIn.run({ portal: startUrl() }, page);
    // What is computed for it takes time of its own, which this clock does not know.
    for (let tries = 0; tries < 5_000 && soaked.tabs.size === 0; tries += 1) await pass(1);
    await pass(1_000);
    const [tab, address] = [...soaked.tabs].at(-1) ?? [];
    if (tab === undefined || address === undefined) return;
    const decision = new URL(address);
    decision.pathname = '/authorize/decision';
    decision.searchParams.set('decision', 'allow');
    const answer = await answerer(state)(new Request(decision), () => undefined);
    const back = answer.headers.get('location');
    if (back === null) return;
    soaked.tabs.set(tab, back);
    void soaked.worker().tabMoved(tab, back);
    await pass(thenMs);
  }

  async function isSignedIn(): Promise<boolean> {
    const { portals } = await readStatus();
    const own = portals.find((one) => one.portal === portal.startUrl);
    return own?.via !== undefined && !own.isOver;
  }

  async function readStatus() {
    const { stored } = await import('../../../lib/browser/stored');
    return stored.status.read();
  }

  /** One minute with whatever chance brings. */
  async function minute(random: () => number): Promise<void> {
    const dice = random();
    const effects: readonly Effect[] = [
      { kind: 'status', status: 429, html: true },
      { kind: 'status', status: 500 },
      { kind: 'status', status: 429, headers: { 'retry-after': '40' } },
      { kind: 'body', body: '<h1>Hotel Wi-Fi</h1>', contentType: 'text/html' },
      { kind: 'reset' },
      { kind: 'truncate' },
    ];
    const effect = effects[Math.floor(random() * effects.length)];
    if (dice < 0.12 && effect) state.faults.set({ share: random() < 0.5 ? 1 : 0.5, forMs: MINUTE_MS, effect });
    else if (dice < 0.15) change(random);
    else if (dice < 0.17) soaked.setOnline(false);
    else if (dice < 0.18) vi.setSystemTime(Date.now() + Math.floor(random() * 120) * MINUTE_MS);
    else if (dice < 0.19) for (const session of state.apiSessions.values()) session.isRevoked = true;
    if (random() < 0.3) void soaked.worker().calls.refresh.run({ portal: startUrl() }, page);
    if (random() < 0.3 && !(await isSignedIn())) await signIn();
    await pass(30_000 + random() * 30_000);
    soaked.kill();
    await pass(10_000);
    soaked.setOnline(true);
  }

  /** An account comes, another goes, a third has other roles. */
  function change(random: () => number): void {
    const accounts = [...state.accountsOf(portal)];
    const number = String(900_000_000_000 + Math.floor(random() * 99_999_999_999));
    const added: WorldAccount = {
      id: number,
      name: `new ${number}`,
      email: 'n@example.com',
      roles: ['ReadOnlyAccess'],
    };
    accounts.splice(Math.floor(random() * accounts.length), 1, added);
    const at = Math.floor(random() * accounts.length);
    const other = accounts[at];
    if (other) accounts[at] = { ...other, roles: [...other.roles.slice(1), `Role${number}`] };
    state.setAccounts(portal, accounts);
  }

  test.each(seeds)(
    'holds the list of the world at its end and has not grown, seed %i',
    async (seed) => {
      const random = await begin(seed);
      await signIn();
      await pass(2 * MINUTE_MS);
      const heaps: number[] = [];
      const endMs = Date.now() + hours * 3_600_000;
      for (let minutes = 0; Date.now() < endMs; minutes += 1) {
        await minute(random);
        const { diary, ...measured } = soaked.measure();
        expect(diary).toBeLessThanOrEqual(200);
        expect(measured.sessionBytes).toBeLessThan(64 * 1_024);
        expect(measured.alarms).toBeLessThanOrEqual(5);
        expect(measured.tabs).toBeLessThanOrEqual(1);
        if (minutes % 30 === 29) heaps.push(heapBytes(state));
      }
      state.faults.clear();
      await pass(2 * MINUTE_MS);
      if (!(await isSignedIn())) await signIn();
      void soaked.worker().calls.refresh.run({ portal: startUrl() }, page);
      await pass(MINUTE_MS);
      for (let tries = 0; tries < 20 && !(await isListed()); tries += 1) await pass(MINUTE_MS);

      expect(await listed()).toEqual(truth());
      expect(await soaked.store.jobs()).toEqual([]);
      expect((await readStatus()).portals.map(({ crawl }) => crawl.state)).toEqual(['complete']);
      expect(soaked.measure().looks).toBe(truth().length);
      expect(soaked.tabsOpened()).toBeLessThanOrEqual(clicks);
      expect(state.ledger.everWithCookies()).toEqual([]);
      expect(state.ledger.everSeenElsewhere()).toEqual([]);
      expect(unhandled).toEqual([]);
      // A short run ends before the heap has settled.
      const [early, late] = isLong ? [Math.max(...heaps.slice(1, 5)), Math.max(...heaps.slice(-4))] : [1, 1];
      expect(late / early).toBeLessThan(1.1);
    },
    isLong ? 3_600_000 : 120_000,
  );

  test('that is killed after every 20th slow answer of 1,000 accounts loses one of them each time', async () => {
    await begin(1, 1_000);
    state.settings.throttle = { burst: 1_000, perSecond: 1_000 };
    await signIn();
    soaked.setLatency(400);
    let kills = 0;
    const endMs = Date.now() + 10 * MINUTE_MS;
    for (let until = 20; !(await isListed()) && Date.now() < endMs;) {
      await pass(50);
      if (calls() < until) continue;
      soaked.kill();
      kills += 1;
      until = calls() + 20;
    }
    expect(await listed()).toEqual(truth());
    expect(kills).toBeGreaterThan(40);
    expect(calls()).toBeLessThanOrEqual(1.05 * (1_000 + 10 + 1) + kills);
  });

  test('that is stopped twice, at any steps, tells of the end only when pages can read the list', async () => {
    for (let seed = 1; seed <= (isLong ? 1_000 : 60); seed += 1) {
      vi.resetModules();
      const random = await begin(seed * 104_729, 6);
      state.settings.throttle = { burst: 1_000, perSecond: 1_000 };
      await signIn({ thenMs: 0 });
      while (calls() < 1) await vi.advanceTimersByTimeAsync(1);
      soaked.killBefore(...[80, 40].map((most) => 1 + Math.floor(random() * most)));
      for (let tries = 0; tries < 200 && soaked.isToBeKilled(); tries += 1) await pass(20);
      await pass(2 * MINUTE_MS);
      const { snapshotCache } = await import('../../../lib/browser/snapshot-cache');
      const directory = await snapshotCache.readDirectory();
      expect([seed, await isListed()]).toEqual([seed, true]);
      const read = directory?.accounts.map(({ id, name, roles }) => [id, name, roles?.toSorted()]).toSorted();
      expect([seed, read]).toEqual([seed, truth()]);
    }
  }, 600_000);

  test('that sleeps for nine hours, and is then woken and stopped twenty times, asks for everything once', async () => {
    await begin(3, 40);
    state.settings.throttle = { burst: 1_000, perSecond: 1_000 };
    // Asleep, it comes so near to its end that it is to be renewed.
    state.settings.accessTokenMs = 9 * 3_600_000 + 10 * MINUTE_MS;
    await signIn();
    await pass(MINUTE_MS);
    expect(await isListed()).toBe(true);
    const [renewals, asked] = [state.ledger.count('CreateToken'), calls()];
    // No timer and no alarm goes off while the machine sleeps.
    vi.setSystemTime(Date.now() + 9 * 3_600_000);
    for (let lid = 0; lid < 20; lid += 1) {
      soaked.ring();
      await pass(50);
      soaked.kill();
    }
    await pass(2 * MINUTE_MS);
    expect(state.ledger.count('CreateToken') - renewals).toBe(1);
    expect(calls() - asked).toBeGreaterThan(40);
    expect(calls() - asked).toBeLessThanOrEqual(1.05 * (40 + 1 + 1) + 20);
    expect(await listed()).toEqual(truth());
    expect(await isListed()).toBe(true);
    expect(soaked.tabsOpened()).toBe(1);
  });

  test('says, while it lists again, of how many accounts it has asked anew', async () => {
    await begin(4, 40);
    await signIn();
    await pass(MINUTE_MS);
    expect(await isListed()).toBe(true);
    void soaked.worker().calls.refresh.run({ portal: startUrl() }, page);
    const told: number[] = [];
    const endMs = Date.now() + MINUTE_MS;
    for (await pass(10); !(await isListed()) && Date.now() < endMs; await pass(100)) told.push(await progress());
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    expect(Math.min(...told)).toBe(0);
    expect(new Set(told).size).toBeGreaterThan(5);
    expect(Math.max(...told)).toBeLessThanOrEqual(40);
  });

  async function progress(): Promise<number> {
    const { snapshotCache } = await import('../../../lib/browser/snapshot-cache');
    const directory = (await snapshotCache.readDirectory()) ?? emptyDirectory;
    return summarise(directory, await readStatus(), Date.now()).portals[0]?.accountsWithRoles ?? -1;
  }

  const calls = (): number => state.ledger.entries.filter(({ op }) => op.startsWith('List')).length;

  async function isListed(): Promise<boolean> {
    const [own] = (await readStatus()).portals;
    return own?.crawl.state === 'complete' && (await soaked.store.jobs()).length === 0;
  }

  async function listed(): Promise<unknown[]> {
    const accounts = await soaked.store.accountsOf(startUrl());
    return accounts.map(({ id, name, roles }) => [id, name, roles?.toSorted()]).toSorted();
  }

  const truth = (): unknown[] =>
    state
      .accountsOf(portal)
      .map(({ id, name, roles }) => [id, name, roles.toSorted()])
      .toSorted();
});

/** The heap in use, without what the simulator remembers of the calls that it answered. */
function heapBytes(state: State): number {
  state.ledger.forget();
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

/** Park and Miller's generator: from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let last = seed;
  return () => {
    last = (last * 48_271) % 2_147_483_647;
    return last / 2_147_483_647;
  };
}
