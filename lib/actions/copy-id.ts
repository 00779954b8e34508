import { succeed } from '../model/failure';
import { say } from '../model/say';
import { type Action, isAccount, needAccount } from './action';

/** Puts the account number on the clipboard. */
export const copyId: Action = {
  id: 'copy-id',
  key: 'Alt+I',
  says: () => say('labelCopyId'),
  fits: isAccount,
  async run(row, { copy }) {
    await copy(needAccount(row).accountId);
    return { outcome: succeed(), says: say('idCopied') };
  },
};
