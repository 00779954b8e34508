import { isAt } from './directory';
import { parseEntryKey } from './entry';
import { pageIn } from './find-pasted';
import { parsePasted, type Pasted } from './pasted';
import { inRole, type Row } from './row';
import { rowOf } from './row-of';
import type { Findable } from './rows';

/**
 * Hidden accounts and roles that are pasted: who pastes a link or an ARN means what it names. An account comes in the
 * role that is named, those of the portal whose link it is first; each with the page that was pasted.
 */
export function pastedFromHidden(findable: Findable, text: string): Row[] {
  const { personal, portals } = findable.index;
  const pasted = personal.hidden.length > 0 ? parsePasted(text) : undefined;
  if (!pasted) return [];
  const hidden = new Set<string>(personal.hidden);
  const isThere = (row: Row): boolean => {
    const own = portals.get(portalOf(row));
    return Boolean(own && pasted.portal && isAt(own, pasted.portal));
  };
  const named = personal.hidden.flatMap((key) => namedBy(pasted, findable, key) ?? []);
  return [...new Map(named.map((row) => [row.key, row])).values()]
    .toSorted((one, other) => Number(isThere(other)) - Number(isThere(one)))
    .map((row) => {
      const { destination, page } = pageIn(findable.index, pasted, portalOf(row)) ?? {};
      return { ...row, isHidden: hidden.has(row.key), ...(destination ? { destination, service: page } : {}) };
    });
}

function portalOf({ entry }: Row): string {
  return entry.kind === 'command' ? '' : entry.portal;
}

/** The row of something hidden, if it is what the pasted text names. */
function namedBy(
  { accountIds, roleName }: Pasted,
  { index: { personal, habits }, lookup }: Findable,
  key: string,
): Row | undefined {
  const entry = parseEntryKey(key);
  if (entry?.kind !== 'role' && entry?.kind !== 'account') return undefined;
  const row = accountIds.includes(entry.accountId) ? rowOf(entry, lookup, personal, habits) : undefined;
  if (!row) return undefined;
  if (entry.kind === 'role') return entry.roleName === roleName && !row.isGone ? row : undefined;
  const roles = lookup.account(entry.portal, entry.accountId)?.roles;
  if (roleName && roles?.includes(roleName)) return inRole(row, roleName);
  return { ...row, lacksRole: roleName !== undefined && roles !== undefined };
}
