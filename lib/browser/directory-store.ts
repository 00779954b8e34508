import type { AccountId, RoleName } from '../model/account';
import { type CrawlJob, isJob } from '../model/crawl';
import type { Account, App, Directory, Portal } from '../model/directory';
import { type ChosenPreferences, parseChosen } from '../model/look';
import { parsePersonal, type Personal } from '../model/personal';
import type { StartUrl } from '../model/portal';
import { sealNumber, sealOf } from '../model/sealed';
import { isPortal } from '../model/snapshot';
import { createDatabase } from './database';
import { parseOwn, refill } from './refill';
import { type OwnName, snapshotCache } from './snapshot-cache';
import { storedMark } from './stored-mark';
import type { LastCrawl, Records, StoredAccount, Table } from './tables';

type OwnRecord =
  | 'settings-backup'
  | 'baseline'
  | 'policy'
  | 'sync'
  | 'sync-choice'
  | 'containers'
  | 'unlisted-looks'
  | 'session-lengths';

/** The truth by record. The inventory is a cache and may be rebuilt; what is the person's own is kept twice. */
export function createDirectoryStore() {
  const database = createDatabase(refill);

  async function markPortals(): Promise<void> {
    const portals = await database.read(['portals'], ({ portals: table }) => table.all());
    await storedMark.write(portals.length).catch(() => undefined);
  }

  return {
    health: database.health,

    async portals(): Promise<Portal[]> {
      return inOrder(await database.read(['portals'], ({ portals }) => portals.all()));
    },

    async putPortal(portal: Portal): Promise<void> {
      await database.write(['portals'], ({ portals }) => portals.put(portal, portal.startUrl));
      await markPortals();
    },

    /** Forgets a portal with all that was listed for it. */
    async removePortal(portal: StartUrl): Promise<void> {
      await this.removeInventory(portal);
      await database.write(['portals', 'owners'], async ({ portals, owners }) => {
        await portals.delete(portal);
        await owners.delete(portal);
      });
      await markPortals();
    },

    /** Forgets what was listed for a portal; the portal itself stays. */
    removeInventory: (portal: StartUrl): Promise<void> =>
      database.write(['accounts', 'apps', 'jobs', 'generations'], async ({ accounts, apps, jobs, generations }) => {
        await jobs.delete(portal);
        await generations.delete(portal);
        await removeWhere(accounts, portal, () => true);
        await removeWhere(apps, portal, () => true);
      }),

    owner: (portal: StartUrl): Promise<string | undefined> =>
      database.read(['owners'], ({ owners }) => owners.get(portal)),

    putOwner: (portal: StartUrl, userId: string): Promise<void> =>
      database.write(['owners'], ({ owners }) => owners.put(userId, portal)),

    app: (portal: StartUrl, id: string): Promise<App | undefined> =>
      database.read(['apps'], ({ apps }) => apps.get([portal, id])),

    directory: (): Promise<Directory> =>
      database.read(['portals', 'accounts', 'apps'], async (tables) => {
        const all = [tables.portals.all(), tables.accounts.all(), tables.apps.all()] as const;
        const [portals, accounts, apps] = await Promise.all(all);
        return { portals: inOrder(portals), accounts, apps };
      }),

    accountsOf: (portal: StartUrl): Promise<StoredAccount[]> =>
      database.read(['accounts'], ({ accounts }) => accounts.where('portal', portal)),

    /** The same account as several portals may list it. */
    accountsById: (id: AccountId): Promise<StoredAccount[]> =>
      database.read(['accounts'], ({ accounts }) => accounts.where('id', id)),

    accountsByIds: (ids: readonly AccountId[]): Promise<StoredAccount[]> =>
      database.read(['accounts'], async ({ accounts }) =>
        (await Promise.all(ids.map((id) => accounts.where('id', id)))).flat(),
      ),

    async job(portal: StartUrl): Promise<CrawlJob | undefined> {
      const job = await database.read(['jobs'], ({ jobs }) => jobs.get(portal));
      return isJob(job) ? job : undefined;
    },

    async jobs(): Promise<CrawlJob[]> {
      return (await database.read(['jobs'], ({ jobs }) => jobs.all())).filter(isJob);
    },

    putJob: (job: CrawlJob): Promise<void> => database.write(['jobs'], ({ jobs }) => jobs.put(job, job.portal)),

    /** Ends a crawl that came to nothing: the old list stays, and so does what is told of it. */
    giveUp: ({ portal, generation }: CrawlJob, nowMs: number): Promise<void> =>
      database.write(['jobs', 'generations'], async ({ jobs, generations }) => {
        const last = await generations.get(portal);
        await jobs.delete(portal);
        const { completeAtMs, accounts } = last ?? { completeAtMs: 0, accounts: 0 };
        await generations.put({ portal, generation, completeAtMs, accounts, endedAtMs: nowMs }, portal);
      }),

    lastCrawl: (portal: StartUrl): Promise<LastCrawl | undefined> =>
      database.read(['generations'], ({ generations }) => generations.get(portal)),

    /** One page of accounts and where the job stands then. Known roles stay. Tells `jobAfter` how many are new. */
    commitAccounts: (
      portal: StartUrl,
      listed: readonly Omit<Account, 'portal' | 'roles'>[],
      jobAfter: (added: number) => CrawlJob,
    ): Promise<void> =>
      database.write(['accounts', 'jobs'], async ({ accounts, jobs }) => {
        const known = new Map<AccountId, StoredAccount | undefined>();
        for (const { id } of listed) known.set(id, await accounts.get([portal, id]));
        const job = jobAfter([...known.values()].filter((old) => !old).length);
        for (const account of listed) {
          const old = known.get(account.id);
          const roles = { roles: old?.roles, rolesGeneration: old?.rolesGeneration ?? 0 };
          await accounts.put({ ...account, ...roles, portal, generation: job.generation });
        }
        await jobs.put(job, portal);
      }),

    commitApps: (listed: readonly Omit<App, 'portal'>[], job: CrawlJob): Promise<void> =>
      database.write(['apps', 'jobs'], async ({ apps, jobs }) => {
        for (const app of listed) await apps.put({ ...app, portal: job.portal, generation: job.generation });
        await jobs.put(job, job.portal);
      }),

    /** One account's roles; tells `jobAfter` how they differ from those that were known. */
    commitRoles: (
      portal: StartUrl,
      id: AccountId,
      roles: readonly RoleName[],
      jobAfter: (changes: { rolesAdded: number; rolesRemoved: number }) => CrawlJob,
    ): Promise<void> =>
      database.write(['accounts', 'jobs'], async ({ accounts, jobs }) => {
        const old = await accounts.get([portal, id]);
        const before = old?.roles ?? roles;
        const job = jobAfter({
          rolesAdded: roles.filter((role) => !before.includes(role)).length,
          rolesRemoved: before.filter((role) => !roles.includes(role)).length,
        });
        if (old) await accounts.put({ ...old, roles, rolesGeneration: job.generation });
        await jobs.put(job, portal);
      }),

    /** The same outside a crawl. */
    putRoles: (portal: StartUrl, id: AccountId, roles: readonly RoleName[]): Promise<void> =>
      database.write(['accounts'], async ({ accounts }) => {
        const old = await accounts.get([portal, id]);
        if (old) await accounts.put({ ...old, roles });
      }),

    /** An account that this generation saw and does not count: whether it goes is decided at its end. Tells `jobAfter` whether it is new. */
    disown: (portal: StartUrl, id: AccountId, jobAfter: (isNew: boolean) => CrawlJob): Promise<void> =>
      database.write(['accounts', 'jobs'], async ({ accounts, jobs }) => {
        const old = await accounts.get([portal, id]);
        const job = jobAfter(old?.roles === undefined);
        const { generation } = job;
        if (old) await accounts.put({ ...old, generation: generation - 1, rolesGeneration: generation });
        await jobs.put(job, portal);
      }),

    /** Ends a generation: rows that it did not see go, the job goes, its end is remembered. Gives how many known accounts went. */
    finish: (job: CrawlJob, nowMs: number, { keepApps }: { keepApps: boolean }): Promise<number> =>
      database.write(['accounts', 'apps', 'jobs', 'generations'], async ({ accounts, apps, jobs, generations }) => {
        const { portal, generation } = job;
        const isUnseen = (row: { readonly generation: number }): boolean => row.generation < generation;
        const removed = await removeWhere(accounts, portal, isUnseen);
        const known = removed.filter(({ roles }) => roles !== undefined);
        if (!keepApps) await removeWhere(apps, portal, isUnseen);
        const left = (await accounts.where('portal', portal)).length;
        await jobs.delete(portal);
        const times = { completeAtMs: nowMs, endedAtMs: nowMs };
        await generations.put({ portal, generation, ...times, accounts: left }, portal);
        return known.length;
      }),

    async personal(): Promise<Personal> {
      return parsePersonal(await database.read(['personal'], ({ personal }) => personal.get('personal')));
    },

    async chosenPreferences(): Promise<ChosenPreferences> {
      return parseChosen(await database.read(['personal'], ({ personal }) => personal.get('preferences')));
    },

    /** Settings as they were, a team's, the organisation's policy as it was told last, whose container is whose, which looks are of accounts in no list, how long roles' sessions last: kept here alone. */
    record: (name: OwnRecord): Promise<unknown> => database.read(['personal'], ({ personal }) => personal.get(name)),
    putRecord: (name: OwnRecord, value: unknown): Promise<void> =>
      database.write(['personal'], ({ personal }) => personal.put(value, name), true),

    putPersonal: (personal: Personal): Promise<void> => putOwn('personal', personal),
    putPreferences: (preferences: ChosenPreferences): Promise<void> => putOwn('preferences', preferences),
  };

  /**
   * On the disk before it counts, and a second time in the Cache, each under a seal: what a person chose survives one
   * broken storage.
   */
  async function putOwn(name: OwnName, value: Personal | ChosenPreferences): Promise<void> {
    const seal = await database.write(
      ['personal'],
      async ({ personal }) => {
        const next = sealOf(parseOwn[name](value), sealNumber(await personal.get(`${name}-seal`)) + 1);
        await personal.put(value, name);
        await personal.put(next, `${name}-seal`);
        return next;
      },
      true,
    );
    await snapshotCache.writeOwn(name, value, seal).catch(() => undefined);
  }
}

function inOrder(portals: readonly Portal[]): Portal[] {
  const place = (portal: Portal): number => portal.place ?? Number.MAX_SAFE_INTEGER;
  return portals.filter(isPortal).sort((one, other) => place(one) - place(other));
}

async function removeWhere<Row extends Records['accounts'] | Records['apps']>(
  table: Table<Row>,
  portal: StartUrl,
  matches: (row: Row) => boolean,
): Promise<Row[]> {
  const rows = (await table.where('portal', portal)).filter(matches);
  for (const row of rows) await table.delete([row.portal, row.id]);
  return rows;
}
