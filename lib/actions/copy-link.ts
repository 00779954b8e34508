import { succeed } from '../model/failure';
import { say } from '../model/say';
import { type Deed, isAccount, needAccount } from './action';

/** Puts a link on the clipboard that opens this account and role for whoever has the same portal. */
export const copyLink: Deed = {
  id: 'copy-link',
  key: 'Alt+L',
  says: () => say('actionCopyLink'),
  fits: isAccount,
  async run(row, { background, copy }) {
    const link = await background.consoleLink({ ...needAccount(row), destination: row.destination });
    if (!link.ok) return { outcome: link };
    const isCopied = await copy(link.value);
    return { outcome: succeed(), says: say(isCopied ? 'linkCopied' : 'notCopied') };
  },
};
