import { describe, expect, test } from 'vitest';
import type { Account, App } from '../../../lib/model/directory';
import { emptyPersonal } from '../../../lib/model/personal';
import { search } from '../../../lib/model/search';
import { buildIndex } from '../../../lib/model/search-index';
import { account, portal, role } from '../../organisation/organisation';

const names = [
  'payments-prod',
  'payments-prd-eu',
  'Payments Production',
  'payments-dev',
  'payments-staging',
  'payments-nonprod',
  'orders-prod',
  'orders-dev',
  'acme -prod',
  'acme -dev',
];
const roles = ['AdministratorAccess', 'ReadOnlyAccess', 'ProdBreakGlass'];

describe('a word behind a sign that takes away', () => {
  test.each(['payments -prod', 'payments !prod', '-payments payments -prod', 'payments -production'])(
    'leaves out the accounts whose names have it, and the roles: %s',
    (text) => {
      const found = rows(text);
      expect(accountsOf(found)).toEqual(['payments-dev', 'payments-nonprod', 'payments-staging']);
      expect(found.some(({ role: of }) => of === 'ProdBreakGlass')).toBe(false);
    },
  );

  test('leaves out as many things as it stands before', () => {
    expect(accountsOf(rows('payments -prod !staging'))).toEqual(['payments-dev', 'payments-nonprod']);
  });

  test('leaves out roles of accounts that are called otherwise', () => {
    expect(rows('payments dev -read').map(({ role: of }) => of)).not.toContain('ReadOnlyAccess');
    expect(rows('payments dev -read-only').map(({ role: of }) => of)).not.toContain('ReadOnlyAccess');
  });

  test('leaves out an account whose usual role it takes away, but none of its other roles', () => {
    expect(new Set(rows('payments dev -admin').map(({ role: of }) => of))).toEqual(
      new Set(['ReadOnlyAccess', 'ProdBreakGlass']),
    );
  });

  test('leaves out nothing with its first letter', () => {
    expect(rows('payments dev -p')).toEqual(rows('payments dev'));
  });

  test('leaves out apps', () => {
    const found = accountsOf(rows('grafana -prod'));
    expect(found).toContain('Grafana Staging');
    expect(found).not.toContain('Grafana Production');
  });

  test('leaves out pages of services', () => {
    const found = accountsOf(rows('payments s3 -prod'));
    expect(found).toEqual(['payments-dev', 'payments-nonprod', 'payments-staging']);
  });

  test('finds nothing sooner than what it leaves out', () => {
    expect(rows('orders prod -prod')).toEqual([]);
    expect(accountsOf(rows('payments-prod -prod'))).toEqual(['payments-nonprod']);
  });
});

describe('the same sign is one of those between words', () => {
  test.each([
    ['-prod payments', 'payments-prod'],
    ['payments - prod', 'payments-prod'],
    ['acme dev -', 'acme -dev'],
    ['acme -p', 'acme -prod'],
    ['payments-prod', 'payments-prod'],
    ['acme -prod', 'acme -prod'],
    ['acme -PROD read', 'acme -prod'],
  ])('%s', (text, intended) => {
    expect(rows(text)[0]?.name).toBe(intended);
  });
});

interface Shown {
  readonly name: string | undefined;
  readonly role: string | undefined;
}

function accountsOf(found: readonly Shown[]): (string | undefined)[] {
  return [...new Set(found.map(({ name }) => name))].toSorted();
}

function rows(text: string): Shown[] {
  const accounts = names.map((name, at): Account => ({
    portal: portal.startUrl,
    id: account(String(281_998_624_157 + at * 7_919_003_211)),
    name,
    nameAltered: false,
    email: `aws-${at}@example.com`,
    roles: roles.map(role),
  }));
  const apps = ['Grafana Staging', 'Grafana Production'].map((name, at): App => ({
    portal: portal.startUrl,
    id: `ins-${at}`,
    name,
    kind: 'Grafana',
  }));
  const index = buildIndex({ portals: [portal], accounts, apps }, emptyPersonal, 0);
  const { rows: found } = search(index, text, { nowMs: 0, limit: 60 });
  return found.map(({ account: of, app, roleName }) => ({ name: (of ?? app)?.name, role: roleName }));
}
