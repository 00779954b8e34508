import { succeed } from '../model/failure';
import { say } from '../model/say';
import { type Deed, isAccount, needAccount } from './action';

/** Puts the account number on the clipboard. */
export const copyId: Deed = {
  id: 'copy-id',
  key: 'Alt+I',
  says: () => say('labelCopyId'),
  fits: isAccount,
  async run(row, { copy }) {
    const isCopied = await copy(needAccount(row).accountId);
    return { outcome: succeed(), says: say(isCopied ? 'idCopied' : 'notCopied') };
  },
};
