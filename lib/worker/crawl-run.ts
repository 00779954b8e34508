import type { AwsFailure } from '../aws/aws-failure';
import type { PortalApi } from '../aws/portal-api';
import type { BurgeeBrowser } from '../browser/burgee-browser';
import type { AccountId } from '../model/account';
import type { CrawlJob } from '../model/crawl';
import type { StartUrl } from '../model/portal';
import type { Session } from '../model/session';
import type { PaceGate } from './pace-gate';
import { Stopped } from './stopped';

/** One run of a crawl, from its start or from where a stopped worker left it. */
export interface CrawlRun {
  readonly portal: StartUrl;
  readonly session: Session;
  readonly api: PortalApi;
  readonly store: BurgeeBrowser['store'];
  readonly signal: AbortSignal;
  /** Where the job stands; changed by `advance` only. */
  job(): CrawlJob;
  /** The job as it is from now on; the caller stores it together with what it brought. */
  advance(change: (job: CrawlJob) => CrawlJob): CrawlJob;
  /** Asks at its turn; gives the value, or why this one question stays without an answer. */
  ask<Value>(request: () => Promise<Ask<Value>>): Promise<Answered<Value>>;
  /** Waits for all of these; the first that stops stops the others too. */
  together(tasks: readonly Promise<void>[]): Promise<void>;
  /** What could not be listed although all was tried: the list goes without it, and says so. */
  readonly flaws: AwsFailure[];
  writeLooks(accounts: readonly AccountId[]): Promise<void>;
  /** Lets pages see what there is by now, soon. */
  publish(): void;
}

type Ask<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: AwsFailure };

/** `forbidden`: not this one, or there is none. `trouble`: it was tried often enough. */
export type Answered<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'trouble'; readonly failure: AwsFailure };

const TRIES = 3;

/** What a question meets on its way. */
export interface Road {
  readonly gate: PaceGate;
  readonly signal: AbortSignal;
  throttled(): void;
  isOnline(): boolean;
}

/**
 * One question at its turn: refusals for haste wait and come again, network trouble is tried three times, and a machine
 * that is offline does not try at all.
 */
export async function askPatiently<Value>(
  request: () => Promise<Ask<Value>>,
  { gate, signal, throttled, isOnline }: Road,
): Promise<Answered<Value>> {
  for (let failures = 0; ;) {
    await gate.turn(signal);
    const answer = await request();
    if (answer.ok) {
      gate.accepted();
      return { kind: 'value', value: answer.value };
    }
    const { failure } = answer;
    switch (failure.kind) {
      case 'aborted':
        throw new Stopped(failure);
      case 'unauthorized':
      case 'forbidden':
        return { kind: failure.kind };
      case 'missing':
        return { kind: 'forbidden' };
      case 'throttled':
        gate.refused(failure.retryAfterMs);
        throttled();
        break;
      case 'invalid':
        return { kind: 'trouble', failure };
      case 'network':
        if (!isOnline()) throw new Stopped(failure);
        failures += 1;
        if (failures >= TRIES) return { kind: 'trouble', failure };
        gate.giveWay();
    }
  }
}
