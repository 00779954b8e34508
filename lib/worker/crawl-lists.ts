import { addChanges, nextPage } from '../model/crawl';
import { canDo } from '../model/session';
import type { CrawlRun } from './crawl-run';
import { Stopped } from './stopped';

/** All pages of the accounts that are still to come. Without this list there is no crawl. */
export async function listAccounts({ api, session, store, signal, portal, job, ...run }: CrawlRun): Promise<void> {
  while (job().accounts.end === 'open') {
    const answer = await run.ask(() => api.listAccounts(session.token, job().accounts.next, signal));
    if (answer.kind === 'trouble') throw new Stopped(answer.failure);
    if (answer.kind === 'forbidden') throw new Stopped({ kind: 'missing' });
    if (answer.kind !== 'value') throw new Stopped({ kind: 'unauthorized' });
    const page = answer.value;
    await store.commitAccounts(portal, page.items, (accountsAdded) =>
      run.advance((old) => ({
        ...old,
        accounts: nextPage(old.accounts, page),
        changes: old.before === 0 ? old.changes : addChanges(old.changes, { accountsAdded }),
      })),
    );
    // After the list: whoever writes looks in the meantime writes them by it.
    await run.writeLooks(page.items.map(({ id }) => id));
    run.publish();
  }
}

/**
 * All pages of the apps that are still to come. Apps come from an undocumented list: whatever becomes of it, the accounts
 * and their roles go on.
 */
export async function listApps({ api, session, store, signal, job, ...run }: CrawlRun): Promise<void> {
  const isForPortal = session.source === 'portal';
  if (!canDo(session, 'apps')) return endWith('refused');
  while (job().apps.end === 'open') {
    const answer = await run.ask(() => api.listApps(session.token, job().apps.next, signal));
    if (answer.kind === 'unauthorized' && isForPortal) throw new Stopped({ kind: 'unauthorized' });
    if (answer.kind === 'trouble') {
      run.flaws.push(answer.failure);
      return endWith('cut-short');
    }
    if (answer.kind !== 'value') return endWith('refused');
    const page = answer.value;
    await store.commitApps(
      page.items,
      run.advance((old) => ({ ...old, apps: nextPage(old.apps, page) })),
    );
    run.publish();
  }

  function endWith(end: 'refused' | 'cut-short'): Promise<void> {
    return store.putJob(run.advance((old) => ({ ...old, apps: { ...old.apps, end } })));
  }
}
