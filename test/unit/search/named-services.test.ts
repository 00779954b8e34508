import { describe, expect, test } from 'vitest';
import type { Account } from '../../../lib/model/directory';
import { emptyPersonal, recordLaunch } from '../../../lib/model/personal';
import { search } from '../../../lib/model/search';
import { buildIndex } from '../../../lib/model/search-index';
import { account, portal, role } from '../../organisation/organisation';

const names = [
  'security-audit',
  'security-tooling',
  'Log Archive',
  'log-groups-test',
  'audit',
  'network-hub',
  'api-staging',
  'identity-prod',
  'cloudwatch-central',
  'group-services',
  'payments-dev',
  'payments-prod',
  'website-dev',
];
const usual = 'website-dev';

describe('a service whose whole name is typed comes first, in the account that is used', () => {
  test.each([
    ['security groups', 'securitygroups'],
    ['Security Hub', 'securityhub'],
    ['iam users', 'iamusers'],
    ['cloudwatch logs', 'logs'],
    ['api gateway', 'apigateway'],
    ['identity center', 'identitycenter'],
    ['iam identity center', 'identitycenter'],
    ['audit manager', 'auditmanager'],
    ['network manager', 'cloudwan'],
    ['ec2 security groups', 'securitygroups'],
    ['groups security', 'securitygroups'],
    ['security groups ireland', 'securitygroups@eu-west-1'],
  ])('%s', (typed, intended) => {
    expect(found(typed)[0]).toBe(`${usual}/${intended}`);
  });

  test.each([
    ['security gro', 'securitygroups'],
    ['security group', 'securitygroups'],
    ['network mana', 'cloudwan'],
    ['audit man', 'auditmanager'],
  ])('and before it is typed to its end: %s', (typed, intended) => {
    expect(found(typed)[0]).toBe(`${usual}/${intended}`);
  });
});

describe('an account comes before a service with its name', () => {
  test.each([
    ['log groups', 'log-groups-test'],
    ['security hub', 'security-hub'],
    ['security hub', 'Security Hub EU'],
  ])('%s', (typed, name) => {
    expect(found(typed, [...names, name])[0]).toBe(`${name}|ReadOnlyAccess`);
  });
});

describe('a region alone is the console there, in the accounts that are used', () => {
  test.each([
    ['eu-west-1', 'console@eu-west-1'],
    ['ireland', 'console@eu-west-1'],
    ['us east 1', 'console@us-east-1'],
  ])('%s', (typed, intended) => {
    expect(found(typed)[0]).toBe(`${usual}/${intended}`);
    expect(found(typed)).toHaveLength(5);
  });

  test('below an account that is called like it', () => {
    expect(found('ireland', [...names, 'ireland-retail']).slice(0, 2)).toEqual([
      'ireland-retail|ReadOnlyAccess',
      'ireland-retail',
    ]);
  });

  test('but not what only begins one', () => {
    expect(found('irel')).toEqual([]);
  });
});

test('an account that is named besides is where the service opens', () => {
  expect(found('payments dev security groups')[0]).toBe('payments-dev/securitygroups');
  expect(found('security audit security groups')[0]).toBe('security-audit/securitygroups');
  expect(found('payments prod iam users')[0]).toBe('payments-prod/iamusers');
});

function found(typed: string, called: readonly string[] = names): string[] {
  const accounts = called.map((name, at): Account => ({
    portal: portal.startUrl,
    id: account(String(281_998_624_157 + at * 7_919_003_211)),
    name,
    nameAltered: false,
    email: `aws-${at}@example.com`,
    roles: ['SupportUser', 'PowerUserAccess', 'ReadOnlyAccess'].map(role),
  }));
  const { id } = accounts.find(({ name }) => name === usual) ?? {};
  if (!id) throw new Error(`no account ${usual}`);
  const launched = { kind: 'role', portal: portal.startUrl, accountId: id, roleName: role('ReadOnlyAccess') } as const;
  const index = buildIndex({ portals: [portal], accounts, apps: [] }, recordLaunch(emptyPersonal, launched, 0), 0);
  return search(index, typed, { nowMs: 0, limit: 20 }).rows.map(({ account: of, entry }) => {
    if (entry.kind !== 'service') return entry.kind === 'role' ? `${of?.name}|${entry.roleName}` : `${of?.name}`;
    return `${of?.name}/${entry.service}${entry.region === undefined ? '' : `@${entry.region}`}`;
  });
}
