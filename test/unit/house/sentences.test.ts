import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const rooms = ['components', 'entrypoints', 'lib'];

/** English by nature: names that AWS gives in English, and what a policy's schema says to administrators. */
const english = ['lib/model/region-name.ts', 'lib/model/service-catalogue.ts', 'lib/model/policy.ts'];

/** What a person would read in English whatever the browser speaks: each with the line that it stands on. */
function sentencesIn(source: string): string[] {
  return stripped(source)
    .split('\n')
    .flatMap((line) => [...ofLiterals(line), ...ofMarkup(line)].map((found) => `${found} ← ${line.trim()}`));
}

/** Without comments, imports, and what only a programmer reads. */
function stripped(source: string): string {
  return source
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '')
    .replaceAll(/^import [\s\S]*?;$/gm, '')
    .replaceAll(/new (?:\w*Error|DOMException)\([^)]*\)/g, '');
}

/** `'Sign in there'`, `` `Opened ${name}.` ``: begins like a sentence and has a second word; or a label of one word. */
function ofLiterals(line: string): string[] {
  const literals = [...line.matchAll(/'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(
    ([, single, template]) => single ?? template ?? '',
  );
  const sentences = literals.filter((text) => /^[A-Z“][\w’]* (?:[a-z]|\$\{)/.test(text));
  const labels = [...line.matchAll(/\b(?:says|label|title|asks|why|placeholder): '([A-Z][a-z]+)'/g)];
  return [...sentences, ...labels.map(([, text = '']) => text)];
}

/** `<b>Words</b>`, `title="Words"`, and words alone on a line. */
function ofMarkup(line: string): string[] {
  const texts = line.matchAll(/<\/?[a-z][^<>]*>\s*([A-Za-z][A-Za-z’,. ]+)\s*</g);
  const attributes = line.matchAll(/\b(?:aria-label|aria-description|title|placeholder|alt|says|label)="([^"]+)"/g);
  const alone = line.matchAll(/^\s*([A-Z][\w’]*(?: [\w’,.…:?!]+)*)$/g);
  return [...texts, ...attributes, ...alone]
    .map(([, text = '']) => text)
    .filter((text) => text !== 'Burgee' && !text.startsWith('https://'));
}

describe('a sentence that people read', () => {
  const files = rooms
    .flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)))
    .filter((name) => /\.tsx?$/.test(name) && !english.includes(name));

  test.each(files)('stands in the messages of each language, not in %s', (file) => {
    expect(sentencesIn(readFileSync(file, 'utf8'))).toEqual([]);
  });

  test.each([
    `const told = 'Your list is kept.';`,
    'return { says: `Opened ${row.name}.` };',
    `step={{ label: 'Undo', onStep }}`,
    `<input aria-label="Access portal address" />`,
    `<h2>Consoles</h2>`,
    `          Refresh the list`,
    `          Remove`,
  ])('is found where it slips in: %s', (line) => {
    expect(sentencesIn(line)).toHaveLength(1);
  });

  test.each([
    `throw new Error('this action is for rows with a role only');`,
    `// Said in advance: the browser gives an orphan no more sentences.`,
    `<h2>{say('consoles')}</h2>`,
    `const sure = sayCount('accounts', 7);`,
  ])('is not seen where none is: %s', (line) => {
    expect(sentencesIn(line)).toEqual([]);
  });
});
