/**
 * Why settings stay in this browser alone for now. `too-large`: they do not fit; `quota`: the browser took no more;
 * `too-often`: it asked for a pause; `newer`: a newer Burgee wrote there; `unavailable`: the browser has no sync to give.
 */
export type SyncProblem = 'too-large' | 'quota' | 'too-often' | 'newer' | 'unavailable';

const syncProblems: readonly SyncProblem[] = ['too-large', 'quota', 'too-often', 'newer', 'unavailable'];

export interface SyncStatus {
  readonly isOn: boolean;
  readonly problem: SyncProblem | undefined;
  /** When this browser and the sync storage last held the same. */
  readonly inStepAtMs: number | undefined;
}

const noSync: SyncStatus = { isOn: false, problem: undefined, inStepAtMs: undefined };

/** What the browser's refusal of a write means; the messages are Chromium's and Firefox's own. */
export function syncProblemOf(error: unknown): SyncProblem {
  const message = error instanceof Error ? error.message : String(error);
  if (/MAX_WRITE_OPERATIONS|too many|rate/i.test(message)) return 'too-often';
  return /QUOTA|MAX_ITEMS/i.test(message) ? 'quota' : 'unavailable';
}

export function parseSyncStatus(raw: unknown): SyncStatus {
  if (typeof raw !== 'object' || raw === null) return noSync;
  const { isOn, problem, inStepAtMs } = raw as Partial<Record<keyof SyncStatus, unknown>>;
  return {
    isOn: isOn === true,
    problem: syncProblems.find((own) => own === problem),
    inStepAtMs: typeof inStepAtMs === 'number' ? inStepAtMs : undefined,
  };
}
