import { say } from '../lib/model/say';
import type { Settings } from '../lib/state/settings';
import { Held } from './held';

/** What is asked about before it happens. */
export function GuardSettings({ settings }: { settings: Settings }) {
  return (
    <section id="guard" aria-labelledby="guard-title">
      <h2 id="guard-title">{say('guard')}</h2>
      <p class="settings-lead">{say('guardLead')}</p>
      <label>
        <input
          type="checkbox"
          checked={settings.preferences.value.guardProduction}
          disabled={settings.isHeld('guardProduction')}
          onChange={(event) => void settings.prefer({ guardProduction: event.currentTarget.checked })}
        />{' '}
        {say('askBeforeDestructive')} {settings.isHeld('guardProduction') && <Held />}
      </label>
      <p class="settings-lead">{say('guardByRule')}</p>
    </section>
  );
}
