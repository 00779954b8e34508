import type { AccountId } from './account';
import { chosenFor, lookOf } from './chosen';
import type { Colour } from './colour';
import type { Account } from './directory';
import type { Personal } from './personal';
import { subjectOf } from './rulebook';

/** A production account and another one that look alike. */
export interface SharedColour {
  readonly colour: Colour;
  readonly production: AccountId;
  readonly other: AccountId;
}

/** Colours that a production account shares with one that is not, where one of them was chosen: allowed, but told. One for each colour. */
export function sharedColours(
  accounts: readonly Pick<Account, 'id' | 'name' | 'portal'>[],
  personal: Pick<Personal, 'accounts' | 'rules'>,
): SharedColour[] {
  const seen = new Map<Colour, { production?: AccountId; other?: AccountId; isChosen?: boolean }>();
  for (const account of accounts) {
    const subject = subjectOf(account);
    const { colour, level } = lookOf(personal, subject);
    const known = seen.get(colour);
    const isChosen = known?.isChosen === true || chosenFor(personal, subject).colour !== undefined;
    seen.set(colour, { ...known, [level === 'production' ? 'production' : 'other']: account.id, isChosen });
  }
  return [...seen].flatMap(([colour, { production, other, isChosen }]) =>
    production && other && isChosen ? [{ colour, production, other }] : [],
  );
}
