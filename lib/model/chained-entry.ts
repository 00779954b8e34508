import type { AccountId, RoleName } from './account';
import type { ChainedRole, SwitchFrom } from './chained-role';
import type { Account, Directory } from './directory';
import { hidesCharacters } from './name';

/** A chained role that knows where it is switched to from: only those can be launched. */
export type ReachableRole = ChainedRole & { readonly from: SwitchFrom };

function isReachable(role: ChainedRole): role is ReachableRole {
  return role.from !== undefined;
}

/**
 * The directory with the chained roles in it, each below its account in the portal that it is reached through, so that
 * they are found, ranked, pinned and remembered like any other role. An account that AWS does not list is added.
 */
export function withChained(directory: Directory, chained: readonly ChainedRole[]): Directory {
  const roles = new Map<string, ReachableRole[]>();
  for (const role of chained.filter(isReachable)) {
    const key = accountAt(role.from.portal, role.accountId);
    roles.set(key, [...(roles.get(key) ?? []), role]);
  }
  if (roles.size === 0) return directory;
  const listed = directory.accounts.map((account): Account => {
    const key = accountAt(account.portal, account.id);
    const own = roles.get(key) ?? [];
    roles.delete(key);
    return own.length === 0 ? account : { ...account, roles: joined(account.roles ?? [], own) };
  });
  return { ...directory, accounts: [...listed, ...[...roles.values()].flatMap(unlisted)] };
}

function unlisted(own: readonly ReachableRole[]): Account[] {
  const [first] = own;
  if (!first) return [];
  const { accountId, from, label, roleName } = first;
  return [
    {
      portal: from.portal,
      id: accountId,
      name: label || roleName,
      nameAltered: hidesCharacters(label),
      email: '',
      roles: joined([], own),
    },
  ];
}

/** A role of Identity Center of the same name comes first: it needs no switch. */
function joined(listed: readonly RoleName[], own: readonly ReachableRole[]): readonly RoleName[] {
  return [...new Set([...listed, ...own.map(({ roleName }) => roleName as string as RoleName)])];
}

/** The chained role that an entry of the launcher stands for; `undefined` for roles that AWS lists itself. */
export function chainedAt(
  chained: readonly ChainedRole[],
  at: { readonly portal: string; readonly accountId: AccountId; readonly roleName: string | undefined },
): ReachableRole | undefined {
  return chained
    .filter(isReachable)
    .find(
      ({ from, accountId, roleName }) =>
        from.portal === at.portal && accountId === at.accountId && roleName === at.roleName,
    );
}

function accountAt(portal: string, id: AccountId): string {
  return `${portal}|${id}`;
}
