import { type Action, isAccount, needAccount } from './action';

/** Asks AWS for the account's roles again. */
export const refreshAccount: Action = {
  id: 'refresh-account',
  key: 'Alt+F',
  says: () => 'Refresh its roles',
  fits: isAccount,
  async run(row, { background }) {
    const { portal, accountId } = needAccount(row);
    return { outcome: await background.refreshAccount({ portal, accountId }), says: `Roles of ${row.name} are fresh.` };
  },
};
