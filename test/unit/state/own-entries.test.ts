import { describe, expect, test } from 'vitest';
import type { EntryKey } from '../../../lib/model/entry';
import { fail, type Outcome, succeed } from '../../../lib/model/failure';
import { emptyPersonal, movePin, type Personal } from '../../../lib/model/personal';
import { emptyDirectory } from '../../../lib/model/snapshot';
import { createOwnEntries, type OwnEntriesWorld } from '../../../lib/state/own-entries';
import { createUndo } from '../../../lib/state/undo';

const portal = 'https://d-1234567890.awsapps.com/start';
const [first, second, third] = ['111111111111', '222222222222', '333333333333'].map(
  (id) => `account|${portal}|${id}` as EntryKey,
) as [EntryKey, EntryKey, EntryKey];

/** A worker that takes its time, and stores nothing where it fails. */
async function setUp({ failure }: { failure?: Outcome<never> } = {}) {
  let stored: Personal = { ...emptyPersonal, pins: [first, second, third] };
  const undo = createUndo();
  const entries = createOwnEntries(
    {
      read: async () => ({ directory: emptyDirectory, personal: stored }),
      background: {
        async movePin({ key, to }: { key: EntryKey; to: number }): Promise<Outcome> {
          await new Promise((resolve) => setTimeout(resolve, 5));
          if (failure) return failure;
          stored = movePin(stored, key, to);
          return succeed();
        },
      } as unknown as OwnEntriesWorld['background'],
    },
    undo,
  );
  await entries.load();
  const pin = (key: EntryKey) => entries.pins.value.find((entry) => entry.key === key) ?? { key, name: '', detail: '' };
  const shown = (): readonly EntryKey[] => entries.pins.value.map(({ key }) => key);
  return { entries, undo, pin, shown, stored: () => stored.pins };
}

describe('a pin that is moved', () => {
  test('goes as far as it was told to, however quickly that was', async () => {
    const { entries, pin, shown, stored } = await setUp();
    const moves = [entries.movePin(pin(first), 1), entries.movePin(pin(first), 1)];
    expect(shown()).toEqual([second, third, first]);
    await entries.load();
    expect(shown()).toEqual([second, third, first]);
    await Promise.all(moves);
    expect(stored()).toEqual([second, third, first]);
    expect(shown()).toEqual([second, third, first]);
  });

  test('comes back from all of it at once', async () => {
    const { entries, undo, pin, shown, stored } = await setUp();
    await Promise.all([entries.movePin(pin(first), 1), entries.movePin(pin(first), 1)]);
    await undo.undo();
    expect(stored()).toEqual([first, second, third]);
    expect(shown()).toEqual([first, second, third]);
  });

  test('stands where it was where that could not be stored', async () => {
    const { entries, undo, pin, shown } = await setUp({ failure: fail({ reason: 'storage' }) });
    await entries.movePin(pin(first), 1);
    expect(shown()).toEqual([first, second, third]);
    expect(entries.failure.value).toEqual({ reason: 'storage' });
    expect(undo.last.value).toBeUndefined();
  });
});
