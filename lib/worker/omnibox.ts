import { withChained } from '../model/chained-entry';
import { fail, type Outcome } from '../model/failure';
import type { FoundRow } from '../model/found';
import { type Suggestion, suggestionOf } from '../model/omnibox';
import { say } from '../model/say';
import { search } from '../model/search';
import { buildIndex, type SearchIndex } from '../model/search-index';
import type { OutsideLaunches } from './outside-launches';
import type { World } from './world';

type Shown = Pick<Suggestion, 'name' | 'detail'>;

const MOST = 6;

/** The launcher's search for the address bar: the same directory, the same order, made ready at the first key. */
export function createOmnibox({ browser, now }: World, launches: OutsideLaunches) {
  let ready: { readonly revision: number; readonly index: SearchIndex } | undefined;

  async function index(): Promise<SearchIndex> {
    const { revision } = await browser.status.read();
    if (ready?.revision === revision) return ready.index;
    const { store, snapshots } = browser;
    const [directory, personal] = await Promise.all([
      snapshots.readDirectory().then((copy) => copy ?? store.directory()),
      snapshots.readPersonal().then((copy) => copy ?? store.personal()),
    ]);
    ready = { revision, index: buildIndex(withChained(directory, personal.chained), personal, now()) };
    return ready.index;
  }

  async function find(words: string): Promise<{ rows: readonly FoundRow[]; index: SearchIndex }> {
    const own = await index();
    return { rows: search(own, words, { nowMs: now(), limit: MOST }).rows, index: own };
  }

  return {
    /** What Enter does with the words as they are, and what else fits. */
    async suggest(words: string): Promise<readonly [Shown, ...Suggestion[]]> {
      const { rows, index: own } = await find(words);
      const [first, ...others] = rows.flatMap((row) => suggestionOf(row, own.personal) ?? []);
      const nothing = { name: say(words.trim() === '' ? 'searchHint' : 'omniboxNothing'), detail: '' };
      return first ? [first, ...others] : [nothing];
    },

    /** Opens what the words find first. */
    async enter(words: string, disposition: 'here' | 'tab' | 'background'): Promise<Outcome> {
      const where = disposition === 'here' ? ((await browser.tabs.front()) ?? 'tab') : disposition;
      const [row] = (await find(words)).rows;
      if (!row || row.entry.kind === 'command') return fail({ reason: 'gone', what: 'account' });
      if (row.entry.kind === 'app') return launches.openApp({ ...row.entry, where });
      const { portal, accountId } = row.entry;
      const roleName = row.isGone || row.lacksRole ? undefined : row.roleName;
      const page = row.entry.kind === 'service' ? { service: row.entry.service, region: row.entry.region } : {};
      return launches.openConsole({ portal, accountId, roleName, destination: row.destination, ...page, where });
    },
  };
}
