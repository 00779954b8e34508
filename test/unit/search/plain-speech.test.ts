import { describe, expect, test } from 'vitest';
import type { Account, App, Directory } from '../../../lib/model/directory';
import { emptyPersonal, type Personal, recordLaunch } from '../../../lib/model/personal';
import { search } from '../../../lib/model/search';
import { buildIndex } from '../../../lib/model/search-index';
import { account, portal, role } from '../../organisation/organisation';

const engineers = ['eng-admin', 'eng-readonly', 'eng-deploy'];
const operators = ['AdministratorAccess', 'PowerUserAccess', 'ViewOnlyAccess'];
const members: readonly (readonly [name: string, email: string, roles: readonly string[]])[] = [
  ['team-phoenix-01', 'phoenix01@kite.test', operators],
  ['api_gateway_prod', 'api@kite.test', operators],
  ['api_gateway_dev', 'api-dev@kite.test', operators],
  ['demo', 'demo@kite.test', operators],
  ['demo-us-east-1', 'demo-us@kite.test', operators],
  ['northwind-prod', 'nw@kite.test', operators],
  ['R&D Lab', 'lab@kite.test', operators],
  ['Rust & Docker', 'rust@kite.test', operators],
  ['pigeon', 'pigeon@kite.test', operators],
  ['pigeon-prod', 'pigeon-prod@kite.test', operators],
  ['pigeonhole', 'hole@kite.test', operators],
  ['sandbox-garcia', 'maria.garcia@kite.test', operators],
  ['orders-service-dev', 'orders@kite.test', operators],
  ['order-history-dev', 'history@kite.test', operators],
  ['payments-core-prod', 'core@kite.test', ['ViewOnlyAccess', 'SRE-Oncall']],
  ['payments-core-dr', 'core-dr@kite.test', ['DBA-Prod-ReadOnly', 'ViewOnlyAccess']],
  ['team-phoenix-02', 'phoenix02@kite.test', operators],
  ['studio-osaka', 'osaka@kite.test', operators],
  ['studio-montreal', 'montreal@kite.test', operators],
  ['kite-shop', 'depo.shop@kite.test', operators],
  ['order-archive', 'old@kite.test', ['SRE-Oncall']],
  ['zurich-insurance', 'insurance@kite.test', operators],
  ['student-information-dev', 'student@kite.test', operators],
  ['web-frontend-prod', 'web@kite.test', engineers],
  ['web-backend-dev', 'back@kite.test', engineers],
  ['search-prod', 'search@kite.test', engineers],
  ['db-migrations', 'move@kite.test', engineers],
  ['finance', 'finance@kite.test', engineers],
  ['fin-sandbox', 'fin-sandbox@kite.test', operators],
  ['finance-analytics', 'analytics@kite.test', engineers],
  ['ledger-prod', 'ledger@kite.test', ['AdministratorAccess', 'ReadOnlyAccess']],
  ['imaging-pacs-p', 'pacs@kite.test', ['admin', 'release-prod']],
  ['imaging-pacs-d', 'pacs-d@kite.test', ['admin', 'release-prod']],
  ['salon-pro-prod', 'salon@kite.test', ['AdministratorAccess', 'Producer']],
  ['sec-baseline', 'baseline@kite.test', engineers],
  ['vault-prod', 'vault@kite.test', ['AWSPowerUserAccess', 'AWSReadOnlyAccess', 'billing-ro']],
];

const accounts = members.map(([name, email, roles], at): Account => ({
  portal: portal.startUrl,
  id: account(String(243_998_624_157 + at * 7_919_003_211)),
  name,
  nameAltered: false,
  email,
  roles: roles.map(role),
}));
const apps = ['Microsoft Teams', 'Turnitin', 'Slack'].map((name, at): App => ({
  portal: portal.startUrl,
  id: `ins-${at}`,
  name,
  kind: 'Custom SAML 2.0 application',
}));
const directory: Directory = { portals: [portal], accounts, apps };

describe('words that only tie a sentence together', () => {
  test.each([
    ['s3 in frontend prod', 'web-frontend-prod/s3'],
    ['lambda on backend dev', 'web-backend-dev/lambda'],
    ['finance admin access', 'finance|eng-admin'],
    ['login to search prod', 'search-prod'],
    ['frontend prod as admin', 'web-frontend-prod|eng-admin'],
    ['the finance account', 'finance'],
    ['finance account', 'finance'],
    ['search prod account', 'search-prod'],
    ['aws search prod', 'search-prod'],
    ['pigeon prod role view', 'pigeon-prod|ViewOnlyAccess'],
  ])('%s', (typed, intended) => {
    expect(firstOf(typed)).toMatch(asOne(intended));
  });
});

describe('short forms', () => {
  test.each([
    ['api gw dev', 'api_gateway_dev'],
    ['web fe prod', 'web-frontend-prod'],
    ['be dev', 'web-backend-dev'],
    ['database migrations', 'db-migrations'],
    ['search prod ro', 'search-prod|eng-readonly'],
    ['search prod read only', 'search-prod|eng-readonly'],
    ['nw prod', 'northwind-prod'],
    ['ms teams', 'app:Microsoft Teams'],
    ['turn it in', 'app:Turnitin'],
    ['security', 'sec-baseline'],
    ['rnd lab', 'R&D Lab'],
    ['vault prod ro', 'vault-prod|AWSReadOnlyAccess'],
    ['vault prod billing ro', 'vault-prod|billing-ro'],
  ])('%s', (typed, intended) => {
    expect(firstOf(typed)).toMatch(asOne(intended));
  });
});

describe('words run together in another order than that of the name', () => {
  test.each([
    ['devgateway', 'api_gateway_dev'],
    ['prodpaymentscore', 'payments-core-prod'],
    ['prodnorthw', 'northwind-prod'],
    ['backenddev lambda', 'web-backend-dev/lambda'],
    ['devwebback', 'web-backend-dev'],
  ])('%s', (typed, intended) => {
    expect(firstOf(typed)).toMatch(asOne(intended));
  });
});

describe('a letter or two', () => {
  test.each([
    ['r&d', 'R&D Lab'],
    ['r and d', 'R&D Lab'],
    ['demo us', 'demo-us-east-1'],
  ])('%s is sooner a word of a name than the beginning of some later one', (typed, intended) => {
    expect(firstOf(typed)).toMatch(asOne(intended));
  });
});

describe('no role is named by', () => {
  test.each([
    ['a letter', 'pacs p', 'imaging-pacs-p|admin'],
    ['a whole word of the account’s name', 'salon pro prod', 'salon-pro-prod|AdministratorAccess'],
  ])('%s: %s', (_, typed, intended) => {
    expect(firstOf(typed)).toMatch(asOne(intended));
  });
});

describe('what was opened often does not come before', () => {
  test.each([
    ['initials of both account and role', 'ppa', 'pigeon|PowerUserAccess', 'pigeon-prod|AdministratorAccess'],
    ['a word as it is typed', 'ec2 orders dev', 'order-history-dev|PowerUserAccess', 'orders-service-dev/ec2'],
    [
      'a stage in the name of the account',
      'pay core prod s3',
      'payments-core-dr|DBA-Prod-ReadOnly',
      'payments-core-prod/s3',
    ],
    ['one typing error', 'financd', 'fin-sandbox|PowerUserAccess', 'finance'],
    ['a part of a name', 'ite', 'finance|eng-admin', 'kite-shop'],
    ['a place of the name', 'studio montreal rds', 'studio-osaka|PowerUserAccess', 'studio-montreal/rds'],
    ['a digit of the name', 'phoenix 2', 'team-phoenix-01|PowerUserAccess', 'team-phoenix-02'],
  ])('%s', (_, typed, often, intended) => {
    expect(firstOf(typed, launchedTenTimes(often))).toMatch(asOne(intended));
  });
});

describe('a service', () => {
  test.each([
    ['zurich s3', 'zurich-insurance/s3'],
    ['zurich s3 ireland', 'zurich-insurance/s3'],
    ['studdent information dev iam', 'student-information-dev/iam'],
    ['ordesr service dev', 'orders-service-dev'],
    ['ordesr dev', 'order-history-dev'],
    ['ledegr prod rds', 'ledger-prod/rds'],
  ])('%s', (typed, intended) => {
    expect(firstOf(typed)).toMatch(asOne(intended));
  });
});

describe('a whole word of an address comes before', () => {
  test.each([
    ['services that are only begun', 'maria', 'sandbox-garcia'],
    ['services that are only begun in some account', 'sandbox maria', 'sandbox-garcia'],
    ['letters of account and role taken together', 'depo', 'kite-shop'],
  ])('%s: %s', (_, typed, intended) => {
    expect(firstOf(typed)).toMatch(asOne(intended));
  });
});

test('of accounts that fit a role alike the one comes first that is used in another', () => {
  expect(firstOf('studio view')).toBe('studio-montreal|ViewOnlyAccess');
  expect(firstOf('studio view', launchedTenTimes('studio-osaka|PowerUserAccess'))).toBe('studio-osaka|ViewOnlyAccess');
});

/** The intended row; of an account without a role any of its roles. */
function asOne(intended: string): RegExp {
  const name = intended.replace(/[|&]/g, '\\$&');
  return new RegExp(/[|/:]/.test(intended) ? `^${name}$` : `^${name}([|]|$)`);
}

function firstOf(typed: string, personal: Personal = emptyPersonal): string {
  const [row] = search(buildIndex(directory, personal, 0), typed, { nowMs: 0, limit: 20 }).rows;
  if (!row) return 'nothing';
  if (row.app) return `app:${row.app.name}`;
  const name = row.account?.name ?? '';
  if (row.entry.kind === 'service') return `${name}/${row.entry.service}`;
  return row.entry.kind === 'role' ? `${name}|${row.entry.roleName}` : name;
}

function launchedTenTimes(often: string): Personal {
  const [name, roleName = ''] = often.split('|');
  const of = accounts.find((one) => one.name === name);
  if (!of) throw new Error(`no account ${name}`);
  const entry = { kind: 'role', portal: of.portal, accountId: of.id, roleName: role(roleName) } as const;
  return Array.from({ length: 10 }).reduce<Personal>((known) => recordLaunch(known, entry, 0), emptyPersonal);
}
