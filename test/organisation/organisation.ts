import { type AccountId, parseAccountId, parseRoleName, type RoleName } from '../../lib/model/account';
import type { Account, App, Directory, Portal } from '../../lib/model/directory';
import { parsePortalAddress } from '../../lib/model/portal';
import { createRandom } from './random';

const address = parsePortalAddress('https://d-1234567890.awsapps.com/start');
if (!address.ok) throw new Error('the portal of the tests has no portal address');

export const portal: Portal = {
  startUrl: address.address.startUrl,
  region: 'eu-west-1',
  partition: 'aws',
  name: '',
};

/** Accounts that the tables of queries name; every organisation has them. */
const known: readonly (readonly [name: string, email?: string])[] = [
  ...['payments', 'orders', 'checkout', 'identity', 'catalog', 'search', 'shipping', 'pricing'].flatMap((team) =>
    ['dev', 'staging', 'prod'].map((stage) => [`${team}-${stage}`] as const),
  ),
  ...['raw', 'lake', 'prod', 'dev', 'ml'].map((part) => [`data-platform-${part}`] as const),
  ['log-archive'],
  ['audit'],
  ['network-hub'],
  ['shared-services'],
  ['management'],
  ['backup'],
  ['config'],
  ['security-tooling'],
  ['sandbox-alice', 'alice.meyer@example.com'],
  ['sandbox-bob', 'bob.okafor@example.com'],
  ['sandbox-zoë', 'zoe.dubois@example.com'],
  ['Zürich Trading Prod'],
  ['Zürich Trading Dev'],
  ['café-pos-prod'],
  ['CustomerPortalProd'],
  ['CustomerPortalDev'],
  ['mobile_app_backend_prod'],
  ['mobile_app_backend_dev'],
  ['支付生产'],
  ['支付测试'],
  ['legacy-42', 'mainframe.team@example.com'],
  ['team-042-dev'],
  ['team-007-prod'],
  ['eks-cluster-prod-eu-west-1'],
  ['eks-cluster-prod-us-east-1'],
  ['corp-it-helpdesk'],
  ['analytics-prd'],
  ['analytics-stg'],
  ['machine-learning-research'],
  ['internal-developer-platform'],
  ['web-frontend-prod'],
  ['web-frontend-staging'],
  ['fraud-detection-prod'],
  ['risk-engine-prod'],
  ['bi-reporting'],
];

const teams =
  'atlas,apollo,billing-core,beacon,cargo,claims,compass,crm,delta,dispatch,edge,ember,falcon,fleet,forge,gateway,harbor,horizon,insight,inventory,iris,jupiter,kepler,kiosk,ledger,loyalty,lumen,market,media,mercury,meteor,nimbus,notify,nova,onboarding,orbit,partner,phoenix,pipeline,portal,pulse,quartz,reports,returns,rocket,saturn,sentinel,sigma,stream,summit,supply,telemetry,titan,tracking,vault,vector,vega,wallet,warehouse,zenith'.split(
    ',',
  );
const parts =
  'api,app,batch,cache,core,data,events,files,jobs,mail,ops,portal,proxy,queue,store,sync,ui,web,worker'.split(',');
const stages = 'dev,test,qa,staging,preprod,prod,prod-eu,prod-us,sandbox,dr'.split(',');

const everyone = ['AdministratorAccess', 'ReadOnlyAccess'];
const some = [
  'PowerUserAccess',
  'ViewOnlyAccess',
  'Billing',
  'DeveloperAccess',
  'SecurityAudit',
  'NetworkAdministrator',
  'DatabaseAdmin',
  'SupportUser',
  'DataScientist',
  'SystemAdministrator',
];

const appNames =
  'Slack,GitHub Enterprise,Salesforce,Jira,Confluence,Datadog,PagerDuty,Grafana Cloud,Zoom,Okta Admin,Workday,Snowflake,New Relic,ServiceNow,Miro,Figma,Notion,Terraform Cloud'.split(
    ',',
  );

/** An organisation with about as many account-and-role entries as asked, at least those that the tables name. */
export function organisation(entries: number, seed = 1): Directory {
  const random = createRandom(seed);
  const accounts: Account[] = [];
  const ids = new Set<string>();
  let count = 0;

  function add(name: string, email: string, roles: readonly string[]): void {
    let id = '';
    do id = String(100_000_000_000 + Math.floor(random.next() * 899_999_999_999));
    while (ids.has(id));
    ids.add(id);
    const named = roles.map(role).sort();
    accounts.push({ portal: portal.startUrl, id: account(id), name, nameAltered: false, email, roles: named });
    count += roles.length;
  }

  for (const [name, email] of known) add(name, email ?? `aws+${slug(name)}@example.com`, [...everyone, ...some]);
  for (let number = 1; count < entries; number++) {
    const name = [
      random.pick(teams),
      random.pick(parts),
      random.below(4) === 0 ? String(random.below(900)) : '',
      random.pick(stages),
    ]
      .filter(Boolean)
      .join(random.below(8) === 0 ? '_' : '-');
    const extra = some.filter(() => random.below(3) === 0);
    add(name, `aws-${number}+${slug(name)}@example.com`, [...everyone, ...extra]);
  }
  const apps = appNames.map((name, at): App => ({
    portal: portal.startUrl,
    id: `ins-${String(at).padStart(16, '0')}`,
    name,
    kind: at % 3 === 0 ? 'Custom SAML 2.0 application' : name,
  }));
  return { portals: [portal], accounts, apps };
}

function slug(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

export function account(id: string): AccountId {
  const parsed = parseAccountId(id);
  if (!parsed) throw new Error(`not an account id: ${id}`);
  return parsed;
}

export function role(name: string): RoleName {
  const parsed = parseRoleName(name);
  if (!parsed) throw new Error(`not a role name: ${name}`);
  return parsed;
}
