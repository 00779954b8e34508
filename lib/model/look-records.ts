import type { AccountId } from './account';
import type { ChainedRole } from './chained-role';
import { type Chosen, chosenFor, lookOf, lookRecord } from './chosen';
import type { Account } from './directory';
import type { Here } from './here';
import { levelOf, levels } from './level';
import type { Look, Preferences } from './look';
import { choicesOf, type Personal } from './personal';
import type { StartUrl } from './portal';
import type { Subject } from './rulebook';

/** An account in the list of one portal. */
export type Listing = Pick<Account, 'id' | 'name' | 'portal'>;

/** When each portal's list was complete last. */
export type ListedAt = ReadonlyMap<StartUrl, number>;

/** What accounts in no list call themselves, as their open consoles say. */
export type Aliases = ReadonlyMap<AccountId, string>;

export interface LookRecords {
  readonly looks: ReadonlyMap<AccountId, Look>;
  /** Those of them that no portal lists: their records go with the chained role or the rule that made them. */
  readonly unlisted: readonly AccountId[];
}

/**
 * How accounts look by whom portals, and what the person and rules decide. `asked` are the accounts that somebody may
 * see beside those that are listed; one of them about which nothing is decided has no look.
 */
export function lookRecords(
  personal: Personal,
  preferences: Preferences,
  listings: readonly Listing[],
  {
    asked,
    listedAt,
    aliases = new Map(),
  }: { readonly asked: Iterable<AccountId>; readonly listedAt: ListedAt; readonly aliases?: Aliases },
): LookRecords {
  const byId = groupedById(listings);
  const chained = firstChained(personal);
  const looks = new Map<AccountId, Look>();
  const unlisted: AccountId[] = [];
  for (const id of new Set([...byId.keys(), ...asked])) {
    const own = byId.get(id) ?? [];
    const role = chained.get(id);
    const [shown, subject] = asShown(subjectIn(id, own, role, { listedAt, aliases }), personal, role);
    const record = lookRecord(shown, subject, preferences);
    if (own.length === 0) {
      const isDecided =
        subject.name !== '' || record.layers !== undefined || Object.keys(chosenFor(shown, subject, {})).length > 0;
      if (!isDecided && !role) continue;
      unlisted.push(id);
    }
    looks.set(id, record);
  }
  return { looks, unlisted };
}

/** How an account looks in a role, on a page of a region, and what else is chosen for it there; named as `portal` does. */
export function lookIn(
  personal: Personal,
  preferences: Preferences,
  {
    id,
    listings,
    listedAt,
    aliases = new Map(),
    portal,
  }: { id: AccountId; listings: readonly Listing[]; listedAt: ListedAt; aliases?: Aliases; portal?: StartUrl },
  here: Here,
): Look & { chosen: Chosen } {
  const role = firstChained(personal).get(id);
  const subject = subjectIn(id, listings, role, { listedAt, aliases });
  const named = listings.find((one) => one.portal === portal);
  const [shown, own] = asShown(named ? { ...subject, name: named.name } : subject, personal, role);
  return { ...lookOf(shown, own, here, preferences), chosen: chosenFor(shown, own, here) };
}

/** Accounts that rules name by their number: they may be in no list and still have an open console. */
export function idsInRules({ rules, organisation }: Pick<Personal, 'rules' | 'organisation'>): AccountId[] {
  const all = [...rules, ...(organisation?.above ?? []), ...(organisation?.below ?? [])];
  return [...new Set(all.flatMap(({ when }) => when.ids ?? []))];
}

/** One name where portals tell several: the one that warns of more, then the one of the latest list. */
export function nameAmong(listings: readonly Listing[], listedAt: ListedAt): string {
  const danger = ({ name }: Listing): number => levels.indexOf(levelOf(name));
  const age = ({ portal }: Listing): number => -(listedAt.get(portal) ?? 0);
  const [first] = listings.toSorted((one, other) => danger(one) - danger(other) || age(one) - age(other));
  return first?.name ?? '';
}

function groupedById(listings: readonly Listing[]): ReadonlyMap<AccountId, readonly Listing[]> {
  const byId = new Map<AccountId, Listing[]>();
  for (const listing of listings) {
    const own = byId.get(listing.id);
    if (own) own.push(listing);
    else byId.set(listing.id, [listing]);
  }
  return byId;
}

/** Of the chained roles that lead to an account the first. */
function firstChained({ chained }: Personal): ReadonlyMap<AccountId, ChainedRole> {
  return new Map(chained.toReversed().map((role) => [role.accountId, role]));
}

function subjectIn(
  id: AccountId,
  listings: readonly Listing[],
  role: ChainedRole | undefined,
  { listedAt, aliases }: { listedAt: ListedAt; aliases: Aliases },
): Subject {
  if (listings.length > 0)
    return { id, name: nameAmong(listings, listedAt), portals: listings.map(({ portal }) => portal) };
  const from = role?.from;
  return from ? { id, name: '', portals: [from.portal] } : { id, name: aliases.get(id) ?? '', portals: [] };
}

/** An account that AWS does not list has the label and colour of the chained role that leads there. */
function asShown(subject: Subject, personal: Personal, role: ChainedRole | undefined): [personal: Personal, Subject] {
  if (!role || subject.name !== '') return [personal, subject];
  const choices = { ...(role.colour ? { colour: role.colour } : {}), ...choicesOf(personal, subject.id) };
  // What is chosen for the others does not matter here, and there may be thousands of them.
  return [
    { ...personal, accounts: { [subject.id]: choices } },
    { ...subject, name: role.label },
  ];
}
