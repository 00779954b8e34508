import { expect, test } from 'vitest';
import type { ActionContext } from '../../../lib/actions/action';
import { pin } from '../../../lib/actions/pin';
import type { AccountId } from '../../../lib/model/account';
import { accountKey, type EntryKey } from '../../../lib/model/entry';
import { succeed } from '../../../lib/model/failure';
import { emptyPersonal, movePin, pin as pinned, unpin } from '../../../lib/model/personal';
import { accountRow, portal } from './account-row';

const keys = ['111111111111', '222222222222', '333333333333'].map((id) => accountKey(portal, id as AccountId));

test('a pin that is taken back stands where it stood, for its hotkey too', async () => {
  let personal = keys.reduce(pinned, emptyPersonal);
  const background = {
    pin: async ({ key }: { key: EntryKey }) => ((personal = pinned(personal, key)), succeed()),
    unpin: async ({ key }: { key: EntryKey }) => ((personal = unpin(personal, key)), succeed()),
    movePin: async ({ key, to }: { key: EntryKey; to: number }) => ((personal = movePin(personal, key, to)), succeed()),
  };
  const before = personal.pins;
  for (const key of keys) {
    const row = { ...accountRow, key, isPinned: true };
    const done = await pin.run(row, { background, personal } as unknown as ActionContext);
    if (!('outcome' in done)) throw new Error('it asks');
    expect(personal.pins).not.toContain(key);
    await done.undo?.();
    expect(personal.pins).toEqual(before);
  }
});
