import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Path of a Chromium that can load extensions: `$CHROMIUM`, then the PATH, then the one playwright keeps. */
export function findChromium(): string {
  const own = process.env['CHROMIUM'];
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const found = [...(own ? [own] : []), ...onPath, chromium.executablePath()].find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    'No Chromium found: install one with `sudo apt-get install chromium`, or name yours in CHROMIUM=/path/to/chromium.',
  );
}
