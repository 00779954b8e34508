import * as v from 'valibot';
import type { AccountId } from './account';
import { parseAccountId } from './account';
import type { StartUrl } from './portal';
import { isStartUrl } from './snapshot';

/** A container as the browser has it. */
export interface Container {
  /** The browser's own id for its cookies. */
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly icon: string;
}

/** Which container is an account's in a portal, and what Burgee last called it. */
export interface OwnContainer extends Pick<Container, 'id' | 'name' | 'colour'> {
  readonly portal: StartUrl;
  readonly accountId: AccountId;
}

/** How an account's container should look. */
export interface WantedContainer extends Omit<OwnContainer, 'id'> {}

export type ContainerStep =
  /** It is there; `change` says what has another look now and was left by the person as Burgee made it. */
  | { readonly do: 'use'; readonly own: OwnContainer; readonly change: Partial<Pick<Container, 'name' | 'colour'>> }
  | { readonly do: 'make'; readonly wanted: WantedContainer };

/** The icon of every container that Burgee makes: a plain disc, which shows its colour best. */
export const CONTAINER_ICON = 'circle';

/**
 * How to come to an account's container: the one that is its own, whatever the person has called it since; one that
 * Burgee made and forgot; or a new one. No container is two accounts', and no two accounts' have the same name.
 */
export function containerStep(
  account: WantedContainer,
  all: readonly OwnContainer[],
  open: readonly Container[],
): ContainerStep {
  const mine = all.find((one) => isOf(one, account));
  const known = mine && open.find(({ id }) => id === mine.id);
  const others = all.filter((one) => !isOf(one, account) && open.some(({ id }) => id === one.id));
  const isTaken = others.some(({ name }) => name === account.name);
  const wanted = isTaken ? { ...account, name: `${account.name} ${account.accountId}` } : account;
  if (mine && known) {
    const change = changeOf(mine, known, wanted);
    return { do: 'use', own: { ...mine, ...change }, change };
  }
  const isForgotten = ({ id, name, icon }: Container): boolean =>
    icon === CONTAINER_ICON && name === wanted.name && !others.some((other) => other.id === id);
  const forgotten = open.find(isForgotten);
  if (!forgotten) return { do: 'make', wanted };
  return { do: 'use', own: { ...wanted, colour: forgotten.colour, id: forgotten.id }, change: {} };
}

function changeOf(
  mine: OwnContainer,
  known: Container,
  wanted: WantedContainer,
): Partial<Pick<Container, 'name' | 'colour'>> {
  return {
    ...(known.name === mine.name && wanted.name !== mine.name ? { name: wanted.name } : {}),
    ...(known.colour === mine.colour && wanted.colour !== mine.colour ? { colour: wanted.colour } : {}),
  };
}

export function isOf(one: OwnContainer, of: Pick<OwnContainer, 'portal' | 'accountId'>): boolean {
  return one.portal === of.portal && one.accountId === of.accountId;
}

const ownContainer = v.object({
  portal: v.custom<StartUrl>(isStartUrl),
  accountId: v.custom<AccountId>((value) => parseAccountId(value) !== undefined),
  id: v.string(),
  name: v.string(),
  colour: v.string(),
});

/** What was stored of containers; what is damaged is left out. */
export function parseOwnContainers(value: unknown): readonly OwnContainer[] {
  return Array.isArray(value) ? value.filter((one): one is OwnContainer => v.is(ownContainer, one)) : [];
}
