import type { Row } from '../model/row';
import type { LauncherMemory } from './launcher-memory';

/** Keys that came before the list: each does its work once the list is there, unless other words were typed since. */
export function createEarlyKeys({ query }: LauncherMemory, activeRow: () => Row | undefined) {
  const early: (() => void)[] = [];

  return {
    /** With the row that was active when the key came, else with what its words find. */
    keep(act: (row: Row | undefined) => void, row = activeRow()): void {
      const words = query.value;
      early.push(() => query.value === words && act(row ?? activeRow()));
    },
    forget(): void {
      early.length = 0;
    },
    play(): void {
      for (const act of early.splice(0)) act();
    },
  };
}
