import type { Policy, PolicyField } from './policy';
import type { Change } from './settings-facts';

/** Changes that an organisation's policy does not let happen, and those that it does. */
export function sortedByPolicy(
  { locked, portals }: Policy,
  changes: readonly Change[],
): { readonly held: readonly Change[]; readonly free: readonly Change[] } {
  const isLocked = (name: string): boolean => locked.some((field: PolicyField) => field === name);
  const isHeld = ({ kind, of, field, before }: Change): boolean => {
    if (kind === 'preferences') return isLocked(field);
    if (kind !== 'portals') return false;
    const isTheirs = portals.some(({ startUrl }) => startUrl === of);
    return isTheirs ? before !== undefined : isLocked('portals');
  };
  return { held: changes.filter(isHeld), free: changes.filter((change) => !isHeld(change)) };
}
