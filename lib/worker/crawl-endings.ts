import type { AwsFailure } from '../aws/aws-failure';
import type { StoredAccount } from '../browser/tables';
import { type CrawlJob, interrupted, looksLost, refusesMany } from '../model/crawl';
import type { Failure, NetworkDetail } from '../model/failure';
import { apiOrigins } from '../model/portal-hosts';
import type { CrawlStatus } from '../model/status';
import type { CrawlRun } from './crawl-run';
import type { Diary } from './diary';
import type { Looks } from './looks';
import { type Sessions, sessionFailure } from './sessions';
import type { Stopped } from './stopped';
import type { World } from './world';

const tooStrange: AwsFailure = { kind: 'network', detail: 'unexpected-shape' };

/** How a crawl comes to its end: what is kept of it, and what the person is told. */
export function createCrawlEndings(
  { browser, now }: World,
  { sessions, looks, diary }: { sessions: Sessions; looks: Looks; diary: Diary },
) {
  const { store } = browser;

  /** Without the permission for its host, the API seems not to be there. */
  async function missingAt(region: string): Promise<Failure | undefined> {
    const origins = await browser.permissions.missing(apiOrigins(region));
    return origins.length > 0 ? { reason: 'permission-missing', origins } : undefined;
  }

  /** What was listed is kept, and the job with it. */
  async function stopped(
    run: CrawlRun,
    { failure, waitUntilMs }: Stopped,
    hasProgress: boolean,
  ): Promise<Partial<CrawlStatus>> {
    const { portal, session } = run;
    if (failure.kind === 'aborted') return { state: 'partial' };
    await diary.note('crawl-stopped', portal, { because: failure.kind });
    if (waitUntilMs === undefined && failure.kind === 'unauthorized') {
      await sessions.refused(session);
      return { state: 'partial', failure: { reason: 'signed-out', portal } };
    }
    const why = { hasProgress, waitUntilMs, isOffline: failure.kind === 'network' && !browser.isOnline() };
    const job = interrupted(run.job(), why, now());
    await store.putJob(job);
    const state = waitUntilMs === undefined ? 'partial' : 'running';
    return { state, failure: (await missingAt(session.region)) ?? whyWaiting(failure, job) };
  }

  /** Nothing that AWS said: the disk is full or broken, or there is a fault in here. The job is tried again later. */
  async function broken({ portal, job }: CrawlRun, error: unknown): Promise<Partial<CrawlStatus>> {
    await diary.note('storage-broken', portal, { because: error instanceof Error ? error.name : 'unknown' });
    const why = { hasProgress: false, isOffline: false, waitUntilMs: undefined };
    await store.putJob(interrupted(job(), why, now())).catch(() => undefined);
    return { state: 'partial', failure: { reason: 'storage' } };
  }

  function whyWaiting(failure: AwsFailure, { portal, resumeAtMs, waitsForNetwork }: CrawlJob): Failure {
    if (failure.kind === 'throttled') return { reason: 'throttled', retryAtMs: resumeAtMs };
    if (waitsForNetwork) return { reason: 'network', detail: 'offline' };
    return sessionFailure(failure, portal, now());
  }

  /** Swaps the generations; a list that came out broken or next to empty does not take the old one's place. */
  async function finished({ portal, job, flaws }: CrawlRun): Promise<Partial<CrawlStatus>> {
    const { accounts, apps, before, generation, changes } = job();
    const rows = await store.accountsOf(portal);
    const seen = rows.filter((row) => row.generation === generation).length;
    const refused = rows.filter((row) => isRefused(row, generation)).length;
    const detail = refusalOf({ seen, refused, before, isCutShort: accounts.end === 'cut-short' });
    if (detail) {
      await store.giveUp(job(), now());
      await diary.note('crawl-refused', portal, { accounts: seen, refused, before });
      return { state: 'partial', failure: { reason: 'network', detail } };
    }
    const gone = await store.finish(job(), now(), { keepApps: apps.end !== 'last-page' });
    await looks.writeAll();
    await diary.note('crawl-complete', portal, { accounts: seen, removed: gone });
    const [flaw] = apps.end === 'cut-short' ? [...flaws, tooStrange] : flaws;
    return {
      state: flaw ? 'partial' : 'complete',
      completeAtMs: now(),
      failure: flaw && sessionFailure(flaw, portal, now()),
      added: changes.accountsAdded,
      removed: changes.accountsRemoved + gone,
      rolesAdded: changes.rolesAdded,
      rolesRemoved: changes.rolesRemoved,
    };
  }

  return { missingAt, stopped, broken, finished };
}

interface Listed {
  /** Accounts that count. */
  readonly seen: number;
  /** Accounts that had roles, which AWS will not tell any more. */
  readonly refused: number;
  readonly before: number;
  readonly isCutShort: boolean;
}

function isRefused({ generation, rolesGeneration, roles }: StoredAccount, now: number): boolean {
  return generation < now && rolesGeneration === now && roles !== undefined;
}

/** Why a list does not take the old one's place, where it does not. */
function refusalOf({ seen, refused, before, isCutShort }: Listed): NetworkDetail | undefined {
  if (refusesMany(refused, seen + refused)) return 'roles-refused';
  if (looksLost(seen, before)) return 'list-shrank-to-nothing';
  return isCutShort ? 'unexpected-shape' : undefined;
}
