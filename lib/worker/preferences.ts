import { type ChosenPreferences, defaultPreferences, type Preferences } from '../model/look';
import type { World } from './world';

export type OwnPreferences = ReturnType<typeof createPreferences>;

/** What holds for console tabs and copying: what the person chose, and the defaults where they did not. */
export function createPreferences({ browser }: World) {
  const { store } = browser;
  return {
    chosen: (): Promise<ChosenPreferences> => store.chosenPreferences(),

    read: async (): Promise<Preferences> => ({ ...defaultPreferences, ...(await store.chosenPreferences()) }),

    async choose(change: ChosenPreferences): Promise<void> {
      await store.putPreferences({ ...(await store.chosenPreferences()), ...change });
    },
  };
}
