import type { AccountId } from '../model/account';
import type { Account } from '../model/directory';
import type { World } from './world';

/** An account as one portal lists it: another may list it in other roles. */
export async function listedAccount(
  { store }: World['browser'],
  { portal, accountId }: { readonly portal: Account['portal']; readonly accountId: AccountId },
): Promise<Account | undefined> {
  return (await store.accountsById(accountId)).find((account) => account.portal === portal);
}
