import type { AccountId } from '../model/account';
import { EXPECTED_LOOKS, type ExpectedLook, expecting, parseExpectedLooks, refreshed } from '../model/expected-looks';
import { type Look, lookKey, parseLook, parseLookKey } from '../model/look';
import { browser } from './native';

async function readExpected(): Promise<readonly ExpectedLook[]> {
  return parseExpectedLooks((await browser.storage.local.get(EXPECTED_LOOKS))[EXPECTED_LOOKS]);
}

/** The records by which console tabs know how to look. What two calls write at once may undo one another: one after the other. */
export const looks = {
  async write(some: ReadonlyMap<AccountId, Look>): Promise<void> {
    const records = Object.fromEntries([...some].map(([id, look]) => [lookKey(id), look]));
    const expected = refreshed(await readExpected(), some);
    await browser.storage.local.set({ ...records, [EXPECTED_LOOKS]: expected });
  },

  async remove(ids: readonly AccountId[]): Promise<void> {
    const expected = await readExpected();
    await browser.storage.local.set({ [EXPECTED_LOOKS]: expected.filter(({ account }) => !ids.includes(account)) });
    await browser.storage.local.remove(ids.map(lookKey));
  },

  /** The account's console is about to open, or is open; an account without a record is let be. */
  async expect(id: AccountId): Promise<void> {
    const expected = await readExpected();
    const look = parseLook((await browser.storage.local.get(lookKey(id)))[lookKey(id)]);
    const next = look ? expecting(expected, id, look) : expected;
    if (next !== expected) await browser.storage.local.set({ [EXPECTED_LOOKS]: next });
  },

  /** The accounts that there are records of. */
  async ids(): Promise<AccountId[]> {
    const keys = Object.keys(await browser.storage.local.get(null));
    return keys.flatMap((key) => parseLookKey(key) ?? []);
  },
};
