import { expect, test } from 'vitest';
import { isShortcut, type KeyPress } from '../../../lib/model/shortcut';

const plain: KeyPress = { key: '', code: '', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

test.each<[what: string, shortcut: string, press: Partial<KeyPress>, isMeant: boolean]>([
  ['a letter with Alt', 'Alt+P', { key: 'p', code: 'KeyP', altKey: true }, true],
  ['the letter without Alt', 'Alt+P', { key: 'p', code: 'KeyP' }, false],
  ['the letter with another modifier too', 'Alt+P', { key: 'P', code: 'KeyP', altKey: true, shiftKey: true }, false],
  ['the letter under Caps Lock', 'Alt+P', { key: 'P', code: 'KeyP', altKey: true }, true],
  ['the letter where Dvorak has it', 'Alt+D', { key: 'd', code: 'KeyH', altKey: true }, true],
  ['another letter at the place of it', 'Alt+H', { key: 'd', code: 'KeyH', altKey: true }, false],
  ['the sign that a Mac types in its place', 'Alt+P', { key: 'π', code: 'KeyP', altKey: true }, true],
  ['the accent that a Mac begins in its place', 'Alt+N', { key: 'Dead', code: 'KeyN', altKey: true }, true],
  ['the letter of another script in its place', 'Alt+P', { key: 'з', code: 'KeyP', altKey: true }, true],
  ['the at sign of a German Mac', 'Alt+L', { key: '@', code: 'KeyL', altKey: true }, false],
  ['a function key', 'F2', { key: 'F2', code: 'F2' }, true],
  ['Command in place of Ctrl', 'Ctrl+Enter', { key: 'Enter', code: 'Enter', metaKey: true }, true],
])('%s', (_, shortcut, press, isMeant) => {
  expect(isShortcut(shortcut, { ...plain, ...press })).toBe(isMeant);
});
