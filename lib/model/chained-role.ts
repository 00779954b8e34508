import { type AccountId, parseAccountId, parseRoleName, type RoleName } from './account';
import { type Colour, parseColour } from './colour';
import { MOST_KEPT } from './limits';
import { cleanName } from './name';
import { type Partition, partitions } from './partition';
import { parsePortalAddress, type StartUrl } from './portal';

/** The role of Identity Center from which a chained role is switched to. */
export interface SwitchFrom {
  readonly portal: StartUrl;
  readonly accountId: AccountId;
  readonly roleName: RoleName;
}

/** An IAM role that is reached by "Switch role" in the console, from a role that Identity Center gives. */
export interface ChainedRole {
  readonly accountId: AccountId;
  /** With its path, if it has one: `team/Admin`. */
  readonly roleName: string;
  /** Cleaned; '' where the role's own name is to be shown. */
  readonly label: string;
  readonly colour: Colour | undefined;
  /** `undefined` until the person says from which role: an imported file may not know. */
  readonly from: SwitchFrom | undefined;
}

/** AWS's limit for the name that the console shows. */
const LONGEST_DISPLAY_NAME = 64;

/** The name of an IAM role, with its path: what AWS allows and nothing that would end a parameter. */
export function parseIamRole(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 512) return undefined;
  const isDots = value.split('/').some((part) => /^\.+$/.test(part));
  return !isDots && /^(?:[\w+=,.@-]{1,128}\/)*[\w+=,.@-]{1,64}$/.test(value) ? value : undefined;
}

/** Account and role of `arn:aws:iam::111111111111:role/team/Admin`. */
export function parseRoleArn(value: string): { accountId: AccountId; roleName: string } | undefined {
  const match = /^arn:aws[a-z-]{0,16}:iam::(\d{12}):role\/(.{1,512})$/.exec(value);
  const accountId = parseAccountId(match?.[1]);
  const roleName = parseIamRole(match?.[2]);
  return accountId && roleName !== undefined ? { accountId, roleName } : undefined;
}

/** Reads what was stored, synchronised or imported; `undefined` for what is not a chained role. */
export function parseChainedRole(value: unknown): ChainedRole | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { accountId, roleName, label, colour, from } = value as Partial<Record<keyof ChainedRole, unknown>>;
  const id = parseAccountId(accountId);
  const role = parseIamRole(roleName);
  if (!id || role === undefined) return undefined;
  return { accountId: id, roleName: role, label: cleanName(label), colour: parseColour(colour), from: parseFrom(from) };
}

function parseFrom(value: unknown): SwitchFrom | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { portal, accountId, roleName } = value as Partial<Record<keyof SwitchFrom, unknown>>;
  const parsed = parsePortalAddress(typeof portal === 'string' ? portal : '');
  const id = parseAccountId(accountId);
  const role = parseRoleName(roleName);
  return parsed.ok && id && role ? { portal: parsed.address.startUrl, accountId: id, roleName: role } : undefined;
}

/** A list of them, each once; what is none is left out. */
export function parseChainedRoles(value: unknown): readonly ChainedRole[] {
  const all = (Array.isArray(value) ? value : []).slice(0, MOST_KEPT).flatMap((one) => parseChainedRole(one) ?? []);
  return [...new Map(all.map((role) => [chainedRoleKey(role), role])).values()];
}

/** The same role by the same way is one entry. */
export function chainedRoleKey({ accountId, roleName, from }: ChainedRole): string {
  return [accountId, roleName, from?.portal ?? '', from?.accountId ?? '', from?.roleName ?? ''].join(' ');
}

/**
 * The console's own link to switch to a role; the page asks for one confirmation.
 * Source: IAM user guide, "Switching to a role (console)", "Providing information to the user".
 */
export function switchRoleLink(partition: Partition, { accountId, roleName, label, colour }: ChainedRole): string {
  const url = new URL(`https://${partitions[partition].signinHost}/switchrole`);
  url.searchParams.set('account', accountId);
  url.searchParams.set('roleName', roleName);
  if (label !== '') url.searchParams.set('displayName', label.slice(0, LONGEST_DISPLAY_NAME));
  if (colour) url.searchParams.set('color', colour.slice(1));
  return url.href;
}
