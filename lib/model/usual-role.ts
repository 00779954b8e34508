import type { RoleName } from './account';
import type { Account } from './directory';
import { parseEntryKey, roleKey } from './entry';
import { unfaded } from './frecency';
import { chosenFor, isRuled } from './chosen';
import { launchesOf, type Personal } from './personal';
import { subjectOf } from './rulebook';

/** Where nothing is known of the person: the roles that people take most, by the beginnings of their names. */
const likely = [/^(aws)?admin/i, /^poweruser/i, /^dev/i, /^engineer|^operat|^deploy/i, /^readonly/i, /^viewonly/i];

type Listed = Pick<Account, 'portal' | 'id' | 'name' | 'roles'>;

/** What a person's habits say about roles; made once for many accounts. */
export interface RoleHabits {
  /** Roles of one account that are not hidden, the usual one first. */
  inOrder(account: Listed): readonly RoleName[];
}

/**
 * Orders an account's roles: the one set as default (for the account, or by a rule), then those launched there
 * (oftenest and latest first), then pinned ones, then the role that the person takes most elsewhere, then the likely
 * one, then by name. Launches that have faded no longer count.
 */
export function roleHabits(personal: Personal, nowMs: number): RoleHabits {
  const pins = new Set<string>(personal.pins);
  const elsewhere = launchesByRole(personal, nowMs);
  const accountsWithHistory = accountsNamedIn(personal);
  const hasRuledDefaults = isRuled(personal, 'defaultRole');
  const hidden = new Set<string>(personal.hidden);
  const general = new Map<RoleName, number>();

  function inOrder(account: Listed): readonly RoleName[] {
    const { portal, id } = account;
    const roles = shown(account);
    if (roles.length < 2) return roles;
    if (!hasRuledDefaults && !accountsWithHistory.has(id)) return [...roles].sort(byGeneralWeight);
    const { defaultRole } = chosenFor(personal, subjectOf(account));
    const weigh = (role: RoleName): number[] => {
      const key = roleKey(portal, id, role);
      return [
        role === defaultRole ? 1 : 0,
        unfaded(launchesOf(personal, key), nowMs),
        pins.has(key) ? 1 : 0,
        generalWeight(role),
      ];
    };
    const weighed = roles.map((role) => ({ role, weights: weigh(role) }));
    weighed.sort((one, other) => compare(one.weights, other.weights) || (one.role < other.role ? -1 : 1));
    return weighed.map(({ role }) => role);
  }

  function shown({ portal, id, roles = [] }: Listed): readonly RoleName[] {
    return hidden.size === 0 ? roles : roles.filter((role) => !hidden.has(roleKey(portal, id, role)));
  }

  /** Use elsewhere counts before likelihood, however little of it is left. */
  function generalWeight(role: RoleName): number {
    const known = general.get(role);
    if (known !== undefined) return known;
    const weight = (elsewhere.get(role) ?? 0) * 1e12 + likelihood(role);
    general.set(role, weight);
    return weight;
  }

  function byGeneralWeight(one: RoleName, other: RoleName): number {
    return generalWeight(other) - generalWeight(one) || (one < other ? -1 : 1);
  }

  return { inOrder };
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((weight, index) => weight !== other[index]);
  return at === -1 ? 0 : (other[at] ?? 0) - (one[at] ?? 0);
}

function likelihood(role: string): number {
  const at = likely.findIndex((pattern) => pattern.test(role));
  return at === -1 ? 0 : likely.length - at;
}

function launchesByRole(personal: Personal, nowMs: number): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [key, state] of Object.entries(personal.launches)) {
    const entry = parseEntryKey(key);
    if (entry?.kind !== 'role') continue;
    weights.set(entry.roleName, (weights.get(entry.roleName) ?? 0) + unfaded(state, nowMs));
  }
  return weights;
}

function accountsNamedIn(personal: Personal): Set<string> {
  const keys = [...personal.pins, ...Object.keys(personal.launches)];
  return new Set([...keys.flatMap((key) => key.split('|')[2] ?? []), ...Object.keys(personal.accounts)]);
}
