import { expect, test } from 'vitest';
import type { ActionContext, Prompt } from '../../../lib/actions/action';
import { group } from '../../../lib/actions/group';
import { note } from '../../../lib/actions/note';
import { rename } from '../../../lib/actions/rename';
import { succeed } from '../../../lib/model/failure';
import { emptyPersonal } from '../../../lib/model/personal';
import { accountRow } from './account-row';

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
    const { answer } = deed.run(accountRow, context) as Prompt;
    const done = await answer('CI user has key AKIAIOSFODNN7EXAMPLE');
    expect(done.outcome).toMatchObject({ ok: false, failure: { reason: 'refused' } });
    expect(JSON.stringify(done)).not.toContain('AKIA');
    expect(written).toEqual([]);
    expect((await answer('CI user')).outcome).toEqual(succeed());
    expect(written).toHaveLength(1);
  },
);
