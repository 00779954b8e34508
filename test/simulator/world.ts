/** Plain data that says what a simulated AWS holds. */
export interface World {
  readonly portals: readonly WorldPortal[];
  /** Console sessions live side by side on hosts of their own, as with "Turn on multi-session". */
  readonly multiSession: boolean;
}

export interface WorldPortal {
  /** Start URL without a trailing slash. */
  readonly startUrl: string;
  readonly region: string;
  readonly directoryId: string;
  readonly user: { readonly name: string; readonly email: string };
  readonly accounts: readonly WorldAccount[];
  readonly apps: readonly WorldApp[];
}

export interface WorldAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
}

export interface WorldApp {
  /** `ins-…` */
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Where the person lands after sign-in to the app. */
  readonly url: string;
}

/** Deterministic numbers in [0, 1) from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const teams = [
  'payments',
  'checkout',
  'identity',
  'search',
  'catalog',
  'shipping',
  'billing',
  'mobile',
  'web',
  'data-platform',
  'analytics',
  'machine-learning',
  'fraud',
  'notifications',
  'support',
  'partner-api',
  'inventory',
  'pricing',
  'loyalty',
  'content',
  'media',
  'iot-fleet',
  'warehouse',
  'hr-systems',
  'finance',
  'legal',
  'observability',
  'edge',
];
const stages = ['prod', 'staging', 'dev', 'test', 'sandbox'];
const permissionSets = [
  'AdministratorAccess',
  'PowerUserAccess',
  'ReadOnlyAccess',
  'ViewOnlyAccess',
  'DeveloperAccess',
  'Billing',
  'SecurityAudit',
  'NetworkAdministrator',
  'DatabaseAdministrator',
  'SupportUser',
  'SystemAdministrator',
  'DataScientist',
];
const saas: readonly (readonly [name: string, kind: string])[] = [
  ['Slack', 'Slack'],
  ['GitHub Enterprise', 'GitHub Enterprise Cloud'],
  ['Salesforce', 'Salesforce'],
  ['Jira & Confluence', 'Atlassian'],
  ['Datadog', 'Datadog'],
  ['PagerDuty', 'PagerDuty'],
  ['Tableau', 'Tableau'],
  ['Zoom', 'Zoom'],
  ['Expense Reports', 'Custom SAML 2.0 application'],
  ['Figma', 'Figma'],
  ['Snowflake (EU)', 'Snowflake'],
  ["Ops' Wiki", 'Custom SAML 2.0 application'],
];

/** A believable organisation of any size; the same seed gives the same one. */
export function organisation(seed: number, accounts: number, apps: number): Pick<WorldPortal, 'accounts' | 'apps'> {
  const random = randomFrom(seed);
  return {
    accounts: Array.from({ length: accounts }, (_, index) => accountOf(seed, index, random)),
    apps: Array.from({ length: apps }, (_, index) => appOf(seed, index)),
  };
}

function accountOf(seed: number, index: number, random: () => number): WorldAccount {
  const team = teams[Math.floor(index / stages.length) % teams.length] ?? 'team';
  const stage = stages[index % stages.length] ?? 'dev';
  const round = Math.floor(index / (teams.length * stages.length));
  const name = round === 0 ? `${team}-${stage}` : `${team}-${stage}-${String(round + 1).padStart(2, '0')}`;
  return { id: accountNumber(seed, index), name, email: `aws+${name}@example.com`, roles: rolesOf(index, random) };
}

/** Twelve digits, all different within a seed; some start with zero. */
function accountNumber(seed: number, index: number): string {
  return String((index * 7_919_717 + seed * 104_729 + 20_011_337) % 999_999_999_989).padStart(12, '0');
}

function rolesOf(index: number, random: () => number): string[] {
  if (index === 7) return Array.from({ length: 40 }, (_, n) => `Team-${String(n + 1).padStart(2, '0')}_Access`);
  const count = 1 + Math.floor(random() * random() * 8);
  const first = Math.floor(random() * 3);
  return Array.from(
    { length: count },
    (_, n) => permissionSets[(first + n) % permissionSets.length] ?? 'ReadOnlyAccess',
  ).sort();
}

function appOf(seed: number, index: number): WorldApp {
  const [name, kind] = saas[index % saas.length] ?? ['App', 'Custom SAML 2.0 application'];
  const round = Math.floor(index / saas.length);
  const id = `ins-${(seed * 1_000 + index).toString(16).padStart(16, 'a')}`;
  const host = name
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
  return { id, name: round === 0 ? name : `${name} ${round + 1}`, kind, url: `https://${host}.app.example/home` };
}
