import type { Policy } from '../lib/model/policy';
import { say, sayCount } from '../lib/model/say';
import { PolicyNotice } from './policy-notice';
import { settingNames } from './setting-names';

/** What the person's organisation decided. */
export function OrganisationSettings({ policy: { locked, rules, problems } }: { policy: Policy }) {
  return (
    <section id="organisation" aria-labelledby="organisation-title">
      <h2 id="organisation-title">{say('organisation')}</h2>
      <p class="settings-lead">{say('organisationLead')}</p>
      <PolicyNotice problems={problems} />
      {rules.length > 0 && <p>{sayCount('organisationRules', rules.length)}</p>}
      {locked.length > 0 && (
        <>
          <p>{say('organisationHolds')}</p>
          <ul>
            {locked.map((field) => (
              <li key={field}>{say(settingNames[field])}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
