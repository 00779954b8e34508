import { chosenFor } from './chosen';
import type { Account } from './directory';
import { fitsGlob } from './glob';
import type { Here } from './here';
import type { Personal } from './personal';
import type { Rule, RuleSettings } from './rule';
import { filledIn, rulebookOf, subjectOf } from './rulebook';

/** What a rule would do to the accounts that there are. */
export interface RulePreview {
  /** Each once, whichever portals list it. */
  readonly accounts: readonly Account[];
  /** Where the rule asks for one: how many roles of these accounts it fits. */
  readonly roles: number | undefined;
  /** In how many accounts something above it decides something else. */
  readonly overruled: number;
  /** Role and region in which the first account shows it. */
  readonly here: Here;
}

type Own = Pick<Personal, 'accounts' | 'rules'>;

export function previewOf(rule: Rule, personal: Own, accounts: readonly Account[]): RulePreview {
  const { role, region } = rule.when;
  const book = rulebookOf([rule]);
  const fitting = accounts.filter((account) => book.of(subjectOf(account)).length > 0 && hasRole(account, role));
  const once = [...new Map(fitting.map((account) => [account.id, account])).values()];
  const here = (account: Account): Here => ({
    role: role === undefined ? undefined : rolesOf(account, role)[0],
    region: region?.replaceAll(/[*?]/g, ''),
  });
  return {
    accounts: once,
    roles: role === undefined ? undefined : once.reduce((sum, account) => sum + rolesOf(account, role).length, 0),
    overruled: once.filter((account) => isOverruled(rule, personal, account, here(account))).length,
    here: once[0] ? here(once[0]) : {},
  };
}

function rolesOf({ roles = [] }: Account, wanted: string): readonly string[] {
  return roles.filter((role) => fitsGlob(wanted, role));
}

function hasRole(account: Account, wanted: string | undefined): boolean {
  return wanted === undefined || rolesOf(account, wanted).length > 0;
}

/** A rule for some regions is not asked: which page it will be is not known. */
function isOverruled({ set, when }: Rule, personal: Own, account: Account, here: Here): boolean {
  if (when.region !== undefined) return false;
  const chosen = chosenFor(personal, subjectOf(account), here);
  return (Object.keys(set) as (keyof RuleSettings)[]).some((field) => {
    const own = field === 'label' && set.label !== undefined ? filledIn(set.label, account) : set[field];
    return chosen[field] !== own;
  });
}
