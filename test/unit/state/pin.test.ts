import { expect, test } from 'vitest';
import type { ActionContext } from '../../../lib/actions/action';
import { pin } from '../../../lib/actions/pin';
import { type EntryKey, parseEntryKey } from '../../../lib/model/entry';
import { succeed } from '../../../lib/model/failure';
import { emptyPersonal, movePin, pin as pinned, unpin } from '../../../lib/model/personal';
import type { Row } from '../../../lib/model/row';

const keys = ['111111111111', '222222222222', '333333333333'].map((id): EntryKey => {
  const key = `account|https://d-1234567890.awsapps.com/start|${id}` as EntryKey;
  if (!parseEntryKey(key)) throw new Error(`${key} is no key`);
  return key;
});

test('a pin that is taken back stands where it stood, for its hotkey too', async () => {
  let personal = keys.reduce(pinned, emptyPersonal);
  const background = {
    pin: async ({ key }: { key: EntryKey }) => ((personal = pinned(personal, key)), succeed()),
    unpin: async ({ key }: { key: EntryKey }) => ((personal = unpin(personal, key)), succeed()),
    movePin: async ({ key, to }: { key: EntryKey; to: number }) => ((personal = movePin(personal, key, to)), succeed()),
  };
  const before = personal.pins;
  for (const key of keys) {
    const row = { key, isPinned: true, entry: { kind: 'account' }, name: '' } as unknown as Row;
    const done = await pin.run(row, { background, personal } as unknown as ActionContext);
    if (!('outcome' in done)) throw new Error('it asks');
    expect(personal.pins).not.toContain(key);
    await done.undo?.();
    expect(personal.pins).toEqual(before);
  }
});
