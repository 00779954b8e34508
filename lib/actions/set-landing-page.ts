import { isConsoleUrl } from '../model/console-url';
import { fail } from '../model/failure';
import { choicesOf } from '../model/personal';
import { say } from '../model/say';
import { serviceName } from '../model/service';
import { type Deed, isAccount, needAccount } from './action';

/** Makes the account's console open at a page. */
export const setLandingPage: Deed = {
  id: 'set-landing-page',
  key: 'Alt+O',
  says: () => say('actionSetLanding'),
  fits: isAccount,
  run(row, { background, personal }) {
    const { accountId } = needAccount(row);
    const { landing } = choicesOf(personal, accountId);
    return {
      asks: say('asksLanding', row.name),
      value: landing ?? '',
      async answer(text) {
        const wanted = landingFrom(text);
        if (wanted === undefined) return { outcome: fail({ reason: 'refused', why: say('notAConsolePage') }) };
        return {
          outcome: await background.setDefaults({ accountId, landing: wanted }),
          says: say('landingSet'),
          undo: () => background.setDefaults({ accountId, landing: landing ?? '' }),
        };
      },
    };
  },
};

/** A service, or a console address with or without its `https://`; '' for none, `undefined` for what leads nowhere. */
function landingFrom(text: string): string | undefined {
  const wanted = text.trim();
  const service = wanted.toLowerCase();
  if (wanted === '' || serviceName(service) !== undefined) return service;
  return [wanted, `https://${wanted}`].find(isConsoleUrl);
}
