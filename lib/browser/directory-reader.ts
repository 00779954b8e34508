import type { AskedLaunch } from '../model/asked-launch';
import type { Directory } from '../model/directory';
import { emptyPersonal, type Personal } from '../model/personal';
import { emptyDirectory } from '../model/snapshot';
import type { Status } from '../model/status';
import { snapshotCache } from './snapshot-cache';
import { stored } from './stored';

export interface Inventory {
  readonly directory: Directory;
  readonly personal: Personal;
}

/** How pages read what the worker wrote, without asking the worker. */
export const directoryReader = {
  /** The packed copies; where they are missing or damaged, the records behind them. */
  async read(): Promise<Inventory> {
    const [directory, personal] = await Promise.all([snapshotCache.readDirectory(), snapshotCache.readPersonal()]);
    if (directory && personal) return { directory, personal };
    return readRecords();
  },

  readStatus: (): Promise<Status> => stored.status.read(),
  readConsoles: () => stored.consoles.read(),
  /** What the launcher is opened to ask about, once: whoever leaves the question does not find it again. */
  async takeAsked(): Promise<AskedLaunch | undefined> {
    const asked = await stored.asked.read();
    if (asked) await stored.asked.remove();
    return asked;
  },
  onConsoles: stored.consoles.watch,
  onStatus: (told: (status: Status) => void): (() => void) => stored.status.watch(told),
};

/** Loaded only when it is needed: the database's library is weight that the popup does without. */
async function readRecords(): Promise<Inventory> {
  try {
    const store = (await import('./directory-store')).createDirectoryStore();
    return { directory: await store.directory(), personal: await store.personal() };
  } catch {
    return { directory: emptyDirectory, personal: emptyPersonal };
  }
}
