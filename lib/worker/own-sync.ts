import * as v from 'valibot';
import { exactly } from '../model/arguments';
import { call } from '../model/call';
import { fail, type Outcome, succeed } from '../model/failure';
import { holdsFact, syncUnder } from '../model/policy';
import type { SyncStatus } from '../model/sync-status';
import type { Diary } from './diary';
import type { OwnSettings } from './own-settings';
import { pack } from './pack';
import type { OwnPolicy } from './policy';
import type { StatusBoard } from './status-board';
import { createSync } from './sync';
import { createSyncMemory } from './sync-memory';
import type { World } from './world';

interface Parts {
  readonly board: StatusBoard;
  readonly diary: Diary;
  readonly own: OwnSettings;
  readonly policy: OwnPolicy;
}

/** What a page shows of sync. */
export interface SyncAnswer extends SyncStatus {
  /** The organisation decides whether it is on. */
  readonly isLocked: boolean;
}

const ALARM = 'sync';
/** A worker that waits longer than this may be stopped by the browser: an alarm wakes it. */
const LONGEST_WAIT_MS = 20_000;

/** The person's settings in the browser's own sync storage, where they or their organisation want that. */
export function createOwnSync({ browser, now, random }: World, { board, diary, own, policy }: Parts) {
  const { store } = browser;
  const memory = createSyncMemory(store, random);

  /** A database that lasts only while the browser runs shares nothing; how it is is known once it has been read. */
  const isOn = async (): Promise<boolean> => {
    const chosen = await store.record('sync-choice');
    if (store.health() === 'memory-only') return false;
    return syncUnder(await policy.read(), typeof chosen === 'boolean' ? chosen : undefined);
  };

  let last: SyncStatus | undefined;
  const sync = createSync({
    area: browser.syncArea,
    memory,
    pack,
    own,
    isOn,
    held: async () => {
      const decided = await policy.read();
      return (fact) => holdsFact(decided, fact);
    },
    async tell(status) {
      const isNews = status.isOn !== last?.isOn || status.problem !== last.problem;
      if (isNews && status.problem) await diary.note('sync-stopped', undefined, { why: status.problem });
      if (isNews && last) await board.publishPersonal();
      last = status;
    },
    now,
    random,
    after(ms, task) {
      if (ms > LONGEST_WAIT_MS) void browser.alarms.set(ALARM, { whenMs: now() + ms });
      setTimeout(() => void task(), ms);
    },
  });

  return {
    changedHere: sync.changedHere,
    changedThere: sync.changedThere,
    /** After a start of the worker; nothing waits for it. */
    catchUp: (): void => void sync.catchUp(),

    calls: {
      sync: call(exactly({}), async (): Promise<Outcome<SyncAnswer>> => {
        const { status } = await memory.read();
        return succeed({ ...status, isOn: await isOn(), isLocked: await policy.isLocked('sync') });
      }),

      setSync: call(exactly({ isOn: v.boolean() }), async (choice): Promise<Outcome> => {
        if (await policy.isLocked('sync')) return fail({ reason: 'managed' });
        await store.putRecord('sync-choice', choice.isOn);
        await sync.catchUp();
        return succeed();
      }),
    },
  };
}
