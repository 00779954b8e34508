import type { InventoryState } from '../lib/model/summary';

/** Counts that change all the time are read aloud once they stand still. */
export function liveness(state: InventoryState): 'off' | undefined {
  return state === 'running' ? 'off' : undefined;
}
