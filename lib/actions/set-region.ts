import { fail } from '../model/failure';
import { partitionOfRegion } from '../model/partition';
import { choicesOf } from '../model/personal';
import { regionNamed } from '../model/region-name';
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
    const { region } = choicesOf(personal, accountId);
    return {
      asks: say('asksRegion', row.name),
      value: region ?? '',
      async answer(text) {
        const wanted = regionFrom(text);
        if (wanted === undefined) return { outcome: fail({ reason: 'refused', why: say('notARegion', text.trim()) }) };
        return {
          outcome: await background.setDefaults({ accountId, region: wanted }),
          says: wanted === '' ? say('regionByAws') : say('opensInRegion', wanted),
          undo: () => background.setDefaults({ accountId, region: region ?? '' }),
        };
      },
    };
  },
};

/** A region by its code or by a name that people give it; '' for none, `undefined` for what is no region. */
function regionFrom(text: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' || partitionOfRegion(wanted)) return wanted;
  return regionNamed(wanted.replaceAll(/[()]/g, ''));
}
