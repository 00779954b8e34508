import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync, zipSync } from 'fflate';

const EPOCH_OF_ZIP = new Date(1980, 0, 1);

/** The same archive with its files alone, sorted, and their times fixed: equal contents give equal bytes. */
export function reproducible(archive: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(archive)).filter(([name]) => !name.endsWith('/'));
  const entries = files.sort(([one], [other]) => (one < other ? -1 : 1));
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: EPOCH_OF_ZIP, os: 3 });
}

function main(folder: string): void {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.zip'))) {
    const path = join(folder, name);
    const bytes = reproducible(readFileSync(path));
    writeFileSync(path, bytes);
    console.log(`${createHash('sha256').update(bytes).digest('hex')}  ${path}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main('.output');
