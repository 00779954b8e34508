import type { AccountId } from '../model/account';
import { type CrawlJob, dueAtMs, interrupted, isDue, isFresh, newJob } from '../model/crawl';
import { fail, type Failure, type Outcome, succeed } from '../model/failure';
import type { StartUrl } from '../model/portal';
import type { CrawlStatus } from '../model/status';
import { createCrawlEndings } from './crawl-endings';
import { listAccounts, listApps } from './crawl-lists';
import { askRoles, listRoles } from './crawl-roles';
import { askPatiently, type CrawlRun } from './crawl-run';
import type { Diary } from './diary';
import type { Looks } from './looks';
import { createPaceGates } from './pace-gates';
import { type Sessions, sessionFailure } from './sessions';
import type { StatusBoard } from './status-board';
import { Stopped } from './stopped';
import { createThrottle } from './throttle';
import type { World } from './world';

const CRAWL_ALARM = 'crawl';
const unchanged = { added: 0, removed: 0, rolesAdded: 0, rolesRemoved: 0 };
const nobody: readonly AccountId[] = [];
const PUBLISH_EVERY_MS = 600;
/** An alarm's shortest period: a killed worker comes back to its job within it. */
const RESUME_MINUTES = 0.5;
/** A list older than this is made anew while a session is alive. */
const OLD_AFTER_MS = 6 * 3_600_000;

export type Crawler = ReturnType<typeof createCrawler>;

interface Running {
  readonly ended: Promise<void>;
  readonly stop: AbortController;
}

/** Lists accounts, roles and apps of each portal: one crawl per portal at a time, every answer stored as it comes. */
export function createCrawler(
  world: World,
  { board, sessions, looks, diary }: { board: StatusBoard; sessions: Sessions; looks: Looks; diary: Diary },
) {
  const { aws, browser, now } = world;
  const { store } = browser;
  const running = new Map<StartUrl, Running>();
  const gates = createPaceGates(world);
  const endings = createCrawlEndings(world, { sessions, looks, diary });
  const wanted = new Map<StartUrl, readonly AccountId[]>();

  /**
   * Starts a crawl, or joins the one that runs. Settles when it has ended. How it ended is told only when a next one
   * may start: whoever reads it and asks again must not join the one that is over.
   */
  function crawl(portal: StartUrl): Promise<void> {
    const already = running.get(portal);
    if (already) return already.ended;
    const stop = new AbortController();
    const ended = start(portal, stop)
      .finally(async () => {
        running.delete(portal);
        await setAlarm();
      })
      .then((ending) => ending && board.crawl(portal, ending));
    running.set(portal, { ended, stop });
    return ended;
  }

  async function start(portal: StartUrl, stop: AbortController): Promise<Partial<CrawlStatus> | undefined> {
    const session = await sessions.best(portal);
    const api = session && aws.portalApi(session.region);
    if (!session || !api) return undefined;
    const gate = await gates.of(portal);
    let job = await jobFor(portal);
    const missing = await endings.missingAt(session.region);
    if (missing) {
      await store.putJob(interrupted(job, { hasProgress: false, isOffline: false, waitUntilMs: undefined }, now()));
      return { state: 'partial', failure: missing };
    }
    await browser.alarms.set(CRAWL_ALARM, { everyMinutes: RESUME_MINUTES });
    await board.crawl(portal, { state: 'running', startedAtMs: job.startedAtMs, failure: undefined, ...unchanged });
    await diary.note('crawl-started', portal, { generation: job.generation });
    const began = job;
    const publish = createThrottle(PUBLISH_EVERY_MS, now, () => publishNow(portal));
    const throttled = (): void => {
      void diary.note('throttled', portal, { perSecond: Math.round(gate.pace().perSecond * 10) / 10 });
      void gates.keep();
    };
    const run: CrawlRun = {
      portal,
      session,
      api,
      store,
      signal: stop.signal,
      job: () => job,
      advance: (change) => (job = change(job)),
      ask: (request) => askPatiently(request, { gate, signal: stop.signal, throttled, isOnline: browser.isOnline }),
      together: (tasks) => together(tasks, stop),
      flaws: [],
      writeLooks: looks.write,
      publish,
    };
    try {
      await listAccounts(run);
      await run.together([listApps(run), listRoles(run, () => wanted.get(portal) ?? nobody)]);
      const ending = await endings.finished(run);
      wanted.delete(portal);
      return ending;
    } catch (error) {
      if (!(error instanceof Stopped)) return await endings.broken(run, error);
      const ending = await endings.stopped(run, error, job !== began);
      // Another session of the portal may go on where this one was refused.
      if (ending.failure?.reason === 'signed-out' && (await sessions.best(portal)))
        setTimeout(() => void crawl(portal));
      return ending;
    } finally {
      // First the list, then the word that it is complete: whoever reads "complete" reads the whole list.
      await publishNow(portal).catch(() => undefined);
    }
  }

  async function jobFor(portal: StartUrl): Promise<CrawlJob> {
    const left = await store.job(portal);
    if (left && isFresh(left, now())) return left;
    const last = await store.lastCrawl(portal);
    const job = newJob(portal, Math.max(last?.generation ?? 0, left?.generation ?? 0) + 1, last?.accounts ?? 0, now());
    await store.putJob(job);
    await board.crawl(portal, { accountsWithRoles: 0 });
    return job;
  }

  async function publishNow(portal: StartUrl): Promise<void> {
    const rows = await store.accountsOf(portal);
    const job = await store.job(portal);
    await gates.keep();
    await board.crawl(portal, {
      accounts: rows.length,
      accountsWithRoles: rows.filter(({ roles, rolesGeneration }) =>
        job ? rolesGeneration === job.generation : roles !== undefined,
      ).length,
    });
    await board.publish();
  }

  function waitingFor({ failure, waitUntilMs }: Stopped, portal: StartUrl): Failure {
    return waitUntilMs === undefined
      ? sessionFailure(failure, portal, now())
      : { reason: 'throttled', retryAtMs: waitUntilMs };
  }

  /** Jobs that wait and could go on, were it time. */
  async function waiting(): Promise<CrawlJob[]> {
    const jobs: CrawlJob[] = [];
    for (const job of await store.jobs()) {
      if (!running.has(job.portal) && (await sessions.best(job.portal))) jobs.push(job);
    }
    return jobs;
  }

  /** A worker that was stopped between the end of a crawl and the word of it: the word is given now. */
  async function tellEnded(): Promise<void> {
    for (const { portal, crawl: told } of (await board.read()).portals) {
      if (told.state !== 'running' || running.has(portal) || (await store.job(portal))) continue;
      const last = await store.lastCrawl(portal);
      await publishNow(portal);
      await board.crawl(portal, {
        state: last ? 'complete' : 'partial',
        completeAtMs: last?.completeAtMs || undefined,
      });
    }
  }

  async function setAlarm(): Promise<void> {
    const jobs = await waiting();
    if (running.size > 0) return browser.alarms.set(CRAWL_ALARM, { everyMinutes: RESUME_MINUTES });
    if (jobs.length === 0) return browser.alarms.clear(CRAWL_ALARM);
    const whenMs = Math.max(now() + 1_000, Math.min(...jobs.map((job) => dueAtMs(job, now()))));
    return browser.alarms.set(CRAWL_ALARM, { whenMs });
  }

  return {
    crawl,

    /** Goes on with every job that a stopped worker left behind and whose time has come. */
    async resume(): Promise<void> {
      await tellEnded();
      const due = (await waiting()).filter((job) => isDue(job, now(), browser.isOnline()));
      await Promise.all(due.map(({ portal }) => crawl(portal)));
      await setAlarm();
    },

    /** A permission came or went: what is missing is told, and no longer told. */
    async lookAtPermissions(): Promise<void> {
      for (const { startUrl, region } of await store.portals()) {
        const told = (await board.read()).portals.find((own) => own.portal === startUrl)?.crawl.failure;
        const missing = await endings.missingAt(region);
        if (missing || told?.reason === 'permission-missing') await board.crawl(startUrl, { failure: missing });
      }
    },

    /** The network is back: what waited for it goes on at once. */
    async resumeNow(): Promise<void> {
      await Promise.all((await waiting()).map(({ portal }) => crawl(portal)));
    },

    /** Makes lists anew that have grown old, or that a session is newer than: its crawl was to start and did not. */
    async refreshOld(portals: readonly StartUrl[]): Promise<void> {
      for (const portal of portals) {
        const session = await sessions.best(portal);
        if (!session || (await store.job(portal))) continue;
        const endedAtMs = (await store.lastCrawl(portal))?.endedAtMs ?? 0;
        if (endedAtMs < session.madeAtMs || now() - endedAtMs > OLD_AFTER_MS) void crawl(portal);
      }
    },

    /** Asks for one account's roles again, beside a crawl that may run. */
    async refreshAccount(portal: StartUrl, id: AccountId): Promise<Outcome> {
      const session = await sessions.best(portal);
      const api = session && aws.portalApi(session.region);
      if (!session || !api) return fail({ reason: 'signed-out', portal });
      const gate = await gates.of(portal);
      const { signal } = new AbortController();
      const road = { gate, signal, throttled: () => undefined, isOnline: () => true };
      const ask: CrawlRun['ask'] = (request) => askPatiently(request, road);
      const answer = await askRoles({ api, session, signal, ask }, id).catch(stoppedBy);
      if (answer instanceof Stopped) return fail(waitingFor(answer, portal));
      if (answer.kind === 'forbidden') return fail({ reason: 'gone', what: 'account' });
      if (answer.kind === 'unauthorized') await sessions.refused(session);
      if (answer.kind !== 'value')
        return fail(sessionFailure(answer.kind === 'trouble' ? answer.failure : { kind: answer.kind }, portal, now()));
      await store.putRoles(portal, id, answer.value);
      await board.publish();
      return succeed();
    },

    stop(portal: StartUrl): Promise<void> {
      const own = running.get(portal);
      own?.stop.abort(new Stopped({ kind: 'aborted' }));
      return own?.ended ?? Promise.resolve();
    },

    /** Roles of these accounts next: they are on screen. */
    want: (portal: StartUrl, accounts: readonly AccountId[]): void => void wanted.set(portal, accounts),

    /** The person opens something: the crawl leaves room for it. */
    giveWay: async (portal: StartUrl): Promise<void> => (await gates.of(portal)).giveWay(),
  };
}

function stoppedBy(error: unknown): Stopped {
  if (error instanceof Stopped) return error;
  throw error;
}

/** Waits for all; the first that stops stops the others too, and nothing is left running. */
async function together(tasks: readonly Promise<void>[], stop: AbortController): Promise<void> {
  await Promise.all(tasks.map((task) => task.catch((error: unknown) => stop.abort(error))));
  if (stop.signal.aborted) throw stop.signal.reason;
}
