import { type AccountId, parseAccountId } from '../model/account';

/** Where in the settings an address leads: a section, and with `#rules?account=111111111111` an account to colour. */
export function settingsAddressOf(hash: string): { section: string; account: AccountId | undefined } {
  const [section = '', query = ''] = hash.replace(/^#/, '').split('?');
  return { section, account: parseAccountId(new URLSearchParams(query).get('account')) };
}
