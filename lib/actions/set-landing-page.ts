import { isConsoleUrl } from '../model/console-url';
import { fail } from '../model/failure';
import { choicesOf } from '../model/personal';
import { type Action, isAccount, needAccount } from './action';

/** Makes the account's console open at a page. */
export const setLandingPage: Action = {
  id: 'set-landing-page',
  key: 'Alt+O',
  says: () => 'Set the page it opens at',
  fits: isAccount,
  run(row, { background, personal }) {
    const { accountId } = needAccount(row);
    const { defaultRole, region, landing } = choicesOf(personal, accountId);
    return {
      asks: `Console address that ${row.name} opens at (empty: the console’s home)`,
      value: landing ?? '',
      async answer(text) {
        const wanted = text.trim();
        if (wanted !== '' && !isConsoleUrl(wanted))
          return { outcome: fail({ reason: 'refused', why: 'that is not the address of a console page.' }) };
        return {
          outcome: await background.setDefaults({ accountId, defaultRole, region, landing: wanted }),
          says: 'Landing page set.',
          undo: () => background.setDefaults({ accountId, defaultRole, region, landing: landing ?? '' }),
        };
      },
    };
  },
};
