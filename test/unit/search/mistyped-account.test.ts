import { describe, expect, test } from 'vitest';
import type { Account, Directory } from '../../../lib/model/directory';
import { emptyPersonal } from '../../../lib/model/personal';
import { search } from '../../../lib/model/search';
import { buildIndex } from '../../../lib/model/search-index';
import { account, portal, role } from '../../organisation/organisation';

const names = [
  ...['payment', 'management', 'procurement'].flatMap((team) => [`${team}-prod`, `${team}-dev`]),
  'deployment-tools',
  'Procurement EU',
  'network-hub',
  'customer-portal',
];
const accounts = names.map((name, at): Account => {
  const id = account(`${381_998_624_157 + at * 7_919_003_211}`);
  const roles = ['AdministratorAccess', 'NetworkAdministrator', 'ReadOnlyAccess'].map(role);
  return { portal: portal.startUrl, id, name, nameAltered: false, email: '', roles };
});
const directory: Directory = { portals: [portal], accounts, apps: [] };
const index = buildIndex(directory, emptyPersonal, 0);

function firstOf(typed: string): string {
  const [row] = search(index, typed, { nowMs: 0, limit: 20 }).rows;
  return `${row?.account?.name}|${row?.roleName}`;
}

describe('a word of the account’s name with an error in it', () => {
  test.each([
    ['paymnet prod', 'payment-prod'],
    ['paymnet-prod', 'payment-prod'],
    ['paymenet dev', 'payment-dev'],
    ['managemnet prod', 'management-prod'],
    ['deploymnet tools', 'deployment-tools'],
    ['procuremnet eu', 'Procurement EU'],
    ['deploymnet', 'deployment-tools'],
  ])('is no beginning of it with a role behind: %s', (typed, name) => {
    expect(firstOf(typed)).toBe(`${name}|AdministratorAccess`);
  });
});

describe('the beginning of an account’s name with that of a role behind', () => {
  test.each([
    ['payprodnet', 'payment-prod|NetworkAdministrator'],
    ['depnet', 'deployment-tools|NetworkAdministrator'],
    ['netro', 'network-hub|ReadOnlyAccess'],
    ['custro', 'customer-portal|ReadOnlyAccess'],
  ])('is both: %s', (typed, intended) => {
    expect(firstOf(typed)).toBe(intended);
  });
});
