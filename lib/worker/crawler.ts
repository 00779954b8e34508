import type { AwsFailure } from '../aws/aws-failure';
import type { PortalApi } from '../aws/portal-api';
import type { AccountId, RoleName } from '../model/account';
import { byNeed, type CrawlJob, cutShort, newJob, nextPage } from '../model/crawl';
import { fail, type Failure, type Outcome, succeed } from '../model/failure';
import type { StartUrl } from '../model/portal';
import { canDo, type Session } from '../model/session';
import type { Looks } from './looks';
import { createPaceGate, type PaceGate } from './pace-gate';
import { type Sessions, sessionFailure } from './sessions';
import type { StatusBoard } from './status-board';
import type { World } from './world';

const CRAWL_ALARM = 'crawl';

const CONCURRENT_CALLS = 6;
const nobody: readonly AccountId[] = [];
const TRIES = 3;
const PUBLISH_EVERY_MS = 600;
/** A job that was left lying longer than this starts anew instead of going on. */
const JOB_LIVES_MS = 6 * 3_600_000;
/** An alarm's shortest period: a killed worker comes back to its job within it. */
const RESUME_MINUTES = 0.5;

/** Why a crawl can't go on now. */
class Stopped extends Error {
  constructor(readonly failure: AwsFailure) {
    super(failure.kind);
  }
}

export type Crawler = ReturnType<typeof createCrawler>;

/** Lists accounts, roles and apps of each portal: one crawl per portal at a time, every answer stored as it comes. */
export function createCrawler(world: World, board: StatusBoard, sessions: Sessions, looks: Looks) {
  const { aws, browser, now, random } = world;
  const running = new Map<StartUrl, { ended: Promise<void>; stop: AbortController }>();
  const gates = new Map<StartUrl, PaceGate>();
  const wanted = new Map<StartUrl, readonly AccountId[]>();

  function gateOf(portal: StartUrl): PaceGate {
    const gate = gates.get(portal) ?? createPaceGate(now, random);
    gates.set(portal, gate);
    return gate;
  }

  /** Starts a crawl, or joins the one that runs. Settles when it has ended. */
  function crawl(portal: StartUrl): Promise<void> {
    const already = running.get(portal);
    if (already) return already.ended;
    const stop = new AbortController();
    const ended = run(portal, stop.signal).finally(() => running.delete(portal));
    running.set(portal, { ended, stop });
    return ended;
  }

  async function run(portal: StartUrl, signal: AbortSignal): Promise<void> {
    const session = await sessions.best(portal);
    const api = session && aws.portalApi(session.region);
    if (!session || !api) return;
    const job = await jobFor(portal);
    await browser.alarms.set(CRAWL_ALARM, { everyMinutes: RESUME_MINUTES });
    await board.crawl(portal, {
      state: 'running',
      startedAtMs: job.startedAtMs,
      failure: undefined,
      added: 0,
      removed: 0,
    });
    const step = createStep({ world, board, api, session, gate: gateOf(portal), signal });
    try {
      const listed = await listAccounts(step, job);
      const [done] = await Promise.all([
        listApps(step, listed),
        listRoles(step, listed, () => wanted.get(portal) ?? nobody),
      ]);
      await finish(step, done);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      await stopped(portal, session, error.failure);
    } finally {
      await step.publishNow();
    }
  }

  async function jobFor(portal: StartUrl): Promise<CrawlJob> {
    const left = await browser.store.job(portal);
    if (left && now() - left.startedAtMs < JOB_LIVES_MS) return left;
    const last = await browser.store.lastCrawl(portal);
    const job = newJob(portal, Math.max(last?.generation ?? 0, left?.generation ?? 0) + 1, last?.accounts ?? 0, now());
    await browser.store.putJob(job);
    return job;
  }

  async function stopped(portal: StartUrl, session: Session, failure: AwsFailure): Promise<void> {
    if (failure.kind === 'aborted') return;
    if (failure.kind === 'unauthorized') await sessions.refused(session);
    await board.crawl(portal, { state: 'partial', failure: sessionFailure(failure, portal, now()) });
  }

  async function finish({ portal, ...step }: Step, job: CrawlJob): Promise<void> {
    const rows = await browser.store.accountsOf(portal);
    const seen = rows.filter(({ generation }) => generation === job.generation);
    const shrankToNothing = seen.length === 0 && job.before > 0;
    const isCutShort = job.accounts.isCutShort || job.apps.isCutShort;
    if (shrankToNothing || isCutShort) {
      await browser.store.dropJob(portal);
      const failure: Failure = {
        reason: 'network',
        detail: shrankToNothing ? 'list-shrank-to-nothing' : 'unexpected-shape',
      };
      await board.crawl(portal, { state: 'partial', failure, accounts: rows.length });
      return;
    }
    const removed = await browser.store.finish(job, now(), { accounts: false, apps: job.apps.isCutShort });
    const added = job.before === 0 ? 0 : Math.max(0, seen.length - (job.before - removed));
    const counts = { accounts: seen.length, accountsWithRoles: seen.length, added, removed };
    await board.crawl(portal, { state: 'complete', completeAtMs: now(), failure: undefined, ...counts });
    step.forgetWanted();
  }

  function createStep(
    parts: Omit<Step, 'portal' | 'publish' | 'publishNow' | 'ask' | 'forgetWanted'> & { board: StatusBoard },
  ): Step {
    const { session, gate, signal } = parts;
    const { portal } = session;
    const publishNow = async (): Promise<void> => {
      const rows = await browser.store.accountsOf(portal);
      await looks.write(rows);
      await board.crawl(portal, {
        accounts: rows.length,
        accountsWithRoles: rows.filter(({ roles }) => roles !== undefined).length,
      });
      await board.publish();
    };
    return {
      ...parts,
      portal,
      publish: createThrottle(PUBLISH_EVERY_MS, now, publishNow),
      publishNow,
      forgetWanted: () => void wanted.delete(portal),
      ask: (request) => askPatiently(request, gate, signal),
    };
  }

  return {
    crawl,
    isRunning: (portal: StartUrl): boolean => running.has(portal),

    /** Goes on with every job that a stopped worker left behind. */
    async resume(): Promise<void> {
      const jobs = await browser.store.jobs();
      if (jobs.length === 0 && running.size === 0) await browser.alarms.clear(CRAWL_ALARM);
      await Promise.all(jobs.map(({ portal }) => crawl(portal)));
    },

    stop(portal: StartUrl): Promise<void> {
      const own = running.get(portal);
      own?.stop.abort(new Stopped({ kind: 'aborted' }));
      return own?.ended ?? Promise.resolve();
    },

    /** Asks for one account's roles again. */
    async refreshAccount(portal: StartUrl, id: AccountId): Promise<Outcome> {
      const session = await sessions.best(portal);
      const api = session && aws.portalApi(session.region);
      if (!session || !api) return fail({ reason: 'signed-out', portal });
      const last = await browser.store.lastCrawl(portal);
      const job =
        (await browser.store.job(portal)) ?? newJob(portal, last?.generation ?? 1, last?.accounts ?? 0, now());
      const step = createStep({
        world,
        board,
        api,
        session,
        gate: gateOf(portal),
        signal: new AbortController().signal,
      });
      try {
        await rolesOf(step, job, id);
        await step.publishNow();
        return succeed();
      } catch (error) {
        if (!(error instanceof Stopped)) throw error;
        return fail(sessionFailure(error.failure, portal, now()));
      }
    },

    /** Roles of these accounts next: they are on screen. */
    want: (portal: StartUrl, accounts: readonly AccountId[]): void => void wanted.set(portal, accounts),

    /** The person opens something: the crawl leaves room for it. */
    giveWay: (portal: StartUrl): void => gateOf(portal).giveWay(),
  };
}

interface Step {
  readonly world: World;
  readonly api: PortalApi;
  readonly session: Session;
  readonly portal: StartUrl;
  readonly gate: PaceGate;
  readonly signal: AbortSignal;
  ask<Value>(request: () => Promise<Ask<Value>>): Promise<Value | 'forbidden'>;
  publish(): void;
  publishNow(): Promise<void>;
  forgetWanted(): void;
}

type Ask<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: AwsFailure };

/** One call at its turn; refusals wait and come again, network trouble is tried three times, the rest stops the crawl. */
async function askPatiently<Value>(
  request: () => Promise<Ask<Value>>,
  gate: PaceGate,
  signal: AbortSignal,
): Promise<Value | 'forbidden'> {
  for (let failures = 0; ;) {
    await gate.turn(signal);
    const answer = await request();
    if (answer.ok) {
      gate.accepted();
      return answer.value;
    }
    const { failure } = answer;
    if (failure.kind === 'forbidden') return 'forbidden';
    if (failure.kind === 'throttled') {
      gate.refused(failure.retryAfterMs);
      continue;
    }
    failures += 1;
    const mayPass = failure.kind === 'network' && failures < TRIES;
    if (!mayPass) throw new Stopped(failure);
    gate.giveWay();
  }
}

async function listAccounts({ world, api, session, signal, ask, publish }: Step, from: CrawlJob): Promise<CrawlJob> {
  let job = from;
  while (!job.accounts.isDone) {
    const page = await ask(() => api.listAccounts(session.token, job.accounts.next, signal));
    if (page === 'forbidden') throw new Stopped({ kind: 'unauthorized' });
    const accounts = page.isCutShort ? cutShort(nextPage(job.accounts, undefined)) : nextPage(job.accounts, page.next);
    job = { ...job, accounts };
    await world.browser.store.commitAccounts(job, page.items);
    publish();
  }
  return job;
}

/** Apps are a courtesy of the undocumented list: a session that may not ask for them still has its accounts. */
async function listApps({ world, api, session, signal, ask, publish }: Step, from: CrawlJob): Promise<CrawlJob> {
  let job = canDo(session, 'apps') ? from : { ...from, apps: cutShort(from.apps) };
  while (!job.apps.isDone) {
    const page = await ask(() => api.listApps(session.token, job.apps.next, signal));
    if (page === 'forbidden') return { ...job, apps: cutShort(job.apps) };
    const apps = page.isCutShort ? cutShort(nextPage(job.apps, undefined)) : nextPage(job.apps, page.next);
    job = { ...job, apps };
    await world.browser.store.commitApps(job, page.items);
    publish();
  }
  return job;
}

async function listRoles(step: Step, job: CrawlJob, wantedNow: () => readonly AccountId[]): Promise<void> {
  const rows = await step.world.browser.store.accountsOf(job.portal);
  const personal = await step.world.browser.store.personal();
  const used = Object.keys(personal.launches).map((key) => key.split('|')[2] ?? '') as AccountId[];
  const pending = new Set(
    rows.filter((row) => row.generation === job.generation && row.rolesGeneration < job.generation).map(({ id }) => id),
  );
  let order: AccountId[] = [];
  let orderedFor: readonly AccountId[] | undefined;
  const take = (): AccountId | undefined => {
    const wanted = wantedNow();
    if (wanted !== orderedFor) {
      order = byNeed([...pending], wanted, used).toReversed();
      orderedFor = wanted;
    }
    const next = order.pop();
    if (next !== undefined) pending.delete(next);
    return next;
  };
  const worker = async (): Promise<void> => {
    for (let id = take(); id !== undefined; id = take()) await rolesOf(step, job, id);
  };
  await Promise.all(Array.from({ length: CONCURRENT_CALLS }, worker));
}

async function rolesOf(
  { world, api, session, signal, ask, publish }: Step,
  job: CrawlJob,
  id: AccountId,
): Promise<void> {
  const roles = new Set<RoleName>();
  let progress = nextPage({ isDone: false, next: undefined, pages: -1, isCutShort: false }, undefined);
  progress = { ...progress, isDone: false };
  while (!progress.isDone) {
    const token = progress.next;
    const page = await ask(() => api.listRoles(session.token, id, token, signal));
    if (page === 'forbidden') return world.browser.store.removeAccount(job.portal, id);
    for (const role of page.items) roles.add(role);
    progress = page.isCutShort ? cutShort(progress) : nextPage(progress, page.next);
  }
  await world.browser.store.commitRoles(job, id, [...roles]);
  publish();
}

/** Runs `task` soon, at most once per interval (longer where the task itself takes long); the last call is never lost. */
function createThrottle(intervalMs: number, now: () => number, task: () => Promise<void>): () => void {
  let isWaiting = false;
  let pauseMs = 0;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(async () => {
      isWaiting = false;
      const startedMs = now();
      await task().catch(() => undefined);
      pauseMs = Math.max(intervalMs, 5 * (now() - startedMs));
    }, pauseMs);
  };
}
