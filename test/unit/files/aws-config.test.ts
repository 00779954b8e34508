import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AccountId, RoleName } from '../../../lib/model/account';
import { awsConfig, type ChosenRole } from '../../../lib/model/aws-config';
import type { Portal } from '../../../lib/model/directory';
import { parseIni } from '../../../lib/model/import/ini';
import { parsePortalAddress } from '../../../lib/model/portal';
import { defaultTemplate, templateProblem } from '../../../lib/model/profile-name';

function portalAt(address: string, region = 'eu-west-1'): Portal {
  const parsed = parsePortalAddress(address);
  if (!parsed.ok) throw new Error('not a portal');
  return { startUrl: parsed.address.startUrl, region, partition: parsed.address.partition, name: '' };
}

const one = portalAt('https://d-1234567890.awsapps.com/start');
const other = portalAt('https://ssoins-1234567890abcdef.portal.eu-central-1.app.aws', 'eu-central-1');

function role(accountId: string, accountName: string, roleName: string, portal = one): ChosenRole {
  return { portal, accountId: accountId as AccountId, accountName, roleName: roleName as RoleName };
}

const names = (chosen: readonly ChosenRole[], template = defaultTemplate) =>
  awsConfig(chosen, template).profiles.map(({ name }) => name);

describe('the file for the command line', () => {
  test('has one session for each portal and one profile for each role', () => {
    const chosen = [role('111111111111', 'Payments Prod', 'Admin'), role('222222222222', 'Lab', 'ReadOnly', other)];
    expect(awsConfig(chosen, defaultTemplate).text).toBe(`[sso-session d-1234567890]
sso_start_url = https://d-1234567890.awsapps.com/start
sso_region = eu-west-1
sso_registration_scopes = sso:account:access

[sso-session ssoins-1234567890abcdef]
sso_start_url = https://ssoins-1234567890abcdef.portal.eu-central-1.app.aws
sso_region = eu-central-1
sso_registration_scopes = sso:account:access

[profile Payments-Prod-Admin]
sso_session = d-1234567890
sso_account_id = 111111111111
sso_role_name = Admin
region = eu-west-1

[profile Lab-ReadOnly]
sso_session = ssoins-1234567890abcdef
sso_account_id = 222222222222
sso_role_name = ReadOnly
region = eu-central-1
`);
  });

  test('names profiles by the template', () => {
    const [name] = names([role('111111111111', 'Prod', 'Admin')], '{partition}/{portal}_{id}.{role}@{region}');
    expect(name).toBe('aws-d-1234567890_111111111111.Admin@eu-west-1');
  });

  test('gives every one of two roles with the same name its number, and says so', () => {
    const chosen = [
      role('111111111111', 'Prod', 'Admin'),
      role('222222222222', 'Prod', 'Admin'),
      role('333333333333', 'Dev', 'Admin'),
    ];
    expect(awsConfig(chosen, defaultTemplate).profiles).toEqual([
      { name: 'Prod-Admin-111111111111', wanted: 'Prod-Admin' },
      { name: 'Prod-Admin-222222222222', wanted: 'Prod-Admin' },
      { name: 'Dev-Admin', wanted: undefined },
    ]);
  });

  test('tells apart the same account in two portals, and roles that a template cannot', () => {
    expect(names([role('111111111111', 'Prod', 'Admin'), role('111111111111', 'Prod', 'Admin', other)])).toEqual([
      'Prod-Admin-111111111111-d-1234567890',
      'Prod-Admin-111111111111-ssoins-1234567890abcdef',
    ]);
    expect(names([role('111111111111', 'A', 'Admin'), role('111111111111', 'A', 'Audit')], 'x')).toEqual([
      'x-111111111111-d-1234567890',
      'x-111111111111-d-1234567890-2',
    ]);
  });

  test('never makes a profile the default one', () => {
    expect(names([role('111111111111', 'Default', 'x')], '{account}')).toEqual(['account-111111111111']);
  });

  test('leaves out a role whose name could break the file, and says so', () => {
    const { text, leftOut } = awsConfig([role('111111111111', 'Prod', 'Admin ; [profile x]')], defaultTemplate);
    expect(text).toBe('');
    expect(leftOut).toHaveLength(1);
  });

  test('says what is wrong with a template', () => {
    expect(templateProblem(defaultTemplate)).toBeUndefined();
    expect(templateProblem(' ')).toBe('empty');
    expect(templateProblem('x'.repeat(201))).toBe('too-long');
    expect(templateProblem('{account}-{rôle}')).toEqual({ unknown: 'rôle' });
  });

  test('is one profile for each role with a name of its own, whatever the names and the template', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...`ab-.[]\n\r"'#;=% $\`{}é日\u202e`), maxLength: 12 });
    const some = fc.array(
      fc.tuple(fc.constantFrom('111111111111', '222222222222'), hostile, fc.constantFrom('Admin', 'Audit')),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(some, hostile, (rows, template) => {
        const { text } = awsConfig(
          rows.map(([id, name, roleName]) => role(id, name, roleName)),
          template,
        );
        const { sections, strange } = parseIni(text);
        const profiles = sections.map(({ name }) => name).filter((name) => name.startsWith('profile '));
        expect(strange).toEqual([]);
        expect(new Set(profiles).size).toBe(rows.length);
        for (const name of profiles) expect(name).toMatch(/^profile [A-Za-z0-9][\w.@+-]*$/);
        expect(sections.flatMap(({ lines }) => lines.map(({ key }) => key))).toHaveLength(
          rows.length * 4 + (rows.length > 0 ? 3 : 0),
        );
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});
