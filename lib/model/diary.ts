import type { StartUrl } from './portal';

/** What the diary may tell. Details are numbers and words of our own: nothing that AWS or a page said, no secret. */
export type DiaryEvent =
  | 'worker-started'
  | 'signed-in'
  | 'signed-out'
  | 'session-ended'
  | 'session-renewed'
  | 'renewal-failed'
  | 'sign-in-opened'
  | 'sign-in-failed'
  | 'crawl-started'
  | 'crawl-stopped'
  | 'crawl-refused'
  | 'crawl-complete'
  | 'throttled'
  | 'launch'
  | 'launch-went-on'
  | 'launch-without-container'
  | 'message-refused'
  | 'policy-changed'
  | 'sync-stopped'
  | 'storage-rebuilt'
  | 'storage-broken';

export interface DiaryEntry {
  readonly atMs: number;
  readonly event: DiaryEvent;
  readonly portal?: StartUrl | undefined;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}

const MOST_ENTRIES = 200;

/** The diary with one more entry; the oldest ones go. */
export function written(diary: readonly DiaryEntry[], entry: DiaryEntry): DiaryEntry[] {
  return [...diary, entry].slice(-MOST_ENTRIES);
}
