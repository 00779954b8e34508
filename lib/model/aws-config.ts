import type { AccountId, RoleName } from './account';
import type { Portal } from './directory';
import { shortPortalName, type StartUrl } from './portal';
import { type ProfileName, profileNames } from './profile-name';

/** One account and role that the command line is to know. */
export interface ChosenRole {
  readonly portal: Portal;
  readonly accountId: AccountId;
  readonly accountName: string;
  readonly roleName: RoleName;
  /** The profile's own region; the portal's where none is chosen. */
  readonly region?: string | undefined;
}

export interface AwsConfig {
  /** The whole file, ending in a line feed. */
  readonly text: string;
  readonly profiles: readonly ProfileName[];
  /** Roles whose names no configuration file can hold. */
  readonly leftOut: readonly ChosenRole[];
}

/** What AWS allows in a permission set's name: nothing that could start a line or a section of its own. */
const ROLE = /^[\w+=,.@-]{1,128}$/;

/**
 * `~/.aws/config` for the chosen roles: one `sso-session` for each portal, one profile for each role.
 * Format: "Configuring IAM Identity Center authentication with the AWS CLI", AWS CLI user guide.
 */
export function awsConfig(chosen: readonly ChosenRole[], template: string): AwsConfig {
  const fit = chosen.filter(({ roleName }) => ROLE.test(roleName));
  const sessions = sessionNames(fit.map(({ portal }) => portal.startUrl));
  const named = profileNames(
    fit.map((role) => ({ ...role, session: sessions.get(role.portal.startUrl) ?? '' })),
    template,
  );
  const portals = new Map(fit.map(({ portal }) => [portal.startUrl, portal]));
  const sections = [
    ...[...portals.values()].map((portal) => sessionSection(portal, sessions.get(portal.startUrl) ?? '')),
    ...fit.map((role, at) => profileSection(role, named[at]?.name ?? '', sessions.get(role.portal.startUrl) ?? '')),
  ];
  return {
    text: sections.length === 0 ? '' : `${sections.join('\n\n')}\n`,
    profiles: named,
    leftOut: chosen.filter(({ roleName }) => !ROLE.test(roleName)),
  };
}

function sessionSection({ startUrl, region }: Portal, name: string): string {
  return [
    `[sso-session ${name}]`,
    `sso_start_url = ${startUrl}`,
    `sso_region = ${region}`,
    'sso_registration_scopes = sso:account:access',
  ].join('\n');
}

function profileSection({ accountId, roleName, region, portal }: ChosenRole, name: string, session: string): string {
  return [
    `[profile ${name}]`,
    `sso_session = ${session}`,
    `sso_account_id = ${accountId}`,
    `sso_role_name = ${roleName}`,
    `region = ${region ?? portal.region}`,
  ].join('\n');
}

/** A name for each portal's session, numbered where two are alike. */
function sessionNames(portals: readonly StartUrl[]): ReadonlyMap<StartUrl, string> {
  const names = new Map<StartUrl, string>();
  for (const portal of new Set(portals)) {
    const own = shortPortalName(portal);
    const taken = new Set(names.values());
    let name = own;
    for (let number = 2; taken.has(name); number += 1) name = `${own}-${number}`;
    names.set(portal, name);
  }
  return names;
}
