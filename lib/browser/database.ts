import type { StorageHealth } from '../model/status';
import { openIndexedTables, removeIndexedTables, rescuePersonal } from './indexed-tables';
import { createMemoryTables } from './memory-tables';
import type { Database } from './tables';

export interface HealingDatabase extends Database {
  health(): StorageHealth;
}

/**
 * The tables, whatever becomes of the disk: broken ones are made anew and refilled, and where nothing works they live
 * in memory. `refill` is called once for tables that were opened, and says what it found.
 */
export function createDatabase(refill: (database: Database) => Promise<'full' | 'refilled' | 'lost'>): HealingDatabase {
  let opening: Promise<Database> | undefined;
  let health: StorageHealth = 'ok';

  function database(): Promise<Database> {
    opening ??= open(() => (opening = undefined)).then(filled);
    return opening;
  }

  async function open(onLost: () => void): Promise<Database> {
    try {
      return await openIndexedTables(onLost);
    } catch {
      return remade(onLost);
    }
  }

  /** Everything but the person's own is only a cache, and is thrown away with the broken tables. */
  async function remade(onLost: () => void): Promise<Database> {
    const personal = await rescuePersonal();
    try {
      await removeIndexedTables();
      const made = await openIndexedTables(onLost);
      health = 'rebuilt';
      await made.write(['personal'], async (tables) => {
        for (const [name, value] of personal) await tables.personal.put(value, name);
      });
      return made;
    } catch {
      health = 'memory-only';
      return createMemoryTables();
    }
  }

  async function filled(tables: Database): Promise<Database> {
    const found = await refill(tables);
    if (found === 'full' || health === 'memory-only') return tables;
    health = found === 'lost' ? 'lost' : 'rebuilt';
    return tables;
  }

  /** Once more on tables opened anew, or made anew where these are broken. */
  async function again<Value>(error: unknown, task: (tables: Database) => Promise<Value>): Promise<Value> {
    if (!(error instanceof DOMException) || error.name === 'QuotaExceededError') throw error;
    if (error.name === 'InvalidStateError') opening = undefined;
    else opening = remade(() => (opening = undefined)).then(filled);
    return task(await database());
  }

  return {
    health: () => health,
    read: async (names, task) => {
      const run = (tables: Database) => tables.read(names, task);
      return run(await database()).catch((error: unknown) => again(error, run));
    },
    write: async (names, task, isStrict) => {
      const run = (tables: Database) => tables.write(names, task, isStrict);
      return run(await database()).catch((error: unknown) => again(error, run));
    },
  };
}
