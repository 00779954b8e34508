import { type Outcome, succeed } from '../model/failure';
import { type ChosenPreferences, defaultPreferences, preferenceFields, type Preferences } from '../model/look';
import type { PolicyField } from '../model/policy';
import type { SettingsDocument } from '../model/settings-document';
import type { Choices } from './choices';
import type { Looks } from './looks';
import type { OwnPreferences } from './preferences';
import type { Portals } from './portals';
import type { StatusBoard } from './status-board';
import type { World } from './world';

export type OwnSettings = ReturnType<typeof createOwnSettings>;

/** What came of settings that were put in place. */
export interface Applied {
  /** What the organisation holds and these settings would have changed. */
  readonly held: readonly PolicyField[];
}

interface Parts {
  readonly board: StatusBoard;
  readonly choices: Choices;
  readonly looks: Looks;
  readonly portals: Portals;
  readonly preferences: OwnPreferences;
}

/** All that a person has set, as one document: read, and put in place of what was. */
export function createOwnSettings({ browser }: World, { board, choices, looks, portals, preferences: own }: Parts) {
  const { store } = browser;

  async function current(): Promise<SettingsDocument> {
    const [{ pins, hidden, accounts, groups, chained, rules }, chosen, connected] = await Promise.all([
      store.personal(),
      own.chosen(),
      store.portals(),
    ]);
    const known = connected.map(({ startUrl, region, name }) => ({ startUrl, region, name }));
    const preferences = { ...defaultPreferences, ...chosen };
    return { portals: known, preferences, pins, hidden, accounts, groups, chainedRoles: chained, rules };
  }

  return {
    current,

    /** Puts settings in place of the present ones, which are kept once as a backup. Portals are added, never removed. */
    async apply(next: SettingsDocument): Promise<Outcome<Applied>> {
      const before = await current();
      await store.putRecord('settings-backup', before);
      const { pins, hidden, accounts, groups, chainedRoles, rules } = next;
      const held = new Set<PolicyField>(await own.choose(differing(before.preferences, next.preferences)));
      for (const { startUrl, region, name } of next.portals)
        if ((await portals.note(startUrl, region, name))?.reason === 'managed') held.add('portals');
      await choices.change((personal) => ({
        ...personal,
        pins,
        hidden,
        accounts,
        groups,
        chained: chainedRoles,
        rules,
      }));
      await looks.writeAll();
      await board.publish();
      return succeed({ held: [...held] });
    },
  };
}

/** What was never chosen and is as before stays unchosen, so that a default may still change it. */
function differing(before: Preferences, after: Preferences): ChosenPreferences {
  return Object.fromEntries(
    preferenceFields.filter((field) => before[field] !== after[field]).map((field) => [field, after[field]]),
  );
}
