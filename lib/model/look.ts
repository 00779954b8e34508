import type { AccountId } from './account';
import type { Level } from './level';

/**
 * What one console tab may know of its own account: the only inventory data that content scripts reach.
 * Lives in `storage.local` under `lookKey(id)`.
 */
export interface Look {
  /** The person's label or the account's name; '' where neither is known. */
  readonly label: string;
  /** `#rrggbb` */
  readonly colour: string;
  readonly level: Level;
}

export function lookKey(id: AccountId): `look:${string}` {
  return `look:${id}`;
}
