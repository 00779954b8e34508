import { parseSyncStatus, type SyncStatus } from '../model/sync-status';
import type { StorageHealth } from '../model/status';
import type { SyncedFacts } from '../model/synced-facts';
import { parseKeptFacts, syncedText } from '../model/synced-text';
import type { Spent } from '../model/write-budget';

/** What this browser knows of the settings that it shares. Lies with the settings: who loses one loses both. */
export interface SyncRecord {
  /** This browser's name among the others; says nothing about the person. */
  readonly by: string;
  readonly facts: SyncedFacts;
  readonly unapplied: ReadonlyMap<string, string>;
  readonly spent: Spent;
  readonly status: SyncStatus;
}

export interface SyncMemory {
  read(): Promise<SyncRecord>;
  change(change: Partial<SyncRecord>): Promise<void>;
}

interface Store {
  health(): StorageHealth;
  record(name: 'sync'): Promise<unknown>;
  putRecord(name: 'sync', value: unknown): Promise<void>;
}

/** Keeps the record in memory as it was read or written last. */
export function createSyncMemory(store: Store, random: () => number): SyncMemory {
  let known: SyncRecord | undefined;
  let isMended = false;

  async function read(): Promise<SyncRecord> {
    known ??= parseRecord(await store.record('sync'), random);
    if (store.health() === 'lost' && !isMended) {
      isMended = true;
      known = { ...known, facts: withoutPortals(known.facts) };
    }
    return known;
  }

  return {
    read,
    async change(change) {
      const next = { ...(await read()), ...change };
      known = next;
      const { facts, unapplied } = next;
      await store.putRecord('sync', { ...next, facts: syncedText(facts), unapplied: [...unapplied] });
    },
  };
}

function parseRecord(raw: unknown, random: () => number): SyncRecord {
  const value = typeof raw === 'object' && raw !== null ? (raw as Partial<Record<keyof SyncRecord, unknown>>) : {};
  const { by, facts, unapplied, spent, status } = value;
  return {
    by: typeof by === 'string' && /^[a-z0-9]{1,16}$/.test(by) ? by : newName(random),
    facts: parseKeptFacts(facts),
    unapplied: new Map(pairs(unapplied).filter((pair): pair is [string, string] => isText(pair[0]) && isText(pair[1]))),
    spent: pairs(spent).filter((pair): pair is [number, number] => isNumber(pair[0]) && isNumber(pair[1])),
    status: parseSyncStatus(status),
  };
}

/** Portals that the disk lost are not known, rather than taken away: they come back from the other browsers. */
function withoutPortals(facts: SyncedFacts): SyncedFacts {
  return new Map([...facts].filter(([, { kind, value }]) => kind !== 'portals' || value === undefined));
}

function newName(random: () => number): string {
  return Array.from({ length: 8 }, () => Math.floor(random() * 36).toString(36)).join('');
}

function pairs(value: unknown): readonly (readonly unknown[])[] {
  return Array.isArray(value)
    ? value.filter((pair): pair is unknown[] => Array.isArray(pair) && pair.length === 2)
    : [];
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
