import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

interface Report {
  readonly errors: readonly unknown[];
  readonly warnings: readonly unknown[];
  readonly notices: readonly unknown[];
}

test('Mozilla’s linter finds nothing in the package for Firefox', async () => {
  const linter = 'node_modules/addons-linter/bin/addons-linter';
  const { stdout } = await promisify(execFile)(process.execPath, [linter, '--output', 'json', '.output/firefox-mv3']);
  const { errors, warnings, notices } = JSON.parse(stdout) as Report;
  expect({ errors, warnings, notices }).toEqual({ errors: [], warnings: [], notices: [] });
});
