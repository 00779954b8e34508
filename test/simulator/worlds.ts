import { hostileDirectory } from './hostile-world';
import { organisation } from './organisation';
import type { World, WorldAccount, WorldPortal } from './world';

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

const hostile: WorldPortal = { ...home, ...hostileDirectory };

const other: WorldPortal = {
  startUrl: 'https://other-org.awsapps.com/start',
  region: 'us-east-1',
  directoryId: 'd-9876543210',
  user: { name: 'Jane (contractor)', email: 'jane@contractor.example' },
  accounts: small.accounts.map(({ id, name }) => account(id, `other ${name}`, ['ContractorAccess'])),
  apps: organisation(2, 0, 2).apps,
};

/** Another organisation's portal with the very account numbers of the first, in the same Region. */
const mirror: WorldPortal = {
  ...other,
  region: home.region,
  accounts: organisation(6, 500, 5).accounts.map(({ id, name, roles }) =>
    account(
      id,
      `other ${name}`,
      roles.map((role) => `Other${role}`),
    ),
  ),
};

/** Where the portal of each documented host form stands; the Region is the one of its Identity Center. */
const places = {
  'directory-id': ['https://d-1212121212.awsapps.com/start', 'eu-west-1'],
  alias: ['https://example.awsapps.com/start', 'ap-southeast-2'],
  'app-aws': ['https://ssoins-1111222233334444.portal.us-east-1.app.aws', 'us-east-1'],
  'portal-amazonaws': ['https://ssoins-2222333344445555.eu-west-1.portal.amazonaws.com', 'eu-west-1'],
  gov: ['https://start.us-gov-home.awsapps.com/directory/d-1234567890', 'us-gov-west-1'],
  'gov-regional': ['https://start.us-gov-east-1.us-gov-home.awsapps.com/directory/example', 'us-gov-east-1'],
  'gov-app-aws': ['https://ssoins-3333444455556666.portal.us-gov-west-1.app.aws', 'us-gov-west-1'],
  'gov-portal-amazonaws': ['https://ssoins-4444555566667777.us-gov-east-1.portal.amazonaws.com', 'us-gov-east-1'],
  china: ['https://start.home.awsapps.cn/directory/d-1234567890', 'cn-north-1'],
  'china-directory': ['https://start.cn-northwest-1.home.awsapps.cn/directory/example', 'cn-northwest-1'],
  'china-alias': ['https://example.awsapps.cn/start', 'cn-north-1'],
  'china-regional': ['https://ssoins-5555666677778888.cn-north-1.portal.amazonaws.com.cn', 'cn-north-1'],
  'china-dual': [
    'https://ssoins-6666777788889999.portal.cn-northwest-1.app.amazonwebservices.com.cn',
    'cn-northwest-1',
  ],
  sovereign: ['https://ssoins-7777888899990000.eusc-de-east-1.portal.amazonaws.eu', 'eusc-de-east-1'],
  'sovereign-dual': [
    'https://ssoins-8888999900001111.portal.eusc-de-east-1.api.amazonwebservices.eu',
    'eusc-de-east-1',
  ],
} as const satisfies Record<string, readonly [startUrl: string, region: string]>;

export type HostForm = keyof typeof places;
export const hostFormNames = Object.keys(places) as readonly HostForm[];

/** One portal for each documented host form: organisations of one shape, whose names and numbers tell them apart. */
export const hostForms = Object.fromEntries(hostFormNames.map((form) => [form, portalAt(form)])) as Readonly<
  Record<HostForm, WorldPortal>
>;

function portalAt(form: HostForm): WorldPortal {
  const [startUrl, region] = places[form];
  const mark = String(hostFormNames.indexOf(form) + 1).padStart(2, '0');
  return {
    startUrl,
    region,
    directoryId: `d-00000000${mark}`,
    user: jane,
    accounts: small.accounts.map(({ id, name, roles }) => account(`${mark}${id.slice(2)}`, `${name} ${form}`, roles)),
    apps: small.apps.map(({ id, name, kind }) => ({
      id: `${id.slice(0, -5)}${mark}${id.slice(-3)}`,
      name: `${name} ${form}`,
      kind,
      url: `https://${name.toLowerCase().replace(/\W+/g, '-')}-${form}.app.example/`,
    })),
  };
}

/** One organisation as it shows in its first Region and in a second one. */
const firstRegion = { ...small, startUrl: 'https://ssoins-1111222233334444.eu-west-1.portal.amazonaws.com' };
const secondRegion = {
  ...small,
  startUrl: 'https://ssoins-1111222233334444.eu-central-1.portal.amazonaws.com',
  region: 'eu-central-1',
};

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
  'two-large-portals': () => ({ portals: [{ ...home, ...organisation(6, 500, 5) }, mirror], multiSession: false }),
  'two-regions': () => ({ portals: [firstRegion, secondRegion], multiSession: false }),
  gov: () => one(hostForms.gov),
  china: () => one(hostForms.china),
  sovereign: () => one(hostForms.sovereign),
  'every-host-form': () => ({ portals: Object.values(hostForms), multiSession: false }),
} satisfies Record<string, () => World>;

export type WorldName = keyof typeof worlds;

export function isWorldName(name: string): name is WorldName {
  return Object.hasOwn(worlds, name);
}
