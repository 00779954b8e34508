import { say } from '../model/say';
import { type Deed, isAccount, needAccount } from './action';

/** Asks AWS for the account's roles again. */
export const refreshAccount: Deed = {
  id: 'refresh-account',
  key: 'Alt+F',
  says: () => say('actionRefreshAccount'),
  fits: isAccount,
  async run(row, { background }) {
    const { portal, accountId } = needAccount(row);
    return { outcome: await background.refreshAccount({ portal, accountId }), says: say('rolesFresh', row.name) };
  },
};
