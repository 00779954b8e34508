import { choicesOf } from '../model/personal';
import { type Action, chooses, isAccount, needAccount } from './action';

/** Keeps a note with the account; the search finds it. */
export const note: Action = {
  id: 'note',
  key: 'Alt+N',
  says: () => 'Write a note',
  fits: isAccount,
  run(row, { background, personal }) {
    const { accountId } = needAccount(row);
    const before = chooses(choicesOf(personal, accountId));
    return {
      asks: `Note for ${row.name}`,
      value: before.note,
      answer: async (text) => ({
        outcome: await background.rename({ accountId, ...before, note: text.trim() }),
        says: 'Noted.',
        undo: () => background.rename({ accountId, ...before }),
      }),
    };
  },
};
