import { expect, test } from 'vitest';
import type { ActionContext, Prompt } from '../../../lib/actions/action';
import { rename } from '../../../lib/actions/rename';
import { succeed } from '../../../lib/model/failure';
import { emptyPersonal } from '../../../lib/model/personal';
import { accountId, accountRow } from './account-row';

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
  await (rename.run(accountRow, context) as Prompt).answer(` ${text} `);
  expect(written).toEqual([{ accountId, emoji, label }]);
});
