import type { AccountId } from './account';
import { accountColour, type Colour, parseColour } from './colour';
import { type Level, levelOf } from './level';

/**
 * What one console tab may know of its own account: the only inventory data that content scripts reach.
 * Lives in `storage.local` under `lookKey(id)`.
 */
export interface Look {
  /** The person's label or the account's name; '' where neither is known. */
  readonly label: string;
  readonly colour: Colour;
  readonly level: Level;
}

export function lookKey(id: AccountId): `look:${string}` {
  return `look:${id}`;
}

/** The one place where name becomes look: the launcher, the console, favicon, title and tab group all ask here. */
export function lookOf(
  account: { readonly id: AccountId; readonly name: string },
  chosen: { readonly label?: string | undefined; readonly emoji?: string | undefined } = {},
): Look {
  const level = levelOf(account.name);
  const label = chosen.label ?? account.name;
  return { label: chosen.emoji ? `${chosen.emoji} ${label}` : label, colour: accountColour(account.id, level), level };
}

const levels: readonly unknown[] = ['production', 'staging', 'development', 'sandbox', 'other'] satisfies Level[];

/** A stored look; `undefined` where it is not one. */
export function parseLook(value: unknown): Look | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { label, colour, level } = value as Partial<Record<keyof Look, unknown>>;
  const parsed = parseColour(colour);
  if (typeof label !== 'string' || !parsed || !levels.includes(level)) return undefined;
  return { label, colour: parsed, level: level as Level };
}
