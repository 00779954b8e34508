import type { WorldAccount, WorldApp, WorldPortal } from './world';

/** Accounts that every organisation has once, with the people who get in. */
const core: readonly (readonly [name: string, roles: readonly string[]])[] = [
  ['management', ['AdministratorAccess', 'Billing', 'ReadOnlyAccess']],
  ['log-archive', ['SecurityAudit']],
  ['security-audit', ['AdministratorAccess', 'SecurityAudit', 'ViewOnlyAccess']],
  ['network-hub', ['NetworkAdministrator', 'ReadOnlyAccess']],
  ['shared-services', ['AdministratorAccess', 'DeveloperAccess', 'ReadOnlyAccess']],
  ['backup-vault', ['ViewOnlyAccess']],
];
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
/** An acquired company names its accounts in its own way. */
const acquired = ['Northwind Retail', 'Blue Harbor Bank', 'Kestrel Health (EU)'];
const acquiredStages = ['Production', 'UAT', 'Development'];
const people = ['jane', 'omar', 'lucía', 'kenji', 'aïcha', 'björn', 'priya', 'tomasz'];
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
  'Data_Scientist-EU',
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
/** The account at this place has a role for each of many teams. */
const CROWDED = 7;
const CROWDED_ROLES = 120;

/** A believable organisation of any size; the same seed gives the same one. */
export function organisation(seed: number, accounts: number, apps: number): Pick<WorldPortal, 'accounts' | 'apps'> {
  const random = randomFrom(seed);
  return {
    accounts: Array.from({ length: accounts }, (_, index) => accountOf(seed, index, random)),
    apps: Array.from({ length: apps }, (_, index) => appOf(seed, index)),
  };
}

/** Deterministic numbers in [0, 1) from a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function accountOf(seed: number, index: number, random: () => number): WorldAccount {
  const [name, roles] = core[index] ?? [nameOf(index - core.length), rolesOf(index, random)];
  const local = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return { id: accountNumber(seed, index), name, email: `aws+${local}@example.com`, roles };
}

/** Twelve digits, spread over their whole range (golden ratio), all different within a seed; some start with zero. */
function accountNumber(seed: number, index: number): string {
  return String((index * 618_033_988_749 + seed * 104_729_104_729) % 999_999_999_989).padStart(12, '0');
}

function nameOf(index: number): string {
  // Two accounts of one name: only the id tells them apart.
  if (index > 0 && index % 97 === 0) return nameOf(index - 1);
  if (index % 31 === 30)
    return `sandbox-${people[Math.floor(index / 31) % people.length] ?? 'jane'}${rounds(index, 248)}`;
  if (index % 23 === 22) return acquiredName(Math.floor(index / 23));
  const team = teams[Math.floor(index / stages.length) % teams.length] ?? 'team';
  return `${team}-${stages[index % stages.length] ?? 'dev'}${rounds(index, teams.length * stages.length)}`;
}

function acquiredName(index: number): string {
  const company = acquired[index % acquired.length] ?? 'Northwind Retail';
  const stage = acquiredStages[Math.floor(index / acquired.length) % acquiredStages.length] ?? 'Production';
  return `${company} – ${stage}${rounds(index, acquired.length * acquiredStages.length)}`;
}

/** '' in the first round of a cycle, then `-02`, `-03` … */
function rounds(index: number, cycle: number): string {
  const round = Math.floor(index / cycle);
  return round === 0 ? '' : `-${String(round + 1).padStart(2, '0')}`;
}

/** One to twelve roles, few for most accounts. */
function rolesOf(index: number, random: () => number): string[] {
  if (index === CROWDED)
    return Array.from({ length: CROWDED_ROLES }, (_, n) => `Team-${String(n + 1).padStart(3, '0')}_Access`);
  const count = 1 + Math.floor(random() * random() * permissionSets.length);
  const first = Math.floor(random() * 3);
  const own = Array.from({ length: count }, (_, n) => permissionSets[(first + n) % permissionSets.length] ?? '');
  return own.sort();
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
