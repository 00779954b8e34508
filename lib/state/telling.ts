import type { Done } from '../actions/action';
import type { Background } from '../background';
import type { Client } from '../model/call';
import type { Outcome } from '../model/failure';
import type { LauncherMemory } from './launcher-memory';
import type { LauncherWorld } from './launcher-world';

export type Telling = ReturnType<typeof createTelling>;

/** Shows how it went what the person asked for. */
export function createTelling(world: LauncherWorld, { failure, told }: LauncherMemory) {
  return {
    /** Asks the worker; what was foreseen to fail is shown. */
    async does<Value>(ask: (background: Client<Background>) => Promise<Outcome<Value>>): Promise<boolean> {
      const result = await ask(await world.background());
      failure.value = result.ok ? undefined : result.failure;
      return result.ok;
    },

    tell({ outcome, says, undo, closes }: Done): void {
      failure.value = outcome.ok ? undefined : outcome.failure;
      told.value = outcome.ok && says !== undefined ? { says, undo } : undefined;
      if (outcome.ok && closes) world.close();
    },
  };
}
