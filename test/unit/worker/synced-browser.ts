import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { generationIn } from '../../../lib/model/generation';
import {
  OWN_FORMAT,
  parseSettings,
  SETTINGS_VERSION,
  type SettingsDocument,
} from '../../../lib/model/settings-document';
import { documentOf, factsOf } from '../../../lib/model/settings-facts';
import type { StorageHealth } from '../../../lib/model/status';
import type { SyncStatus } from '../../../lib/model/sync-status';
import type { Pack } from '../../../lib/worker/pack';
import { createSync, type Sync } from '../../../lib/worker/sync';
import { createSyncMemory } from '../../../lib/worker/sync-memory';
import type { Clock, createSyncCloud } from './strict-sync-area';

const parsed = parseSettings({ format: OWN_FORMAT, version: SETTINGS_VERSION });
if (!parsed.ok) throw new Error('an empty file is not read');
export const nothingSet: SettingsDocument = { ...parsed.document, preferences: {} };

/** As the worker's own, but done at once. */
const pack: Pack = {
  small: async (text) => deflateRawSync(text).toString('base64'),
  whole: async (small) => {
    try {
      return inflateRawSync(Buffer.from(small, 'base64')).toString();
    } catch {
      return undefined;
    }
  },
};

/** A browser profile with settings, a disk, and a clock of its own that may be wrong. */
export function createSyncedBrowser(
  clock: Clock,
  cloud: ReturnType<typeof createSyncCloud>,
  random: () => number,
  skewMs = 0,
) {
  const device = cloud.join();
  const disk = new Map<string, unknown>();
  const told: SyncStatus[] = [];
  let document = nothingSet;
  let isOn = true;
  let life = 0;
  let health: StorageHealth = 'ok';
  let isShowing = true;
  let sync: Sync;

  const store = {
    health: () => health,
    record: async (name: 'sync'): Promise<unknown> => disk.get(name),
    putRecord: async (name: 'sync', value: unknown): Promise<void> => void disk.set(name, structuredClone(value)),
  };

  /** A life of the worker: what it still has to do when it is stopped is never done. */
  function start(): void {
    const own = ++life;
    const dead = (): Promise<never> => new Promise(() => undefined);
    const alive = <Value>(value: Promise<Value>): Promise<Value> =>
      value.then(
        (found) => (own === life ? found : dead()),
        (error: unknown) => (own === life ? Promise.reject(error as Error) : dead()),
      );
    const { read, write, remove } = device.area;
    device.forgetListeners();
    sync = createSync({
      area: {
        read: () => alive(read()),
        write: (items) => alive(write(items)),
        remove: (keys) => alive(remove(keys)),
        onChanged: device.area.onChanged,
      },
      memory: createSyncMemory(store, random),
      pack,
      own: {
        async change(to, remember) {
          const next = to(document);
          document = next ?? document;
          await alive(remember(document));
          if (next && !isShowing) await dead();
        },
      },
      isOn: async () => isOn,
      held: async () => () => false,
      tell: async (status) => void told.push(status),
      now: () => clock.now() + skewMs,
      random,
      after: (ms, task) => clock.after(ms, () => (own === life ? task() : undefined)),
    });
    device.area.onChanged(() => sync.changedThere());
    clock.after(0, () => sync.catchUp());
  }
  start();

  return {
    device,
    told,
    document: (): SettingsDocument => document,
    /** What lies in the sync storage, for whoever reads along there. */
    async shared(): Promise<string | undefined> {
      const found = generationIn(device.items());
      return found.state === 'whole' ? pack.whole(found.text) : undefined;
    },
    edit(change: (own: SettingsDocument) => SettingsDocument): void {
      document = change(document);
      sync.changedHere();
    },
    /** Sets single facts: `accounts`, a number, a field. */
    set(kind: 'accounts', of: string, field: string, value: string | undefined): void {
      const facts = new Map(factsOf(document));
      const key = [kind, of, field].join('\n');
      if (value === undefined) facts.delete(key);
      else facts.set(key, { kind, of, field, value });
      document = documentOf(facts) as SettingsDocument;
      sync.changedHere();
    },
    switch(on: boolean): void {
      isOn = on;
      clock.after(0, () => sync.catchUp());
    },
    /** Stops the worker wherever it is; the next one starts from the disk. */
    kill(): void {
      isShowing = true;
      start();
    },
    /** From now on the worker is stopped before what it takes over is shown. */
    stopBeforeShowing(): void {
      isShowing = false;
    },
    /** The list of portals is gone from the disk, and the next worker sees that. */
    losePortals(): void {
      document = { ...document, portals: [] };
      health = 'lost';
      start();
    },
  };
}
