import type { Database, RecordKey, Records, Table, TableName, Tables } from './tables';

/** Tables that last as long as the worker: for a browser whose storage does not work at all. */
export function createMemoryTables(): Database {
  const tables: Tables<TableName> = {
    portals: table<Records['portals']>(),
    accounts: table<Records['accounts']>(),
    apps: table<Records['apps']>(),
    jobs: table<Records['jobs']>(),
    generations: table<Records['generations']>(),
    owners: table<Records['owners']>(),
    personal: table<Records['personal']>(),
  };
  return { read: (_, task) => task(tables), write: (_, task) => task(tables) };
}

function table<Value>(): Table<Value> {
  const rows = new Map<string, Value>();
  return {
    get: async (key) => rows.get(textOf(key)),
    all: async () => [...rows.values()],
    where: async (field, value) => [...rows.values()].filter((row) => fieldOf(row, field) === value),
    put: async (value, key) => void rows.set(key ?? textOf(ownKey(value)), value),
    delete: async (key) => void rows.delete(textOf(key)),
  };
}

function textOf(key: RecordKey): string {
  return typeof key === 'string' ? key : JSON.stringify(key);
}

function ownKey(value: unknown): RecordKey {
  return [String(fieldOf(value, 'portal')), String(fieldOf(value, 'id'))];
}

function fieldOf(value: unknown, field: 'portal' | 'id'): unknown {
  return typeof value === 'object' && value !== null && field in value
    ? (value as Record<typeof field, unknown>)[field]
    : undefined;
}
