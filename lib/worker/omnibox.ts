import type { Disposition } from '../browser/omnibox';
import { withChained } from '../model/chained-entry';
import { parseEntryKey } from '../model/entry';
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

  const find = (own: SearchIndex, words: string, limit: number): readonly FoundRow[] =>
    search(own, words, { nowMs: now(), limit }).rows;

  return {
    /** What Enter does with the words as they are, and what else fits. */
    async suggest(words: string): Promise<readonly [Shown, ...Suggestion[]]> {
      const own = await index();
      const firstOf = (again: string): FoundRow | undefined => find(own, again, 1)[0];
      const [first, ...others] = find(own, words, MOST).flatMap((row) => suggestionOf(row, own, firstOf) ?? []);
      const nothing = { name: say(words.trim() === '' ? 'searchHint' : 'omniboxNothing'), detail: '' };
      return first ? [first, ...others] : [nothing];
    },

    /** Opens what the words find first, or the row whose key was left there. */
    async enter(words: string, disposition: Disposition): Promise<Outcome> {
      const where = disposition === 'here' ? ((await browser.tabs.front()) ?? 'tab') : disposition;
      const entry = parseEntryKey(words);
      if (entry) return launches.openEntry(entry, where);
      const [row] = find(await index(), words, 1);
      if (!row || row.entry.kind === 'command') return fail({ reason: 'gone', what: 'account' });
      if (row.entry.kind === 'app') return launches.openApp({ ...row.entry, where });
      const { portal, accountId } = row.entry;
      const roleName = row.isGone || row.lacksRole ? undefined : row.roleName;
      const page = row.entry.kind === 'service' ? { service: row.entry.service, region: row.entry.region } : {};
      return launches.openConsole({ portal, accountId, roleName, destination: row.destination, ...page, where });
    },
  };
}
