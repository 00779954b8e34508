import { expect, test } from 'vitest';
import type { ActionContext, Deed, Done } from '../../../lib/actions/action';
import { note } from '../../../lib/actions/note';
import { rename } from '../../../lib/actions/rename';
import { setDefaultRole } from '../../../lib/actions/set-default-role';
import { setLandingPage } from '../../../lib/actions/set-landing-page';
import { setRegion } from '../../../lib/actions/set-region';
import { parseRoleName } from '../../../lib/model/account';
import { succeed } from '../../../lib/model/failure';
import { choicesOf, emptyPersonal } from '../../../lib/model/personal';
import { inRole } from '../../../lib/model/row';
import { createChoiceCalls } from '../../../lib/worker/choice-calls';
import type { Choices } from '../../../lib/worker/choices';
import { accountId, accountRow } from './account-row';

const admin = parseRoleName('Admin');
if (!admin) throw new Error('not a role');
const row = inRole(accountRow, admin);
const chosen = {
  label: 'Shiny',
  emoji: '🔥',
  note: 'ask Kim',
  defaultRole: 'Read',
  region: 'eu-west-1',
  landing: 's3',
};

/** A worker for which much was chosen that the page has not read yet. */
function workerWith(choices: object) {
  let personal = { ...emptyPersonal, accounts: { [accountId]: choices } };
  const calls = createChoiceCalls({
    change: async (to: (before: typeof personal) => typeof personal) => ((personal = to(personal)), succeed()),
    relook: async () => undefined,
  } as unknown as Choices);
  const asked = (name: 'rename' | 'setDefaults') => async (args: object) => {
    const call = calls[name];
    const known = call.parse(JSON.parse(JSON.stringify(args)) as object);
    return known ? call.run(known as never, { kind: 'page' }) : Promise.reject(new Error('not what the call takes'));
  };
  return {
    now: () => choicesOf(personal, accountId),
    background: { rename: asked('rename'), setDefaults: asked('setDefaults') },
  };
}

test.each<[Deed, string, object]>([
  [note, 'new', { note: 'new' }],
  [rename, 'New', { label: 'New', emoji: undefined }],
  [setRegion, 'us-east-1', { region: 'us-east-1' }],
  [setLandingPage, 'ec2', { landing: 'ec2' }],
  [setDefaultRole, '', { defaultRole: 'Admin' }],
])(
  '$id changes what it asks about, and nothing that was chosen meanwhile, nor does its undo',
  async (deed, text, change) => {
    const { now, background } = workerWith(chosen);
    const does = deed.run(row, { background, personal: emptyPersonal } as unknown as ActionContext);
    const done: Done = await ('answer' in does ? does.answer(text) : does);
    expect(done.outcome).toEqual(succeed());
    expect(now()).toEqual(JSON.parse(JSON.stringify({ ...chosen, ...change })));
    await done.undo?.();
    const before = Object.fromEntries(Object.keys(change).map((field) => [field, undefined]));
    expect(now()).toEqual(JSON.parse(JSON.stringify({ ...chosen, ...before })));
  },
);
