import './policy-notice.css';
import type { PolicyProblem } from '../lib/model/policy';
import { say, type Sentence } from '../lib/model/say';

const sentences: Readonly<Record<PolicyProblem['problem'], Sentence>> = {
  wrong: 'policyWrong',
  missing: 'policyMissing',
  unknown: 'policyUnknown',
};

/** What of an organisation's policy can't be read, for the person to pass on. */
export function PolicyNotice({ problems }: { problems: readonly PolicyProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div class="policy-broken" role="alert">
      {say('policyBroken')}
      <ul>
        {problems.map(({ problem, where }) => (
          <li key={`${problem} ${where}`}>
            <bdi>{say(sentences[problem], where)}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
