import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const root = process.cwd();

/** One forbidden import per line: where it is planted, what it imports, and a word of the sentence that must come back. */
const forbidden: readonly (readonly [file: string, source: string, says: RegExp])[] = [
  ['lib/model/planted.ts', "import { browser } from 'wxt/browser';", /lib\/model/],
  ['lib/model/planted.ts', "import { readStatus } from '../browser/storage';", /lib\/model/],
  ['lib/model/planted.ts', "import { h } from 'preact';", /lib\/model/],
  ['lib/model/planted.ts', "import { failureWords } from '../../components/words';", /lib\/model/],
  ['lib/aws/planted.ts', "import { readStatus } from '../browser/storage';", /lib\/aws/],
  ['lib/aws/planted.ts', "import { openConsole } from '../actions/open-console';", /lib\/aws/],
  ['lib/aws/planted.ts', "import { h } from 'preact';", /lib\/aws/],
  ['lib/browser/planted.ts', "import { listAccounts } from '../aws/portal-api';", /lib\/browser/],
  ['lib/browser/planted.ts', "import { signal } from '@preact/signals';", /lib\/browser/],
  ['lib/console/planted.ts', "import { browser } from 'wxt/browser';", /lib\/console/],
  ['lib/console/planted.ts', "import { readStatus } from '../browser/storage';", /lib\/console/],
  ['lib/console/planted.ts', "import { h } from 'preact';", /lib\/console/],
  ['lib/actions/planted.ts', "import { h } from 'preact';", /actions/],
  ['lib/actions/planted.ts', "import { launcher } from '../state/launcher';", /actions/],
  ['lib/actions/planted.ts', "import { listAccounts } from '../aws/portal-api';", /actions/],
  ['lib/state/planted.ts', "import { listAccounts } from '../aws/portal-api';", /lib\/state/],
  ['lib/state/planted.ts', "import { browser } from 'wxt/browser';", /lib\/state/],
  ['components/planted.tsx', "import { listAccounts } from '../lib/aws/portal-api';", /component/],
  ['components/planted.tsx', "import { readStatus } from '../lib/browser/storage';", /component/],
  ['components/planted.tsx', "import { browser } from 'wxt/browser';", /component/],
  ['entrypoints/popup/planted.ts', "import { start } from '../welcome/main';", /entry points/],
  ['entrypoints/planted.ts', "import { world } from '../test/simulator/world';", /nobody imports the tests/],
];

const allowed: readonly (readonly [file: string, source: string])[] = [
  ['lib/model/planted.ts', "import { parseAccountId } from './account';"],
  ['lib/model/planted.ts', "import type { english } from '../../components/public/_locales/en/messages.json';"],
  ['lib/aws/planted.ts', "import { SSOClient } from '@aws-sdk/client-sso';"],
  ['lib/browser/planted.ts', "import { browser } from 'wxt/browser';"],
  ['lib/console/planted.ts', "import { parseAccountId } from '../model/account';"],
  ['lib/actions/planted.ts', "import type { Aws } from '../aws/portal-api';"],
  ['lib/state/planted.ts', "import { signal } from '@preact/signals';"],
  ['components/planted.tsx', "import { launcher } from '../lib/state/launcher';"],
  ['entrypoints/planted.ts', "import { createBackground } from '../lib/background';"],
];

describe('the import table of the house', () => {
  let house: string;

  beforeAll(async () => {
    house = await mkdtemp(join(tmpdir(), 'burgee-house-'));
    await copyFile(join(root, '.oxlintrc.json'), join(house, '.oxlintrc.json'));
  });
  afterAll(() => rm(house, { recursive: true, force: true }));

  test.each(forbidden)('refuses in %s: %s', async (file, source, says) => {
    const report = await lintPlanted(file, source);
    expect(report.passed).toBe(false);
    expect(report.output).toMatch(/no-restricted-imports/);
    expect(report.output).toMatch(says);
  });

  test.each(allowed)('allows in %s: %s', async (file, source) => {
    const report = await lintPlanted(file, source);
    expect(report.output).not.toMatch(/no-restricted-imports/);
  });

  async function lintPlanted(file: string, source: string): Promise<{ passed: boolean; output: string }> {
    const path = join(house, file);
    await mkdir(dirname(path), { recursive: true });
    const name = /\{ (\w+) \}/.exec(source)?.[1] ?? '';
    await writeFile(path, `${source}\nexport type Planted = typeof ${name};\n`);
    try {
      const { stdout } = await run(join(root, 'node_modules/.bin/oxlint'), [file], { cwd: house });
      return { passed: true, output: stdout };
    } catch (error) {
      return { passed: false, output: outputOf(error) };
    } finally {
      await rm(path);
    }
  }
});

function outputOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('stdout' in error)) throw error;
  return String(error.stdout);
}
