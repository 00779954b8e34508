import { parseAccountId } from '../../../lib/model/account';
import { accountKey } from '../../../lib/model/entry';
import { parsePortalAddress } from '../../../lib/model/portal';
import type { Row } from '../../../lib/model/row';

const id = parseAccountId('111111111111');
const parsed = parsePortalAddress('https://d-1234567890.awsapps.com/start');
if (!id || !parsed.ok) throw new Error('not an account');

export const accountId = id;
export const portal = parsed.address.startUrl;

/** The row of an account, of which nothing else is known than its name. */
export const accountRow: Row = {
  key: accountKey(portal, accountId),
  entry: { kind: 'account', portal, accountId },
  name: 'payments',
  isNameAltered: false,
  accountId,
  roleName: undefined,
  roles: [],
  detail: '',
  colour: undefined,
  level: 'other',
  isPinned: false,
};
