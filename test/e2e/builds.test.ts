import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const product = '.output/chrome-mv3';

describe.each(['chrome', 'firefox'])('the build of %s for automated browsers', (browser) => {
  const own = `.output/${browser}-mv3`;
  const forTests = `${own}-test`;

  test('holds the same files as the product, byte for byte, but for the manifest', async () => {
    const files = await filesOf(own);
    expect(await filesOf(forTests)).toEqual(files);
    const same = await Promise.all(files.map((file) => isSame(join(own, file), join(forTests, file))));
    expect(files.filter((_, index) => !same[index])).toEqual(['manifest.json']);
  });

  test('differs in the manifest only by granting the optional hosts at install', async () => {
    const { host_permissions: required, optional_host_permissions: optional, ...rest } = await manifestOf(own);
    const { host_permissions: granted, ...restForTests } = await manifestOf(forTests);
    expect(restForTests).toEqual(rest);
    expect(granted).toEqual([...asList(required), ...asList(optional)]);
  });
});

describe.each(['chrome', 'firefox'])('the popup of %s', (browser) => {
  test('asks for one script before its first rows, and the policy lets in the styles that stand in its page', async () => {
    const html = await readFile(`.output/${browser}-mv3/popup.html`, 'utf8');
    const [own] = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file = '']) => file);
    expect(html.match(/(?:src|href)="/g)).toHaveLength(1);
    const script = await readFile(`.output/${browser}-mv3${own}`, 'utf8');
    expect(script).not.toMatch(/^import[^(]*["']\.\//m);
    const style = /<style>([^]*)<\/style>/.exec(html)?.[1] ?? '';
    const policy = (await manifestOf(`.output/${browser}-mv3`))['content_security_policy'];
    expect(JSON.stringify(policy)).toContain(`sha256-${createHash('sha256').update(style).digest('base64')}`);
  });

  // Below its button the page grows from nothing, and each step across such a width would style all of it anew: a frame later on screen.
  test('has no style that asks how large the window is', async () => {
    const html = await readFile(`.output/${browser}-mv3/popup.html`, 'utf8');
    const asked = [...html.matchAll(/@media\s*([^{]+)/g)].map(([, query]) => query);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((query) => /width|height|orientation|aspect/.test(query ?? ''))).toEqual([]);
  });
});

describe('the size of what a browser loads (brotli)', () => {
  test('what the popup needs for its first rows stays within 30 kB, and the search and rules behind them too', async () => {
    const first = await pageSize('popup.html', /^(?:directory-store|engine|secret-clipboard)-/);
    expect(first).toBeLessThanOrEqual(30_000);
    expect((await pageSize('popup.html', /^(?:directory-store|secret-clipboard)-/)) - first).toBeLessThanOrEqual(
      30_000,
    );
  });

  test('the options page stays within 60 kB', async () => {
    expect(await pageSize('options.html')).toBeLessThanOrEqual(60_000);
  });

  test.each(['console-tab.js', 'console-aside.js', 'console-guard.js', 'content-scripts/portal.js'])(
    '%s stays within 15 kB',
    async (file) => {
      expect(await fileSize(file)).toBeLessThanOrEqual(15_000);
    },
  );

  test('the whole package stays within 400 kB', async () => {
    const sizes = await Promise.all((await filesOf(product)).map(fileSize));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(400_000);
  });
});

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

async function isSame(one: string, other: string): Promise<boolean> {
  return (await readFile(one)).equals(await readFile(other));
}

async function manifestOf(folder: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;
}

function asList(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error('the manifest should hold a list here');
  return value;
}

async function fileSize(file: string): Promise<number> {
  return brotliCompressSync(await readFile(join(product, file))).length;
}

/**
 * A page with every script and style that it loads when it opens; what is only fetched after a failure, or by
 * whoever copies credentials, does not count.
 */
async function pageSize(page: string, without = /^directory-store-/): Promise<number> {
  const html = await readFile(join(product, page), 'utf8');
  const pending = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '');
  const seen = new Set<string>([page]);
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = await readFile(join(product, file), 'utf8');
    if (!file.endsWith('.js')) continue;
    const imports = [...text.matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)].map((match) => match[1] ?? '');
    pending.push(...imports.filter((name) => !without.test(name)).map((name) => `chunks/${name}`));
  }
  const sizes = await Promise.all([...seen].map(fileSize));
  return sizes.reduce((sum, size) => sum + size, 0);
}
