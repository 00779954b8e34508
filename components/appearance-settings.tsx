import './appearance-settings.css';
import { labelForms } from '../lib/model/look';
import { say } from '../lib/model/say';
import type { Settings } from '../lib/state/settings';
import { Held } from './held';
import { labelFormNames } from './label-form-names';
import { useSettled } from './settled';
import { Switch } from './switch';
import { UnmarkedConsoles } from './unmarked-consoles';
import { failureWords } from './words';

/** How console tabs are marked. */
export function AppearanceSettings({ settings }: { settings: Settings }) {
  return (
    <section id="appearance" aria-labelledby="appearance-title">
      <h2 id="appearance-title">{say('appearance')}</h2>
      <UnmarkedConsoles settings={settings} />
      <LabelForms settings={settings} />
      <Gathering settings={settings} field="tabGroups" says={say('gatherInGroups')} />
      {settings.hasContainers && <Gathering settings={settings} field="containers" says={say('preferContainers')} />}
    </section>
  );
}

function LabelForms({ settings }: { settings: Settings }) {
  const whenSettled = useSettled();
  const failure = settings.failureOf('labelForm');
  return (
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
            checked={settings.preferences.value.labelForm === form}
            disabled={settings.isHeld('labelForm')}
            onChange={() => whenSettled(settings.prefer('labelForm', form))}
          />{' '}
          {say(labelFormNames[form])}
        </label>
      ))}
      {failure && <p role="alert">{failureWords(failure)}</p>}
    </fieldset>
  );
}

function Gathering({ settings, field, says }: { settings: Settings; field: 'tabGroups' | 'containers'; says: string }) {
  return (
    <Switch
      says={says}
      isOn={settings.preferences.value[field]}
      isHeld={settings.isHeld(field)}
      failure={settings.failureOf(field)}
      onTurn={(isOn) => settings.prefer(field, isOn)}
    />
  );
}
