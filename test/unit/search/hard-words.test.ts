import { describe, expect, test } from 'vitest';
import type { Account, App, Directory } from '../../../lib/model/directory';
import type { FoundRow } from '../../../lib/model/found';
import { emptyPersonal, recordLaunch, type Personal } from '../../../lib/model/personal';
import { search } from '../../../lib/model/search';
import { buildIndex } from '../../../lib/model/search-index';
import { account, portal, role } from '../../organisation/organisation';

const names = [
  ...['use1', 'euc1', 'apne1'].flatMap((region) => ['dev', 'prd'].map((stage) => `acme-sci-${stage}-${region}-01`)),
  ...['london', 'ireland', 'paris'].flatMap((city) => ['dev', 'prod'].map((stage) => `${city}-retail-${stage}`)),
  'tokyo-office',
  'osaka-office',
  'payments-prod-eu-west-1',
  'payments-prod-us-east-1',
  'payments-prod',
  'payments-preprod',
  'payments-nonprod',
  'payments-dev',
  'orders-prod',
  'website-prod',
  'website-dev',
  'data-dev',
  'data-prod',
  'data-lake-prod',
  'iot-devices-prod',
  'iot-devices-dev',
  'crm-prod',
  'crm-dev',
  'platform-nonprod',
  'platform-prod',
  'ct-mgmt',
  'Finance & Controlling',
  'Finance Reporting',
  'grafana-westgate',
  'Kundenservice Entwicklung',
  'Kundenservice Abnahme',
  '決済基盤-本番',
  '決済基盤-検証',
  '決済ポータル-本番',
  '支付生产',
  '支付测试',
  'test-runner',
  'Складской учёт',
];

const accounts = names.map((name, at): Account => ({
  portal: portal.startUrl,
  id: account(String(381_998_624_157 + at * 7_919_003_211)),
  name,
  nameAltered: false,
  email: `aws-${at}@example.com`,
  roles: ['admin', 'readonly', ...(name === 'platform-prod' ? ['poweruser'] : [])].map(role),
}));
const apps = ['Grafana Staging', 'Grafana Production', 'Slack'].map((name, at): App => ({
  portal: portal.startUrl,
  id: `ins-${at}`,
  name,
  kind: name,
}));
const directory: Directory = { portals: [portal], accounts, apps };
const plainIndex = buildIndex(directory, emptyPersonal, 0);

describe('a region', () => {
  test.each([
    ['acme sci prd euc1 01 rds frankfurt', 'acme-sci-prd-euc1-01/rds@eu-central-1'],
    ['sci prd euc1 01 rds frankfurt', 'acme-sci-prd-euc1-01/rds@eu-central-1'],
    ['sci prd euc1 01 rds frank', 'acme-sci-prd-euc1-01/rds@eu-central-1'],
    ['sci prd euc1 01 rds virginia', 'acme-sci-prd-euc1-01/rds@us-east-1'],
    ['sci dev use1 s3 eu central 1', 'acme-sci-dev-use1-01/s3@eu-central-1'],
    ['tokyo office lambda virginia', 'tokyo-office/lambda@us-east-1'],
    ['payments prod eu-west-1 lambda frankfurt', 'payments-prod-eu-west-1/lambda@eu-central-1'],
    ['payments prod us east 1 lambda eu west 1', 'payments-prod-us-east-1/lambda@eu-west-1'],
    ['london retail prod s3 ireland', 'london-retail-prod/s3@eu-west-1'],
    ['ireland retail prod s3 london', 'ireland-retail-prod/s3@eu-west-2'],
    ['paris retail dev ireland', 'paris-retail-dev/console@eu-west-1'],
  ])('is part of the account’s name, another one is meant: %s', (typed, intended) => {
    expect(firstOf(typed)).toBe(intended);
  });

  test.each([
    ['sci prd use1 01 s3', 'acme-sci-prd-use1-01/s3@us-east-1'],
    ['sci prd apne1 s3', 'acme-sci-prd-apne1-01/s3@ap-northeast-1'],
    ['acme use1 s3', 'acme-sci-dev-use1-01/s3@us-east-1'],
    ['london retail prod s3', 'london-retail-prod/s3@eu-west-2'],
    ['london retail s3', 'london-retail-dev/s3@eu-west-2'],
    ['payments prod us-east-1 s3', 'payments-prod-us-east-1/s3@us-east-1'],
    ['payments eu west 1 s3', 'payments-prod-eu-west-1/s3@eu-west-1'],
  ])('is part of the account’s name and the one that is meant: %s', (typed, intended) => {
    expect(firstOf(typed)).toBe(intended);
  });

  test.each([
    ['sci prd eu-central-1', 'acme-sci-prd-euc1-01'],
    ['sci dev frankfurt', 'acme-sci-dev-euc1-01'],
    ['sci dev us east 1 adm', 'acme-sci-dev-use1-01'],
    ['payments prod euw1', 'payments-prod-eu-west-1'],
    ['payments virginia', 'payments-prod-us-east-1'],
    ['sci prd s3 tokyo', 'acme-sci-prd-apne1-01/s3@ap-northeast-1'],
    ['payments prod s3 dublin', 'payments-prod-eu-west-1/s3@eu-west-1'],
  ])('is written otherwise in the account’s name: %s', (typed, intended) => {
    expect(firstOf(typed)).toBe(intended);
  });

  test.each([
    ['orders prod s3 ireland', 'orders-prod/s3@eu-west-1'],
    ['s3 orders prod frank', 'orders-prod/s3@eu-central-1'],
    ['orders prod euc1 rds frankfurt', 'orders-prod/rds@eu-central-1'],
    ['orders prod us east 1', 'orders-prod/console@us-east-1'],
    ['orders prod s3 us east', 'orders-prod/s3@us-east-1'],
    ['orders prod lambda eu-central', 'orders-prod/lambda@eu-central-1'],
    ['orders prod lambda eu central 2', 'orders-prod/lambda@eu-central-2'],
    ['orders prod ec2 US West (Oregon)', 'orders-prod/ec2@us-west-2'],
    ['orders prod ec2 Europe (Stockholm)', 'orders-prod/ec2@eu-north-1'],
    ['orders prod ec2 asia pacific tokyo', 'orders-prod/ec2@ap-northeast-1'],
    ['orders prod lambda eu-w', 'orders-prod/lambda@eu-west-1'],
    ['orders prod lambda eu-wes', 'orders-prod/lambda@eu-west-1'],
    ['orders prod lambda eu-wset-1', 'orders-prod/lambda@eu-west-1'],
    ['orders prod s3 ire', 'orders-prod/s3@eu-west-1'],
    ['orders prod s3 irelnd', 'orders-prod/s3@eu-west-1'],
    ['orders prod s3 frankfrut', 'orders-prod/s3@eu-central-1'],
    ['orders prod rds Sydeny', 'orders-prod/rds@ap-southeast-2'],
  ])('is no part of the account’s name: %s', (typed, intended) => {
    expect(firstOf(typed)).toBe(intended);
  });
});

describe('a service that is begun or misspelt', () => {
  test.each([
    ['data dev dynam', 'data-dev/dynamodb'],
    ['iot devices prod lamb', 'iot-devices-prod/lambda'],
    ['iot devices dev lamdba', 'iot-devices-dev/lambda'],
    ['crm prod dyanmo', 'crm-prod/dynamodb'],
    ['crm prod iam users', 'crm-prod/iamusers'],
    ['crm prod secrets manger', 'crm-prod/secretsmanager'],
  ])('%s', (typed, intended) => {
    expect(firstOf(typed)).toBe(intended);
  });
});

describe('a page that is named after the service in whose console it is', () => {
  test.each([
    ['crm prod cw logs', 'crm-prod/logs'],
    ['cw alarms crm dev', 'crm-dev/cloudwatchalarms'],
    ['crm prod ec2 security groups', 'crm-prod/securitygroups'],
    ['crm prod ec2 load bal', 'crm-prod/loadbalancers'],
    ['vpc subnets data dev', 'data-dev/subnets'],
    ['data dev ssm session manager euw1', 'data-dev/sessionmanager@eu-west-1'],
    ['orders prod r53 hosted zones', 'orders-prod/hostedzones'],
    ['orders prod ecs clusters', 'orders-prod/ecs'],
    ['rds snapshots orders prod', 'orders-prod/rds'],
    ['platform prod vpc peering', 'platform-prod/vpc'],
  ])('%s', (typed, intended) => {
    expect(firstOf(typed)).toBe(intended);
  });
});

describe('an account’s number', () => {
  const id = accounts[names.indexOf('crm-prod')]?.id ?? '';
  const dashed = id.replace(/^(\d{4})(\d{4})/, '$1-$2-');

  test.each([
    `Account ID: ${dashed}`,
    `acct ${id}`,
    `AWS account no. ${dashed.replaceAll('-', ' ')}`,
    `"arn:aws:iam::${id}:root"`,
    `'arn:aws:iam::${id}:role/foo'`,
    `role_arn = arn:aws:iam::${id}:role/foo`,
    `${id}.dkr.ecr.eu-west-1.amazonaws.com/repo:tag`,
    `arn:aws:s3:::bucket/${id}`,
    `account ending in ${id.slice(-4)}`,
    `acct id ${id.slice(0, 6)}`,
    ...[5, 6, 7, 8, 9, 10, 11].map((typed) =>
      id
        .slice(0, typed)
        .replace(/^(\d{4})(\d{1,4})/, '$1 $2 ')
        .trim(),
    ),
  ])('is found in %s', (typed) => {
    expect(firstOf(typed).split(/[|/]/)[0]).toBe('crm-prod');
  });

  test.each(['number', 'id'])('is not found with the word %s behind it, which may be meant for an action', (word) => {
    expect(search(plainIndex, `${id} ${word}`, { nowMs: 0, limit: 9 }).rows).toEqual([]);
  });
});

describe('what was typed with another layout of the keyboard on', () => {
  test.each([
    ['in Russian', 'зфньутеы зкщв', 'payments-prod'],
    ['in Russian, of a role and a service', 'скь зкщв фвьшт ы3', 'crm-prod/s3'],
    ['in Russian, with a typing error', 'зфньутуы вум', 'payments-dev'],
    ['in Hebrew', "'קנדןאק גקה", 'website-dev'],
  ])('%s: %s', (_, typed, intended) => {
    expect(firstOf(typed)).toBe(intended);
  });

  test('is only that where the words as they are find nothing', () => {
    expect(firstOf('учёт')).toBe('Складской учёт');
  });
});

describe('words that are written otherwise than in the name', () => {
  test.each([
    ['payments pre prod', 'payments-preprod'],
    ['web site prod', 'website-prod'],
    ['finance and controlling', 'Finance & Controlling'],
    ['website prod 🚀', 'website-prod'],
    ['platform np', 'platform-nonprod'],
    ['management', 'ct-mgmt'],
    ['platform pu', 'platform-prod|poweruser'],
    ['pu', 'platform-prod|poweruser'],
    ['grafana stg', 'app:Grafana Staging'],
    ['payments porduction', 'payments-prod'],
    ['duta prod', 'data-prod'],
    ['ordre prod', 'orders-prod'],
    ['paymentsp dev', 'payments-dev'],
    ['kundenservice dev', 'Kundenservice Entwicklung'],
    ['uat kundenservice', 'Kundenservice Abnahme'],
    ['orders produktion', 'orders-prod'],
    ['決済基盤 prod', '決済基盤-本番'],
    ['测试', '支付测试'],
    ['生产', '支付生产'],
    ['生产 支付', '支付生产'],
  ])('%s', (typed, intended) => {
    expect(firstOf(typed)).toBe(intended);
  });

  test.each([
    ['pp', 'payments-prod'],
    ['payments p', 'payments-prod'],
    ['payments pr', 'payments-prod'],
  ])('mean production where they may mean what comes before it as well: %s', (typed, intended) => {
    expect(firstOf(typed)).toBe(intended);
  });

  test('are not taken for a word of a name that was opened often', () => {
    const used = ['payments-preprod', 'payments-nonprod'].reduce(launchedTenTimes, emptyPersonal);
    expect(firstOf('paymnts prod', used)).toBe('payments-prod');
  });
});

describe('beginnings run together, as of a language without spaces', () => {
  test.each([
    ['決済検証', '決済基盤-検証'],
    ['決済ポ本番', '決済ポータル-本番'],
    ['本番決済基', '決済基盤-本番'],
    ['складуч', 'Складской учёт'],
  ])('%s', (typed, intended) => {
    expect(firstOf(typed)).toBe(intended);
  });
});

function firstOf(typed: string, personal = emptyPersonal): string {
  const index = personal === emptyPersonal ? plainIndex : buildIndex(directory, personal, 0);
  const [row] = search(index, typed, { nowMs: 0, limit: 20 }).rows;
  return row ? told(row) : 'nothing';
}

/** `app:name`, `account` with its usual role or none, `account|role`, `account/service@region`. */
function told({ entry, app, account: of, roleName, roles }: FoundRow): string {
  if (app) return `app:${app.name}`;
  const name = of?.name ?? '';
  if (entry.kind === 'service') return `${name}/${entry.service}${entry.region ? `@${entry.region}` : ''}`;
  return entry.kind === 'role' && roleName !== roles?.[0] ? `${name}|${roleName}` : name;
}

function launchedTenTimes(personal: Personal, name: string): Personal {
  const of = accounts.find((one) => one.name === name);
  if (!of) throw new Error(`no account ${name}`);
  const entry = { kind: 'account', portal: of.portal, accountId: of.id } as const;
  return Array.from({ length: 10 }).reduce<Personal>((known) => recordLaunch(known, entry, 0), personal);
}
