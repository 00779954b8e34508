import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filled, labelSentences, parseLabelWords } from '../../../lib/model/label-words';

test('every sentence that a console tab says is kept beside the records', () => {
  const files = [
    ...readdirSync('lib/console').map((name) => join('lib/console', name)),
    'lib/model/level-words.ts',
    'lib/browser/connect.ts',
  ];
  const source = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  const said = [...source.matchAll(/'((?:label|veil|guard|hint|level|menu)[A-Z]\w+)'|say\('(\w+)'/g)];
  const keys = new Set(said.map(([, named, spoken]) => named ?? spoken));
  expect([...keys, 'language', 'textDirection'].filter((key) => !labelSentences.some((own) => own === key))).toEqual(
    [],
  );
});

test('values stand in their places, whatever signs they hold', () => {
  expect(filled('Loaded as $1. You are now $2.', ['costs $2', '$&'])).toBe('Loaded as costs $2. You are now $&.');
});

test.each([
  ['another language', { uiLanguage: 'de', labelRoot: 'ROOT-BENUTZER' }],
  ['no language', { labelRoot: 'ROOT-BENUTZER' }],
  ['a text', 'labelRoot'],
  ['nothing', undefined],
])('words of %s are not said', (_, stored) => {
  expect(parseLabelWords(stored, 'en')).toEqual({});
});

test('what is no word among them is left out', () => {
  const stored = { uiLanguage: 'en', labelRoot: 'ROOT USER', labelMenu: { toString: 'no' } };
  expect(parseLabelWords(stored, 'en')).toEqual({ uiLanguage: 'en', labelRoot: 'ROOT USER' });
});
