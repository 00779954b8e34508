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

/** One portal for each documented host form, all with the same small organisation. */
export const hostForms = {
  alias: { ...small, startUrl: 'https://example.awsapps.com/start' },
  'app-aws': at('https://ssoins-1111222233334444.portal.us-east-1.app.aws', 'us-east-1'),
  'portal-amazonaws': at('https://ssoins-1111222233334444.eu-west-1.portal.amazonaws.com', 'eu-west-1'),
  gov: at('https://start.us-gov-home.awsapps.com/directory/d-1234567890', 'us-gov-west-1'),
  'gov-regional': at('https://start.us-gov-east-1.us-gov-home.awsapps.com/directory/example', 'us-gov-east-1'),
  china: at('https://start.home.awsapps.cn/directory/d-1234567890', 'cn-north-1'),
  'china-regional': at('https://ssoins-1111222233334444.cn-north-1.portal.amazonaws.com.cn', 'cn-north-1'),
  'china-dual': at(
    'https://ssoins-1111222233334444.portal.cn-northwest-1.app.amazonwebservices.com.cn',
    'cn-northwest-1',
  ),
  sovereign: at('https://ssoins-1111222233334444.eusc-de-east-1.portal.amazonaws.eu', 'eusc-de-east-1'),
  'sovereign-dual': at(
    'https://ssoins-1111222233334444.portal.eusc-de-east-1.api.amazonwebservices.eu',
    'eusc-de-east-1',
  ),
} satisfies Record<string, WorldPortal>;

/** The same organisation as it shows in its second Region. */
const secondRegion = at('https://ssoins-1111222233334444.eu-central-1.portal.amazonaws.com', 'eu-central-1');

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
  'two-large-portals': () => ({ portals: [{ ...home, ...organisation(6, 500, 5) }, mirror], multiSession: false }),
  'two-regions': () => ({ portals: [hostForms['portal-amazonaws'], secondRegion], multiSession: false }),
  gov: () => one(hostForms.gov),
  china: () => one(hostForms.china),
  sovereign: () => one(hostForms.sovereign),
  'every-host-form': () => ({ portals: Object.values(hostForms), multiSession: false }),
} satisfies Record<string, () => World>;

export type WorldName = keyof typeof worlds;

export function isWorldName(name: string): name is WorldName {
  return Object.hasOwn(worlds, name);
}
