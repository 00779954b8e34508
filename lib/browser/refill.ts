import { parseChosen } from '../model/look';
import { parsePersonal } from '../model/personal';
import { betterCopy } from '../model/sealed';
import type { Database } from './tables';
import { type OwnName, snapshotCache } from './snapshot-cache';
import { storedMark } from './stored-mark';

export const parseOwn = { personal: parsePersonal, preferences: parseChosen } as const satisfies Record<
  OwnName,
  (value: unknown) => unknown
>;
const ownNames = Object.keys(parseOwn) as OwnName[];

/**
 * Fills tables that came up empty from the packed copies: portals and what they listed, and what is the person's own.
 * Says whether there was anything to do, and whether something must have been lost.
 */
export async function refill(database: Database): Promise<'full' | 'refilled' | 'lost'> {
  const portals = await database.read(['portals'], (tables) => tables.portals.all());
  for (const name of ownNames) await mendOwn(database, name);
  if (portals.length > 0) return 'full';
  const copy = await snapshotCache.readDirectory();
  if (!copy || copy.portals.length === 0) return (await storedMark.read()) > 0 ? 'lost' : 'full';
  await database.write(['portals', 'accounts', 'apps'], async (tables) => {
    for (const portal of copy.portals) await tables.portals.put(portal, portal.startUrl);
    for (const account of copy.accounts) await tables.accounts.put({ ...account, generation: 0, rolesGeneration: 0 });
    for (const app of copy.apps) await tables.apps.put({ ...app, generation: 0 });
  });
  return 'refilled';
}

/** Where the copy in the Cache is the better one, it takes the place of what is in the table. */
async function mendOwn(database: Database, name: OwnName): Promise<void> {
  const [value, seal] = await database.read(['personal'], ({ personal }) =>
    Promise.all([personal.get(name), personal.get(`${name}-seal`)]),
  );
  const mine = { value: value === undefined ? undefined : parseOwn[name](value), seal };
  const kept = await snapshotCache.readOwn(name);
  const copy = { ...kept, value: kept.value === undefined ? undefined : parseOwn[name](kept.value) };
  if (betterCopy(mine, copy) === mine) return;
  await database.write(['personal'], async ({ personal }) => {
    await personal.put(copy.value, name);
    await personal.put(copy.seal, `${name}-seal`);
  });
}
