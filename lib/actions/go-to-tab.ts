import { fail } from '../model/failure';
import { say } from '../model/say';
import { type Deed, isAccount, needAccount } from './action';

/** Shows the tab in which the account is open already. */
export const goToTab: Deed = {
  id: 'go-to-tab',
  key: 'Alt+G',
  says: () => say('actionGoToTab'),
  fits: isAccount,
  async run(row, { background }) {
    const { accountId, roleName } = needAccount(row);
    const role = row.entry.kind === 'account' ? undefined : roleName;
    const outcome = await background.focusConsole({ accountId, roleName: role });
    const isNowhere = !outcome.ok && outcome.failure.reason === 'gone';
    return {
      outcome: isNowhere ? fail({ reason: 'refused', why: say('openNowhere', row.name) }) : outcome,
      closes: true,
    };
  },
};
