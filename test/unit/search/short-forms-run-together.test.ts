import { expect, test } from 'vitest';
import type { Account, Directory } from '../../../lib/model/directory';
import { emptyPersonal } from '../../../lib/model/personal';
import { search } from '../../../lib/model/search';
import { buildIndex } from '../../../lib/model/search-index';
import { account, portal, role } from '../../organisation/organisation';

const accounts = ['payments-prod', 'payments-dev', 'orders-prod'].map((name, at): Account => {
  const id = account(`${381_998_624_157 + at * 7_919_003_211}`);
  const roles = ['AdministratorAccess', 'DatabaseAdmin', 'NetworkAdmin', 'SecurityAudit'].map(role);
  return { portal: portal.startUrl, id, name, nameAltered: false, email: '', roles };
});
const directory: Directory = { portals: [portal], accounts, apps: [] };
const index = buildIndex(directory, emptyPersonal, 0);

test.each([
  ['payments prod dbadmin', 'payments-prod|DatabaseAdmin'],
  ['payments prod netadmin', 'payments-prod|NetworkAdmin'],
  ['orders secaudit', 'orders-prod|SecurityAudit'],
  ['paymentsprd', 'payments-prod|AdministratorAccess'],
])('a short form run together with the next word is meant as in the name: %s', (typed, intended) => {
  const [row] = search(index, typed, { nowMs: 0, limit: 20 }).rows;
  expect(`${row?.account?.name}|${row?.roleName}`).toBe(intended);
});
