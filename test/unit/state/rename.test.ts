import { expect, test } from 'vitest';
import type { ActionContext, Prompt } from '../../../lib/actions/action';
import { rename } from '../../../lib/actions/rename';
import { parseAccountId } from '../../../lib/model/account';
import { accountKey } from '../../../lib/model/entry';
import { succeed } from '../../../lib/model/failure';
import { emptyPersonal } from '../../../lib/model/personal';
import { parsePortalAddress } from '../../../lib/model/portal';
import type { Row } from '../../../lib/model/row';

const accountId = parseAccountId('111111111111');
const parsed = parsePortalAddress('https://d-1234567890.awsapps.com/start');
if (!accountId || !parsed.ok) throw new Error('not an account');
const { startUrl: portal } = parsed.address;

const row: Row = {
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

test.each([
  ['💰 payments', '💰', 'payments'],
  ['💰payments', '💰', 'payments'],
  ['👍🏽 payments', '👍🏽', 'payments'],
  ['👩🏽‍💻 dev', '👩🏽‍💻', 'dev'],
  ['❤️ shop', '❤️', 'shop'],
  ['🇩🇪 Köln', '🇩🇪', 'Köln'],
  ['🏴󠁧󠁢󠁳󠁣󠁴󠁿 Glasgow', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'Glasgow'],
  ['🔥🚒 oncall', '🔥', '🚒 oncall'],
  ['🚀', '🚀', ''],
  ['payments 💰', '', 'payments 💰'],
  ['7 seas', '', '7 seas'],
  ['', '', ''],
])('%s becomes the sign “%s” and the label “%s”', async (text, emoji, label) => {
  const written: unknown[] = [];
  const write = async (names: unknown) => {
    written.push(names);
    return succeed();
  };
  const context = { background: { rename: write }, personal: emptyPersonal } as unknown as ActionContext;
  await (rename.run(row, context) as Prompt).answer(` ${text} `);
  expect(written).toEqual([{ accountId, emoji, label }]);
});
