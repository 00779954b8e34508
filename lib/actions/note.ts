import { choicesOf } from '../model/personal';
import { say } from '../model/say';
import { type Deed, chooses, isAccount, needAccount, refusal } from './action';

/** Keeps a note with the account; the search finds it. */
export const note: Deed = {
  id: 'note',
  key: 'Alt+N',
  says: () => say('actionNote'),
  fits: isAccount,
  run(row, { background, personal }) {
    const { accountId } = needAccount(row);
    const before = chooses(choicesOf(personal, accountId));
    return {
      asks: say('asksNote', row.name),
      value: before.note,
      answer: async (text) =>
        refusal(text) ?? {
          outcome: await background.rename({ accountId, ...before, note: text.trim() }),
          says: say('noted'),
          undo: () => background.rename({ accountId, ...before }),
        },
    };
  },
};
