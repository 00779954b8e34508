import { expect, test } from 'vitest';
import { setDefaultRole } from '../../../lib/actions/set-default-role';
import type { ActionContext } from '../../../lib/actions/action';
import { parseAccountId, parseRoleName } from '../../../lib/model/account';
import { succeed } from '../../../lib/model/failure';
import { emptyPersonal, setDefaults } from '../../../lib/model/personal';
import { parsePortalAddress } from '../../../lib/model/portal';
import type { Row } from '../../../lib/model/row';
import { roleKey } from '../../../lib/model/entry';

const [accountId, roleName] = [parseAccountId('111111111111'), parseRoleName('ReadOnlyAccess')];
const parsed = parsePortalAddress('https://d-1234567890.awsapps.com/start');
if (!accountId || !roleName || !parsed.ok) throw new Error('not an account');
const { startUrl: portal } = parsed.address;

const row: Row = {
  key: roleKey(portal, accountId, roleName),
  entry: { kind: 'role', portal, accountId, roleName },
  name: 'payments',
  isNameAltered: false,
  accountId,
  roleName,
  roles: [],
  detail: '',
  colour: undefined,
  level: 'other',
  isPinned: false,
};

test('a default role that is taken back is none again, through messages that leave out what is undefined', async () => {
  let personal = emptyPersonal;
  const background = {
    async setDefaults(args: Parameters<typeof setDefaults>[2]) {
      personal = setDefaults(personal, accountId, JSON.parse(JSON.stringify(args)) as typeof args);
      return succeed();
    },
  } as unknown as ActionContext['background'];
  const context: ActionContext = {
    background,
    personal,
    copy: async () => true,
    copySecret: async () => succeed({}) as never,
    fromTab: undefined,
  };
  const done = await setDefaultRole.run(row, context);
  if (!('outcome' in done)) throw new Error('it asks');
  expect(personal).not.toEqual(emptyPersonal);
  await done.undo?.();
  expect(personal).toEqual(emptyPersonal);
});
