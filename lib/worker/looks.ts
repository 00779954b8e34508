import { type AccountId, parseAccountId } from '../model/account';
import { type Chosen, noRules } from '../model/chosen';
import type { Here } from '../model/here';
import type { Look } from '../model/look';
import { idsInRules, type ListedAt, type Listing, lookIn, lookRecords } from '../model/look-records';
import type { Personal } from '../model/personal';
import type { StartUrl } from '../model/portal';
import type { Diary } from './diary';
import type { OwnPreferences } from './preferences';
import { createSerial } from './serial';
import type { World } from './world';

export type Looks = ReturnType<typeof createLooks>;

/** Writes the records by which console tabs know how to look; open tabs follow them at once. */
export function createLooks({ browser }: World, preferences: OwnPreferences, diary: Diary) {
  const { store } = browser;
  const inTurn = createSerial();
  let written: (ids: readonly AccountId[] | 'all') => void = () => undefined;

  async function ownOf(): Promise<Personal> {
    const personal = await store.personal();
    const holdsGuard = await preferences.isGuardHeld();
    return { ...personal, organisation: { ...noRules, ...personal.organisation, holdsGuard } };
  }

  async function listedAt(listings: readonly Listing[]): Promise<ListedAt> {
    const portals = [...new Set(listings.map(({ portal }) => portal))];
    if (portals.length < 2) return new Map();
    const crawls = await Promise.all(portals.map((portal) => store.lastCrawl(portal)));
    return new Map(portals.map((portal, at) => [portal, crawls[at]?.completeAtMs ?? 0]));
  }

  async function aliasesOfOpen(): Promise<ReadonlyMap<AccountId, string>> {
    const open = await browser.consoles.read();
    return new Map(open.flatMap(({ accountId, alias }) => (alias ? [[accountId, alias] as const] : [])));
  }

  async function unlistedBefore(): Promise<AccountId[]> {
    const stored = await store.record('unlisted-looks');
    return Array.isArray(stored) ? stored.flatMap((id) => parseAccountId(id) ?? []) : [];
  }

  /** Everybody that a console tab may be of: listed, led to by a chained role, named by a rule, or open now. */
  async function everybody(): Promise<{ listings: readonly Listing[]; asked: AccountId[] }> {
    const [{ accounts }, personal, open] = await Promise.all([
      store.directory(),
      store.personal(),
      browser.consoles.read(),
    ]);
    const chained = personal.chained.map(({ accountId }) => accountId);
    return {
      listings: accounts,
      asked: [...chained, ...idsInRules(personal), ...open.map(({ accountId }) => accountId)],
    };
  }

  /** A record that is not taken leaves its console without a name: no reason to stop the list, or anything else. */
  const notStored = (): Promise<void> => diary.note('storage-broken', undefined, { because: 'looks' });

  /**
   * Reads and writes with no other write between, so that nothing older takes the place of a newer look. Where all are
   * written, whatever else there is a record of is no longer known to console tabs: it left a list, or was another's.
   */
  const write = (ids: readonly AccountId[] | 'all'): Promise<void> =>
    inTurn(async () => {
      const { listings, asked } =
        ids === 'all' ? await everybody() : { listings: await store.accountsByIds(ids), asked: ids };
      const [personal, preferred, before, aliases] = await Promise.all([
        ownOf(),
        preferences.read(),
        unlistedBefore(),
        aliasesOfOpen(),
      ]);
      const at = await listedAt(listings);
      const { looks, unlisted } = lookRecords(personal, preferred, listings, { asked, listedAt: at, aliases });
      await browser.looks.write(looks).catch(notStored);
      const touched = new Set(ids === 'all' ? before : ids);
      const known =
        ids === 'all' ? await browser.looks.ids().catch(() => before) : before.filter((id) => touched.has(id));
      const gone = known.filter((id) => !looks.has(id));
      if (gone.length > 0) await browser.looks.remove(gone).catch(notStored);
      const after = [...new Set([...before.filter((id) => !touched.has(id)), ...unlisted])];
      if (after.join() !== before.join()) await store.putRecord('unlisted-looks', after);
      written(ids);
    });

  const expect = (id: AccountId): Promise<void> => inTurn(() => browser.looks.expect(id).catch(notStored));

  return {
    /** How an account looks in a role, on a page of a region, and what else is chosen for it there; named as `portal` does. */
    async of(id: AccountId, here: Here, portal?: StartUrl): Promise<Look & { chosen: Chosen }> {
      const [personal, preferred, listings] = await Promise.all([ownOf(), preferences.read(), store.accountsById(id)]);
      const aliases = await aliasesOfOpen();
      const account = { id, listings, listedAt: await listedAt(listings), aliases, ...(portal ? { portal } : {}) };
      return lookIn(personal, preferred, account, here);
    },

    /** Tells whose looks were written, from then on. */
    onWritten: (told: (ids: readonly AccountId[] | 'all') => void): void => void (written = told),

    /** Of these accounts, after they were listed or a choice was made for one. */
    write,

    /** After a choice for one account. */
    writeOne: (id: AccountId): Promise<void> => write([id]),

    /** The account's console is about to open: its tab is to know it before its first frame. */
    expect,

    /** Of an account whose console is open: where no portal lists it, rules may be for it too. */
    async opened(id: AccountId): Promise<void> {
      if ((await store.accountsById(id)).length === 0) await write([id]);
      await expect(id);
    },

    /** After a choice that may change every look, and after accounts left a list. */
    writeAll: (): Promise<void> => write('all'),
  };
}
