import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifest } from '../../../lib/model/manifest';
import { messagesOf } from '../english';

const folder = 'components/public/_locales';
const languages = ['de', 'en', 'es', 'fr', 'ja', 'pt_BR', 'zh_CN'];
const pluralForms = ['zero', 'one', 'two', 'few', 'many', 'other'];

function placeholders(text: string): string[] {
  return (text.match(/\$\w+\$?/g) ?? []).toSorted();
}

/** `accounts_one` → `accounts`; '' for a sentence that counts nothing. */
function countedIn(key: string): string {
  const [, base = '', form = ''] = /^(\w+)_([a-z]+)$/.exec(key) ?? [];
  return pluralForms.includes(form) ? base : '';
}

/** The keys that a language must have: those of English, each plural in the forms that the language knows. */
function keysFor(language: string, english: readonly string[]): string[] {
  const forms = new Intl.PluralRules(language.replace('_', '-')).resolvedOptions().pluralCategories;
  const counted = new Set(english.map(countedIn).filter(Boolean));
  const plain = english.filter((key) => !countedIn(key));
  return [...plain, ...[...counted].flatMap((base) => forms.map((form) => `${base}_${form}`))].toSorted();
}

function source(): string {
  const files = ['lib', 'components', 'entrypoints'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
  );
  return files
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(name, 'utf8'))
    .join('\n');
}

describe('languages', () => {
  const english = messagesOf('en');

  it('are the seven that are promised', () => {
    expect(readdirSync(folder).toSorted()).toEqual(languages);
  });

  it.each(languages)('%s says everything that English says, with the same placeholders', (language) => {
    const messages = messagesOf(language);
    expect(Object.keys(messages).toSorted()).toEqual(keysFor(language, Object.keys(english)));
    for (const [key, { message }] of Object.entries(messages)) {
      const model = english[key] ?? english[`${countedIn(key)}_other`];
      expect([key, message.trim()]).not.toEqual([key, '']);
      expect([key, placeholders(message)]).toEqual([key, placeholders(model?.message ?? '')]);
    }
  });

  it.each(languages)(
    '%s is written one sentence a line, sorted, so that two people can add to it at once',
    (language) => {
      const lines = Object.entries(messagesOf(language))
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, { message }]) => `  "${key}": { "message": ${JSON.stringify(message)} }`);
      expect(readFileSync(join(folder, language, 'messages.json'), 'utf8')).toBe(`{\n${lines.join(',\n')}\n}\n`);
    },
  );

  it.each(languages)('%s names itself, so that numbers and dates are written its way', (language) => {
    expect(messagesOf(language)['language']?.message).toBe(language.replace('_', '-'));
  });

  it('hold no key that the product does not use', () => {
    const written = source();
    const used = (key: string): boolean =>
      written.includes(`'${countedIn(key) || key}'`) || written.includes(`__MSG_${key}__`);
    expect(Object.keys(english).filter((key) => !used(key))).toEqual([]);
  });

  it.each(['chrome', 'firefox'])('have every key that the manifest for %s names', (browser) => {
    const named = JSON.stringify(manifest({ browser, hostsGranted: false })).matchAll(/__MSG_(\w+?)__/g);
    const keys = [...named].map(([, key = '']) => key);
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => !(key in english))).toEqual([]);
  });

  it.each(languages)('%s keeps the description within the 132 characters that stores take', (language) => {
    expect(messagesOf(language)['extensionDescription']?.message.length).toBeLessThanOrEqual(132);
  });
});
