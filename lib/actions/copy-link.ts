import { succeed } from '../model/failure';
import { consoleLink } from '../model/portal';
import { say } from '../model/say';
import { type Deed, isAccount, needAccount } from './action';

/** Puts a link on the clipboard that opens this account and role for whoever has the same portal. */
export const copyLink: Deed = {
  id: 'copy-link',
  key: 'Alt+L',
  says: () => say('actionCopyLink'),
  fits: isAccount,
  async run(row, { copy }) {
    const { portal, accountId, roleName } = needAccount(row);
    await copy(consoleLink(portal, { accountId, roleName, destination: row.destination }));
    return { outcome: succeed(), says: say('linkCopied') };
  },
};
