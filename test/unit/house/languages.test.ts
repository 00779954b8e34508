import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifest } from '../../../lib/model/manifest';

const folder = 'components/public/_locales';
const languages = ['de', 'en', 'es', 'fr', 'ja', 'pt_BR', 'zh_CN'];

type Messages = Record<string, { message: string }>;

function messagesOf(language: string): Messages {
  return JSON.parse(readFileSync(join(folder, language, 'messages.json'), 'utf8'));
}

function placeholders(text: string): string[] {
  return (text.match(/\$\w+\$?/g) ?? []).toSorted();
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
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(english).toSorted());
    for (const [key, { message }] of Object.entries(messages)) {
      expect([key, message.trim()]).not.toEqual([key, '']);
      expect([key, placeholders(message)]).toEqual([key, placeholders(english[key]?.message ?? '')]);
    }
  });

  it('have every key that the menus name', () => {
    const keys = [...source().matchAll(/'(menu[A-Z]\w+)'/g)].map(([, key = '']) => key);
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => !(key in english))).toEqual([]);
  });

  it('hold no key that the product does not use', () => {
    const written = source();
    const used = (key: string) => written.includes(`'${key}'`) || written.includes(`__MSG_${key}__`);
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
