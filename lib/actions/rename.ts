import { cleanEmoji } from '../model/choice';
import { choicesOf } from '../model/personal';
import { say } from '../model/say';
import { type Deed, isAccount, needAccount, refusal } from './action';

/** Gives the account the person's own label; an emoji at its start becomes its sign. */
export const rename: Deed = {
  id: 'rename',
  key: 'F2',
  says: () => say('actionRename'),
  fits: isAccount,
  run(row, { background, personal }) {
    const { accountId } = needAccount(row);
    const { label = '', emoji = '' } = choicesOf(personal, accountId);
    return {
      asks: say('asksLabel', row.ownName ?? row.name),
      value: [emoji, label].filter(Boolean).join(' '),
      async answer(text) {
        const names = text.trim();
        const sign = cleanEmoji(names);
        return (
          refusal(text) ?? {
            outcome: await background.rename({ accountId, emoji: sign, label: names.slice(sign.length).trim() }),
            says: say('renamed'),
            undo: () => background.rename({ accountId, emoji, label }),
          }
        );
      },
    };
  },
};
