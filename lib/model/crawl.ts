import type { AccountId } from './account';
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
}

export interface PageProgress {
  readonly isDone: boolean;
  /** Where the next page begins; `undefined` for the first. */
  readonly next: string | undefined;
  readonly pages: number;
  /** The list ended otherwise than by its last page. */
  readonly isCutShort: boolean;
}

const noPages: PageProgress = { isDone: false, next: undefined, pages: 0, isCutShort: false };
const MOST_PAGES = 1_000;

export function newJob(portal: StartUrl, generation: number, before: number, nowMs: number): CrawlJob {
  return { portal, generation, startedAtMs: nowMs, accounts: noPages, apps: noPages, before };
}

/** One page further. A token that repeats, or too many pages, ends the list as cut short. */
export function nextPage(progress: PageProgress, token: string | undefined): PageProgress {
  const pages = progress.pages + 1;
  if (token === undefined) return { isDone: true, next: undefined, pages, isCutShort: false };
  const isStuck = token === progress.next || pages >= MOST_PAGES;
  return isStuck
    ? { isDone: true, next: undefined, pages, isCutShort: true }
    : { isDone: false, next: token, pages, isCutShort: false };
}

/** The list ends here with what it has. */
export function cutShort(progress: PageProgress): PageProgress {
  return { ...progress, isDone: true, isCutShort: true };
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
