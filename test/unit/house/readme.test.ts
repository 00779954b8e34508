import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { actions } from '../../../lib/actions';
import { manifest } from '../../../lib/model/manifest';

const readme = await readFile('README.md', 'utf8');
const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> };

const builds = ['chrome', 'firefox'].map((browser) => manifest({ browser, hostsGranted: false }));
const permissions = [
  ...new Set(builds.flatMap((build) => [...listOf(build.permissions), ...listOf(build.optional_permissions)])),
].filter((permission) => !permission.includes('://'));

describe('what the README promises', () => {
  test.each([...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name))('npm run %s exists', (name) => {
    expect(Object.keys(scripts)).toContain(name);
  });

  test.each(permissions)('tells why Burgee asks for the permission %s', (permission) => {
    expect(sectionOf('What it asks permission for, and why')).toContain(`\`${permission}\``);
  });

  test('names no permission that no build asks for', () => {
    const table = sectionOf('What it asks permission for, and why')
      .split('\n')
      .filter((line) => line.startsWith('|'));
    const named = table.flatMap((line) => [...line.matchAll(/`([a-zA-Z]+)`/g)].map(([, name = '']) => name));
    expect(named.filter((name) => !permissions.includes(name))).toEqual([]);
  });

  test('reads no cookie by the permission that containers need', async () => {
    const files = (await readdir('lib', { recursive: true })).filter((name) => name.endsWith('.ts'));
    const texts = await Promise.all(files.map((name) => readFile(`lib/${name}`, 'utf8')));
    expect(files.filter((_, at) => /\b(?:browser|api\(\))\.cookies\b/.test(texts[at] ?? ''))).toEqual([]);
  });

  test.each(actions.map(({ id, key }) => [key, id]))('lists the key %s of the action %s', (key) => {
    expect(sectionOf('Install')).toMatch(new RegExp(`[ |]${key.replaceAll('+', '\\+')}[, ]`));
  });

  test.each(['lib', 'components', 'entrypoints', 'test'])('tells what each room under %s may import', async (room) => {
    const rooms = room === 'lib' ? (await folders('lib')).map((name) => `lib/${name}`) : [room];
    expect(rooms.filter((name) => !sectionOf('Architecture').includes(`| \`${name}\``))).toEqual([]);
  });

  test('names the oldest browsers that take it', () => {
    const [chrome, firefox] = builds;
    const own = firefox?.browser_specific_settings as { gecko: { strict_min_version: string } } | undefined;
    const oldest = own?.gecko.strict_min_version.replace(/\.0$/, '');
    expect(sectionOf('Install').replaceAll('\n', ' ')).toContain(
      `Chrome and Edge from version ${chrome?.minimum_chrome_version} on take it, and Firefox from ${oldest}.`,
    );
  });

  test('shows pictures that exist', async () => {
    const shown = [...readme.matchAll(/\]\((test\/shots\/[^)]+)\)/g)].map(([, path = '']) => path);
    const taken = (await readdir('test/shots', { recursive: true })).map((name) => `test/shots/${name}`);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((path) => !taken.includes(path))).toEqual([]);
  });
});

describe('the list of actions', () => {
  test('holds every action that has a file, once', async () => {
    const files = (await readdir('lib/actions')).filter((name) => !['index.ts', 'action.ts'].includes(name));
    expect(actions.map(({ id }) => `${id}.ts`).toSorted()).toEqual(files.toSorted());
  });

  test('gives no key to two actions', () => {
    expect(new Set(actions.map(({ key }) => key)).size).toBe(actions.length);
  });
});

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function sectionOf(title: string): string {
  return readme.split('\n## ').find((section) => section.startsWith(title)) ?? '';
}

async function folders(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
