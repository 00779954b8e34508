import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { Database, Records, Table, TableName, Tables } from './tables';

const NAME = 'burgee';
/** 1: portals, accounts, apps, jobs, generations, owners, personal. */
const VERSION = 1;
const TIMEOUT_MS = 3_000;

const plain: readonly TableName[] = ['portals', 'jobs', 'generations', 'owners', 'personal'];
const keyed: readonly TableName[] = ['accounts', 'apps'];

/**
 * The tables in IndexedDB. Rejects where they can't be opened within a few seconds or are not all there; `onLost` is
 * called when the connection ends, by the browser or for a newer version.
 */
export async function openIndexedTables(onLost: () => void): Promise<Database> {
  const db = await inTime(openDB(NAME, VERSION, { upgrade, terminated: onLost, blocking: closeFor(onLost) }));
  if ([...plain, ...keyed].some((name) => !db.objectStoreNames.contains(name))) {
    db.close();
    throw new Error('a table is missing');
  }
  return {
    async read(names, task) {
      const tx = db.transaction([...names]);
      return task(tablesOf(names, (name) => tx.objectStore(name)));
    },
    async write(names, task, isStrict = false) {
      const tx = db.transaction([...names], 'readwrite', isStrict ? { durability: 'strict' } : {});
      try {
        const value = await task(tablesOf(names, (name) => tx.objectStore(name)));
        await tx.done;
        return value;
      } catch (error) {
        tx.done.catch(() => undefined);
        throw error;
      }
    },
  };
}

/** Takes the tables away, whatever state they are in. */
export const removeIndexedTables = (): Promise<void> => inTime(deleteDB(NAME));

/** What is the person's own, out of tables of whichever version: it must outlive a return to an older Burgee. */
export async function rescuePersonal(): Promise<ReadonlyMap<string, unknown>> {
  try {
    const db = await inTime(openDB(NAME, undefined, { blocking: closeFor(() => undefined) }));
    const found = db.objectStoreNames.contains('personal')
      ? await Promise.all([db.getAllKeys('personal'), db.getAll('personal')])
      : [[], []];
    db.close();
    return new Map(found[0].map((key, index): [string, unknown] => [String(key), found[1][index]]));
  } catch {
    return new Map();
  }
}

function upgrade(db: IDBPDatabase): void {
  for (const name of plain) db.createObjectStore(name);
  for (const name of keyed) {
    const store = db.createObjectStore(name, { keyPath: ['portal', 'id'] });
    store.createIndex('portal', 'portal');
    store.createIndex('id', 'id');
  }
}

/** Makes way for a newer version of itself. */
function closeFor(onLost: () => void): (current: number, wanted: number | null, event: IDBVersionChangeEvent) => void {
  return (_current, _wanted, event) => {
    onLost();
    (event.target as IDBDatabase | null)?.close();
  };
}

interface Store {
  get(key: IDBValidKey): Promise<unknown>;
  getAll(): Promise<unknown[]>;
  index(name: string): { getAll(key: string): Promise<unknown[]> };
  readonly put?: ((value: unknown, key?: IDBValidKey) => Promise<IDBValidKey>) | undefined;
  readonly delete?: ((key: IDBValidKey) => Promise<void>) | undefined;
}

function tablesOf<Names extends TableName>(names: readonly Names[], storeOf: (name: Names) => Store): Tables<Names> {
  return Object.fromEntries(names.map((name) => [name, tableOf(storeOf(name))])) as Tables<Names>;
}

function tableOf<Name extends TableName>(store: Store): Table<Records[Name]> {
  type Row = Records[Name];
  return {
    get: async (key) => (await store.get(key)) as Row | undefined,
    all: async () => (await store.getAll()) as Row[],
    where: async (field, value) => (await store.index(field).getAll(value)) as Row[],
    put: async (value, key) => void (await store.put?.(value, key)),
    delete: async (key) => store.delete?.(key),
  };
}

function inTime<Value>(promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`IndexedDB did not answer within ${TIMEOUT_MS} ms`)), TIMEOUT_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
