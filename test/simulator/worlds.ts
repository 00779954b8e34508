import { organisation, type World, type WorldAccount, type WorldPortal } from './world';

const jane = { name: 'Jane Doe', email: 'jane.doe@example.com' };

const home: Omit<WorldPortal, 'accounts' | 'apps'> = {
  startUrl: 'https://d-1234567890.awsapps.com/start',
  region: 'eu-west-1',
  directoryId: 'd-1234567890',
  user: jane,
};

const small: WorldPortal = {
  ...home,
  accounts: [
    account('111111111111', 'payments-prod', ['AdministratorAccess', 'ReadOnlyAccess']),
    account('222222222222', 'payments-dev', ['AdministratorAccess', 'DeveloperAccess', 'ReadOnlyAccess']),
    account('333333333333', 'data-platform-staging', ['DataScientist', 'ReadOnlyAccess']),
    account('444444444444', 'Log Archive', ['SecurityAudit']),
    account('055555555555', 'sandbox-jane', ['AdministratorAccess']),
  ],
  apps: organisation(1, 0, 3).apps,
};

const hostileNames: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  'javascript:alert(1)',
  '{{7*7}} ${x} <%= y %>',
  'vart\u202Edorp\u202C-test',
  'zero\u200Bwidth\u2060joined',
  `zalgo${'\u0301\u0302\u0303'.repeat(66)}`,
  'X'.repeat(5_000),
  '',
  '   ',
  '__proto__',
  'constructor',
  'line\r\nbreak\ttab\u0000nul\uFEFFbom',
  'مرحبا prod بالعالم',
  '支払い-本番',
  '🚩 flags 👩‍👩‍👧 here',
  'a&role_name=Admin#%2f..',
  "Robert'); DROP TABLE accounts;--",
];

const hostileRoles = ['Admin/../x', 'Role%2fName', 'A&role_name=Admin', 'Hash#Tag', "Quote'Role", 'Plain'];

const hostile: WorldPortal = {
  ...home,
  accounts: hostileNames.map((name, index) => ({
    id: String(600_000_000_000 + index),
    name,
    email: index % 2 ? '<b>x</b>@example.com' : 'mail?bcc=evil@example.com',
    roles: hostileRoles.slice(0, 1 + (index % hostileRoles.length)),
  })),
  apps: [
    {
      id: 'ins-00000000000000aa',
      name: '<b>bold</b> app',
      kind: 'Custom SAML 2.0 application',
      url: 'https://bold.app.example/',
    },
    {
      id: 'ins-00000000000000bb',
      name: 'constructor',
      kind: 'Custom SAML 2.0 application',
      url: 'https://constructor.app.example/',
    },
  ],
};

const other: WorldPortal = {
  startUrl: 'https://other-org.awsapps.com/start',
  region: 'us-east-1',
  directoryId: 'd-9876543210',
  user: { name: 'Jane (contractor)', email: 'jane@contractor.example' },
  accounts: small.accounts.map(({ id, name }) => account(id, `other ${name}`, ['ContractorAccess'])),
  apps: organisation(2, 0, 2).apps,
};

/** One portal for each documented host form, all with the same small organisation. */
export const hostForms: Readonly<Record<string, WorldPortal>> = {
  alias: { ...small, startUrl: 'https://example.awsapps.com/start' },
  'app-aws': at('https://ssoins-1111222233334444.portal.us-east-1.app.aws', 'us-east-1'),
  'portal-amazonaws': at('https://ssoins-1111222233334444.eu-west-1.portal.amazonaws.com', 'eu-west-1'),
  gov: at('https://start.us-gov-home.awsapps.com/directory/d-1234567890', 'us-gov-west-1'),
  china: at('https://start.home.awsapps.cn/directory/d-1234567890', 'cn-north-1'),
  'china-regional': at('https://ssoins-1111222233334444.cn-north-1.portal.amazonaws.com.cn', 'cn-north-1'),
  sovereign: at('https://ssoins-1111222233334444.eusc-de-east-1.portal.amazonaws.eu', 'eusc-de-east-1'),
};

function at(startUrl: string, region: string): WorldPortal {
  return { ...small, startUrl, region };
}

function account(id: string, name: string, roles: readonly string[]): WorldAccount {
  return { id, name, email: `aws+${name.toLowerCase().replace(/\W+/g, '-')}@example.com`, roles };
}

function one(portal: WorldPortal, multiSession = false): World {
  return { portals: [portal], multiSession };
}

/** Every world that has a name, made when asked for. */
export const worlds = {
  small: () => one(small),
  'small-multi-session': () => one(small, true),
  medium: () => one({ ...home, ...organisation(3, 300, 12) }),
  large: () => one({ ...home, ...organisation(4, 1_000, 12) }),
  huge: () => one({ ...home, ...organisation(5, 7_000, 24) }),
  hostile: () => one(hostile),
  'two-portals': () => ({ portals: [small, other], multiSession: false }),
  'every-host-form': () => ({ portals: Object.values(hostForms), multiSession: false }),
} satisfies Record<string, () => World>;

export type WorldName = keyof typeof worlds;

export function isWorldName(name: string): name is WorldName {
  return Object.hasOwn(worlds, name);
}
