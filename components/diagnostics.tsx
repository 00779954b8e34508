import './files.css';
import { useSignal } from '@preact/signals';
import type { Settings } from '../lib/state/settings';
import { say } from '../lib/model/say';

/** The last things that happened, to read and to copy into a bug report. Holds no secret. */
export function Diagnostics({ settings }: { settings: Settings }) {
  const isCopied = useSignal(false);
  const report = settings.diagnostics.value;
  const problems = settings.policy.value?.problems ?? [];
  return (
    <section id="diagnostics" aria-labelledby="diagnostics-title">
      <h2 id="diagnostics-title">{say('diagnostics')}</h2>
      {problems.length > 0 && (
        <p role="alert">{say('policyProblems', problems.map(({ where }) => where).join(', '))}</p>
      )}
      <details class="diagnostics" onToggle={(event) => event.currentTarget.open && void settings.diagnose()}>
        <summary>{say('diagnosticsLead')}</summary>
        <pre class="config" dir="ltr" tabIndex={0} role="group" aria-label={say('diagnostics')}>
          {report}
        </pre>
        <button
          class="button"
          data-kind="quiet"
          type="button"
          onClick={async () => (isCopied.value = await settings.copy(report))}
        >
          {say(isCopied.value ? 'copied' : 'copyForBugReport')}
        </button>
      </details>
    </section>
  );
}
