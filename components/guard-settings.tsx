import { say } from '../lib/model/say';
import type { Settings } from '../lib/state/settings';
import { Switch } from './switch';

/** What is asked about before it happens. */
export function GuardSettings({ settings }: { settings: Settings }) {
  return (
    <section id="guard" aria-labelledby="guard-title">
      <h2 id="guard-title">{say('guard')}</h2>
      <p class="settings-lead">{say('guardLead')}</p>
      <Switch
        says={say('askBeforeDestructive')}
        isOn={settings.preferences.value.guardProduction}
        isHeld={settings.isHeld('guardProduction')}
        failure={settings.failureOf('guardProduction')}
        onTurn={(isOn) => settings.prefer('guardProduction', isOn)}
      />
      <p class="settings-lead">{say('guardByRule')}</p>
    </section>
  );
}
