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

test('what could not be taken back can be tried once more, and then no longer stands before what was done earlier', async () => {
  const undo = createUndo();
  const tried: string[] = [];
  const failing = (says: string) => ({ says, undo: async () => (tried.push(says), false) });
  undo.did({ says: 'first', undo: async () => (tried.push('first'), true) });
  undo.did(failing('second'));
  await undo.undo();
  expect(undo.told.value?.says).toBe('second');
  await undo.undo();
  expect(undo.told.value?.says).toBe('first');
  await undo.undo();
  expect(undo.told.value).toBeUndefined();
  expect(tried).toEqual(['second', 'second', 'first']);
});

test('what is done while a step is being taken back comes after it, though that fails', async () => {
  const undo = createUndo();
  const answers: ((isTaken: boolean) => void)[] = [];
  undo.did({ says: 'first', undo: () => new Promise((resolve) => answers.push(resolve)) });
  const taken = undo.undo();
  undo.did({ says: 'second', undo: () => true });
  for (const answer of answers) answer(false);
  await taken;
  expect(undo.told.value?.says).toBe('second');
  await undo.undo();
  expect(undo.told.value?.says).toBe('first');
});
