import { isConsoleUrl } from '../model/console-url';
import { fail } from '../model/failure';
import { choicesOf } from '../model/personal';
import { say } from '../model/say';
import { type Deed, isAccount, needAccount } from './action';

/** Makes the account's console open at a page. */
export const setLandingPage: Deed = {
  id: 'set-landing-page',
  key: 'Alt+O',
  says: () => say('actionSetLanding'),
  fits: isAccount,
  run(row, { background, personal }) {
    const { accountId } = needAccount(row);
    const { defaultRole, region, landing } = choicesOf(personal, accountId);
    return {
      asks: say('asksLanding', row.name),
      value: landing ?? '',
      async answer(text) {
        const wanted = text.trim();
        if (wanted !== '' && !isConsoleUrl(wanted))
          return { outcome: fail({ reason: 'refused', why: say('notAConsolePage') }) };
        return {
          outcome: await background.setDefaults({ accountId, defaultRole, region, landing: wanted }),
          says: say('landingSet'),
          undo: () => background.setDefaults({ accountId, defaultRole, region, landing: landing ?? '' }),
        };
      },
    };
  },
};
