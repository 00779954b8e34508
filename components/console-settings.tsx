import type { LabelForm } from '../lib/model/look';
import type { Settings } from '../lib/state/settings';

const forms: readonly (readonly [form: LabelForm, says: string])[] = [
  ['frame', 'A frame around the page and a badge'],
  ['bar', 'A bar at the top edge and a badge'],
  ['badge', 'The badge alone'],
];

/** How console tabs are marked and guarded. */
export function ConsoleSettings({ settings }: { settings: Settings }) {
  const { guardProduction, labelForm, tabGroups } = settings.preferences.value;
  return (
    <section>
      <h2>Consoles</h2>
      <fieldset class="choices">
        <legend>How a console tab is marked</legend>
        {forms.map(([form, says]) => (
          <label key={form}>
            <input
              type="radio"
              name="form"
              checked={labelForm === form}
              onChange={() => void settings.prefer({ labelForm: form })}
            />{' '}
            {says}
          </label>
        ))}
      </fieldset>
      <fieldset class="choices">
        <legend>Care</legend>
        <label>
          <input
            type="checkbox"
            checked={guardProduction}
            onChange={(event) => void settings.prefer({ guardProduction: event.currentTarget.checked })}
          />{' '}
          Ask before anything destructive in production accounts
        </label>
        <label>
          <input
            type="checkbox"
            checked={tabGroups}
            onChange={(event) => void settings.preferTabGroups(event.currentTarget.checked)}
          />{' '}
          Gather each account’s consoles in a tab group of its colour
        </label>
      </fieldset>
    </section>
  );
}
