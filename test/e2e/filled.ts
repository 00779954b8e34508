import type { Page } from 'playwright';
import { hostsOfRegion } from '../simulator/hosts';
import type { World } from '../simulator/world';

/** Puts a world's portals and accounts where a crawl of an earlier day would have left them: in the extension's own database. */
export async function fillDirectory(page: Page, { portals }: World): Promise<void> {
  const rows = portals.flatMap(({ startUrl, accounts }) =>
    accounts.map(({ id, name, email, roles }) => ({
      portal: startUrl,
      id,
      name,
      nameAltered: false,
      email,
      roles,
      generation: 1,
      rolesGeneration: 1,
    })),
  );
  const known = portals.map(({ startUrl, region }) => ({
    startUrl,
    region,
    partition: hostsOfRegion(region).partition,
    name: '',
  }));
  const ended = portals.map(({ startUrl, accounts }) => ({
    portal: startUrl,
    generation: 1,
    completeAtMs: Date.now(),
    endedAtMs: Date.now(),
    accounts: accounts.length,
  }));
  await page.evaluate(
    ([accounts, generations, places]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('burgee');
        opening.addEventListener('error', () => reject(opening.error ?? new Error('the database does not open')));
        opening.addEventListener('success', () => {
          const tx = opening.result.transaction(['accounts', 'generations', 'portals'], 'readwrite');
          for (const row of accounts) tx.objectStore('accounts').put(row);
          for (const row of places) tx.objectStore('portals').put(row, row.startUrl);
          for (const row of generations) tx.objectStore('generations').put(row, row.portal);
          tx.addEventListener('complete', () => (opening.result.close(), resolve()));
          tx.addEventListener('error', () => reject(tx.error ?? new Error('the rows were not written')));
        });
      }),
    [rows, ended, known] as const,
  );
}
