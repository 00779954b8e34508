import { batch } from '@preact/signals';
import { accountOf, openRow } from '../actions/action';
import type { AskedLaunch } from '../model/asked-launch';
import { withChained } from '../model/chained-entry';
import type { SessionStep } from '../model/console-sessions';
import { parseEntryKey } from '../model/entry';
import { isOneTooMany } from '../model/open-console';
import { lookupOf, type Row } from '../model/row';
import { rowOf } from '../model/row-of';
import { roleHabits } from '../model/usual-role';
import { type LauncherMemory, startOver, type Waiting } from './launcher-memory';
import type { LauncherWorld } from './launcher-world';
import type { Telling } from './telling';

export type SessionChoice = ReturnType<typeof createSessionChoice>;

/** The open console sessions as a list: to go to one, to end one, or to end one for what waits. */
export function createSessionChoice(
  world: LauncherWorld,
  memory: LauncherMemory,
  { does }: Telling,
  offerAccount: (row: Row) => void,
) {
  const { consoles, sessions, told, query, directory, personal } = memory;

  function list(waiting?: Waiting): void {
    batch(() => {
      sessions.value = { waiting };
      told.value = undefined;
      startOver(memory);
    });
  }

  return {
    list,

    /**
     * Asks about a launch that waits since before the launcher was opened, or offers the account in place of its role;
     * false where it is of nothing that is known.
     */
    ask({ key, destination, where }: AskedLaunch): boolean {
      const entry = parseEntryKey(key);
      const { chained } = personal.value;
      const lookup = lookupOf(withChained(directory.value, chained));
      const known = entry && rowOf(entry, lookup, personal.value, roleHabits(personal.value, world.now()));
      if (!known) return false;
      if (known.isGone) {
        offerAccount(known);
        return true;
      }
      const row = destination === undefined ? known : { ...known, destination };
      const go = async (): Promise<void> => {
        if (await does((background) => openRow(row, background, where))) world.close();
      };
      list({ row, go });
      return true;
    },

    /** Whether a row would be a session more than AWS allows. */
    isOneMore(row: Row, underWay = 0): boolean {
      const account = accountOf(row);
      return account !== undefined && !row.chained && isOneTooMany(consoles.value, account, underWay);
    },

    async take(step: SessionStep): Promise<void> {
      const waiting = sessions.value?.waiting;
      if (step.does === 'go') {
        const { tabId } = step;
        if (await does((background) => background.focusTab({ tabId }))) world.close();
        return;
      }
      if (step.does !== 'anyway') {
        const { tabId } = step;
        if (!(await does((background) => background.signOutOfConsole({ tabId })))) return;
      }
      query.value = '';
      if (!waiting && consoles.value.length > 0) return;
      sessions.value = undefined;
      await waiting?.go();
    },
  };
}
