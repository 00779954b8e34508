import type { AccountId, RoleName } from './account';
import { isAt } from './directory';
import type { Place } from './find-direct';
import { favourites } from './find-service';
import { type FoundRow, type Hits, rowOf } from './found';
import type { HabitBoost } from './habit-boost';
import { MatchClass } from './match';
import { pageName } from './page-name';
import type { Pasted } from './pasted';
import type { SearchIndex } from './search-index';

/** The account of an ARN or address, with the page that it shows; without an account the page in those used of late. */
export function findPasted(index: SearchIndex, pasted: Pasted, boost: HabitBoost, limit: number): Hits {
  const rows: FoundRow[] = [];
  const add = (place: Place): void => {
    const row = rowOf(index, place, MatchClass.id, []);
    if (!row) return;
    const isWithoutRole = place.kind === 'account' && lacksRole(index, place.account, pasted.roleName);
    rows.push({ ...row, ...pageIn(index, pasted, row.account?.portal), lacksRole: isWithoutRole });
  };
  for (const id of pasted.accountIds)
    for (const account of listingsOf(index, id, pasted))
      for (const place of placesOf(index, account, pasted.roleName)) add(place);
  if (pasted.accountIds.length === 0 && pasted.destination !== undefined)
    for (const { account, row } of favourites(index, boost))
      add(row === -1 ? { kind: 'account', account } : { kind: 'role', account, row });
  return { length: Math.min(rows.length, limit), total: rows.length, row: (at) => rows[at] };
}

/** The accounts and roles among what words found, each with the page that was pasted beside them. */
export function withPage(index: SearchIndex, pasted: Pasted, { length, total, row }: Hits): Hits {
  const found = Array.from({ length }, (_, at) => row(at));
  const rows = found.flatMap((own) =>
    own?.account && !own.service ? [{ ...own, ...pageIn(index, pasted, own.account.portal) }] : [],
  );
  return { length: rows.length, total: total - length + rows.length, row: (at) => rows[at] };
}

/** The pasted page in an account of this portal; none where that is of another partition. */
export function pageIn(
  { portals }: Pick<SearchIndex, 'portals'>,
  { destination, partition }: Pasted,
  portal = '',
): Pick<FoundRow, 'destination' | 'page'> | undefined {
  if (destination === undefined || portals.get(portal)?.partition !== partition) return undefined;
  return { destination, page: pageName(destination) };
}

/** An account as each portal lists it: first the one whose link was pasted, then those with the role that it names. */
function listingsOf(index: SearchIndex, id: AccountId, { portal, roleName }: Pasted): number[] {
  const rank = (number: number): number => {
    const own = index.portals.get(index.accounts[number]?.portal ?? '');
    const isThere = own && portal && isAt(own, portal);
    return (isThere ? 2 : 0) + (lacksRole(index, number, roleName) ? 0 : 1);
  };
  const all = [...index.accounts.keys()].filter((number) => index.accounts[number]?.id === id);
  return all.toSorted((one, other) => rank(other) - rank(one));
}

/** All rows of one account: the asked or usual role, the account, the other roles. Without the asked role the account is first. */
function placesOf(index: SearchIndex, account: number, roleName: RoleName | undefined): Place[] {
  const start = index.rowStart[account] ?? 0;
  const all = Array.from({ length: (index.rowStart[account + 1] ?? 0) - start }, (_, nth) => start + nth);
  const isAsked = (row: number): boolean => index.roleNames[index.rowRole[row] ?? -1] === roleName;
  const rows = [...all.filter(isAsked), ...all.filter((row) => !isAsked(row))];
  const roles = rows.map((row): Place => ({ kind: 'role', account, row }));
  const before = lacksRole(index, account, roleName) ? 0 : 1;
  return [...roles.slice(0, before), { kind: 'account', account }, ...roles.slice(before)];
}

/** Whether a role is asked for that is not among those listed of an account. */
function lacksRole({ accounts, habits }: SearchIndex, number: number, roleName: RoleName | undefined): boolean {
  const account = accounts[number];
  return Boolean(roleName && account?.roles && !habits.inOrder(account).includes(roleName));
}
