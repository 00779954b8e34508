import { fail } from '../model/failure';
import { partitionOfRegion } from '../model/partition';
import { choicesOf } from '../model/personal';
import { say } from '../model/say';
import { type Deed, isAccount, needAccount } from './action';

/** Makes the account's console open in a region. */
export const setRegion: Deed = {
  id: 'set-region',
  key: 'Alt+R',
  says: () => say('actionSetRegion'),
  fits: isAccount,
  run(row, { background, personal }) {
    const { accountId } = needAccount(row);
    const { defaultRole, region, landing } = choicesOf(personal, accountId);
    return {
      asks: say('asksRegion', row.name),
      value: region ?? '',
      async answer(text) {
        const wanted = text.trim().toLowerCase();
        if (wanted !== '' && !partitionOfRegion(wanted))
          return { outcome: fail({ reason: 'refused', why: say('notARegion', wanted) }) };
        return {
          outcome: await background.setDefaults({ accountId, defaultRole, region: wanted, landing }),
          says: wanted === '' ? say('regionByAws') : say('opensInRegion', wanted),
          undo: () => background.setDefaults({ accountId, defaultRole, region: region ?? '', landing }),
        };
      },
    };
  },
};
