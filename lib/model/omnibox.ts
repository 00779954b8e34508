import type { FoundRow } from './found';
import { lookOf } from './chosen';
import type { Personal } from './personal';
import { subjectOf } from './rulebook';
import { say } from './say';

/** One line below the address bar. */
export interface Suggestion {
  /** Words that find this very row again: the address bar shows them, and the worker may have stopped since. */
  readonly content: string;
  readonly name: string;
  readonly detail: string;
}

/** What the address bar says of a row that was found. */
export function suggestionOf(row: FoundRow, personal: Personal): Suggestion | undefined {
  const { entry, app, account, service } = row;
  if (app) return { content: app.name, name: app.name, detail: say('app') };
  if (!account || entry.kind === 'app' || entry.kind === 'command') return undefined;
  const roleName = entry.kind === 'account' ? undefined : row.roleName;
  const region = entry.kind === 'service' ? entry.region : undefined;
  const words = [account.id, roleName, service?.id, region];
  const name = lookOf(personal, subjectOf(account), { role: roleName }).label;
  return {
    content: words.filter(Boolean).join(' '),
    name: name || account.id,
    detail: [account.id, row.roleName, service?.name, region].filter(Boolean).join(' · '),
  };
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
