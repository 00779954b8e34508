import { describe, expect, test } from 'vitest';
import type { Portal } from '../../../lib/model/directory';
import { entryKey, type RoleEntry } from '../../../lib/model/entry';
import { emptyPersonal, type Personal, pin, recordLaunch } from '../../../lib/model/personal';
import { search } from '../../../lib/model/search';
import { buildIndex } from '../../../lib/model/search-index';
import { meets, typedText } from '../../organisation/judge';
import { portal, role } from '../../organisation/organisation';
import type { Case } from '../../organisation/queries';
import { each, made, type Style } from '../../organisation/styles';

/** One company, what somebody there has pinned and opened, and what they type. */
interface Company {
  readonly plan: Parameters<typeof made>[0];
  readonly portal?: Portal;
  readonly pinned?: readonly string[];
  /** Each `account|role` with how often. */
  readonly opened?: Readonly<Record<string, number>>;
  readonly cases: readonly Case[];
}

const email = (name: string): string => `aws+${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}@company.test`;

const companies: readonly Company[] = [
  {
    plan: {
      says: 'a bank whose roles are made by hand',
      names: [
        ...each(['core-banking', 'cards-issuing', 'payments-hub', 'fraud-detection'], ['dev', 'uat', 'prd'], hyphened),
        'core-banking-dr',
        'org-management',
        'sandbox-jsmith',
      ].map((name) => `acme-${name}`),
      roles: ['AWSAdministratorAccess', 'AWSReadOnlyAccess', 'billing-ro', 'DBA', 'break-glass', 'NetworkOps'],
      email,
      apps: ['ServiceNow', 'GitHub Enterprise', 'PagerDuty'],
      labels: { 'acme-core-banking-prd': 'Crown Jewels' },
      groups: { 'PCI scope': ['acme-cards-issuing-prd'] },
    },
    cases: [
      ['acbp', 'acme-core-banking-prd'],
      ['crown', 'acme-core-banking-prd'],
      ['pci cards', 'acme-cards-issuing-prd'],
      ['payments hub prd ro', 'acme-payments-hub-prd|AWSReadOnlyAccess'],
      ['payments prd billing', 'acme-payments-hub-prd|billing-ro'],
      ['breakglass core prd', 'acme-core-banking-prd|break-glass'],
      ['dba cards uat', 'acme-cards-issuing-uat|DBA'],
      ['cards issuing prd rds dba', 'acme-cards-issuing-prd|DBA/rds'],
      ['fraudd dev', 'acme-fraud-detection-dev'],
      ['frayd uat', 'acme-fraud-detection-uat'],
      ['core prd cw logs', 'acme-core-banking-prd/logs'],
      ['core prd lambda use1', 'acme-core-banking-prd/lambda@us-east-1'],
      ['acne payments hub dev', 'acme-payments-hub-dev'],
      ['mgmt billing ro', 'acme-org-management|billing-ro'],
      ['snow', 'app:ServiceNow'],
      ['ghe', 'app:GitHub Enterprise'],
    ],
  },
  {
    plan: {
      says: 'a platform team with team, service, stage and region in each name',
      names: [
        ...each(
          each(each(['plat', 'data', 'pay'], ['ingress', 'kafka', 'ledger'], hyphened), ['prod', 'dev'], hyphened),
          ['use1', 'euw1'],
          hyphened,
        ),
        ...['001', '007', '012'].map((number) => `tenant-${number}-prod-use1`),
        'plat-eks-prod-use1-01',
        'plat-eks-prod-use1-02',
        'bidder-eu-central-1',
        'org-root',
      ],
      roles: ['PlatformAdmin', 'PowerUserAccess', 'ReadOnlyAccess', 'AWSServiceCatalogEndUserAccess', 'EKS-Viewer'],
      email,
      apps: ['ArgoCD Prod', 'ArgoCD Staging', 'Terraform Cloud'],
      groups: { tier0: ['data-kafka-prod-euw1'] },
    },
    pinned: ['pay-ledger-prod-use1|ReadOnlyAccess'],
    opened: { 'data-kafka-prod-use1|ReadOnlyAccess': 8, 'pay-ledger-prod-use1|ReadOnlyAccess': 3 },
    cases: [
      ['kafka', 'data-kafka-prod-use1'],
      ['ledger', 'pay-ledger-prod-use1'],
      ['pay ledger prod admin', 'pay-ledger-prod-use1|PlatformAdmin'],
      ['data kafka dev eu-west-1', 'data-kafka-dev-euw1'],
      ['data kafka dev ireland', 'data-kafka-dev-euw1'],
      ['plat ingress dev virginia admin', 'plat-ingress-dev-use1|PlatformAdmin'],
      ['bidder euc1', 'bidder-eu-central-1'],
      ['bidder frankfurt s3', 'bidder-eu-central-1/s3@eu-central-1'],
      ['pay ledger dev use1 rds eu-west-1', 'pay-ledger-dev-use1/rds@eu-west-1'],
      ['tier0', 'data-kafka-prod-euw1'],
      ['tenant 7', 'tenant-007-prod-use1'],
      ['ten 12 ro', 'tenant-012-prod-use1|ReadOnlyAccess'],
      ['eks prod 2', 'plat-eks-prod-use1-02'],
      ['PlatIngressProdUse1', 'plat-ingress-prod-use1'],
      ['catalog end user root', 'org-root|AWSServiceCatalogEndUserAccess'],
      ['argocd stg', 'app:ArgoCD Staging'],
      ['#tenant-012-prod-use1:dashes ro', 'tenant-012-prod-use1|ReadOnlyAccess'],
    ],
  },
  {
    plan: {
      says: 'a grown start-up that writes everything together',
      names: [
        ...each(['WebApp', 'UserProfile', 'OrderMgmt', 'SearchIndex'], ['Prod', 'PreProd', 'Dev'], (a, b) => a + b),
        'DataWarehouseProd',
        'NetworkHub',
        'SandboxBobK',
        'MasterPayer',
      ],
      roles: ['AWSAdministratorAccess', 'AWSPowerUserAccess', 'AWSReadOnlyAccess', 'CloudTeamAdmin', 'SupportTier2'],
      email: (name) => (name === 'MasterPayer' ? 'treasury@company.test' : email(name)),
      apps: ['Snowflake', 'New Relic', 'Looker'],
      labels: {},
      groups: { 'Payments Squad': ['OrderMgmtProd'] },
    },
    opened: { 'WebAppProd|SupportTier2': 9 },
    cases: [
      ['webapp', 'WebAppProd'],
      ['wap', 'WebAppProd'],
      ['webapp prod ro', 'WebAppProd|AWSReadOnlyAccess'],
      ['webapp pre-prod', 'WebAppPreProd'],
      ['usr profile prod', 'UserProfileProd'],
      ['ordre mgmt prod', 'OrderMgmtProd'],
      ['order management dev tier2', 'OrderMgmtDev|SupportTier2'],
      ['serach index dev', 'SearchIndexDev'],
      ['treasury', 'MasterPayer'],
      ['payer cost explorer', 'MasterPayer/costexplorer'],
      ['networkhub vpc subnets', 'NetworkHub/subnets'],
      ['webapp prod ec2 security groups', 'WebAppProd/securitygroups'],
      ['webapp prod ssm session manager', 'WebAppProd/sessionmanager'],
      ['webapp prod cloudwtach', 'WebAppProd/cloudwatch'],
      ['webapp prod s3 eu-central', 'WebAppProd/s3@eu-central-1'],
      ['webapp dev ec2 US West (Oregon)', 'WebAppDev/ec2@us-west-2'],
      ['nr', 'app:New Relic'],
    ],
  },
  {
    plan: {
      says: 'an authority in GovCloud',
      names: [
        ...each(['DOT-FHWA-GIS', 'DOT-FAA-NOTAM', 'VA-BenefitsHub'], ['PROD', 'PREPROD', 'TEST'], hyphened),
        'Enterprise Logging (IL4)',
        'Enterprise Logging (IL5)',
        'Forensics',
        'SOC Tooling',
      ],
      roles: ['GovAdmin', 'ISSO-ReadOnly', 'ISSM', 'SystemOwner', 'CloudOps_L2'],
      email: (name) => ({ Forensics: 'dfir@agency.test', 'SOC Tooling': 'soc-watch@agency.test' })[name] ?? email(name),
      apps: ['eMASS', 'Tenable.sc'],
    },
    portal: { ...portal, partition: 'aws-us-gov', region: 'us-gov-west-1' },
    cases: [
      ['gis prod isso', 'DOT-FHWA-GIS-PROD|ISSO-ReadOnly'],
      ['gis prod ro', 'DOT-FHWA-GIS-PROD|ISSO-ReadOnly'],
      ['dot gis pre-prod', 'DOT-FHWA-GIS-PREPROD'],
      ['vbhp', 'VA-BenefitsHub-PROD'],
      ['benifits prod', 'VA-BenefitsHub-PROD'],
      ['logging il5', 'Enterprise Logging (IL5)'],
      ['il4 logging s3', 'Enterprise Logging (IL4)/s3'],
      ['dfir', 'Forensics'],
      ['soc watch', 'SOC Tooling'],
      ['gis prod s3 us-gov-west-1', 'DOT-FHWA-GIS-PROD/s3@us-gov-west-1'],
      ['gis prod ec2 gov east', 'DOT-FHWA-GIS-PROD/ec2@us-gov-east-1'],
      ['notam test cloudfromation', 'DOT-FAA-NOTAM-TEST/cloudformation'],
      ['l2 notam preprod', 'DOT-FAA-NOTAM-PREPROD|CloudOps_L2'],
      ['e mass', 'app:eMASS'],
    ],
  },
];

describe.each(companies.map((company) => [company.plan.says, company] as const))('in %s', (_, company) => {
  const { directory, personal } = of(company);
  const index = buildIndex(directory, personal, 0);

  test.each(company.cases.map((one) => [typedText(one, directory), one[1]] as const))('%s is %s', (typed, intended) => {
    const [first] = search(index, typed, { nowMs: 0, limit: 20 }).rows;
    expect(first && meets(first, intended) ? intended : first?.key).toBe(intended);
  });
});

function hyphened(one: string, other: string): string {
  return `${one}-${other}`;
}

function of({ plan, portal: own = portal, pinned = [], opened = {} }: Company): Omit<Style, 'says'> {
  const style = made(plan, plan.names.length);
  const directory = { ...style.directory, portals: [own] };
  const entryOf = (text: string): RoleEntry => {
    const [name, roleName = ''] = text.split('|');
    const account = directory.accounts.find((one) => one.name === name);
    if (!account) throw new Error(`no account ${name}`);
    return { kind: 'role', portal: account.portal, accountId: account.id, roleName: role(roleName) };
  };
  let personal: Personal = { ...emptyPersonal, ...style.personal };
  for (const text of pinned) personal = pin(personal, entryKey(entryOf(text)));
  for (const [text, times] of Object.entries(opened))
    for (let time = 0; time < times; time++) personal = recordLaunch(personal, entryOf(text), 0);
  return { directory, personal };
}
