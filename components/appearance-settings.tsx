import './appearance-settings.css';
import { labelForms } from '../lib/model/look';
import { say } from '../lib/model/say';
import type { Settings } from '../lib/state/settings';
import { Held } from './held';
import { labelFormNames } from './label-form-names';
import { UnmarkedConsoles } from './unmarked-consoles';

/** How console tabs are marked. */
export function AppearanceSettings({ settings }: { settings: Settings }) {
  const { labelForm, tabGroups, containers } = settings.preferences.value;
  return (
    <section id="appearance" aria-labelledby="appearance-title">
      <h2 id="appearance-title">{say('appearance')}</h2>
      <UnmarkedConsoles settings={settings} />
      <fieldset class="choices forms">
        <legend>
          {say('labelFormHow')} {settings.isHeld('labelForm') && <Held />}
        </legend>
        {labelForms.map((form) => (
          <label key={form}>
            <span class="form-sketch" data-form={form} />
            <input
              type="radio"
              name="form"
              checked={labelForm === form}
              disabled={settings.isHeld('labelForm')}
              onChange={() => void settings.prefer({ labelForm: form })}
            />{' '}
            {say(labelFormNames[form])}
          </label>
        ))}
      </fieldset>
      <label>
        <input
          type="checkbox"
          checked={tabGroups}
          disabled={settings.isHeld('tabGroups')}
          onChange={(event) => void settings.preferTabGroups(event.currentTarget.checked)}
        />{' '}
        {say('gatherInGroups')} {settings.isHeld('tabGroups') && <Held />}
      </label>
      {settings.hasContainers && (
        <label>
          <input
            type="checkbox"
            checked={containers}
            disabled={settings.isHeld('containers')}
            onChange={(event) => void settings.preferContainers(event.currentTarget.checked)}
          />{' '}
          {say('preferContainers')} {settings.isHeld('containers') && <Held />}
        </label>
      )}
    </section>
  );
}
