import { describe, expect, test } from 'vitest';
import { type FileContent, readFile, readText } from '../../../lib/model/import/read-file';
import { cpuMs } from '../cpu-time';

function imported(content: FileContent) {
  if (content.kind !== 'foreign') throw new Error(`not taken for another tool’s: ${JSON.stringify(content)}`);
  return content.imported;
}
const read = (text: string) => imported(readText(text));

describe('AWS Extend Switch Roles', () => {
  test('gives roles to switch to, by ARN or by account and name, with colour and name', () => {
    const { format, chained, notes } = read(`[profile marketingadmin]
role_arn = arn:aws:iam::123456789012:role/marketingadmin
color = ffaaee

[anotheraccount]
aws_account_id = 987654321987
role_name = anotherrole
region=ap-northeast-1
color=bbeeff
`);
    expect(format).toBe('extend-switch-roles');
    expect(chained).toEqual([
      {
        accountId: '123456789012',
        roleName: 'marketingadmin',
        label: 'marketingadmin',
        colour: '#ffaaee',
        from: undefined,
      },
      {
        accountId: '987654321987',
        roleName: 'anotherrole',
        label: 'anotheraccount',
        colour: '#bbeeff',
        from: undefined,
      },
    ]);
    expect(notes).toEqual([]);
  });

  test('may give a colour in three digits, as style sheets do', () => {
    const { chained, notes } = read('[a]\naws_account_id = 111111111111\nrole_name = Admin\ncolor = F0a\n');
    expect(chained).toMatchObject([{ colour: '#ff00aa' }]);
    expect(notes).toEqual([]);
  });

  test('gives each of several roles that have one name', () => {
    const { chained } = read(`[Admin]
aws_account_id = 111111111111
role_name = Admin
[Admin]
role_arn = arn:aws:iam::222222222222:role/Admin
`);
    expect(chained.map(({ accountId }) => accountId)).toEqual(['111111111111', '222222222222']);
  });

  test('gives base accounts their names, and tells what is known by an alias only', () => {
    const { accounts, chained, notes } = read(`[organization1]
aws_account_id = your-account-alias

[Org1-Account1-Role1]
role_arn = arn:aws:iam::123456789012:role/Role1
source_profile = organization1

[baseaccount2]
aws_account_id = 0000-0000-0000

[AnotherRole]
role_name = SomeOtherRole
aws_account_id = account-3-alias
`);
    expect(accounts).toEqual([{ accountId: '000000000000', label: 'baseaccount2' }]);
    expect(chained).toMatchObject([{ accountId: '123456789012', roleName: 'Role1', from: undefined }]);
    expect(notes).toEqual([
      { why: 'alias', line: 1, what: 'organization1' },
      { why: 'source-unknown', line: 4, what: 'Org1-Account1-Role1' },
      { why: 'alias', line: 11, what: 'AnotherRole' },
    ]);
  });
});

describe('~/.aws/config', () => {
  test('gives portals, and chained roles that know where they are switched to from', () => {
    const { format, portals, chained, accounts } = read(`[sso-session my-sso]
sso_region = us-east-1
sso_start_url = https://my-sso-portal.awsapps.com/start
sso_registration_scopes = sso:account:access

[profile dev]
sso_session = my-sso
sso_account_id = 111122223333
sso_role_name = SampleRole
region = eu-west-1
s3 =
  max_concurrent_requests = 20
  role_arn = arn:aws:iam::999999999999:role/nested

[profile deploy]
role_arn = arn:aws:iam::444455556666:role/team/Deploy
source_profile = dev
`);
    expect(format).toBe('aws-config');
    expect(portals).toEqual([{ startUrl: 'https://my-sso-portal.awsapps.com/start', region: 'us-east-1' }]);
    expect(accounts).toEqual([{ accountId: '111122223333', roleName: 'SampleRole', region: 'eu-west-1' }]);
    expect(chained).toEqual([
      {
        accountId: '444455556666',
        roleName: 'team/Deploy',
        label: 'deploy',
        colour: undefined,
        from: { portal: 'https://my-sso-portal.awsapps.com/start', accountId: '111122223333', roleName: 'SampleRole' },
      },
    ]);
  });

  test('never reads keys and programs; it tells their lines and not what they say', () => {
    const content = read(`[default]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = wJalrXUtnFEMIsecret
[profile x]
credential_process = /opt/evil --now
role_arn = arn:aws:iam::444455556666:role/Deploy
`);
    expect(content.notes).toEqual([
      { why: 'secret', line: 2, what: 'aws_access_key_id' },
      { why: 'secret', line: 3, what: 'aws_secret_access_key' },
      { why: 'secret', line: 5, what: 'credential_process' },
    ]);
    expect(JSON.stringify(content)).not.toMatch(/AKIA|secretX|wJalr|evil/);
    expect(content.chained).toHaveLength(1);
  });

  test('leaves out addresses, accounts and roles that are none', () => {
    const { portals, accounts, chained, notes } = read(`[profile a]
sso_start_url = https://awsapps.com.evil.example/start
sso_account_id = 1111
sso_role_name = Admin
region = moon-1
[profile b]
role_arn = arn:aws:iam::111111111111:role/x&account=2
color = red;background:url(https://evil.example)
`);
    expect({ portals, accounts, chained }).toEqual({ portals: [], accounts: [], chained: [] });
    expect(notes.map(({ why, line }) => [why, line])).toEqual([
      ['portal', 1],
      ['region', 1],
      ['account', 1],
      ['colour', 6],
      ['role', 6],
    ]);
  });

  test('tells which portals it leaves without a region, unless it says one elsewhere', () => {
    const { portals, notes } = read(`[profile a]
sso_start_url = https://my-sso-portal.awsapps.com/start
sso_region = us-east-1
[profile b]
sso_start_url = https://my-sso-portal.awsapps.com/start
[sso-session c]
sso_start_url = https://d-1234567890.awsapps.com/start
[sso-session d]
sso_start_url = https://d-0987654321.awsapps.com/start
sso_region = moon-1
[sso-session e]
sso_start_url = https://start.us-gov-home.awsapps.com/directory/d-1234567890
sso_region = eu-west-1
`);
    expect(portals.map(({ region }) => region).toSorted()).toEqual(['us-east-1', undefined, undefined, undefined]);
    expect(notes).toEqual([
      { why: 'region-missing', line: 6, what: 'c' },
      { why: 'region', line: 8, what: 'd' },
      { why: 'region', line: 11, what: 'e' },
    ]);
  });

  test('may say a profile in several places, where what is said last counts', () => {
    const { portals, accounts, chained } = read(`[profile a]
sso_session = s
sso_account_id = 111122223333
sso_role_name = Admin
region = eu-west-1
[sso-session s]
sso_start_url = https://my-sso-portal.awsapps.com/start
[profile b]
role_arn = arn:aws:iam::444455556666:role/Deploy
[profile a]
region = us-east-1
[sso-session s]
sso_region = us-east-1
[profile b]
source_profile = a
`);
    expect(portals).toEqual([{ startUrl: 'https://my-sso-portal.awsapps.com/start', region: 'us-east-1' }]);
    expect(accounts).toEqual([{ accountId: '111122223333', roleName: 'Admin', region: 'us-east-1' }]);
    expect(chained).toMatchObject([{ accountId: '444455556666', from: { accountId: '111122223333' } }]);
  });

  test('may part keys and values by a colon, as its own reader lets it', () => {
    const { portals, accounts, notes } = read(`[profile a]
sso_start_url: https://my-sso-portal.awsapps.com/start?x=y
sso_region : us-east-1
sso_account_id: 111122223333
sso_role_name = Admin
region: eu-west-1
`);
    expect(portals).toEqual([{ startUrl: 'https://my-sso-portal.awsapps.com/start', region: 'us-east-1' }]);
    expect(accounts).toEqual([{ accountId: '111122223333', roleName: 'Admin', region: 'eu-west-1' }]);
    expect(notes).toEqual([]);
  });

  test.each([
    '[本番]',
    '[🔥 prod]',
    '[Prod, EU]',
    '[(old) prod]',
    '[111111111111]',
    '["my prod"]',
    '[profile x] # mine',
    '[profile x] ; mine',
    '[null]',
  ])('may begin with the section %s', (section) => {
    expect(read(`${section}\nrole_arn = arn:aws:iam::444455556666:role/Deploy\n`).chained).toHaveLength(1);
  });

  test('with 5,000 profiles is read within a second', () => {
    const profiles = Array.from({ length: 5_000 }, (_, at) => {
      const id = String(100_000_000_000 + at);
      return `[profile p${at}]\nrole_arn = arn:aws:iam::${id}:role/Admin\nsource_profile = p${at - 1}\ncolor = 00ff00\n`;
    });
    const text = profiles.join('\n');
    expect(cpuMs(() => read(text))).toBeLessThan(1_000);
    expect(read(text).chained).toHaveLength(5_000);
  });
});

describe('AWS SSO Extender', () => {
  const profile = { color: '187df0', favorite: true, label: 'CustomProfileName', iamRoles: [] };

  test('gives the roles to switch to of its export', () => {
    const iamRole = {
      profileId: 'p-7977aadd145dad95',
      accountId: '391111111111',
      roleName: 'KubernetesAdmin',
      color: 'ff0040',
      label: 'KubeAdmin',
    };
    const { format, chained, notes } = read(
      JSON.stringify({
        user: {
          displayName: '',
          colorDefault: '222f3e',
          profiles: { 'p-7977aadd145dad95': { color: '', label: null, favorite: false, iamRoles: [iamRole] } },
        },
      }),
    );
    expect(format).toBe('sso-extender');
    expect(chained).toEqual([
      {
        accountId: '391111111111',
        roleName: 'KubernetesAdmin',
        label: 'KubeAdmin',
        colour: '#ff0040',
        from: undefined,
      },
    ]);
    expect(notes).toEqual([{ why: 'source-unknown', line: 1, what: 'KubernetesAdmin' }]);
  });

  test('says that a profile’s id alone names no account', () => {
    expect(read(JSON.stringify({ user: { profiles: { 'p-69d38fe42417a8ab': profile } } }))).toMatchObject({
      accounts: [],
      notes: [{ why: 'profile-unknown', what: 'p-69d38fe42417a8ab' }],
    });
  });

  test('gives label, colour and favourite where the export lists the profiles themselves', () => {
    const custom = { profiles: { 'p-69d38fe42417a8ab': profile } };
    const appProfiles = [
      { searchMetadata: { AccountId: '111111111111' }, profile: { id: 'p-69d38fe42417a8ab', name: 'Admin' } },
    ];
    expect(
      read(JSON.stringify({ users: [{ custom, managedActiveDirectoryId: 'd-1234567890' }], appProfiles })),
    ).toMatchObject({
      portals: [{ startUrl: 'https://d-1234567890.awsapps.com/start' }],
      notes: [{ why: 'region-missing', line: 1, what: 'd-1234567890.awsapps.com' }],
      accounts: [
        {
          accountId: '111111111111',
          roleName: 'Admin',
          label: 'CustomProfileName',
          colour: '#187df0',
          isFavourite: true,
        },
      ],
    });
  });

  test('gives labels and colours of accounts', () => {
    const accounts = { '111111111111': { label: 'Payments', color: '#FF0000' }, constructors: {} };
    expect(read(JSON.stringify({ user: { accounts, profiles: {} } }))).toMatchObject({
      accounts: [{ accountId: '111111111111', label: 'Payments', colour: '#ff0000' }],
      notes: [{ why: 'account' }],
    });
  });
});

describe('AWS Peacock Management Console', () => {
  test('gives colours of accounts, comments and all', () => {
    const { format, accounts, notes } = read(`[
  // the first that matches counts
  { "env": { "account": "111111111111" }, "style": { "navigationBackgroundColor": "#65c89b", "accountMenuButtonBackgroundColor": "#945bc4" } },
  /* dev */
  { "env": [ { "account": "222222222222", "region": "us-east-1" }, { "account": "333333333333" }, ],
    "style": { "accountMenuButtonBackgroundColor": "#bf0060" } },
]`);
    expect(format).toBe('peacock');
    expect(accounts).toEqual([
      { accountId: '111111111111', colour: '#65c89b' },
      { accountId: '333333333333', colour: '#bf0060' },
    ]);
    expect(notes).toEqual([{ why: 'one-region', line: 2, what: '222222222222 · us-east-1' }]);
  });

  test('in its older form lists accounts and regions', () => {
    const text = JSON.stringify([
      {
        accounts: ['111111111111', 123456789012, 7],
        regions: ['eu-west-1'],
        style: { navigationBackgroundColor: '#111111' },
      },
    ]);
    expect(read(text)).toMatchObject({
      accounts: [],
      notes: [
        { why: 'one-region', what: '111111111111 · eu-west-1' },
        { why: 'one-region', what: '123456789012 · eu-west-1' },
        { why: 'account', what: 'env' },
      ],
    });
  });

  test('tells a region that there is not, and takes its colour for no other', () => {
    const env = { account: '111111111111', region: 'moon-1' };
    expect(read(JSON.stringify([{ env, style: { navigationBackgroundColor: '#111111' } }]))).toMatchObject({
      accounts: [],
      notes: [{ why: 'region', line: 1, what: 'env' }],
    });
  });

  test.each(['red;background:url(https://evil.example)', 'expression(1)', 'var(--x)', 'red'])(
    'with the colour %j gives none',
    (navigationBackgroundColor) => {
      const text = JSON.stringify([{ env: { account: '111111111111' }, style: { navigationBackgroundColor } }]);
      expect(read(text)).toMatchObject({ accounts: [], notes: [{ why: 'colour' }] });
    },
  );
});

describe('another tool’s file in JSON', () => {
  test.each([
    [
      'AWS SSO Extender',
      { user: { accounts: { '111111111111': { label: 'Pay' } }, accessToken: 'eyJhbGciOi' } },
      'user.accessToken',
    ],
    ['Peacock', [{ env: { account: '111111111111' }, style: {}, refreshToken: 'eyJhbGciOi' }], '0.refreshToken'],
  ])('of %s with a token in it is refused, and the token not repeated', (_, value, where) => {
    for (const text of [JSON.stringify(value), `// exported\n${JSON.stringify(value)}`]) {
      expect(readText(text)).toEqual({ kind: 'refused', problem: 'secret', where });
    }
  });
});

describe('a file', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const config = '[profile a]\nrole_arn = arn:aws:iam::111111111111:role/x\n';

  test('may begin with the mark of UTF-8, and may have the line ends of Windows', () => {
    expect(imported(readFile(bytes(`\uFEFF${config.replaceAll('\n', '\r\n')}`))).chained).toHaveLength(1);
  });

  test.each([
    [
      'in UTF-16',
      new Uint8Array(new Uint16Array([...`\uFEFF${config}`].map((sign) => sign.charCodeAt(0))).buffer),
      'encoding',
    ],
    ['of bytes that are no text', new Uint8Array([0xff, 0xfe, 0, 1]), 'encoding'],
    ['with NUL in it', bytes('[profile a]\0'), 'encoding'],
    ['without anything in it', bytes(' \n'), 'empty'],
    ['of more than 2 MB', new Uint8Array(2 * 1_024 * 1_024 + 1), 'too-large'],
    ['of something else', bytes('{"hello": "world"}'), 'unknown-format'],
    ['of no format at all', bytes('hello'), 'invalid'],
    ['with a list in JSON that breaks off', bytes('["a"]\n["b"'), 'invalid'],
    ['with a list in JSON of nobody’s', bytes('[111111111111]\n'), 'unknown-format'],
    ['with a list in JSON behind a comment', bytes('// mine\n["a", {"b": 1]\n'), 'invalid'],
  ])('%s is refused', (_, content, problem) => {
    expect(readFile(content)).toMatchObject({ kind: 'refused', problem });
  });
});
