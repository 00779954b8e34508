import { batch } from '@preact/signals';
import { accountOf } from '../actions/action';
import type { SessionStep } from '../model/console-sessions';
import { isOneTooMany } from '../model/open-console';
import type { Row } from '../model/row';
import { type LauncherMemory, startOver, type Waiting } from './launcher-memory';
import type { LauncherWorld } from './launcher-world';
import type { Telling } from './telling';

export type SessionChoice = ReturnType<typeof createSessionChoice>;

/** The open console sessions as a list: to go to one, to end one, or to end one for what waits. */
export function createSessionChoice(world: LauncherWorld, memory: LauncherMemory, { does }: Telling) {
  const { consoles, sessions, told, query } = memory;

  return {
    /** Whether a row would be a session more than AWS allows. */
    isOneMore(row: Row, underWay = 0): boolean {
      const account = accountOf(row);
      return account !== undefined && !row.chained && isOneTooMany(consoles.value, account, underWay);
    },

    list(waiting?: Waiting): void {
      batch(() => {
        sessions.value = { waiting };
        told.value = undefined;
        startOver(memory);
      });
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
