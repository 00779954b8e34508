import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Messages = Record<string, { message: string }>;

/** Two languages that nobody speaks: the longest sentence that any language has, and one that runs from right to left. */
export type PseudoLocale = 'longest' | 'right-to-left';

export function isPseudo(language: string): language is PseudoLocale {
  return language === 'longest' || language === 'right-to-left';
}

/** The test build in a folder of its own, whose English is a pseudo-locale. */
export async function buildIn(pseudo: PseudoLocale): Promise<string> {
  const extension = await mkdtemp(join(tmpdir(), 'burgee-pseudo-'));
  await cp('.output/chrome-mv3-test', extension, { recursive: true });
  const folder = join(extension, '_locales');
  const file = join(folder, 'en', 'messages.json');
  const english = await read(file);
  const others = await Promise.all((await readdir(folder)).map((name) => read(join(folder, name, 'messages.json'))));
  const spoken = pseudo === 'longest' ? longest(english, others) : rightToLeft(english);
  await writeFile(file, JSON.stringify(spoken));
  return extension;
}

function longest(english: Messages, languages: readonly Messages[]): Messages {
  const entries = Object.entries(english).map(([key, { message }]) => {
    const said = languages.map((messages) => messages[key]?.message ?? '');
    return [key, { message: said.reduce((long, next) => (next.length > long.length ? next : long), message) }];
  });
  return {
    ...Object.fromEntries(entries),
    language: english['language'],
    extensionDescription: english['extensionDescription'],
  };
}

const letters = 'אבגדהוזחטיכלמנסעפצקרשת';

/** Hebrew letters for Latin ones, a third longer, with numbers, names and placeholders where they were. */
function rightToLeft(english: Messages): Messages {
  const entries = Object.entries(english).map(([key, { message }]) => [key, { message: mirrored(message) }]);
  return {
    ...Object.fromEntries(entries),
    language: { message: 'he' },
    textDirection: { message: 'rtl' },
    extensionDescription: english['extensionDescription'],
  };
}

function mirrored(message: string): string {
  const words = message
    .split(/(\$\d|\{\w+\}|https?:\S+|~\/\S+)/)
    .map((part, index) => (index % 2 === 1 ? part : inHebrew(part)));
  return `${words.join('')} ${'אבג דהו '.repeat(Math.ceil(message.length / 24)).trim()}`;
}

function inHebrew(text: string): string {
  return text.replaceAll(
    /[A-Za-z]/g,
    (letter) => letters[letter.toLowerCase().charCodeAt(0) % letters.length] ?? letter,
  );
}

async function read(file: string): Promise<Messages> {
  return JSON.parse(await readFile(file, 'utf8'));
}
