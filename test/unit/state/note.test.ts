import { expect, test } from 'vitest';
import type { ActionContext, Prompt } from '../../../lib/actions/action';
import { group } from '../../../lib/actions/group';
import { note } from '../../../lib/actions/note';
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

test.each([note, rename, group])(
  'what $id is answered with is not kept if it holds a key, and is else',
  async (deed) => {
    const written: unknown[] = [];
    const write = async (args: unknown) => {
      written.push(args);
      return succeed();
    };
    const context = {
      background: { rename: write, setGroups: write },
      personal: emptyPersonal,
    } as unknown as ActionContext;
    const { answer } = deed.run(row, context) as Prompt;
    const done = await answer('CI user has key AKIAIOSFODNN7EXAMPLE');
    expect(done.outcome).toMatchObject({ ok: false, failure: { reason: 'refused' } });
    expect(JSON.stringify(done)).not.toContain('AKIA');
    expect(written).toEqual([]);
    expect((await answer('CI user')).outcome).toEqual(succeed());
    expect(written).toHaveLength(1);
  },
);
