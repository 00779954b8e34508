import { type AccountId, parseAccountId, parseRoleName, type RoleName } from './account';
import { accountKey, type Entry, entryKey, type EntryKey, parseEntryKey, roleKey } from './entry';
import { type ChainedRole, parseChainedRoles } from './chained-role';
import { cleanEmoji, cleanLanding, cleanRegion } from './choice';
import { type Colour, parseColour } from './colour';
import { type Frecency, frecencyAt, launched } from './frecency';
import { MOST_KEPT } from './limits';
import { cleanName } from './name';
import { asRecord } from './record';
import { parseRules, type Rule } from './rule';

/** What the person chose for one account; every field may be absent. Belongs to the account, whichever portal lists it. */
export interface AccountChoices {
  readonly label?: string;
  readonly emoji?: string;
  readonly note?: string;
  readonly colour?: Colour;
  readonly defaultRole?: RoleName;
  readonly region?: string;
  /** Where its console opens: an id of the service catalogue, or a console address without session prefix. */
  readonly landing?: string;
}

export interface Group {
  readonly name: string;
  readonly accounts: readonly AccountId[];
}

/** Everything that is the person's own and not AWS's. Plain data: stored, synchronised and exported as it is. */
export interface Personal {
  readonly version: 1;
  /** In the person's order. */
  readonly pins: readonly EntryKey[];
  /** Accounts, roles and apps that no list shows. */
  readonly hidden: readonly EntryKey[];
  readonly accounts: Readonly<Record<string, AccountChoices>>;
  readonly groups: readonly Group[];
  readonly launches: Readonly<Record<string, Frecency>>;
  /** IAM roles to switch to from a role of Identity Center. */
  readonly chained: readonly ChainedRole[];
  /** The first that decides something wins it; choices for one account lie on top. */
  readonly rules: readonly Rule[];
  /** What the organisation's policy says: over the person's rules and choices, and under them. Never shared or exported. */
  readonly organisation?: OrganisationRules;
}

export interface OrganisationRules {
  readonly above: readonly Rule[];
  readonly below: readonly Rule[];
  /** It holds the guard of production: no rule of the person's takes it away. Told by its policy, not kept here. */
  readonly holdsGuard?: boolean;
}

export const emptyPersonal: Personal = {
  version: 1,
  pins: [],
  hidden: [],
  accounts: {},
  groups: [],
  launches: {},
  chained: [],
  rules: [],
};

const MOST_LAUNCHES = 500;
const LONGEST_TEXT = 2_000;

export function choicesOf(personal: Pick<Personal, 'accounts'>, accountId: AccountId): AccountChoices {
  return (Object.hasOwn(personal.accounts, accountId) ? personal.accounts[accountId] : undefined) ?? {};
}

export function launchesOf(personal: Personal, key: EntryKey): Frecency | undefined {
  return Object.hasOwn(personal.launches, key) ? personal.launches[key] : undefined;
}

/** Adds to the end of the pins; a pin that is there keeps its place. */
export function pin(personal: Personal, key: EntryKey): Personal {
  return personal.pins.includes(key) ? personal : { ...personal, pins: [...personal.pins, key] };
}

export function unpin(personal: Personal, key: EntryKey): Personal {
  return { ...personal, pins: personal.pins.filter((other) => other !== key) };
}

/** Moves a pin to a place counted from 0; does nothing for what is not pinned. */
export function movePin(personal: Personal, key: EntryKey, to: number): Personal {
  if (!personal.pins.includes(key)) return personal;
  const others = personal.pins.filter((other) => other !== key);
  return { ...personal, pins: others.toSpliced(Math.max(0, to), 0, key) };
}

export function hide(personal: Personal, key: EntryKey): Personal {
  return personal.hidden.includes(key) ? personal : { ...personal, hidden: [...personal.hidden, key] };
}

export function unhide(personal: Personal, key: EntryKey): Personal {
  return { ...personal, hidden: personal.hidden.filter((other) => other !== key) };
}

/** Sets label, emoji or note; '' takes one away, what is not named stays. */
export function rename(
  personal: Personal,
  accountId: AccountId,
  names: { readonly [Field in 'label' | 'emoji' | 'note']?: string | undefined },
): Personal {
  return withChoices(personal, accountId, names);
}

/** Sets usual role, region or landing page; `undefined` or '' takes one away, what is not named stays. */
export function setDefaults(
  personal: Personal,
  accountId: AccountId,
  defaults: { defaultRole?: RoleName | '' | undefined; region?: string | undefined; landing?: string | undefined },
): Personal {
  return withChoices(personal, accountId, defaults);
}

function withChoices(personal: Personal, accountId: AccountId, change: Record<string, string | undefined>): Personal {
  const choices = parseChoices({ ...choicesOf(personal, accountId), ...change });
  const { [accountId]: _, ...others } = personal.accounts;
  const isEmpty = Object.keys(choices).length === 0;
  return { ...personal, accounts: isEmpty ? others : { ...others, [accountId]: choices } };
}

/** Names of the groups that an account is in. */
export function groupsOf({ groups }: Personal, accountId: AccountId): string[] {
  return groups.filter(({ accounts }) => accounts.includes(accountId)).map(({ name }) => name);
}

/** Puts an account into these groups and takes it out of all others; a group that nobody is in any more is gone. */
export function setGroups(personal: Personal, accountId: AccountId, names: readonly string[]): Personal {
  const wanted = new Set(names.map(cleanName).filter((name) => name !== ''));
  const all = new Set([...personal.groups.map(({ name }) => name), ...wanted]);
  return [...all].reduce((so, name) => {
    const members = so.groups.find((group) => group.name === name)?.accounts ?? [];
    const others = members.filter((id) => id !== accountId);
    return setGroup(so, { name, accounts: wanted.has(name) ? [...others, accountId] : others });
  }, personal);
}

/** Replaces the group of that name; without accounts the group is gone. */
export function setGroup(personal: Personal, group: Group): Personal {
  const isNew = personal.groups.every(({ name }) => name !== group.name);
  const groups = isNew
    ? [...personal.groups, group]
    : personal.groups.map((own) => (own.name === group.name ? group : own));
  return { ...personal, groups: groups.filter(({ accounts }) => accounts.length > 0) };
}

/** Counts one launch. A service page also counts for its role, so that the usual role of an account is known. */
export function recordLaunch(personal: Personal, entry: Entry, nowMs: number): Personal {
  const launches = { ...personal.launches };
  for (const key of [entryKey(entry), ...alsoLaunched(entry)]) {
    launches[key] = launched(launchesOf(personal, key), nowMs);
  }
  return { ...personal, launches: strongest(launches, nowMs) };
}

function alsoLaunched(entry: Entry): EntryKey[] {
  if (entry.kind !== 'service') return [];
  const { portal, accountId, roleName } = entry;
  return [roleName === undefined ? accountKey(portal, accountId) : roleKey(portal, accountId, roleName)];
}

function strongest(launches: Record<string, Frecency>, nowMs: number): Record<string, Frecency> {
  const all = Object.entries(launches);
  if (all.length <= MOST_LAUNCHES) return launches;
  all.sort(([, a], [, b]) => frecencyAt(b, nowMs) - frecencyAt(a, nowMs));
  return Object.fromEntries(all.slice(0, MOST_LAUNCHES));
}

/**
 * Reads what was stored, synchronised or imported. Every part that is not understood is left out and the rest kept:
 * one bad pin must not cost the others. Never throws.
 */
export function parsePersonal(value: unknown): Personal {
  const stored = asRecord(value);
  return {
    version: 1,
    pins: parseKeys(stored.pins),
    hidden: parseKeys(stored.hidden),
    accounts: parseEntries(stored.accounts, parseAccountId, (choices) => {
      const parsed = parseChoices(asRecord(choices));
      return Object.keys(parsed).length === 0 ? undefined : parsed;
    }),
    groups: parseGroups(stored.groups),
    launches: parseEntries(stored.launches, (key) => parseEntryKey(key) && key, parseFrecency),
    chained: parseChainedRoles(stored.chained),
    rules: parseRules(stored.rules),
    ...(stored.organisation === undefined ? {} : { organisation: parseOrganisation(asRecord(stored.organisation)) }),
  };
}

function parseOrganisation({ above, below }: Record<string, unknown>): OrganisationRules {
  return { above: parseRules(above), below: parseRules(below) };
}

function parseKeys(value: unknown): EntryKey[] {
  const keys = asArray(value)
    .slice(0, MOST_KEPT)
    .flatMap((key) => parseEntryKey(key) ?? [])
    .map(entryKey);
  return [...new Set(keys)];
}

function parseEntries<Value>(
  value: unknown,
  parseKey: (key: string) => string | undefined,
  parse: (value: unknown) => Value | undefined,
): Record<string, Value> {
  const entries = Object.entries(asRecord(value))
    .slice(0, MOST_KEPT)
    .flatMap(([key, each]) => {
      const parsed = parseKey(key) === undefined ? undefined : parse(each);
      return parsed === undefined ? [] : [[key, parsed] as const];
    });
  return Object.fromEntries(entries);
}

function parseChoices(stored: Record<string, unknown>): AccountChoices {
  const { label, emoji, note, colour, defaultRole, region, landing } = stored;
  return Object.fromEntries(
    Object.entries({
      label: cleanName(label),
      emoji: cleanEmoji(emoji),
      note: typeof note === 'string' ? note.slice(0, LONGEST_TEXT) : '',
      colour: parseColour(colour),
      defaultRole: parseRoleName(defaultRole),
      region: cleanRegion(region),
      landing: cleanLanding(landing),
    }).filter(([, text]) => text !== '' && text !== undefined),
  );
}

/** Of one name there is one group. */
function parseGroups(value: unknown): readonly Group[] {
  const groups = new Map<string, ReadonlySet<AccountId>>();
  for (const { name, accounts } of asArray(value).slice(0, MOST_KEPT).flatMap(parseGroup))
    groups.set(name, new Set([...(groups.get(name) ?? []), ...accounts]));
  return [...groups].map(([name, accounts]) => ({ name, accounts: [...accounts].slice(0, MOST_KEPT) }));
}

function parseGroup(value: unknown): Group[] {
  const { name, accounts } = asRecord(value);
  const cleaned = cleanName(name);
  const ids = asArray(accounts)
    .slice(0, MOST_KEPT)
    .flatMap((id) => parseAccountId(id) ?? []);
  return cleaned === '' || ids.length === 0 ? [] : [{ name: cleaned, accounts: ids }];
}

function parseFrecency(value: unknown): Frecency | undefined {
  const { score, atMs } = asRecord(value);
  if (typeof score !== 'number' || typeof atMs !== 'number') return undefined;
  return score > 0 && score < 1e6 && Number.isFinite(atMs) ? { score, atMs } : undefined;
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
