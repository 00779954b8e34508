import type { Account } from '../model/directory';
import { type Look, lookOf } from '../model/look';
import { choicesOf } from '../model/personal';
import type { World } from './world';

export type Looks = ReturnType<typeof createLooks>;

/** Writes the records by which console tabs know how to look; open tabs follow them at once. */
export function createLooks({ browser }: World) {
  /** How accounts look by name, choices and preferences. */
  async function looksOf<Listed extends Pick<Account, 'id' | 'name'>>(
    accounts: readonly Listed[],
  ): Promise<Map<Listed['id'], Look>> {
    const [personal, preferences] = await Promise.all([browser.store.personal(), browser.store.preferences()]);
    return new Map(
      accounts.map((account) => [account.id, lookOf(account, choicesOf(personal, account.id), preferences)]),
    );
  }

  return {
    of: looksOf,
    write: async (accounts: readonly Pick<Account, 'id' | 'name'>[]): Promise<void> =>
      browser.looks.write(await looksOf(accounts)),
    /** After a choice that may change every look. */
    writeAll: async (): Promise<void> => browser.looks.write(await looksOf((await browser.store.directory()).accounts)),
  };
}
