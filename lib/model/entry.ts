import { type AccountId, parseAccountId, parseRoleName, type RoleName } from './account';
import { parsePortalAddress, type StartUrl } from './portal';

/** One account in one role. */
export interface RoleEntry {
  readonly kind: 'role';
  readonly portal: StartUrl;
  readonly accountId: AccountId;
  readonly roleName: RoleName;
}

/** An account without saying which role: the portal asks, or the only role is taken. */
export interface AccountEntry {
  readonly kind: 'account';
  readonly portal: StartUrl;
  readonly accountId: AccountId;
}

export interface AppEntry {
  readonly kind: 'app';
  readonly portal: StartUrl;
  /** `ins-…` */
  readonly appId: string;
}

/** One service's page in an account, in a role and in a region; `undefined` leaves the choice to the portal. */
export interface ServiceEntry {
  readonly kind: 'service';
  readonly portal: StartUrl;
  readonly accountId: AccountId;
  readonly roleName: RoleName | undefined;
  /** An id of the service catalogue. */
  readonly service: string;
  readonly region: string | undefined;
}

/** Something that Burgee itself does. */
export interface CommandEntry {
  readonly kind: 'command';
  readonly command: string;
}

/** Everything that a row of the launcher can stand for: references only, the directory holds the rest. */
export type Entry = RoleEntry | AccountEntry | AppEntry | ServiceEntry | CommandEntry;

declare const brand: unique symbol;

/** An entry as one readable string that stays the same between runs: for pins, history and list keys. Made by `entryKey` only. */
export type EntryKey = string & { readonly [brand]: 'EntryKey' };

export function entryKey(entry: Entry): EntryKey {
  return [entry.kind, ...parts(entry)].map(escapePart).join('|') as EntryKey;
}

export function roleKey(portal: StartUrl, accountId: AccountId, roleName: RoleName): EntryKey {
  return entryKey({ kind: 'role', portal, accountId, roleName });
}

export function accountKey(portal: StartUrl, accountId: AccountId): EntryKey {
  return entryKey({ kind: 'account', portal, accountId });
}

export function appKey(portal: StartUrl, appId: string): EntryKey {
  return entryKey({ kind: 'app', portal, appId });
}

function parts(entry: Entry): string[] {
  switch (entry.kind) {
    case 'role':
      return [entry.portal, entry.accountId, entry.roleName];
    case 'account':
      return [entry.portal, entry.accountId];
    case 'app':
      return [entry.portal, entry.appId];
    case 'service':
      return [entry.portal, entry.accountId, entry.roleName ?? '', entry.service, entry.region ?? ''];
    case 'command':
      return [entry.command];
  }
}

function escapePart(part: string): string {
  return part.replace(/[%|]/g, (sign) => (sign === '%' ? '%25' : '%7C'));
}

function unescapePart(part: string): string {
  return part.replace(/%(25|7C)/g, (_, code: string) => (code === '25' ? '%' : '|'));
}

const LONGEST_KEY = 4096;

/** The entry of a stored key; `undefined` for anything that `entryKey` would not have written. */
export function parseEntryKey(key: unknown): Entry | undefined {
  if (typeof key !== 'string' || key.length > LONGEST_KEY) return undefined;
  const [kind, ...fields] = key.split('|').map(unescapePart);
  const entry = kind === 'command' ? parseCommand(fields) : parsePortalEntry(kind, fields);
  return entry && entryKey(entry) === key ? entry : undefined;
}

function parseCommand([command = '']: readonly string[]): Entry | undefined {
  return /^[a-z][a-z0-9-]{0,63}$/.test(command) ? { kind: 'command', command } : undefined;
}

function parsePortalEntry(kind: string | undefined, fields: readonly string[]): Entry | undefined {
  const [address = '', second = '', third = '', service = '', region = ''] = fields;
  const parsed = parsePortalAddress(address);
  if (!parsed.ok) return undefined;
  const portal = parsed.address.startUrl;
  if (kind === 'app') return second === '' ? undefined : { kind, portal, appId: second };
  const accountId = parseAccountId(second);
  if (!accountId) return undefined;
  if (kind === 'account') return { kind, portal, accountId };
  const roleName = parseRoleName(third);
  if (kind === 'role') return roleName && { kind, portal, accountId, roleName };
  if (kind !== 'service' || service === '') return undefined;
  return { kind, portal, accountId, roleName, service, region: region === '' ? undefined : region };
}
