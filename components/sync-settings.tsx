import { say, sayAge, type Sentence } from '../lib/model/say';
import type { SyncProblem } from '../lib/model/sync-status';
import type { Settings } from '../lib/state/settings';
import { Switch } from './switch';

const problems: Readonly<Record<SyncProblem, Sentence>> = {
  'too-large': 'syncTooLarge',
  quota: 'syncQuota',
  'too-often': 'syncTooOften',
  newer: 'syncNewer',
  unavailable: 'syncUnavailable',
};

/** Whether the browser's own sync carries the settings, and how that goes. */
export function SyncSettings({ settings }: { settings: Settings }) {
  const sync = settings.sync.value;
  return (
    <section id="sync" aria-labelledby="sync-title">
      <h2 id="sync-title">{say('syncTitle')}</h2>
      <p class="settings-lead">{say('syncLead')}</p>
      {sync && (
        <>
          <Switch
            says={say('syncOn')}
            isOn={sync.isOn}
            isHeld={sync.isLocked}
            failure={settings.failureOf('sync')}
            onTurn={(isOn) => settings.setSync(isOn)}
          />
          {sync.problem && <p role="alert">{say(problems[sync.problem])}</p>}
          <div role="status">
            {sync.isOn && !sync.problem && sync.inStepAtMs !== undefined && (
              <p>{say('syncInStep', sayAge(settings.nowMs.value - sync.inStepAtMs))}</p>
            )}
          </div>
        </>
      )}
    </section>
  );
}
