import { choicesOf } from '../model/personal';
import { say } from '../model/say';
import { type Deed, isAccount, needAccount, refusal } from './action';

/** Keeps a note with the account; the search finds it. */
export const note: Deed = {
  id: 'note',
  key: 'Alt+N',
  says: () => say('actionNote'),
  fits: isAccount,
  run(row, { background, personal }) {
    const { accountId } = needAccount(row);
    const { note: before = '' } = choicesOf(personal, accountId);
    return {
      asks: say('asksNote', row.name),
      value: before,
      answer: async (text) =>
        refusal(text) ?? {
          outcome: await background.rename({ accountId, note: text.trim() }),
          says: say('noted'),
          undo: () => background.rename({ accountId, note: before }),
        },
    };
  },
};
