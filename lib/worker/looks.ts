import type { Account } from '../model/directory';
import { type Look, lookOf } from '../model/look';
import { type AccountChoices, choicesOf, type Personal } from '../model/personal';
import type { OwnPreferences } from './preferences';
import type { World } from './world';

export type Looks = ReturnType<typeof createLooks>;

/** Writes the records by which console tabs know how to look; open tabs follow them at once. */
export function createLooks({ browser }: World, preferences: OwnPreferences) {
  /** How accounts look by name, choices and preferences. */
  async function looksOf<Listed extends Pick<Account, 'id' | 'name'>>(
    accounts: readonly Listed[],
  ): Promise<Map<Listed['id'], Look>> {
    const [personal, preferred] = await Promise.all([browser.store.personal(), preferences.read()]);
    return new Map(accounts.map((account) => [account.id, lookOf(...asShown(account, personal), preferred)]));
  }

  return {
    of: looksOf,
    write: async (accounts: readonly Pick<Account, 'id' | 'name'>[]): Promise<void> =>
      browser.looks.write(await looksOf(accounts)),
    /** After a choice that may change every look; accounts that only a chained role knows have one too. */
    async writeAll(): Promise<void> {
      const [{ accounts }, { chained }] = await Promise.all([browser.store.directory(), browser.store.personal()]);
      const listed = new Set(accounts.map(({ id }) => id));
      const others = chained.filter(({ accountId }) => !listed.has(accountId)).map(({ accountId }) => accountId);
      const unlisted = [...new Set(others)].map((id) => ({ id, name: '' }));
      await browser.looks.write(await looksOf([...accounts, ...unlisted]));
    },
  };
}

/** An account that AWS does not list has the label and colour of the chained role that leads there. */
function asShown(
  account: Pick<Account, 'id' | 'name'>,
  personal: Personal,
): [account: Pick<Account, 'id' | 'name'>, choices: AccountChoices] {
  const choices = choicesOf(personal, account.id);
  const chained = account.name === '' ? personal.chained.find(({ accountId }) => accountId === account.id) : undefined;
  if (!chained) return [account, choices];
  return [
    { id: account.id, name: chained.label },
    { ...(chained.colour ? { colour: chained.colour } : {}), ...choices },
  ];
}
