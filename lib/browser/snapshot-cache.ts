import type { Directory } from '../model/directory';
import { parsePersonal, type Personal } from '../model/personal';
import type { Copy as SealedCopy, Seal } from '../model/sealed';
import { packDirectory, unpackDirectory } from '../model/snapshot';

/** What is the person's own. */
export type OwnName = 'personal' | 'preferences';
type Copy = 'directory' | OwnName | `${OwnName}-seal`;

/** The Cache API takes only http addresses as keys; this one can't exist (RFC 2606). */
const address = (name: Copy): string => `https://burgee.invalid/${name}`;

/**
 * Two packed copies of what IndexedDB holds, for pages: one get each, and no database to open (which costs 110 ms after
 * idle time). Content scripts can't reach the Cache of the extension's origin.
 */
export const snapshotCache = {
  writeDirectory: (directory: Directory): Promise<void> => write('directory', packDirectory(directory)),
  writePersonal: (personal: Personal): Promise<void> => write('personal', JSON.stringify(personal)),

  /** `undefined` where no copy was made yet or it is damaged. */
  async readDirectory(): Promise<Directory | undefined> {
    const text = await read('directory');
    return text === undefined ? undefined : unpackDirectory(text);
  },

  async readPersonal(): Promise<Personal | undefined> {
    const text = await read('personal');
    return text === undefined ? undefined : parsePersonal(parseJson(text));
  },

  /** What is the person's own, as it is in the database, and its seal. */
  async writeOwn(name: OwnName, value: unknown, seal: Seal): Promise<void> {
    await write(name, JSON.stringify(value));
    await write(`${name}-seal`, JSON.stringify(seal));
  },
  async readOwn(name: OwnName): Promise<SealedCopy> {
    const [value, seal] = await Promise.all([read(name), read(`${name}-seal`)]);
    return {
      value: value === undefined ? undefined : parseJson(value),
      seal: seal === undefined ? undefined : parseJson(seal),
    };
  },
};

async function write(name: Copy, text: string): Promise<void> {
  const cache = await caches.open('burgee');
  await cache.put(address(name), new Response(text));
}

async function read(name: Copy): Promise<string | undefined> {
  try {
    const found = await caches.match(address(name), { cacheName: 'burgee' });
    return await found?.text();
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
