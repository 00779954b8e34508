import type { SyncArea } from '../../../lib/browser/sync-area';
import { bytesOf, type Items, syncQuota } from '../../../lib/model/generation';

/** A clock that a test moves, with tasks on it. Whatever does not wait for this clock is done before it moves on. */
export function createClock(startMs: number) {
  let nowMs = startMs;
  let order = 0;
  const tasks: { atMs: number; order: number; run: () => unknown }[] = [];
  const after = (ms: number, run: () => unknown): void => void tasks.push({ atMs: nowMs + ms, order: order++, run });
  // Everything in these tests waits for promises alone, and those are all done before the next turn.
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  return {
    now: () => nowMs,
    after,
    sleep: (ms: number): Promise<void> => new Promise((resolve) => after(ms, resolve)),

    /** Runs what is due within a time, or until nothing is left. */
    async run(ms = Number.POSITIVE_INFINITY): Promise<void> {
      const endMs = nowMs + ms;
      for (;;) {
        await settled();
        tasks.sort((one, other) => one.atMs - other.atMs || one.order - other.order);
        const next = tasks[0];
        if (!next || next.atMs > endMs) break;
        tasks.shift();
        nowMs = Math.max(nowMs, next.atMs);
        void next.run();
      }
      if (Number.isFinite(endMs)) nowMs = endMs;
    },
  };
}

export type Clock = ReturnType<typeof createClock>;

interface Version {
  readonly value: unknown;
  readonly number: number;
}

export interface Network {
  readonly random: () => number;
  /** How long an item may be on its way. */
  readonly slowestMs: number;
  /** Who wins where two browsers wrote one item without knowing of each other. */
  readonly conflictsGoTo: 'server' | 'client';
}

/**
 * The sync storage of several browsers: each has its copy, items travel one by one, late and in any order, and every
 * write is held to the browsers' real quotas. The messages are Chromium's.
 */
export function createSyncCloud(clock: Clock, network: Network) {
  const server = new Map<string, Version>();
  const deliveries = new Set<(key: string) => void>();

  function createDevice() {
    const own = new Map<string, Version>();
    const uncommitted = new Set<string>();
    const listeners = new Set<() => void>();
    const written: { atMs: number; items: number }[] = [];
    const errors: string[] = [];
    let extraItems = 0;
    let isOnline = true;

    const items = (): Items =>
      Object.fromEntries([...own].flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value]])));
    const delay = (): number => network.random() * network.slowestMs;

    function refuse(message: string): never {
      errors.push(message);
      throw new Error(message);
    }

    function count(operations: number): void {
      const inLast = (ms: number): number => written.filter(({ atMs }) => atMs > clock.now() - ms).length + operations;
      if (inLast(60_000) > 120) refuse('This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.');
      if (inLast(3_600_000) > 1_800) refuse('This request exceeds the MAX_WRITE_OPERATIONS_PER_HOUR quota.');
    }

    function commit(key: string): void {
      uncommitted.add(key);
      clock.after(delay(), () => arrive(key));
    }

    function arrive(key: string): void {
      if (!uncommitted.has(key)) return;
      if (!isOnline) return clock.after(1_000 + delay(), () => arrive(key));
      const mine = own.get(key);
      const theirs = server.get(key);
      uncommitted.delete(key);
      const isConflict = (theirs?.number ?? 0) > (mine?.number ?? 0);
      if (isConflict && theirs && network.conflictsGoTo === 'server') return take(key, theirs);
      const next = { value: mine?.value, number: (theirs?.number ?? 0) + 1 };
      server.set(key, next);
      own.set(key, next);
      for (const other of deliveries) if (other !== deliver) clock.after(delay(), () => other(key));
    }

    function deliver(key: string): void {
      if (!isOnline) return clock.after(1_000 + delay(), () => deliver(key));
      const theirs = server.get(key);
      if (theirs && theirs.number > (own.get(key)?.number ?? 0) && !uncommitted.has(key)) take(key, theirs);
    }

    function take(key: string, version: Version): void {
      own.set(key, version);
      for (const told of listeners) told();
    }

    function change(entries: readonly (readonly [key: string, value: unknown])[]): void {
      for (const [key, value] of entries) {
        own.set(key, { value, number: own.get(key)?.number ?? 0 });
        commit(key);
      }
      written.push(...entries.map(() => ({ atMs: clock.now(), items: 1 })));
      for (const told of listeners) told();
    }

    const area: SyncArea = {
      async read() {
        await clock.sleep(network.random() * 50);
        return items();
      },
      async write(added) {
        await clock.sleep(network.random() * 200);
        count(1);
        for (const [key, value] of Object.entries(added))
          if (bytesOf({ [key]: value }) > syncQuota.bytesPerItem) refuse('QUOTA_BYTES_PER_ITEM quota exceeded');
        const next = { ...items(), ...added };
        if (bytesOf(next) > syncQuota.bytes) refuse('QUOTA_BYTES quota exceeded');
        if (Object.keys(next).length + extraItems > syncQuota.items) refuse('MAX_ITEMS quota exceeded');
        change(Object.entries(added));
      },
      async remove(keys) {
        await clock.sleep(network.random() * 200);
        count(1);
        change(keys.filter((key) => own.has(key)).map((key) => [key, undefined] as const));
      },
      onChanged: (told) => void listeners.add(told),
    };

    const device = {
      area,
      items,
      errors,
      written,
      goOffline: (): void => void (isOnline = false),
      goOnline: (): void => void (isOnline = true),
      /** Items of somebody else, who fills the area. */
      fill: (by: number): void => void (extraItems = by),
      forgetListeners: (): void => listeners.clear(),
      /** Writes past every quota, as an older version or a fault would. */
      put: (key: string, value: unknown): void => change([[key, value]]),
    };
    deliveries.add(deliver);
    for (const key of server.keys()) clock.after(delay(), () => deliver(key));
    return device;
  }

  return { join: createDevice };
}

/** Most items that were written within a minute. */
export function busiestMinute(written: readonly { readonly atMs: number }[]): number {
  return written.reduce((most, { atMs: fromMs }) => {
    const within = written.filter(({ atMs }) => atMs >= fromMs && atMs < fromMs + 60_000).length;
    return Math.max(most, within);
  }, 0);
}
