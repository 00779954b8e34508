import type { Account, App, Directory } from '../../lib/model/directory';
import { emptyPersonal, type Personal, rename, setGroup } from '../../lib/model/personal';
import { account, portal, role } from './organisation';
import { createRandom } from './random';

/** One company's way to name things, and how a person there has labelled and grouped some of them. */
export interface Style {
  readonly says: string;
  readonly directory: Directory;
  readonly personal: Personal;
}

interface Plan {
  readonly says: string;
  readonly names: readonly string[];
  readonly roles: readonly string[];
  /** Roles that only some accounts have, by a word of the account's name; all others have `roles`. */
  readonly extra?: Readonly<Record<string, readonly string[]>>;
  readonly email: (name: string, at: number) => string;
  readonly apps?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly groups?: Readonly<Record<string, readonly string[]>>;
}

export function each(
  names: readonly string[],
  stages: readonly string[],
  join: (name: string, stage: string) => string,
) {
  return names.flatMap((name) => stages.map((stage) => join(name, stage)));
}

const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

const plans: readonly Plan[] = [
  {
    says: 'the stage first (a bank)',
    names: [
      ...each(
        'card-issuing,card-acquiring,core-ledger,kyc,aml-screening,fx-pricing,treasury,open-banking,mobile-bff,data-warehouse,ml-scoring,observability,ci-runners,lending-origination,lending-servicing,customer-360,notifications,statements,limits,disputes,merchant-portal,partner-api,savings,pensions,branch-it'.split(
          ',',
        ),
        ['prd', 'stg', 'dev', 'sbx'],
        (team, stage) => `${stage}-${team}`,
      ),
      'org-root',
      'org-log-archive',
      'org-audit',
      'org-network',
      'org-dns',
      'org-backup-vault',
      'org-security',
    ],
    roles: ['AWSAdministratorAccess', 'AWSPowerUserAccess', 'AWSReadOnlyAccess', 'Engineer', 'OnCall', 'FinanceViewer'],
    extra: { 'org-root': ['AWSOrganizationsFullAccess', 'BreakGlass'], 'org-network': ['NetworkOperator'] },
    email: (name, at) => `aws-${at}+${name}@finch.example`,
    apps: [
      'Slack',
      'GitHub',
      'Snowflake',
      'Grafana',
      'Okta',
      'Jira Service Management',
      'Splunk Cloud',
      'LaunchDarkly',
    ],
    labels: { 'prd-core-ledger': 'The Books', 'sbx-kyc': 'Playground Lena' },
    groups: { 'On call week': ['prd-card-issuing', 'prd-core-ledger'] },
  },
  {
    says: 'CamelCase (an insurer)',
    names: [
      ...each(
        'PolicyAdmin,ClaimsEngine,DataLakeIngest,DataLakeConsume,BrokerPortal,QuoteService,RatingEngine,DocumentStore,IdentityHub,PaymentGateway,Telematics,FraudWatch,HrPortal,AgentDesktop,CallCenter,RiskModel,Actuarial,Reinsurance,LegacyMainframe,WebShop,MobileApp,ApiGateway,EventBus'.split(
          ',',
        ),
        ['Prod', 'Uat', 'Test', 'Dev'],
        (team, stage) => `${team}${stage}`,
      ),
      'SharedServices',
      'SecurityTooling',
      'LogArchive',
      'NetworkHubEU',
      'NetworkHubUS',
      'MasterPayer',
    ],
    roles: ['CloudAdmin', 'AppDeveloper', 'AppSupport', 'Auditor', 'ReadOnly'],
    extra: { NetworkHubEU: ['NetworkOps'], NetworkHubUS: ['NetworkOps'], MasterPayer: ['BillingAdmin'] },
    email: (name, at) => `cloud.${at}.${name.toLowerCase()}@assure.example`,
    apps: ['ServiceNow', 'Confluence', 'Datadog EU', 'Power BI', 'SAP Concur'],
    labels: { LegacyMainframeProd: 'Big Iron' },
    groups: { 'Project Phoenix': ['QuoteServiceUat', 'RatingEngineUat'] },
  },
  {
    says: 'numbers and codes (a telecom)',
    names: [
      ...Array.from({ length: 120 }, (_, at) => {
        const number = String(at + 1).padStart(4, '0');
        const what = ['core-nw', 'billing', 'crm', 'oss', 'bss', 'iot', 'tv', 'shop', 'hr', 'ran'][at % 10] ?? '';
        return `tel-${number}-${what}-${['p', 't', 'd'][Math.floor(at / 10) % 3] ?? 'p'}`;
      }),
      ...Array.from({ length: 60 }, (_, at) => `acct${String(at + 1).padStart(3, '0')}`),
      ...each(
        ['BU1_HR', 'BU1_FIN', 'BU2_CRM', 'BU2_ERP', 'BU3_PIM', 'BU3_WMS'],
        ['PRD', 'TST', 'DEV'],
        (a, b) => `${a}_${b}`,
      ),
      'lab5g-munich',
      'lab5g-osaka',
    ],
    roles: ['admin', 'operator', 'viewer', 'l2-support'],
    extra: { BU1_HR_PRD: ['hr-data-steward'], BU2_ERP_PRD: ['sap-basis'] },
    email: (name, at) => `${slug(name)}.${at}@telco.example`,
    groups: { 'Migration wave 2': ['tel-0012-billing-t', 'acct042'] },
  },
  {
    says: 'one prefix and long names (a consultancy)',
    names: [
      ...each(
        'aachen-stadtwerke,bergmann-logistics,bergmann-logistik-west,castor-pharma,castor-pharma-trials,delta-foods,eiffel-rail,fjord-salmon,gamma-optics,helios-energy,helios-energy-grid,iberia-tiles,juno-fashion,kappa-robotics,lumen-lighting'.split(
          ',',
        ),
        ['prod', 'nonprod', 'sandbox'],
        (client, stage) => `nordlicht-client-${client}-${stage}`,
      ),
      'nordlicht-internal-shared-infrastructure-networking-prod-eu',
      'nordlicht-internal-shared-infrastructure-networking-prod-us',
      'nordlicht-internal-shared-infrastructure-networking-test-eu',
      'nordlicht-internal-shared-infrastructure-monitoring-prod-eu',
      'nordlicht-internal-finance',
      'nordlicht-internal-people-and-culture',
      'nordlicht-internal-website',
      'nordlicht-internal-sandbox-ana',
      'nordlicht-internal-sandbox-anna',
      'nordlicht-internal-sandbox-annika',
    ],
    roles: ['AdministratorAccess', 'ConsultantAccess', 'ViewOnlyAccess', 'Billing'],
    email: (name, at) => `nl-aws-${at}@${name.split('-')[2] ?? 'x'}.example`,
    apps: ['Miro', 'Microsoft 365', 'Personio', 'GitLab', 'Harvest'],
    labels: { 'nordlicht-client-fjord-salmon-prod': 'Fishy' },
    groups: { Germany: ['nordlicht-client-aachen-stadtwerke-prod', 'nordlicht-client-lumen-lighting-prod'] },
  },
  {
    says: 'many languages (a retailer)',
    names: [
      'Kundenportal Produktion',
      'Kundenportal Abnahme',
      'Kundenportal Entwicklung',
      'Lohnbuchhaltung Produktion',
      'Lohnbuchhaltung Entwicklung',
      'Bestandsführung Test',
      'Straßenverkauf Süd',
      'Facturación Producción',
      'Facturación Pruebas',
      'Almacén Central',
      'Comptabilité Préprod',
      'Comptabilité Prod',
      'Données Patients',
      'Bücherei Æther',
      'Łódź Magazyn',
      'Çağrı Merkezi',
      'Складской учёт',
      'Складской тест',
      '請求基盤-本番',
      '請求基盤-検証',
      '電商平台 测试',
      '電商平台 生产',
      'Größenberatung KI',
      'Ærø Færge',
      'Smørrebrød Shop Prod',
      'naïve-bayes-lab',
      ...each(
        ['Filiale', 'Lager', 'Onlineshop', 'Marketing', 'Kasse'],
        ['Nord', 'Süd', 'Ost', 'West'],
        (a, b) => `${a} ${b}`,
      ),
    ],
    roles: ['Administrator', 'Entwickler', 'NurLesen', 'Finance-ReadOnly', 'SoloLectura'],
    email: (name, at) => `it-${at}.${slug(name) || 'konto'}@handel.example`,
    apps: ['Personio', 'SAP S/4HANA', 'DATEV', 'Zeiterfassung'],
    labels: { 'Straßenverkauf Süd': 'Eiswagen 🍦' },
  },
  {
    says: 'near-equal names (a platform company)',
    names: [
      ...each(
        each(['api', 'app', 'web', 'worker', 'batch'], ['eu', 'us', 'ap'], (a, b) => `${a}-${b}`),
        ['prod-1', 'prod-2', 'staging-1', 'dev-1', 'dev-2', 'dev-10', 'dev-11'],
        (a, b) => `${a}-${b}`,
      ),
      ...each(
        ['tenant-alpha', 'tenant-alpine', 'tenant-alps', 'tenant-beta', 'tenant-bet365'],
        ['prod', 'staging'],
        (a, b) => `${a}-${b}`,
      ),
      'data-eng',
      'data-engine',
      'data-engineering',
      'test',
      'testing',
      'test-tools',
      'prod',
      'production-support',
      'security',
      'security-prod',
      'security-audit-prod',
      'iam-tools',
      's3-archive-prod',
      'lambda-workers-dev',
      'admin',
      'admin-tools',
      'billing',
      'billing-prod',
      'support-desk',
    ],
    roles: [
      'AdministratorAccess',
      'PowerUserAccess',
      'ReadOnlyAccess',
      'ViewOnlyAccess',
      'SecurityAudit',
      'Billing',
      'SRE',
      'DataEngineer',
    ],
    email: (name, at) => `root+${at}.${name}@platform.example`,
    apps: ['AWS Config Dashboard', 'Security Hub Viewer', 'Support Portal', 'Billing Cockpit'],
  },
  {
    says: 'phrases with spaces and brackets (a public body)',
    names: [
      ...each(
        [
          'Ministry of Health - Patient Records',
          'Ministry of Health - Vaccination',
          'Tax Office - e-Filing',
          'Tax Office - Fraud Analytics',
          'Land Registry',
          'Passport Office (Biometrics)',
          'Police National Computer',
          'Courts & Tribunals',
          'Met Office Forecasts',
          'National Archives',
          'Driver Licensing',
        ],
        ['Live', 'Pre-Production', 'Development'],
        (a, b) => `${a} (${b})`,
      ),
      'Shared: DNS & Certificates',
      'Shared: Central Logging',
      'Shared: Break-glass',
      'Innovation Lab #1',
      'Innovation Lab #2',
      'Innovation Lab #12',
    ],
    roles: ['PS_ReadOnly', 'PS_Operations', 'PS_Developer', 'PS_SecurityOps', 'PS_FullAdmin'],
    extra: { 'Shared: Break-glass': ['EmergencyAccess'] },
    email: (_, at) => `hosting-team+${String(at).padStart(3, '0')}@gov.example`,
    apps: ['Amazon Managed Grafana', 'Azure DevOps', 'GOV Notify', 'ServiceDesk+', 'Tableau'],
    labels: { 'Land Registry (Live)': 'LR live – careful' },
    groups: { 'Tier 1': ['Police National Computer (Live)', 'Passport Office (Biometrics) (Live)'] },
  },
  {
    says: 'dots, versions and short names (a game studio)',
    names: [
      ...each(
        [
          'dragonfall.login',
          'dragonfall.matchmaking',
          'dragonfall.telemetry',
          'starforge2.login',
          'starforge2.shop',
          'starforge2.chat',
          'kartz.leaderboard',
          'kartz.ghosts',
        ],
        ['live', 'ptr', 'dev'],
        (a, b) => `${a}.${b}`,
      ),
      'prod',
      'dev',
      'qa',
      'infra',
      'ml',
      'dns',
      'ci',
      'build-farm-mac',
      'build-farm-win',
      'build-farm-linux',
      'anti-cheat',
      'community-forum',
      'esports-2025',
      'esports-2026',
      'player-support',
      'player-identity',
      'payments-eu',
      'payments-us',
      'payments-jp',
      'gpu-render-a',
      'gpu-render-b',
    ],
    roles: ['admin', 'dev', 'readonly', 'liveops', 'EKSAdmin', 'S3ReadOnly', 'L1Support'],
    email: (_, at) => `aws.root.${at}@studio.example`,
    apps: ['Perforce Swarm', 'JetBrains Space', 'Discord Admin', 'Unity Cloud', 'Backtrace'],
    labels: { 'dragonfall.login.live': 'DF login 🐉' },
  },
  {
    says: 'one word in many (a conglomerate)',
    names: [
      ...each(
        each(
          ['retail', 'wholesale', 'logistics', 'media', 'energy'],
          ['platform', 'analytics', 'integration', 'identity'],
          (a, b) => `contoso-${a}-${b}`,
        ),
        ['production', 'staging', 'development', 'disaster-recovery'],
        (a, b) => `${a}-${b}`,
      ),
      'contoso-landing-zone-management',
      'contoso-landing-zone-log-archive',
      'contoso-landing-zone-audit',
      'contoso-transit-network-eu-central',
      'contoso-transit-network-eu-west',
      'contoso-transit-network-us-east',
      'contoso-sandbox-hans.zimmer',
      'contoso-sandbox-hans.peter',
      'contoso-sandbox-maria.garcia',
      'contoso-acquisition-fabrikam-prod',
      'contoso-acquisition-fabrikam-nonprod',
    ],
    roles: [
      'PlatformAdministrator',
      'PlatformEngineer',
      'ApplicationOwner',
      'SecurityAnalyst',
      'CostAnalyst',
      'BreakGlassAdministrator',
      'ReadOnlyAccess',
    ],
    email: (name, at) => `cloud-${at}.${name.split('-').slice(1, 3).join('.')}@contoso.example`,
    apps: ['Workday', 'Zscaler', 'Sentry', 'Sentinel', 'Miro', 'Dynatrace'],
    groups: { Black: ['contoso-energy-platform-production'], 'Blue team': ['contoso-media-identity-production'] },
  },
];

/** Companies with naming styles unlike the organisation that the ranking was first tuned with. */
export const styles: readonly Style[] = plans.map(made);

export function made(plan: Plan, number: number): Style {
  const random = createRandom(77 + number);
  const accounts = plan.names.map((name, at): Account => {
    const id = account(String(100_000_000_000 + Math.floor(random.next() * 899_999_999_999)));
    const roles = [...plan.roles, ...(plan.extra?.[name] ?? [])].map(role).sort();
    return { portal: portal.startUrl, id, name, nameAltered: false, email: plan.email(name, at), roles };
  });
  const apps = (plan.apps ?? []).map((name, at): App => ({
    portal: portal.startUrl,
    id: `ins-${String(at).padStart(16, '0')}`,
    name,
    kind: name,
  }));
  const idOf = (name: string): Account['id'] => {
    const found = accounts.find((one) => one.name === name);
    if (!found) throw new Error(`no account ${name}`);
    return found.id;
  };
  let personal = emptyPersonal;
  for (const [name, label] of Object.entries(plan.labels ?? {}))
    personal = rename(personal, idOf(name), { label, emoji: '', note: '' });
  for (const [name, members] of Object.entries(plan.groups ?? {}))
    personal = setGroup(personal, { name, accounts: members.map(idOf) });
  return { says: plan.says, directory: { portals: [portal], accounts, apps }, personal };
}
