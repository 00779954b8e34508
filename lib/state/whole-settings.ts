import { signal } from '@preact/signals';
import type { Background } from '../background';
import type { Client } from '../model/call';
import { isSameJson } from '../model/canonical-json';
import type { Failure, Outcome } from '../model/failure';
import { sortedByPolicy } from '../model/held-changes';
import type { StartUrl } from '../model/portal';
import { say, sayCount } from '../model/say';
import type { SettingsDocument } from '../model/settings-document';
import { changesBetween } from '../model/settings-facts';
import { takenBack } from '../model/taken-back';
import type { Undo } from './undo';

export interface WholeSettingsWorld {
  readonly background: Client<Background>;
  forgetFirstRows(): void;
}

/** What the worker answers about settings as a whole. */
type SettingsAnswer = Extract<Awaited<ReturnType<Client<Background>['settings']>>, { ok: true }>['value'];

/** A team's baseline in place of the last one; `undefined` for none. */
interface NewBaseline {
  readonly baseline: SettingsDocument | undefined;
}

/** All that is set, read and put in place as one; each time is one step to take back. */
export function createWholeSettings({ background, forgetFirstRows }: WholeSettingsWorld, undo: Undo) {
  const failure = signal<Failure | undefined>(undefined);
  const hasBaseline = signal(false);

  async function does(outcome: Promise<Outcome<unknown>>): Promise<boolean> {
    const result = await outcome;
    failure.value = result.ok ? undefined : result.failure;
    return result.ok;
  }

  async function read(): Promise<SettingsAnswer | undefined> {
    const answer = await background.settings({});
    if (!answer.ok) {
      failure.value = answer.failure;
      return undefined;
    }
    hasBaseline.value = answer.value.baseline !== undefined;
    return answer.value;
  }

  async function keepBaseline(baseline: SettingsDocument | undefined): Promise<boolean> {
    const isKept = await does(background.setBaseline({ baseline }));
    if (isKept) hasBaseline.value = baseline !== undefined;
    return isKept;
  }

  async function forgetPortals(portals: readonly StartUrl[]): Promise<boolean> {
    let isDone = true;
    for (const portal of portals) isDone &&= await does(background.forgetPortal({ portal }));
    if (portals.length > 0) forgetFirstRows();
    return isDone;
  }

  async function settingsBack(now: SettingsDocument, next: SettingsDocument): Promise<boolean> {
    if (changesBetween(now, next).length === 0) return true;
    const kept = new Set(next.portals.map(({ startUrl }) => startUrl));
    const gone = now.portals.map(({ startUrl }) => startUrl).filter((portal) => !kept.has(portal));
    return (await does(background.applySettings({ settings: next }))) && forgetPortals(gone);
  }

  async function takeBack(before: SettingsAnswer, after: SettingsAnswer): Promise<boolean> {
    const now = await read();
    if (!now || !(await settingsBack(now.settings, takenBack(now.settings, before.settings, after.settings))))
      return false;
    const isBack = isSameJson(before.baseline, after.baseline) || !isSameJson(now.baseline, after.baseline);
    return isBack || keepBaseline(before.baseline);
  }

  return {
    failure,
    hasBaseline,
    read,

    /** Puts settings in place of those that were read before, and a team's baseline below them where there is a new one. */
    async put(before: SettingsAnswer, settings: SettingsDocument, below?: NewBaseline): Promise<boolean> {
      if (!(await does(background.applySettings({ settings })))) return false;
      const isDone = !below || (await keepBaseline(below.baseline));
      const after = (await read()) ?? { ...before, ...below, settings };
      const { free } = sortedByPolicy(before.policy, changesBetween(before.settings, after.settings));
      undo.did({ says: sayCount('changesTaken', free.length), undo: () => takeBack(before, after) });
      return isDone;
    },

    async forgetBaseline(): Promise<void> {
      const before = await read();
      if (!before || !(await keepBaseline(undefined))) return;
      const after = { ...before, baseline: undefined };
      undo.did({ says: say('settingChanged'), undo: () => takeBack(before, after) });
    },
  };
}
