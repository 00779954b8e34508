import { fail } from '../model/failure';
import { partitionOfRegion } from '../model/partition';
import { choicesOf } from '../model/personal';
import { type Action, isAccount, needAccount } from './action';

/** Makes the account's console open in a region. */
export const setRegion: Action = {
  id: 'set-region',
  key: 'Alt+R',
  says: () => 'Set the default region',
  fits: isAccount,
  run(row, { background, personal }) {
    const { accountId } = needAccount(row);
    const { defaultRole, region, landing } = choicesOf(personal, accountId);
    return {
      asks: `Region for ${row.name}, such as eu-west-1 (empty: AWS’s choice)`,
      value: region ?? '',
      async answer(text) {
        const wanted = text.trim().toLowerCase();
        if (wanted !== '' && !partitionOfRegion(wanted))
          return { outcome: fail({ reason: 'refused', why: `“${wanted}” is not a region. Try eu-west-1.` }) };
        return {
          outcome: await background.setDefaults({ accountId, defaultRole, region: wanted, landing }),
          says: wanted === '' ? 'AWS chooses the region.' : `Opens in ${wanted}.`,
          undo: () => background.setDefaults({ accountId, defaultRole, region: region ?? '', landing }),
        };
      },
    };
  },
};
