import { expect, test } from 'vitest';
import { setDefaultRole } from '../../../lib/actions/set-default-role';
import type { ActionContext } from '../../../lib/actions/action';
import { parseRoleName } from '../../../lib/model/account';
import { succeed } from '../../../lib/model/failure';
import { emptyPersonal, setDefaults } from '../../../lib/model/personal';
import { inRole } from '../../../lib/model/row';
import { accountId, accountRow } from './account-row';

const roleName = parseRoleName('ReadOnlyAccess');
if (!roleName) throw new Error('not a role');
const row = inRole(accountRow, roleName);

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
