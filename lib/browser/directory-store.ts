import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { AccountId, RoleName } from '../model/account';
import { type CrawlJob, isJob } from '../model/crawl';
import type { Account, App, Directory, Portal } from '../model/directory';
import { parsePreferences, type Preferences } from '../model/look';
import { parsePersonal, type Personal } from '../model/personal';
import type { StartUrl } from '../model/portal';
import { isPortal } from '../model/snapshot';

/** An account with the crawl generations that saw it. */
export interface StoredAccount extends Account {
  readonly generation: number;
  /** Generation whose crawl asked for its roles; 0: none yet. */
  readonly rolesGeneration: number;
}

interface StoredApp extends App {
  readonly generation: number;
}

interface Schema extends DBSchema {
  portals: { key: string; value: Portal };
  accounts: { key: [string, string]; value: StoredAccount; indexes: { portal: string; id: string } };
  apps: { key: [string, string]; value: StoredApp; indexes: { portal: string } };
  jobs: { key: string; value: CrawlJob };
  generations: { key: string; value: { portal: StartUrl; generation: number; completeAtMs: number; accounts: number } };
  /** Whose list it is: the user id that the portal's API gave. */
  owners: { key: string; value: string };
  personal: { key: string; value: unknown };
}

type Db = IDBPDatabase<Schema>;

const NAME = 'burgee';
/** 1: portals, accounts, apps, jobs, generations, owners, personal. */
const VERSION = 1;
const OPEN_TIMEOUT_MS = 3_000;

export interface LastCrawl {
  readonly generation: number;
  readonly completeAtMs: number;
  readonly accounts: number;
}

/** The truth by record, in IndexedDB. The inventory is a cache and may be rebuilt; `personal` may not be lost. */
export function createDirectoryStore() {
  let opening: Promise<Db> | undefined;
  const db = (): Promise<Db> => (opening ??= open(() => (opening = undefined)));

  /** Strict durability: what a person chose survives a power cut. */
  async function putOwn(key: 'personal' | 'preferences', value: Personal | Preferences): Promise<void> {
    const tx = (await db()).transaction('personal', 'readwrite', { durability: 'strict' });
    await tx.store.put(value, key);
    await tx.done;
  }

  return {
    async portals(): Promise<Portal[]> {
      return (await (await db()).getAll('portals')).filter(isPortal);
    },

    async putPortal(portal: Portal): Promise<void> {
      await (await db()).put('portals', portal, portal.startUrl);
    },

    /** Forgets a portal with all that was listed for it. */
    async removePortal(portal: StartUrl): Promise<void> {
      await this.removeInventory(portal);
      const tx = (await db()).transaction(['portals', 'owners'], 'readwrite');
      await tx.objectStore('portals').delete(portal);
      await tx.objectStore('owners').delete(portal);
      await tx.done;
    },

    /** Forgets what was listed for a portal; the portal itself stays. */
    async removeInventory(portal: StartUrl): Promise<void> {
      const tx = (await db()).transaction(['accounts', 'apps', 'jobs', 'generations'], 'readwrite');
      await tx.objectStore('jobs').delete(portal);
      await tx.objectStore('generations').delete(portal);
      for (const name of ['accounts', 'apps'] as const) {
        const store = tx.objectStore(name);
        for (const key of await store.index('portal').getAllKeys(portal)) await store.delete(key);
      }
      await tx.done;
    },

    async owner(portal: StartUrl): Promise<string | undefined> {
      return (await db()).get('owners', portal);
    },

    async putOwner(portal: StartUrl, userId: string): Promise<void> {
      await (await db()).put('owners', userId, portal);
    },

    async app(portal: StartUrl, id: string): Promise<App | undefined> {
      return (await db()).get('apps', [portal, id]);
    },

    async directory(): Promise<Directory> {
      const tx = (await db()).transaction(['portals', 'accounts', 'apps']);
      const [portals, accounts, apps] = await Promise.all([
        tx.objectStore('portals').getAll(),
        tx.objectStore('accounts').getAll(),
        tx.objectStore('apps').getAll(),
      ]);
      return { portals: portals.filter(isPortal), accounts, apps };
    },

    async accountsOf(portal: StartUrl): Promise<StoredAccount[]> {
      return (await db()).getAllFromIndex('accounts', 'portal', portal);
    },

    /** The same account as several portals may list it. */
    async accountsById(id: AccountId): Promise<StoredAccount[]> {
      return (await db()).getAllFromIndex('accounts', 'id', id);
    },

    async job(portal: StartUrl): Promise<CrawlJob | undefined> {
      const job: unknown = await (await db()).get('jobs', portal);
      return isJob(job) ? job : undefined;
    },

    async jobs(): Promise<CrawlJob[]> {
      return (await (await db()).getAll('jobs')).filter(isJob);
    },

    async lastCrawl(portal: StartUrl): Promise<LastCrawl | undefined> {
      return (await db()).get('generations', portal);
    },

    async putJob(job: CrawlJob): Promise<void> {
      await (await db()).put('jobs', job, job.portal);
    },

    async dropJob(portal: StartUrl): Promise<void> {
      await (await db()).delete('jobs', portal);
    },

    /**
     * One page of accounts and where the job stands then, in one transaction. Known roles stay. Tells `jobAfter` how many
     * accounts are new.
     */
    async commitAccounts(
      portal: StartUrl,
      listed: readonly Omit<Account, 'portal' | 'roles'>[],
      jobAfter: (added: number) => CrawlJob,
    ): Promise<void> {
      const tx = (await db()).transaction(['accounts', 'jobs'], 'readwrite');
      const store = tx.objectStore('accounts');
      const ids = [...new Map(listed.map((account) => [account.id, account])).keys()];
      const known = new Map<AccountId, StoredAccount | undefined>();
      for (const id of ids) known.set(id, await store.get([portal, id]));
      const job = jobAfter(ids.filter((id) => !known.get(id)).length);
      for (const account of listed) {
        const old = known.get(account.id);
        const roles = { roles: old?.roles, rolesGeneration: old?.rolesGeneration ?? 0 };
        await store.put({ ...account, ...roles, portal, generation: job.generation });
      }
      await tx.objectStore('jobs').put(job, portal);
      await tx.done;
    },

    async commitApps(listed: readonly Omit<App, 'portal'>[], job: CrawlJob): Promise<void> {
      const tx = (await db()).transaction(['apps', 'jobs'], 'readwrite');
      const store = tx.objectStore('apps');
      for (const app of listed) await store.put({ ...app, portal: job.portal, generation: job.generation });
      await tx.objectStore('jobs').put(job, job.portal);
      await tx.done;
    },

    /** One account's roles; tells `jobAfter` how they differ from those of the generation before. */
    async commitRoles(
      portal: StartUrl,
      id: AccountId,
      roles: readonly RoleName[],
      jobAfter: (changes: { rolesAdded: number; rolesRemoved: number }) => CrawlJob,
    ): Promise<void> {
      const tx = (await db()).transaction(['accounts', 'jobs'], 'readwrite');
      const store = tx.objectStore('accounts');
      const old = await store.get([portal, id]);
      const before = old?.roles ?? roles;
      const job = jobAfter({
        rolesAdded: roles.filter((role) => !before.includes(role)).length,
        rolesRemoved: before.filter((role) => !roles.includes(role)).length,
      });
      if (old) await store.put({ ...old, roles, rolesGeneration: job.generation });
      await tx.objectStore('jobs').put(job, portal);
      await tx.done;
    },

    /** The same outside a crawl. */
    async putRoles(portal: StartUrl, id: AccountId, roles: readonly RoleName[]): Promise<void> {
      const tx = (await db()).transaction('accounts', 'readwrite');
      const old = await tx.store.get([portal, id]);
      if (old) await tx.store.put({ ...old, roles });
      await tx.done;
    },

    async removeAccount(portal: StartUrl, id: AccountId, job: CrawlJob): Promise<void> {
      const tx = (await db()).transaction(['accounts', 'jobs'], 'readwrite');
      await tx.objectStore('accounts').delete([portal, id]);
      await tx.objectStore('jobs').put(job, portal);
      await tx.done;
    },

    /** Ends a generation: rows that it did not see go, the job goes, its end is remembered. Gives how many accounts went. */
    async finish(job: CrawlJob, nowMs: number, { keepApps }: { keepApps: boolean }): Promise<number> {
      const tx = (await db()).transaction(['accounts', 'apps', 'jobs', 'generations'], 'readwrite');
      const removed = await removeUnseen(tx.objectStore('accounts'), job);
      if (!keepApps) await removeUnseen(tx.objectStore('apps'), job);
      const accounts = await tx.objectStore('accounts').index('portal').count(job.portal);
      await tx.objectStore('jobs').delete(job.portal);
      const last = { portal: job.portal, generation: job.generation, completeAtMs: nowMs, accounts };
      await tx.objectStore('generations').put(last, job.portal);
      await tx.done;
      return removed;
    },

    async personal(): Promise<Personal> {
      return parsePersonal(await (await db()).get('personal', 'personal'));
    },

    putPersonal: (personal: Personal): Promise<void> => putOwn('personal', personal),

    async preferences(): Promise<Preferences> {
      return parsePreferences(await (await db()).get('personal', 'preferences'));
    },

    putPreferences: (preferences: Preferences): Promise<void> => putOwn('preferences', preferences),
  };
}

interface UnseenStore {
  index(name: 'portal'): { openCursor(key: string): Promise<UnseenCursor | null> };
}
interface UnseenCursor {
  readonly value: { readonly generation: number };
  delete(): Promise<void>;
  continue(): Promise<UnseenCursor | null>;
}

async function removeUnseen(store: UnseenStore, job: CrawlJob): Promise<number> {
  let removed = 0;
  for (let cursor = await store.index('portal').openCursor(job.portal); cursor; cursor = await cursor.continue()) {
    if (cursor.value.generation >= job.generation) continue;
    await cursor.delete();
    removed += 1;
  }
  return removed;
}

/** Opens the database; one from the future or without its stores is only a cache and is made anew. */
async function open(onLost: () => void): Promise<Db> {
  try {
    return await openOnce(onLost);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'VersionError') throw error;
    indexedDB.deleteDatabase(NAME);
    return openOnce(onLost);
  }
}

function openOnce(onLost: () => void): Promise<Db> {
  const opening = openDB<Schema>(NAME, VERSION, {
    upgrade(db) {
      db.createObjectStore('portals');
      const accounts = db.createObjectStore('accounts', { keyPath: ['portal', 'id'] });
      accounts.createIndex('portal', 'portal');
      accounts.createIndex('id', 'id');
      db.createObjectStore('apps', { keyPath: ['portal', 'id'] }).createIndex('portal', 'portal');
      db.createObjectStore('jobs');
      db.createObjectStore('generations');
      db.createObjectStore('owners');
      db.createObjectStore('personal');
    },
    blocking: (_current, _wanted, event) => {
      onLost();
      (event.target as IDBDatabase | null)?.close();
    },
    terminated: onLost,
  });
  return withTimeout(opening, OPEN_TIMEOUT_MS);
}

function withTimeout<Value>(promise: Promise<Value>, ms: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`IndexedDB did not open within ${ms} ms`)), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
