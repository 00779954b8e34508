import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isLong } from '../e2e/how-long';
import { reproducible } from '../release/reproducible';

const product = '.output/firefox-mv3';

// Several builds, of some seconds each.
describe.runIf(isLong)('the packages for Firefox’s reviewers', () => {
  let again: string;
  let sources: string;

  beforeAll(async () => {
    again = await mkdtemp(join(tmpdir(), 'burgee-again-'));
    sources = await mkdtemp(join(tmpdir(), 'burgee-sources-'));
    await wxt(['zip', '-b', 'firefox', '-c', 'test/release/again.config.ts'], '.', { BURGEE_OUT: again });
  });
  afterAll(async () => {
    for (const folder of [again, sources]) await rm(folder, { recursive: true, force: true });
  });

  test('are the same bytes from one build to the next', async () => {
    const own = zipSync(await filesIn(product));
    expect(Buffer.from(reproducible(await zip('firefox'))).equals(reproducible(own))).toBe(true);
  });

  test('hold the sources from which the same package is built, and no picture', async () => {
    const packed = unzipSync(await zip('sources'));
    for (const [name, content] of Object.entries(packed).filter(([path]) => !path.endsWith('/'))) {
      await mkdir(join(sources, dirname(name)), { recursive: true });
      await writeFile(join(sources, name), content);
    }
    await symlink(resolve('node_modules'), join(sources, 'node_modules'));
    await wxt(['build', '-b', 'firefox'], sources);
    const [built, own] = [await filesIn(join(sources, product)), await filesIn(product)];
    expect(Object.keys(built)).toEqual(Object.keys(own));
    const isOther = (name: string): boolean => !Buffer.from(built[name] ?? []).equals(own[name] ?? Buffer.alloc(0));
    expect(Object.keys(own).filter(isOther)).toEqual([]);
    expect(Object.keys(packed).filter((name) => name.startsWith('test/shots'))).toEqual([]);
  }, 120_000);

  async function zip(kind: 'firefox' | 'sources'): Promise<Buffer> {
    const name = (await readdir(again)).find((file) => file.endsWith(`-${kind}.zip`));
    return readFile(join(again, name ?? ''));
  }
});

/** Builds as a person does: outside a test runner, whose own environment makes other packages. */
async function wxt(args: readonly string[], cwd: string, variables: Readonly<Record<string, string>> = {}) {
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const bin = resolve('node_modules/wxt/bin/wxt.mjs');
  await promisify(execFile)(process.execPath, [bin, ...args], { cwd, env: { ...env, ...variables } });
}

/** Files of a folder by their path, sorted. */
async function filesIn(folder: string): Promise<Record<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))])));
}
