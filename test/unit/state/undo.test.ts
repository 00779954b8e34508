import { expect, test } from 'vitest';
import { createUndo } from '../../../lib/state/undo';

const step = (says: string, back: () => void = () => {}) => ({ says, undo: back, name: 'rule 1' });

test('steps of one name are told as the last of them, and taken back to before the first', async () => {
  const undo = createUndo();
  const taken: number[] = [];
  for (const place of [2, 3]) undo.did(step(`moved to ${place}`, () => void taken.push(place)));
  expect(undo.told.value?.says).toBe('moved to 3');
  await undo.undo();
  expect(taken).toEqual([2]);
  expect(undo.told.value).toBeUndefined();
});

test('what was closed is told again only where it says something else', () => {
  const undo = createUndo();
  undo.did(step('changed'));
  undo.hide();
  undo.did(step('changed'));
  expect(undo.told.value).toBeUndefined();
  undo.did(step('moved to 2'));
  expect(undo.told.value?.says).toBe('moved to 2');
});
