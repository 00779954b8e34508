import { lookOf } from '../lib/model/chosen';
import type { Rule } from '../lib/model/rule';
import type { RulePreview } from '../lib/model/rule-preview';
import { subjectOf } from '../lib/model/rulebook';
import { say, sayCount } from '../lib/model/say';
import type { Rules } from '../lib/state/rules';
import { LabelPreview } from './label-preview';

const MOST_NAMED = 8;

/** Which accounts a rule is for, by name, and how the first of them looks. */
export function RuleOutcome({ rule, preview, rules }: { rule: Rule; preview: RulePreview; rules: Rules }) {
  const { accounts, overruled, here } = preview;
  const [first] = accounts;
  const names = accounts.slice(0, MOST_NAMED).map(({ name, id }) => name || id);
  return (
    <div class="rule-outcome">
      <p role="status" data-matches={accounts.length}>
        <b>{matchesWords(preview)}</b>
        {names.length > 0 && <bdi> {names.join(', ')}</bdi>}
        {accounts.length > MOST_NAMED && ` ${sayCount('andMore', accounts.length - MOST_NAMED)}`}
      </p>
      {first && Object.keys(rule.set).length > 0 && (
        <LabelPreview look={lookOf(rules.personal.value, subjectOf(first), here)} id={first.id} role={here.role} />
      )}
      {overruled > 0 && <p class="rule-about">{sayCount('overruled', overruled)}</p>}
    </div>
  );
}

/** `Matches 12 accounts in 24 roles:`. */
function matchesWords({ accounts, roles }: RulePreview): string {
  if (accounts.length === 0) return say('matchesNone');
  const matches = sayCount('matchesAccounts', accounts.length);
  return roles === undefined ? `${matches}:` : `${matches}, ${sayCount('roles', roles)}:`;
}
