import { choicesOf } from '../model/personal';
import { say } from '../model/say';
import { type Deed, hasRole, needAccount } from './action';

/** Makes the row's role the one that Enter opens for the account. */
export const setDefaultRole: Deed = {
  id: 'set-default-role',
  key: 'Alt+D',
  says: ({ roleName }) => say('actionSetDefaultRole', roleName ?? ''),
  fits: hasRole,
  async run(row, { background, personal }) {
    const { accountId, roleName } = needAccount(row);
    const { defaultRole } = choicesOf(personal, accountId);
    return {
      outcome: await background.setDefaults({ accountId, defaultRole: roleName }),
      says: say('defaultRoleSet', roleName ?? ''),
      undo: () => background.setDefaults({ accountId, defaultRole: defaultRole ?? '' }),
    };
  },
};
