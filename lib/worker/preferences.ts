import { type ChosenPreferences, preferenceFields, type Preferences } from '../model/look';
import { type PolicyField, preferencesUnder } from '../model/policy';
import type { OwnPolicy } from './policy';
import type { World } from './world';

export type OwnPreferences = ReturnType<typeof createPreferences>;

/** What holds for console tabs and copying: what the organisation locked, what the person chose, and the defaults. */
export function createPreferences({ browser }: World, policy: OwnPolicy, changed: () => void) {
  const { store } = browser;
  return {
    chosen: (): Promise<ChosenPreferences> => store.chosenPreferences(),

    read: async (): Promise<Preferences> => preferencesUnder(await policy.read(), await store.chosenPreferences()),

    /** True where the organisation guards production for good. */
    isGuardHeld: async (): Promise<boolean> => {
      const { locked, preferences } = await policy.read();
      return locked.includes('guardProduction') && preferences.guardProduction === true;
    },

    /** What is locked keeps what the person chose before, for the day when it is not. Says which fields those are. */
    async choose(change: ChosenPreferences): Promise<readonly PolicyField[]> {
      const { locked } = await policy.read();
      const held = preferenceFields.filter((field) => field in change && locked.includes(field));
      const free = Object.fromEntries(Object.entries(change).filter(([field]) => !held.some((own) => own === field)));
      await store.putPreferences({ ...(await store.chosenPreferences()), ...free });
      changed();
      return held;
    },
  };
}
