import type { AccountId } from './account';
import { hashOf } from './checksum';
import type { StartUrl } from './portal';

/** A crawl of one portal that outlives the worker: every step is stored with what it brought. */
export interface CrawlJob {
  readonly portal: StartUrl;
  /** Grows with each crawl; rows carry the generation that saw them last. */
  readonly generation: number;
  readonly startedAtMs: number;
  readonly accounts: PageProgress;
  readonly apps: PageProgress;
  /** How many accounts the last complete generation held. */
  readonly before: number;
  /** What this generation found otherwise than the one before. */
  readonly changes: CrawlChanges;
  /** Runs in a row that ended early without bringing anything. */
  readonly failures: number;
  /** Not to be gone on with by itself before this time; 0: at once. */
  readonly resumeAtMs: number;
  /** It ended early because this machine was offline: goes on as soon as it no longer is. */
  readonly waitsForNetwork: boolean;
}

export interface CrawlChanges {
  readonly accountsAdded: number;
  readonly accountsRemoved: number;
  readonly rolesAdded: number;
  readonly rolesRemoved: number;
}

const noChanges: CrawlChanges = { accountsAdded: 0, accountsRemoved: 0, rolesAdded: 0, rolesRemoved: 0 };

export function addChanges(one: CrawlChanges, other: Partial<CrawlChanges>): CrawlChanges {
  return {
    accountsAdded: one.accountsAdded + (other.accountsAdded ?? 0),
    accountsRemoved: one.accountsRemoved + (other.accountsRemoved ?? 0),
    rolesAdded: one.rolesAdded + (other.rolesAdded ?? 0),
    rolesRemoved: one.rolesRemoved + (other.rolesRemoved ?? 0),
  };
}

export interface PageProgress {
  /** `cut-short`: it ended otherwise than by its last page. `refused`: AWS does not give this list to this session. */
  readonly end: 'open' | 'last-page' | 'cut-short' | 'refused';
  /** Where the next page begins; `undefined` for the first. */
  readonly next: string | undefined;
  /** Marks of the page tokens so far: one that comes again would lead round in a circle. */
  readonly seen: readonly number[];
}

export const noPages: PageProgress = { end: 'open', next: undefined, seen: [] };
const MOST_PAGES = 1_000;

export function newJob(portal: StartUrl, generation: number, before: number, nowMs: number): CrawlJob {
  return {
    portal,
    generation,
    startedAtMs: nowMs,
    accounts: noPages,
    apps: noPages,
    before,
    changes: noChanges,
    failures: 0,
    resumeAtMs: 0,
    waitsForNetwork: false,
  };
}

/** One page further. A token that repeats, or too many pages, ends the list as cut short. */
export function nextPage(
  progress: PageProgress,
  page: { next: string | undefined; isCutShort: boolean },
): PageProgress {
  if (page.isCutShort) return { ...progress, end: 'cut-short' };
  if (page.next === undefined) return { ...progress, end: 'last-page' };
  const mark = markOf(page.next);
  if (progress.seen.includes(mark) || progress.seen.length >= MOST_PAGES) return { ...progress, end: 'cut-short' };
  return { end: 'open', next: page.next, seen: [...progress.seen, mark] };
}

/** A hash, with the length: short enough to keep a thousand, and two different tokens all but never share one. */
function markOf(token: string): number {
  return hashOf(token) * 8_192 + token.length;
}

/** Ends that the portal's lists use for "no more pages". */
export function parsePageToken(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value !== 'null' && value.length <= 4_096 ? value : undefined;
}

/** True where a page token is there but unusable: not text, or absurdly long. */
export function isBadPageToken(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  return typeof value !== 'string' || value.length > 4_096;
}

/** Accounts in the order in which their roles are wanted: asked for by a page first, then what the person uses, then the rest. */
export function byNeed(
  pending: readonly AccountId[],
  wanted: readonly AccountId[],
  used: readonly AccountId[],
): AccountId[] {
  const left = new Set(pending);
  const first = [...wanted, ...used].filter((id) => left.delete(id));
  return [...first, ...left];
}

/**
 * True where a list that has come to its end is more likely an accident than the truth: nothing, or next to nothing,
 * where there was a real list before. The old list is then kept and the person told.
 */
export function looksLost(accounts: number, before: number): boolean {
  return (accounts === 0 && before > 0) || (before >= 50 && accounts * 20 < before);
}

/**
 * True where AWS lists accounts and then refuses the roles of more of them than can have been taken away in between. The
 * old list is then kept and the person told.
 */
export function refusesMany(refused: number, listed: number): boolean {
  return refused > Math.max(3, listed / 20);
}

const LONGEST_PAUSE_MINUTES = 30;
const LONGEST_PAUSE_MS = LONGEST_PAUSE_MINUTES * 60_000;
const PAUSES_MINUTES = [0.5, 1, 2, 5, 15, LONGEST_PAUSE_MINUTES];

export interface Interruption {
  readonly hasProgress: boolean;
  readonly isOffline: boolean;
  /** What AWS asked for, if it did. */
  readonly waitUntilMs: number | undefined;
}

/** The job after a run that ended early: when it goes on by itself. */
export function interrupted(job: CrawlJob, why: Interruption, nowMs: number): CrawlJob {
  if (why.waitUntilMs !== undefined) return { ...job, resumeAtMs: why.waitUntilMs, waitsForNetwork: false };
  const failures = why.hasProgress ? 1 : job.failures + 1;
  const minutes = PAUSES_MINUTES[Math.min(failures, PAUSES_MINUTES.length) - 1] ?? LONGEST_PAUSE_MINUTES;
  return { ...job, failures, resumeAtMs: nowMs + minutes * 60_000, waitsForNetwork: why.isOffline };
}

/** When a job may go on by itself. No pause is longer than the longest: the clock has gone back since, and it is time. */
export function dueAtMs({ resumeAtMs }: CrawlJob, nowMs: number): number {
  return resumeAtMs > nowMs + LONGEST_PAUSE_MS ? nowMs : resumeAtMs;
}

/** True once a job may go on by itself. */
export function isDue(job: CrawlJob, nowMs: number, isOnline: boolean): boolean {
  return dueAtMs(job, nowMs) <= nowMs || (job.waitsForNetwork && isOnline);
}

const JOB_LIVES_MS = 6 * 3_600_000;

/** True for a stored job that may be gone on with: of a known shape, and not so old that it had better start anew. */
export function isFresh(job: CrawlJob, nowMs: number): boolean {
  return nowMs - job.startedAtMs < JOB_LIVES_MS && job.startedAtMs <= nowMs + JOB_LIVES_MS;
}

/** True for a stored value that is a job of this version. */
export function isJob(value: unknown): value is CrawlJob {
  if (typeof value !== 'object' || value === null) return false;
  const { generation, startedAtMs, accounts, apps, changes, before, failures, resumeAtMs } = value as Partial<
    Record<keyof CrawlJob, unknown>
  >;
  const areNumbers = [generation, startedAtMs, before, failures, resumeAtMs].every((one) => typeof one === 'number');
  return areNumbers && isProgress(accounts) && isProgress(apps) && typeof changes === 'object' && changes !== null;
}

function isProgress(value: unknown): value is PageProgress {
  return typeof value === 'object' && value !== null && 'end' in value && 'seen' in value && Array.isArray(value.seen);
}
