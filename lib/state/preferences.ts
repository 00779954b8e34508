import type { Background } from '../background';
import type { Client } from '../model/call';
import { fail, type Outcome } from '../model/failure';
import { defaultPreferences, type Preferences } from '../model/look';
import { say } from '../model/say';
import { createAtOnce } from './at-once';
import type { Failures } from './failures';
import type { Undo } from './undo';

export interface PreferencesWorld {
  readonly background: Client<Background>;
  readonly permissions: {
    requestTabGroups(): Promise<boolean>;
    requestContainers(): Promise<boolean>;
    releaseContainers(): Promise<void>;
  };
}

/** What is switched in the settings and may fail there. */
export type Setting = keyof Preferences | 'sync';

const notPermitted = fail({ reason: 'permission-refused' });

/** What the person prefers for every console tab. */
export function createPreferences(
  { background, permissions }: PreferencesWorld,
  undo: Undo,
  failures: Failures<Setting>,
) {
  const { stored, shown: preferences, during } = createAtOnce<Preferences>(defaultPreferences);

  /** Nothing is awaited before the browser is asked: Firefox would take it for no click any more. */
  async function put(change: Partial<Preferences>): Promise<Outcome<Preferences>> {
    if (change.tabGroups && !(await permissions.requestTabGroups())) return notPermitted;
    if (change.containers && !(await permissions.requestContainers())) return notPermitted;
    const answer = await background.setPreferences(change);
    if (!answer.ok) return answer;
    stored.value = answer.value;
    if (change.containers === false) await permissions.releaseContainers();
    return answer;
  }

  async function set<Field extends keyof Preferences>(field: Field, value: Preferences[Field]): Promise<boolean> {
    return (await failures.after(field, during({ [field]: value }, put))).ok;
  }

  return {
    preferences,

    /** Must run inside a click, and so must its undo: the browser may ask. */
    async prefer<Field extends keyof Preferences>(field: Field, value: Preferences[Field]): Promise<void> {
      const before = preferences.value[field];
      if (await set(field, value)) undo.did({ says: say('settingChanged'), undo: () => set(field, before) });
    },

    async load(): Promise<void> {
      const found = await background.preferences({});
      if (found.ok) stored.value = found.value;
    },
  };
}
