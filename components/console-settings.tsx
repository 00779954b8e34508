import type { LabelForm } from '../lib/model/look';
import type { Settings } from '../lib/state/settings';
import { say, type Sentence } from '../lib/model/say';
import { hostsIn } from './words';

const forms: readonly (readonly [form: LabelForm, says: Sentence])[] = [
  ['frame', 'labelFormFrame'],
  ['bar', 'labelFormBar'],
  ['badge', 'labelFormBadge'],
];

/** How console tabs are marked and guarded. */
export function ConsoleSettings({ settings }: { settings: Settings }) {
  const { guardProduction, labelForm, tabGroups, containers } = settings.preferences.value;
  return (
    <section>
      <h2>{say('consoles')}</h2>
      <UnmarkedConsoles settings={settings} />
      <fieldset class="choices">
        <legend>{say('labelFormHow')}</legend>
        {forms.map(([form, says]) => (
          <label key={form}>
            <input
              type="radio"
              name="form"
              checked={labelForm === form}
              onChange={() => void settings.prefer({ labelForm: form })}
            />{' '}
            {say(says)}
          </label>
        ))}
      </fieldset>
      <fieldset class="choices">
        <legend>{say('care')}</legend>
        <label>
          <input
            type="checkbox"
            checked={guardProduction}
            onChange={(event) => void settings.prefer({ guardProduction: event.currentTarget.checked })}
          />{' '}
          {say('askBeforeDestructive')}
        </label>
        <label>
          <input
            type="checkbox"
            checked={tabGroups}
            onChange={(event) => void settings.preferTabGroups(event.currentTarget.checked)}
          />{' '}
          {say('gatherInGroups')}
        </label>
        {settings.hasContainers && (
          <label>
            <input
              type="checkbox"
              checked={containers}
              onChange={(event) => void settings.preferContainers(event.currentTarget.checked)}
            />{' '}
            {say('preferContainers')}
          </label>
        )}
      </fieldset>
    </section>
  );
}

/** Consoles that carry no label for want of a permission: a partition's own are pressing, single services are not. */
function UnmarkedConsoles({ settings }: { settings: Settings }) {
  const consoles = settings.unmarked.value;
  const services = settings.unmarkedServices.value;
  return (
    <>
      {consoles.length > 0 && (
        <p role="alert">
          {say('consolesUnmarked', hostsIn(consoles))}{' '}
          <button class="button" type="button" onClick={() => void settings.allow(consoles)}>
            {say('allow')}
          </button>
        </p>
      )}
      {services.length > 0 && (
        <p>
          {say('servicesUnmarked', hostsIn(services))}{' '}
          <button class="button" data-kind="quiet" type="button" onClick={() => void settings.allow(services)}>
            {say('allow')}
          </button>
        </p>
      )}
    </>
  );
}
