import { groupsOf } from '../model/personal';
import { say } from '../model/say';
import { type Deed, isAccount, needAccount, refusal } from './action';

/** Puts the account into the person's own groups; words find all of a group. */
export const group: Deed = {
  id: 'group',
  key: 'Alt+U',
  says: () => say('actionGroup'),
  fits: isAccount,
  run(row, { background, personal }) {
    const { accountId } = needAccount(row);
    const before = groupsOf(personal, accountId);
    return {
      asks: say('asksGroups', row.name),
      value: before.join(', '),
      answer: async (text) =>
        refusal(text) ?? {
          outcome: await background.setGroups({ accountId, groups: text.split(',') }),
          says: say('groupsSet'),
          undo: () => background.setGroups({ accountId, groups: before }),
        },
    };
  },
};
