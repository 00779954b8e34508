import { type EntryKey, roleKey } from './entry';
import type { FoundRow } from './found';
import { lookOf } from './chosen';
import { portalName } from './portal';
import { subjectOf } from './rulebook';
import { say } from './say';
import type { SearchIndex } from './search-index';

/** One line below the address bar. */
export interface Suggestion {
  /** Words that find this very row again, else its key: the address bar shows it, and the worker may have stopped since. */
  readonly content: string;
  readonly name: string;
  readonly detail: string;
}

/** What the address bar says of a row that was found. `first` gives the row that words find before others. */
export function suggestionOf(
  row: FoundRow,
  { personal, portals }: Pick<SearchIndex, 'personal' | 'portals'>,
  first: (words: string) => FoundRow | undefined,
): Suggestion | undefined {
  const { entry, app, account, service } = row;
  if (entry.kind === 'command') return undefined;
  const portal = portals.size > 1 ? portals.get(entry.portal) : undefined;
  const at = portal && portalName(portal);
  if (app)
    return {
      content: contentOf(row, app.name, first),
      name: app.name,
      detail: [say('app'), at].filter(Boolean).join(' · '),
    };
  if (!account || entry.kind === 'app') return undefined;
  const roleName = entry.kind === 'account' ? undefined : row.roleName;
  const region = entry.kind === 'service' ? entry.region : undefined;
  const words = [account.id, roleName, service?.id, region].filter(Boolean).join(' ');
  const name = lookOf(personal, subjectOf(account), { role: roleName }).label;
  return {
    content: contentOf(row, words, first),
    name: name || account.id,
    detail: [account.id, row.roleName, service?.name, region, at].filter(Boolean).join(' · '),
  };
}

function contentOf(row: FoundRow, words: string, first: (words: string) => FoundRow | undefined): string {
  const found = first(words);
  return found && openedBy(found) === openedBy(row) ? words : row.key;
}

/** An account opens in its usual role, as the row of that role does. */
function openedBy({ entry, roleName, key }: FoundRow): EntryKey {
  return entry.kind === 'account' && roleName ? roleKey(entry.portal, entry.accountId, roleName) : key;
}

/** A suggestion as Chromium wants it, where names from AWS would else be read as markup. */
export function suggestionMarkup({ name, detail }: Pick<Suggestion, 'name' | 'detail'>): string {
  return detail === '' ? escaped(name) : `${escaped(name)} <dim>${escaped(detail)}</dim>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}
