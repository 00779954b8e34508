import { describe, expect, test } from 'vitest';
import { type AccountId, parseAccountId } from '../../../lib/model/account';
import { type ChainedRole, parseChainedRoles } from '../../../lib/model/chained-role';
import { defaultPreferences, type Look } from '../../../lib/model/look';
import { emptyPersonal, type Personal } from '../../../lib/model/personal';
import { parsePortalAddress } from '../../../lib/model/portal';
import type { Diary } from '../../../lib/worker/diary';
import { createLooks } from '../../../lib/worker/looks';
import type { OwnPreferences } from '../../../lib/worker/preferences';
import type { World } from '../../../lib/worker/world';

const account = (text: string): AccountId => {
  const id = parseAccountId(text);
  if (!id) throw new Error(`${text} is an account's number`);
  return id;
};
const parsed = parsePortalAddress('https://d-1234567890.awsapps.com/start');
if (!parsed.ok) throw new Error('not a portal');
const portal = parsed.address.startUrl;
const shop = { portal, id: account('111111111111'), name: 'Shop' };
const bank = { portal, id: account('222222222222'), name: 'Bank' };

/** A disk on which a write takes effect a turn after it was asked for, as a real one's does. */
function setUp(listed: (typeof shop)[]) {
  let list = listed;
  let personal: Personal = emptyPersonal;
  const records = new Map<string, unknown>();
  const looks = new Map<AccountId, Look>();
  const later = (act: () => void): Promise<void> => new Promise<void>((done) => setTimeout(done)).then(act);
  const browser = {
    store: {
      personal: async () => personal,
      directory: async () => ({ accounts: list, portals: [], apps: [] }),
      accountsByIds: async (ids: readonly AccountId[]) => list.filter(({ id }) => ids.includes(id)),
      lastCrawl: async () => undefined,
      record: async (name: string) => records.get(name),
      putRecord: async (name: string, value: unknown) => void records.set(name, value),
    },
    consoles: { read: async () => [] },
    looks: {
      write: (some: ReadonlyMap<AccountId, Look>) =>
        later(() => {
          for (const [id, look] of some) looks.set(id, look);
        }),
      remove: async (ids: readonly AccountId[]) => ids.forEach((id) => looks.delete(id)),
      ids: async () => [...looks.keys()],
    },
  };
  const preferences = { isGuardHeld: async () => false, read: async () => defaultPreferences };
  const diary = { note: async () => undefined };
  return {
    looks: createLooks(
      { browser } as unknown as World,
      preferences as unknown as OwnPreferences,
      diary as unknown as Diary,
    ),
    known: () => [...looks.keys()].toSorted(),
    list: (next: (typeof shop)[]) => void (list = next),
    chain: (chained: readonly ChainedRole[]) => void (personal = { ...emptyPersonal, chained }),
  };
}

describe('what console tabs know of accounts', () => {
  test('goes with the portal’s list, whatever was still being written of it', async () => {
    const { looks, list, known } = setUp([shop, bank]);
    await looks.writeAll();
    expect(known()).toEqual([shop.id, bank.id]);
    const earlier = looks.writeOne(shop.id);
    list([bank]);
    await Promise.all([earlier, looks.writeAll()]);
    expect(known()).toEqual([bank.id]);
  });

  test('goes with the last chained role that leads there', async () => {
    const { looks, chain, known } = setUp([bank]);
    const from = { accountId: bank.id, roleName: 'Admin', portal };
    chain(parseChainedRoles([{ accountId: shop.id, roleName: 'Deploy', label: 'Shop', from }]));
    await looks.writeAll();
    expect(known()).toEqual([shop.id, bank.id]);
    chain([]);
    await looks.writeAll();
    expect(known()).toEqual([bank.id]);
  });

  test('stays where a chained role leads to an account that leaves the list', async () => {
    const { looks, list, chain, known } = setUp([shop]);
    const from = { accountId: bank.id, roleName: 'Admin', portal };
    chain(parseChainedRoles([{ accountId: shop.id, roleName: 'Deploy', label: 'Shop', from }]));
    await looks.writeAll();
    list([]);
    await looks.writeAll();
    expect(known()).toEqual([shop.id]);
  });

  test('goes with an account that left the list, without a word of which one that was', async () => {
    const { looks, known, list } = setUp([shop, bank]);
    await looks.writeAll();
    list([bank]);
    await looks.writeAll();
    expect(known()).toEqual([bank.id]);
  });
});
