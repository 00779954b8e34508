import { parseAccountId, parseRoleName, type RoleName } from './account';
import type { Account, App, Directory, Portal } from './directory';
import { partitionNames } from './partition';
import { parsePortalAddress, type StartUrl } from './portal';

const FORMAT = 1;

type PackedAccount = [portal: number, id: string, name: string, altered: 0 | 1, email: string, roles: number[] | null];
type PackedApp = [portal: number, id: string, name: string, kind: string];

interface Packed {
  readonly format: typeof FORMAT;
  readonly portals: readonly Portal[];
  /** Role names once each; accounts refer to them by position. */
  readonly roles: readonly string[];
  readonly accounts: readonly PackedAccount[];
  readonly apps: readonly PackedApp[];
}

export const emptyDirectory: Directory = { portals: [], accounts: [], apps: [] };

/** The whole directory as one string that a page reads in one get. */
export function packDirectory({ portals, accounts, apps }: Directory): string {
  const portalAt = new Map(portals.map(({ startUrl }, index) => [startUrl, index]));
  const roleAt = new Map<string, number>();
  const indexOfRole = (role: string): number => {
    const known = roleAt.get(role) ?? roleAt.size;
    roleAt.set(role, known);
    return known;
  };
  const packedAccounts = accounts.map(({ portal, id, name, nameAltered, email, roles }): PackedAccount => {
    return [portalAt.get(portal) ?? -1, id, name, nameAltered ? 1 : 0, email, roles ? roles.map(indexOfRole) : null];
  });
  const packed: Packed = {
    format: FORMAT,
    portals,
    accounts: packedAccounts,
    apps: apps.map(({ portal, id, name, kind }): PackedApp => [portalAt.get(portal) ?? -1, id, name, kind]),
    roles: [...roleAt.keys()],
  };
  return JSON.stringify(packed);
}

/** Reads a packed directory; `undefined` where it is not one (older format, damaged). Rows that do not parse are left out. */
export function unpackDirectory(text: string): Directory | undefined {
  const packed = parseJson(text);
  if (!isPacked(packed)) return undefined;
  const portals = packed.portals.filter(isPortal);
  if (portals.length !== packed.portals.length) return undefined;
  const roles = packed.roles.map(parseRoleName);
  const accounts = packed.accounts.flatMap((row): Account[] => unpackAccount(row, portals, roles));
  const apps = packed.apps.flatMap(([portal, id, name, kind]): App[] => {
    const owner = portals[portal];
    return owner ? [{ portal: owner.startUrl, id, name, kind }] : [];
  });
  return { portals, accounts, apps };
}

function unpackAccount(
  row: PackedAccount,
  portals: readonly Portal[],
  roleNames: readonly (RoleName | undefined)[],
): Account[] {
  const [portal, rawId, name, altered, email, roles] = row;
  const owner = portals[portal];
  const id = parseAccountId(rawId);
  if (!owner || !id) return [];
  const known = roles?.map((index) => roleNames[index]).filter((role) => role !== undefined);
  return [{ portal: owner.startUrl, id, name, nameAltered: altered === 1, email, roles: known }];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPacked(value: unknown): value is Packed {
  if (typeof value !== 'object' || value === null) return false;
  const { format, portals, accounts, apps, roles } = value as Partial<Record<keyof Packed, unknown>>;
  return format === FORMAT && [portals, accounts, apps, roles].every(Array.isArray);
}

/** True for a stored portal that is still one AWS could have. */
export function isPortal(value: unknown): value is Portal {
  if (typeof value !== 'object' || value === null) return false;
  const { startUrl, region, partition, name, alsoAt } = value as Partial<Record<keyof Portal, unknown>>;
  return (
    isStartUrl(startUrl) &&
    typeof region === 'string' &&
    typeof name === 'string' &&
    (alsoAt === undefined || (Array.isArray(alsoAt) && alsoAt.every(isStartUrl))) &&
    (partitionNames as readonly unknown[]).includes(partition)
  );
}

export function isStartUrl(value: unknown): value is StartUrl {
  if (typeof value !== 'string') return false;
  const parsed = parsePortalAddress(value);
  return parsed.ok && parsed.address.startUrl === value;
}
