import type { Database } from './tables';
import { snapshotCache } from './snapshot-cache';
import { storedMark } from './stored-mark';

/**
 * Fills tables that came up empty from the packed copies: portals and what they listed, and what is the person's own.
 * Says whether there was anything to do, and whether something must have been lost.
 */
export async function refill(database: Database): Promise<'full' | 'refilled' | 'lost'> {
  const [portals, personal] = await database.read(['portals', 'personal'], (tables) =>
    Promise.all([tables.portals.all(), tables.personal.get('personal')]),
  );
  if (personal === undefined) await refillOwn(database);
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

async function refillOwn(database: Database): Promise<void> {
  for (const name of ['personal', 'preferences'] as const) {
    const value = await snapshotCache.readOwn(name);
    if (value !== undefined) await database.write(['personal'], (tables) => tables.personal.put(value, name));
  }
}
