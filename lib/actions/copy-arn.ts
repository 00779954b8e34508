import { succeed } from '../model/failure';
import { partitionOfPortal } from '../model/portal';
import { say } from '../model/say';
import { type Deed, hasRole, isSwitchedTo, needAccount } from './action';

/**
 * Puts the role's ARN on the clipboard. Identity Center ends its roles' names with a hash that no list tells, so this
 * is the pattern that policies match them with.
 */
export const copyArn: Deed = {
  id: 'copy-arn',
  key: 'Alt+A',
  says: () => say('actionCopyArn'),
  fits: hasRole,
  async run(row, { copy, personal }) {
    const { portal, accountId, roleName = '' } = needAccount(row);
    const isWhole = isSwitchedTo(row, personal);
    const role = isWhole ? roleName : `aws-reserved/sso.amazonaws.com/*AWSReservedSSO_${roleName}_*`;
    const isCopied = await copy(`arn:${partitionOfPortal(portal)}:iam::${accountId}:role/${role}`);
    if (!isCopied) return { outcome: succeed(), says: say('notCopied') };
    return { outcome: succeed(), says: say(isWhole ? 'arnOfRoleCopied' : 'arnCopied') };
  },
};
