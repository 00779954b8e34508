import { describe, expect, test } from 'vitest';
import { emptyMatch } from '../../../lib/model/match';
import { createTableBuilder, Field } from '../../../lib/model/text-table';
import { matchTypos } from '../../../lib/model/typo-match';
import { organisation } from '../../organisation/organisation';

const names = [...new Set(organisation(2_000).accounts.map(({ name }) => name))].filter((name) =>
  /^[\x20-\x7e]+$/.test(name),
);
const builder = createTableBuilder(names.length);
names.forEach((name, document) => builder.add(document, Field.name, name));
const table = builder.build();

const deleted = (word: string, at: number): string => word.slice(0, at) + word.slice(at + 1);
const inserted = (word: string, at: number): string => `${word.slice(0, at)}q${word.slice(at)}`;
const replaced = (word: string, at: number): string => `${word.slice(0, at)}q${word.slice(at + 1)}`;
const swapped = (word: string, at: number): string =>
  `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`;

const finds = (typed: string, document: number): boolean => {
  const match = emptyMatch(table.documents);
  matchTypos(table, typed, match);
  return (match.value[document] ?? 0) > 0;
};

/** A word of five letters or more of each name, the name of it run together, and a beginning of that. */
const sought = names
  .filter((_, document) => document % 4 === 0)
  .flatMap((name) => {
    const words = name
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter(({ length }) => length > 4);
    const whole = name.toLowerCase().replace(/[^a-z0-9]/g, '');
    return [...words, whole, whole.slice(0, 6)].map((word) => ({ word, document: names.indexOf(name) }));
  })
  .filter(({ word }) => word.length > 4);

describe('no look at letters alone loses a word with a typing error', () => {
  test.each([
    ['a letter left out', deleted],
    ['a letter too many', inserted],
    ['a wrong letter', replaced],
    ['two letters swapped', swapped],
  ])('%s, at any place', (_said, err) => {
    const lost = sought.flatMap(({ word, document }) =>
      Array.from({ length: word.length - 1 }, (_, at) => err(word, at)).filter((typed) => !finds(typed, document)),
    );
    expect(sought.length).toBeGreaterThan(100);
    expect(lost).toEqual([]);
  });
});
