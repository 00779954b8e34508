import type { AccountId, RoleName } from './account';
import type { Portal } from './directory';

/** What a name can be made of. */
export interface NameParts {
  readonly portal: Portal;
  readonly session: string;
  readonly accountId: AccountId;
  readonly accountName: string;
  readonly roleName: RoleName;
  readonly region?: string | undefined;
}

export interface ProfileName {
  readonly name: string;
  /** The name that the template gives, where another role has the same and this one got its number added. */
  readonly wanted: string | undefined;
}

export const defaultTemplate = '{account}-{role}';

/** The fields that a template may have, as people write them. */
const templateFields = ['account', 'id', 'role', 'region', 'partition', 'portal'] as const;
type Field = (typeof templateFields)[number];

const LONGEST_TEMPLATE = 200;

/** What is wrong with a template: too long, empty, or the first field that there is not; `undefined` for a good one. */
export function templateProblem(template: string): 'empty' | 'too-long' | { readonly unknown: string } | undefined {
  if (template.trim() === '') return 'empty';
  if (template.length > LONGEST_TEMPLATE) return 'too-long';
  for (const [, field = ''] of template.matchAll(/\{([^{}]*)\}/g)) {
    if (!isField(field)) return { unknown: field };
  }
  return undefined;
}

/** One profile name for each role, all different. Of those that the template names alike, every one gets more to its name. */
export function profileNames(roles: readonly NameParts[], template: string): ProfileName[] {
  const wanted = roles.map((role) => filled(template, role));
  const byNumber = apart(wanted, (name, at) => `${name}-${roles[at]?.accountId ?? ''}`);
  const byPortal = apart(byNumber, (name, at) => `${name}-${roles[at]?.session ?? ''}`);
  const names = numbered(byPortal);
  return names.map((name, at) => ({ name, wanted: name === wanted[at] ? undefined : wanted[at] }));
}

function filled(template: string, { portal, session, accountId, accountName, roleName, region }: NameParts): string {
  const values: Readonly<Record<Field, string>> = {
    account: plain(accountName) || accountId,
    id: accountId,
    role: plain(roleName),
    region: region ?? portal.region,
    partition: portal.partition,
    portal: session,
  };
  const name = plain(template.replace(/\{([^{}]*)\}/g, (_, field: string) => (isField(field) ? values[field] : '')));
  // `[profile default]` is the one name that means more than itself.
  return name === '' || name.toLowerCase() === 'default' ? `account-${accountId}` : name;
}

/** Letters, digits and a few signs that no shell and no configuration file takes for anything else. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._@+-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|-+$/g, '');
}

function apart(names: readonly string[], more: (name: string, at: number) => string): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return names.map((name, at) => ((counts.get(name) ?? 0) > 1 ? more(name, at) : name));
}

function numbered(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((own) => {
    let name = own;
    for (let number = 2; taken.has(name); number += 1) name = `${own}-${number}`;
    taken.add(name);
    return name;
  });
}

function isField(field: string): field is Field {
  return (templateFields as readonly string[]).includes(field);
}
