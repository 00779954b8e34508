import { cleanEmoji } from '../model/choice';
import { say } from '../model/say';
import { type Deed, isAccount, needAccount, refusal, writtenFor } from './action';

/** Gives the account the person's own label; an emoji at its start becomes its sign. */
export const rename: Deed = {
  id: 'rename',
  key: 'F2',
  says: () => say('actionRename'),
  fits: isAccount,
  run(row, { background, personal }) {
    const { accountId } = needAccount(row);
    const { label: before, emoji: signBefore } = writtenFor(personal, accountId);
    return {
      asks: say('asksLabel', row.ownName ?? row.name),
      value: [signBefore, before].filter(Boolean).join(' '),
      async answer(text) {
        const names = text.trim();
        const emoji = cleanEmoji(names);
        const label = names.slice(emoji.length).trim();
        return (
          refusal(text) ?? {
            outcome: await background.rename({ accountId, emoji, label }),
            says: say('renamed'),
            undo: () => background.rename({ accountId, emoji: signBefore, label: before }),
          }
        );
      },
    };
  },
};
