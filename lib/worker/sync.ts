import type { SyncArea } from '../browser/sync-area';
import { type Generation, generationIn, generationOf, type Items, nextNumber, outdatedKeys } from '../model/generation';
import type { SettingsDocument } from '../model/settings-document';
import type { Fact } from '../model/settings-facts';
import { factsOf, isSecret } from '../model/settings-facts';
import { type SyncProblem, syncProblemOf, type SyncStatus } from '../model/sync-status';
import {
  areSame,
  documentFrom,
  merged,
  observed,
  type SyncedFacts,
  unappliedIn,
  withoutOldTombstones,
} from '../model/synced-facts';
import { parseSyncedText, syncedText } from '../model/synced-text';
import { stillSpent, waitMs } from '../model/write-budget';
import { createSerial } from './serial';
import type { Pack } from './pack';
import type { SyncMemory, SyncRecord } from './sync-memory';

export type Sync = ReturnType<typeof createSync>;

export interface SyncParts {
  readonly area: SyncArea;
  readonly memory: SyncMemory;
  readonly pack: Pack;
  readonly own: {
    /**
     * Changes the settings with nobody else changing them meanwhile; `undefined` leaves them as they are. `remember` gets
     * them as they are then (not everything may have been taken over) before they are shown: a worker that is stopped
     * there must not take them for the person's edit.
     */
    change(
      to: (current: SettingsDocument) => SettingsDocument | undefined,
      remember: (after: SettingsDocument) => Promise<void>,
    ): Promise<void>;
  };
  isOn(): Promise<boolean>;
  /** Which facts are the organisation's, and stay out of it. */
  held(): Promise<(fact: Pick<Fact, 'kind' | 'of'>) => boolean>;
  tell(status: SyncStatus): Promise<void>;
  now(): number;
  random(): number;
  /** Runs a task later, even if the worker is stopped before. */
  after(ms: number, task: () => Promise<void>): void;
}

/** Edits that come one after the other are written together. */
const QUIET_MS = 2_000;
/** Whoever never pauses is written at least so often. */
const LONGEST_EDIT_MS = 10_000;
/** Several changes of the area are one generation that arrives. */
const ARRIVING_MS = 300;
/** For so long a generation of which a part is missing may still arrive. */
const PATIENCE_MS = 120_000;
const PAUSE_MS = 90_000;
/** To be in step for a while longer is not worth a write to the disk. */
const NEWS_MS = 60_000;
/** One removal more or less is no matter; the budget of writes is. */
const MOST_REMOVED = 12;

type Cause = 'here' | 'there';

/**
 * Keeps the settings of several browsers in step through the browser's own sync storage. Every change here is stamped,
 * also while sync is off; what lies in the area is merged fact by fact, and written back where it lacks something.
 */
export function createSync(parts: SyncParts) {
  const { area, memory, own, now } = parts;
  const inTurn = createSerial();
  const dueAtMs = new Map<Cause, number>();
  /** True until this life of the worker has seen that the area holds what is known here. */
  let isBehind = true;
  let pausedUntilMs = 0;
  let halfSince: { readonly number: number; readonly atMs: number } | undefined;
  let edits: { readonly firstAtMs: number; readonly lastAtMs: number } | undefined;

  function soon(cause: Cause, ms: number): void {
    const atMs = now() + ms;
    if ((dueAtMs.get(cause) ?? Number.POSITIVE_INFINITY) <= atMs) return;
    dueAtMs.set(cause, atMs);
    parts.after(ms, async () => {
      if (dueAtMs.get(cause) === atMs) dueAtMs.delete(cause);
      if (cause === 'here' && isEditing()) return soon('here', QUIET_MS);
      await step(cause);
    });
  }

  function isEditing(): boolean {
    if (!edits || now() - edits.firstAtMs > LONGEST_EDIT_MS || now() - edits.lastAtMs >= QUIET_MS) edits = undefined;
    return edits !== undefined;
  }

  const step = (cause: Cause): Promise<void> => inTurn(() => run(cause).catch(() => undefined));

  async function run(cause: Cause): Promise<void> {
    const record = await memory.read();
    const isOn = await parts.isOn();
    if (!isOn || cause === 'here') {
      const { isChanged } = await takeOver(record, undefined);
      if (!isOn) return tell(record, { isOn, problem: undefined });
      if (!isChanged && !isBehind) return undefined;
    }
    const items = await area.read().catch(() => undefined);
    const found: Generation = items ? generationIn(items) : { state: 'none' };
    const there = await factsIn(found, record.facts);
    const { facts } = await takeOver(await memory.read(), typeof there === 'string' ? undefined : there);
    if (!items) return tell(record, { isOn: true, problem: 'unavailable' });
    if (there === 'newer') return tell(record, { isOn: true, problem: 'newer' });
    if (isAwaited(found)) return soon('there', PATIENCE_MS);
    const isThere = there === 'none' ? facts.size === 0 : areSame(facts, there);
    isBehind = !isThere;
    if (isThere) return tell(record, { isOn: true, problem: undefined });
    if (isEditing()) return undefined;
    return write(await memory.read(), facts, items);
  }

  /** Stamps what changed here, takes over what is new there, and remembers both. */
  async function takeOver(record: SyncRecord, there: SyncedFacts | undefined) {
    const isHeld = await parts.held();
    let facts = record.facts;
    const isChanged = (): boolean => !areSame(facts, record.facts);
    await own.change(
      (current) => {
        const observer = { nowMs: now(), by: record.by, isHeld, unapplied: record.unapplied };
        const here = observed(record.facts, current, observer);
        facts = withoutOldTombstones(there ? merged(here, there) : here);
        const held = [...factsOf(current).values()].filter((fact) => isHeld(fact) || isSecret(fact));
        return there && !areSame(here, facts) ? documentFrom(facts, held) : undefined;
      },
      async (after) => {
        if (isChanged()) await memory.change({ facts, unapplied: unappliedIn(facts, after) });
      },
    );
    isBehind ||= isChanged();
    return { facts, isChanged: isChanged() };
  }

  async function factsIn(found: Generation, known: SyncedFacts): Promise<SyncedFacts | 'newer' | 'none'> {
    if (found.state === 'newer') return 'newer';
    const text = found.state === 'whole' ? await parts.pack.whole(found.text) : undefined;
    const result = text === undefined ? undefined : parseSyncedText(text, known);
    if (result?.ok) return result.facts;
    return result?.problem === 'newer' ? 'newer' : 'none';
  }

  /** True while the missing part of a generation may be on its way: writing over it would lose it for new browsers. */
  function isAwaited(found: Generation): boolean {
    if (found.state !== 'half') halfSince = undefined;
    else if (halfSince?.number !== found.number) halfSince = { number: found.number, atMs: now() };
    return halfSince !== undefined && now() - halfSince.atMs < PATIENCE_MS;
  }

  async function write(record: SyncRecord, facts: SyncedFacts, items: Items): Promise<void> {
    const number = nextNumber(items);
    const written = generationOf(await parts.pack.small(syncedText(facts)), number, record.by);
    if (!written) return tell(record, { isOn: true, problem: 'too-large' });
    const outdated = outdatedKeys(items, number).slice(0, MOST_REMOVED);
    const cost = Object.keys(written.chunks).length + 1 + outdated.length;
    const wait = waitMs(record.spent, cost, now());
    const pause = Math.max(wait, pausedUntilMs - now());
    if (pause > 0) return soon('there', pause);
    await memory.change({ spent: [...stillSpent(record.spent, now()), [now(), cost]] });
    try {
      await area.write(written.chunks);
      await area.write(written.head);
    } catch (error) {
      const problem = syncProblemOf(error);
      if (problem !== 'too-often') await area.remove(Object.keys(written.chunks)).catch(() => undefined);
      return failed(record, problem);
    }
    await area.remove(outdated).catch(() => undefined);
    isBehind = false;
    await tell(record, { isOn: true, problem: undefined });
  }

  async function failed(record: SyncRecord, problem: SyncProblem): Promise<void> {
    if (problem === 'too-often') {
      pausedUntilMs = now() + PAUSE_MS * (1 + parts.random());
      soon('there', pausedUntilMs - now());
    }
    await tell(record, { isOn: true, problem });
  }

  async function tell(record: SyncRecord, said: Pick<SyncStatus, 'isOn' | 'problem'>): Promise<void> {
    const { isOn, problem, inStepAtMs } = record.status;
    const isInStep = said.isOn && said.problem === undefined;
    const status: SyncStatus = { ...said, inStepAtMs: isInStep ? now() : inStepAtMs };
    const isNews = isOn !== said.isOn || problem !== said.problem || (isInStep && now() - (inStepAtMs ?? 0) > NEWS_MS);
    if (isNews) await memory.change({ status });
    await parts.tell(status);
  }

  return {
    /** Something may have changed here. */
    changedHere(): void {
      edits = { firstAtMs: edits?.firstAtMs ?? now(), lastAtMs: now() };
      soon('here', QUIET_MS);
    },
    /** Something changed in the area. */
    changedThere: (): void => soon('there', ARRIVING_MS * (1 + parts.random())),
    /** After a start, and when sync is switched on or off. */
    catchUp: (): Promise<void> => step('there'),
  };
}
