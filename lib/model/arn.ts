import { type AccountId, parseAccountId } from './account';

/** Who acts in a session, as its ARN tells. */
export type Principal =
  | { readonly kind: 'permission-set'; readonly name: string; readonly user: string }
  | { readonly kind: 'role'; readonly name: string; readonly user: string }
  | { readonly kind: 'user'; readonly name: string }
  | { readonly kind: 'federated'; readonly name: string }
  | { readonly kind: 'root' };

export interface SessionArn {
  readonly account: AccountId;
  readonly principal: Principal;
}

const LONGEST_ARN = 2_048;
/** Identity Center's roles: `AWSReservedSSO_{permission set}_{16 hex}`; the name may hold `_` and `-`. */
const RESERVED = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/;

/** Reads the ARN of a console session; `undefined` for anything else. */
export function parseSessionArn(value: unknown): SessionArn | undefined {
  if (typeof value !== 'string' || value.length > LONGEST_ARN) return undefined;
  const match = /^arn:aws[a-z-]*:(?:iam|sts)::(\d{12}):(.+)$/.exec(value);
  const account = parseAccountId(match?.[1]);
  const principal = match?.[2] === undefined ? undefined : parsePrincipal(match[2]);
  return account && principal && { account, principal };
}

function parsePrincipal(resource: string): Principal | undefined {
  if (resource === 'root') return { kind: 'root' };
  const [type, ...rest] = resource.split('/');
  const name = rest.join('/');
  if (name === '') return undefined;
  if (type === 'assumed-role') return parseRole(rest[0] ?? '', rest.slice(1).join('/'));
  if (type === 'role') return parseRole(rest.at(-1) ?? '', '');
  if (type === 'user') return { kind: 'user', name };
  return type === 'federated-user' ? { kind: 'federated', name } : undefined;
}

function parseRole(role: string, user: string): Principal {
  const permissionSet = RESERVED.exec(role)?.[1];
  return permissionSet === undefined
    ? { kind: 'role', name: role, user }
    : { kind: 'permission-set', name: permissionSet, user };
}

/** Reads a display name of Identity Center's form, `AWSReservedSSO_{permission set}_{16 hex}/{user}`; `undefined` for others. */
export function parseReservedName(value: unknown): Principal | undefined {
  const [role = '', ...user] = typeof value === 'string' && value.length <= LONGEST_ARN ? value.split('/') : [];
  return RESERVED.test(role) ? parseRole(role, user.join('/')) : undefined;
}

/** The name that a person knows the principal by. */
export function principalName(principal: Principal): string {
  return principal.kind === 'root' ? 'root' : principal.name;
}
