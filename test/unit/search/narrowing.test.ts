import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyPersonal } from '../../../lib/model/personal';
import { search } from '../../../lib/model/search';
import { buildIndex, indexSteps, type SearchIndex } from '../../../lib/model/search-index';
import { sortedInSteps } from '../../../lib/model/sorted-in-steps';
import { atOnce } from '../../../lib/model/steps';
import { createTableBuilder, Field, type TextTable } from '../../../lib/model/text-table';
import { matchWord } from '../../../lib/model/word-match';
import { placesOf } from '../../../lib/model/word-places';
import { organisation } from '../../organisation/organisation';

const directory = organisation(600);
const fresh = buildIndex(directory, emptyPersonal, 0);

/** What a person types: letters of real names, digits, spaces and others; -1 takes the last letter away. */
const names = directory.accounts.slice(0, 80).map(({ name, id }, at) => (at % 5 === 0 ? id : name));
const typing = fc.array(
  fc.record({
    letters: fc.oneof(
      fc.constantFrom(...names).chain((name) => fc.nat(name.length).map((length) => name.slice(0, length))),
      fc.constantFrom(' ', '-', '.', 'a', 'prd', '42', '12', 'é', '支', 'ppa', 's3 ', 'eu-west-1'),
    ),
    deletes: fc.nat(6),
  }),
  { maxLength: 4 },
);

describe('a word that is typed on', () => {
  test('finds the same rows, in the same order, as when it is typed at once', () => {
    fc.assert(
      fc.property(typing, (keys) => {
        const index: SearchIndex = { ...fresh, cache: new Map() };
        for (const text of textsOf(keys)) expect(told(index, text)).toEqual(told({ ...fresh, cache: new Map() }, text));
      }),
      { numRuns: 60 },
    );
  });

  test('is matched in the same places as when all texts are looked through for it', () => {
    const words = fc.string({ unit: fc.constantFrom(...'ab12é支'), minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), words, (texts, word) => {
        const table = tableOf(texts);
        for (let known = 1; known < word.length; known++) {
          const places = placesOf(table, word, placesOf(table, word.slice(0, known)));
          expect(places).toEqual(placesOf(table, word));
          expect(matchWord(table, word, places)).toEqual(matchWord(table, word));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('an index that is made step by step', () => {
  test('leaves room for keys after every few hundred accounts', () => {
    const steps = indexSteps(directory, emptyPersonal, 0);
    let pauses = 0;
    for (let step = steps.next(); !step.done; step = steps.next()) pauses++;
    expect(pauses).toBeGreaterThan((4 * directory.accounts.length) / 256);
  });

  test('has its accounts in order, of equals the earlier one first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 4_000, size: 'max' }), (numbers) => {
        const items = numbers.map((number, at) => ({ number, at }));
        const sorted = atOnce(sortedInSteps(items, (one, other) => one.number - other.number));
        expect(sorted).toEqual([...items].sort((one, other) => one.number - other.number || one.at - other.at));
      }),
      { numRuns: 20 },
    );
  });
});

function textsOf(keys: readonly { letters: string; deletes: number }[]): string[] {
  const texts: string[] = [];
  let text = '';
  for (const { letters, deletes } of keys) {
    for (const letter of letters) texts.push((text += letter));
    for (let left = deletes; left > 0 && text !== ''; left--) texts.push((text = text.slice(0, -1)));
  }
  return texts;
}

function told(index: SearchIndex, text: string): unknown {
  const { rows, total } = search(index, text, { nowMs: 0, limit: 20 });
  return [total, rows.map(({ key, score }) => [key, score])];
}

/** Half of the texts only mention their thing. */
function tableOf(texts: readonly string[]): TextTable {
  const table = createTableBuilder(texts.length);
  const half = texts.length >> 1;
  texts.forEach((text, at) => table.add(at, at < half ? Field.name : Field.email, text));
  return table.build();
}
