import { type AccountId, parseAccountId, parseRoleName, type RoleName } from '../account';
import { type ChainedRole, parseIamRole, parseRoleArn, type SwitchFrom } from '../chained-role';
import { type Colour, parseColour } from '../colour';
import { cleanName } from '../name';
import { partitionOfRegion } from '../partition';
import { canBeIn, parsePortalAddress, type PortalAddress, type StartUrl } from '../portal';
import type { Imported, ImportedAccount, ImportNote } from './imported';
import { type IniSection, parseIni } from './ini';

/** Settings that are secrets or run programs: never read, always told. */
const SECRETS: ReadonlySet<string> = new Set([
  'aws_access_key_id',
  'aws_secret_access_key',
  'aws_session_token',
  'aws_security_token',
  'credential_process',
  'web_identity_token_file',
]);

/** One profile, its settings by name. */
interface Profile {
  readonly name: string;
  readonly section: IniSection;
  readonly settings: ReadonlyMap<string, string>;
}

/**
 * Reads `~/.aws/config` and the INI of AWS Extend Switch Roles, which is the same with `color`, `aws_account_id` and
 * `role_name` in place of the ARN. A profile of Identity Center names an account; a profile with a role's ARN is a
 * chained role, reached from its `source_profile` where that is one of Identity Center.
 */
export function importIni(text: string): Imported {
  const { sections, strange } = parseIni(text);
  const notes: ImportNote[] = strange.map((line) => ({ why: 'not-understood', line, what: '' }));
  const note = (why: ImportNote['why'], line: number, what: string): void => {
    notes.push({ why, line, what: cleanName(what) });
  };
  const all = sections.map((section) => readSection(section, note));
  const sessions = new Map(merged(all.filter(({ kind }) => kind === 'session')).map((one) => [one.name, one]));
  const profiles = merged(all.filter(({ kind }) => kind === 'profile'));
  const named = new Map(profiles.map((one) => [one.name, one]));
  const portals = new Map<StartUrl, string | undefined>();
  /** Where each of them first stands without a region that is none. */
  const homeless = new Map<StartUrl, Profile>();
  const accounts: ImportedAccount[] = [];
  const chained: ChainedRole[] = [];

  /** The role of Identity Center that a profile stands for. */
  function ssoRole(
    profile: Profile,
  ): { portal: StartUrl | undefined; accountId: AccountId; roleName: RoleName } | undefined {
    const { settings } = profile;
    const session = sessions.get(settings.get('sso_session') ?? '')?.settings ?? settings;
    const parsed = parsePortalAddress(session.get('sso_start_url') ?? '');
    const accountId = parseAccountId(settings.get('sso_account_id'));
    const roleName = parseRoleName(settings.get('sso_role_name'));
    if (!accountId || !roleName) return undefined;
    return { portal: parsed.ok ? parsed.address.startUrl : undefined, accountId, roleName };
  }

  function switchFrom(profile: Profile): SwitchFrom | undefined {
    const name = profile.settings.get('source_profile');
    const source = name === undefined ? undefined : named.get(name);
    const role = source && ssoRole(source);
    if (name !== undefined && !role) note('source-unknown', profile.section.line, profile.name);
    return role?.portal === undefined ? undefined : { ...role, portal: role.portal };
  }

  /** A portal may stand in several sections, and its region in one of them. */
  function notePortal(address: PortalAddress, profile: Profile): void {
    const { startUrl } = address;
    const region = profile.settings.get('sso_region') ?? address.region;
    const isWrong = region !== undefined && !canBeIn(address, region);
    if (isWrong) note('region', profile.section.line, profile.name);
    else homeless.set(startUrl, homeless.get(startUrl) ?? profile);
    portals.set(startUrl, portals.get(startUrl) ?? (isWrong ? undefined : region));
  }

  for (const { settings, section, name } of [...sessions.values(), ...profiles]) {
    const address = settings.get('sso_start_url');
    if (address === undefined) continue;
    const parsed = parsePortalAddress(address);
    if (!parsed.ok) note('portal', section.line, name);
    else notePortal(parsed.address, { settings, section, name });
  }
  for (const [startUrl, { section, name }] of homeless)
    if (portals.get(startUrl) === undefined) note('region-missing', section.line, name);
  for (const profile of profiles) {
    const { settings, section, name } = profile;
    const colour = readColour(settings.get('color'));
    const region = parseRegion(settings.get('region'));
    if (settings.has('color') && !colour) note('colour', section.line, name);
    if (settings.has('region') && region === undefined) note('region', section.line, name);
    const target = readTarget(settings);
    if (target === 'account' || target === 'alias' || target === 'role') note(target, section.line, name);
    else if (target?.roleName !== undefined)
      chained.push({ ...target, roleName: target.roleName, label: cleanName(name), colour, from: switchFrom(profile) });
    else if (target)
      accounts.push({ accountId: target.accountId, label: cleanName(name), ...only({ colour, region }) });
    const sso = ssoRole(profile);
    if (settings.has('sso_account_id') && !sso) note('account', section.line, name);
    // A profile's name joins account and role by nobody's rule: it is no label.
    if (sso && (colour || region))
      accounts.push({ accountId: sso.accountId, roleName: sso.roleName, ...only({ colour, region }) });
  }
  const isOwn = profiles.some(({ settings }) => settings.has('color') || settings.has('aws_account_id'));
  return {
    format: isOwn ? 'extend-switch-roles' : 'aws-config',
    portals: [...portals].map(([startUrl, region]) => ({ startUrl, region })),
    accounts,
    chained,
    notes: notes.sort((one, other) => one.line - other.line),
  };
}

function readSection(
  section: IniSection,
  note: (why: ImportNote['why'], line: number, what: string) => void,
): Profile & { kind: 'profile' | 'session' } {
  const [, word = '', rest = ''] = /^(profile|sso-session)\s+(.*)$/.exec(section.name) ?? [];
  const settings = new Map<string, string>();
  for (const { key, value, line } of section.lines) {
    if (SECRETS.has(key)) note('secret', line, key);
    else settings.set(key, value);
  }
  const name = (rest === '' ? section.name : rest).replace(/^(["'])(.*)\1$/, '$2');
  return { kind: word === 'sso-session' ? 'session' : 'profile', name, section, settings };
}

/** Sections of one name are one, and what is said last counts; but each that names a target is a role of its own. */
function merged(sections: readonly Profile[]): Profile[] {
  const whole: Profile[] = [];
  const places = new Map<string, number>();
  for (const one of sections) {
    const at = places.get(one.name);
    const before = at === undefined ? undefined : whole[at];
    const isOther = readTarget(one.settings) !== undefined && before && readTarget(before.settings) !== undefined;
    if (at !== undefined && before && !isOther)
      whole[at] = { ...before, settings: new Map([...before.settings, ...one.settings]) };
    else places.set(one.name, whole.push(one) - 1);
  }
  return whole;
}

/** The IAM role or account that a profile names; what is wrong with it; `undefined` where it names none. */
function readTarget(
  settings: ReadonlyMap<string, string>,
): { accountId: AccountId; roleName: string | undefined } | 'account' | 'alias' | 'role' | undefined {
  const arn = settings.get('role_arn');
  if (arn !== undefined) return parseRoleArn(arn) ?? 'role';
  const account = settings.get('aws_account_id');
  if (account === undefined) return undefined;
  const accountId = parseAccountId(account.replace(/^(\d{4})-(\d{4})-(\d{4})$/, '$1$2$3'));
  if (!accountId) return /^\d+$/.test(account) ? 'account' : 'alias';
  const name = settings.get('role_name');
  if (name === undefined) return { accountId, roleName: undefined };
  const roleName = parseIamRole(name);
  return roleName === undefined ? 'role' : { accountId, roleName };
}

/** `ffaaee` or, as style sheets have it, `fae`; with or without `#`. */
export function readColour(value: unknown): Colour | undefined {
  if (typeof value !== 'string') return undefined;
  const digits = value.replace(/^#/, '').toLowerCase();
  return parseColour(`#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`);
}

export function parseRegion(value: unknown): string | undefined {
  return typeof value === 'string' && partitionOfRegion(value) ? value : undefined;
}

/** The fields that are there. */
export function only<Fields extends Readonly<Record<string, unknown>>>(
  fields: Fields,
): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  const there = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as { [Name in keyof Fields]?: NonNullable<Fields[Name]> };
}
