import { type Failure, type Outcome, succeed } from '../model/failure';
import { type ChosenPreferences, defaultPreferences, preferenceFields, type Preferences } from '../model/look';
import type { PolicyField } from '../model/policy';
import type { SettingsDocument, SettingsPortal } from '../model/settings-document';
import type { Choices } from './choices';
import type { ForgetPortal } from './forget-portal';
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
  /** Told after each change that is the person's own. */
  readonly changed: () => void;
  readonly choices: Choices;
  readonly forgetPortal: ForgetPortal;
  readonly looks: Looks;
  readonly portals: Portals;
  readonly preferences: OwnPreferences;
}

/** All that a person has set, as one document: read, and put in place of what was. */
export function createOwnSettings(
  { browser }: World,
  { board, changed, choices, forgetPortal, looks, portals, preferences: own }: Parts,
) {
  const { store } = browser;

  /** What the person chose themselves. */
  async function chosen(): Promise<SettingsDocument> {
    const [{ pins, hidden, accounts, groups, chained, rules }, preferences, connected] = await Promise.all([
      store.personal(),
      own.chosen(),
      store.portals(),
    ]);
    const known = connected.map(({ startUrl, region, name }) => ({ startUrl, region, name }));
    return { portals: known, preferences, pins, hidden, accounts, groups, chainedRoles: chained, rules };
  }

  async function current(): Promise<SettingsDocument & { readonly preferences: Preferences }> {
    const document = await chosen();
    return { ...document, preferences: { ...defaultPreferences, ...document.preferences } };
  }

  async function put({ pins, hidden, accounts, groups, chainedRoles, rules }: SettingsDocument): Promise<void> {
    const personal = await store.personal();
    await store.putPersonal({ ...personal, pins, hidden, accounts, groups, chained: chainedRoles, rules });
  }

  async function takeOverPortals(before: SettingsDocument, next: SettingsDocument): Promise<void> {
    await portals.noteAll(next.portals);
    const kept = new Set(next.portals.map(({ startUrl }) => startUrl));
    for (const { startUrl } of before.portals.filter((portal) => !kept.has(portal.startUrl)))
      await forgetPortal(startUrl);
    await portals.arrange(next.portals);
  }

  /** One that is connected stays in the region that its own page told. */
  const addPortal = async ({ startUrl, region, name }: SettingsPortal): Promise<Failure | undefined> =>
    (await portals.find(startUrl)) ? undefined : portals.note(startUrl, region, name);

  return {
    /** With each preference as it is, chosen or not. */
    current,
    chosen,

    /**
     * Changes all of it with nobody else changing it meanwhile; `undefined` leaves it. What came of it is remembered
     * before it is shown, which takes its time.
     */
    change: (
      to: (own: SettingsDocument) => SettingsDocument | undefined,
      remember: (after: SettingsDocument) => Promise<void>,
    ): Promise<void> =>
      choices.inTurn(async () => {
        const before = await chosen();
        const next = to(before);
        if (!next) return remember(before);
        await takeOverPortals(before, next);
        await put(next);
        await store.putPreferences(next.preferences);
        await remember(await chosen());
        await looks.writeAll();
        await board.publish();
      }),

    /** Puts settings in place of the present ones, which are kept once as a backup. Portals are added, never removed. */
    async apply(next: SettingsDocument): Promise<Outcome<Applied>> {
      const before = await current();
      await store.putRecord('settings-backup', before);
      const differs = differing(before.preferences, { ...defaultPreferences, ...next.preferences });
      const held = new Set<PolicyField>(await choices.inTurn(() => own.choose(differs)));
      for (const portal of next.portals)
        if ((await choices.inTurn(() => addPortal(portal)))?.reason === 'managed') held.add('portals');
      await choices.inTurn(() => portals.arrange(next.portals));
      await choices.inTurn(() => put(next));
      changed();
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
