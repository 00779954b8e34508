import type { AccountId } from './account';
import type { Colour } from './colour';
import type { Account } from './directory';
import { levelOf } from './level';
import type { AccountChoices } from './personal';

/** A production account and another one that look alike. */
export interface SharedColour {
  readonly colour: Colour;
  readonly production: AccountId;
  readonly other: AccountId;
}

/** Chosen colours that a production account shares with one that is not: allowed, but told. One for each colour. */
export function sharedColours(
  accounts: readonly Pick<Account, 'id' | 'name'>[],
  choices: Readonly<Record<string, AccountChoices>>,
): SharedColour[] {
  const seen = new Map<Colour, { production?: AccountId; other?: AccountId }>();
  for (const { id, name } of accounts) {
    const colour = Object.hasOwn(choices, id) ? choices[id]?.colour : undefined;
    if (colour)
      seen.set(colour, { ...seen.get(colour), [levelOf(name) === 'production' ? 'production' : 'other']: id });
  }
  return [...seen].flatMap(([colour, { production, other }]) =>
    production && other ? [{ colour, production, other }] : [],
  );
}
