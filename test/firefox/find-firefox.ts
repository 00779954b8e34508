import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['firefox-esr', 'firefox', 'firefox-developer-edition'];

/** Path of a Firefox: `$FIREFOX`, then the PATH. */
export function findFirefox(): string {
  const own = process.env['FIREFOX'];
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const found = [...(own ? [own] : []), ...onPath].find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    'No Firefox found: install one with `sudo apt-get install firefox-esr`, or name yours in FIREFOX=/path/to/firefox.',
  );
}
