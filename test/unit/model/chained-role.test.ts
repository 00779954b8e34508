import { describe, expect, test } from 'vitest';
import type { AccountId, RoleName } from '../../../lib/model/account';
import { chainedAt, withChained } from '../../../lib/model/chained-entry';
import { parseChainedRole, parseChainedRoles, parseIamRole, switchRoleLink } from '../../../lib/model/chained-role';
import type { Directory } from '../../../lib/model/directory';
import { parsePersonal } from '../../../lib/model/personal';
import { parsePortalAddress } from '../../../lib/model/portal';
import { lookupOf } from '../../../lib/model/row';
import { browseRows, searchRows } from '../../../lib/model/rows';
import { buildIndex } from '../../../lib/model/search-index';

const parsed = parsePortalAddress('https://d-1234567890.awsapps.com/start');
if (!parsed.ok) throw new Error('not a portal');
const portal = parsed.address.startUrl;
const from = { portal, accountId: '111111111111', roleName: 'Hub' };
const deploy = { accountId: '222222222222', roleName: 'team/Deploy', label: 'Customer Nord', colour: '#187df0', from };

function needChained(value: unknown) {
  const role = parseChainedRole(value);
  if (!role) throw new Error('not a chained role');
  return role;
}

const directory: Directory = {
  portals: [{ startUrl: portal, region: 'eu-west-1', partition: 'aws', name: '' }],
  accounts: [
    {
      portal,
      id: '111111111111' as AccountId,
      name: 'hub',
      nameAltered: false,
      email: '',
      roles: ['Hub' as RoleName],
    },
  ],
  apps: [],
};

function sourcesWith(chained: readonly unknown[]) {
  const personal = parsePersonal({ chained });
  const listed = withChained(directory, personal.chained);
  return { index: buildIndex(listed, personal, 0), lookup: lookupOf(listed), nowMs: 0 };
}

describe('a chained role', () => {
  test('is found by its label, its role and its number, in its colour, and says where it is reached from', () => {
    const sources = sourcesWith([deploy]);
    for (const words of ['nord', 'deploy', '222222222222', 'nord dep']) {
      expect(searchRows(sources, words).at(0)).toMatchObject({
        accountId: '222222222222',
        roleName: 'team/Deploy',
      });
    }
    expect(searchRows(sources, 'nord deploy').at(0)).toMatchObject({
      entry: { kind: 'role', portal, accountId: '222222222222', roleName: 'team/Deploy' },
      colour: '#187df0',
      chained: { label: 'Customer Nord', from },
    });
  });

  test('of a listed account stands among its roles, and is found by its label too', () => {
    const sources = sourcesWith([{ ...deploy, accountId: '111111111111', label: 'Breakglass' }]);
    expect(browseRows(sources)).toHaveLength(1);
    expect(searchRows(sources, 'breakglass').at(0)).toMatchObject({ name: 'hub', roleName: 'team/Deploy' });
  });

  test('that does not know where it is reached from is not listed', () => {
    expect(searchRows(sourcesWith([{ ...deploy, from: undefined }]), 'nord')).toHaveLength(0);
  });

  test('is kept once, whole, and without what is none', () => {
    const kept = parseChainedRoles([
      deploy,
      deploy,
      { ...deploy, roleName: 'x&y' },
      null,
      7,
      { ...deploy, accountId: 1 },
    ]);
    expect(kept).toEqual([deploy]);
    expect(parsePersonal(JSON.parse(JSON.stringify({ chained: kept }))).chained).toEqual([deploy]);
    expect(chainedAt(kept, { portal, accountId: '222222222222' as AccountId, roleName: 'team/Deploy' })).toEqual(
      deploy,
    );
  });

  test.each(['', 'a b', 'x&account=1', '../x', '/x', 'x/', 'x#', 'é', 'x'.repeat(65), 7, null])(
    'can’t be called %j',
    (name) => {
      expect(parseIamRole(name)).toBeUndefined();
    },
  );

  test.each([
    ['aws', 'https://signin.aws.amazon.com/switchrole'],
    ['aws-cn', 'https://signin.amazonaws.cn/switchrole'],
    ['aws-us-gov', 'https://signin.amazonaws-us-gov.com/switchrole'],
  ] as const)('has a link of its own in %s', (partition, address) => {
    const link = new URL(switchRoleLink(partition, needChained({ ...deploy, label: 'a & b' })));
    expect(link.origin + link.pathname).toBe(address);
    expect(Object.fromEntries(link.searchParams)).toEqual({
      account: '222222222222',
      roleName: 'team/Deploy',
      displayName: 'a & b',
      color: '187df0',
    });
  });
});
