import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { manifest } from '../../../lib/model/manifest';

/**
 * Firefox has a build of its own. Two things differ there that nothing can be asked for: blocked addresses are not told,
 * and suggestions in the address bar are plain text.
 */
const knowsItsBuild = ['lib/browser/loopback.ts', 'lib/browser/omnibox.ts'];

test('nothing asks which browser it runs in: what differs is looked for where it is used', async () => {
  const rooms = await Promise.all(
    ['lib', 'components', 'entrypoints'].map(async (room) =>
      (await readdir(room, { recursive: true })).map((name) => `${room}/${name}`),
    ),
  );
  const files = rooms.flat().filter((name) => /\.tsx?$/.test(name));
  const texts = await Promise.all(files.map((name) => readFile(name, 'utf8')));
  const asks = /userAgent|getBrowserInfo|import\.meta\.env\.(?:BROWSER|CHROME|EDGE|FIREFOX|SAFARI)/;
  expect(files.filter((_, at) => asks.test(texts[at] ?? '')).toSorted()).toEqual(knowsItsBuild);
});

test('Edge gets the very package that Chrome gets', () => {
  const [chrome, edge] = ['chrome', 'edge'].map((browser) => manifest({ browser, hostsGranted: false }));
  expect(edge).toEqual(chrome);
});
