import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyPersonal, pin, recordLaunch } from '../../../lib/model/personal';
import { accountKey, roleKey } from '../../../lib/model/entry';
import { lookupOf, type Row } from '../../../lib/model/row';
import { joined, lazyRows } from '../../../lib/model/row-list';
import { browseRows } from '../../../lib/model/rows';
import { buildIndex } from '../../../lib/model/search-index';
import { organisation } from '../../organisation/organisation';

const directory = organisation(400);
const index = buildIndex(directory, emptyPersonal, 0);
const rows = browseRows({ index, lookup: lookupOf(directory), nowMs: 0 }).slice(0, 40);

describe('a list of rows', () => {
  test('holds what its parts hold, one after the other', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 4 }), fc.nat(30), fc.nat(30), (lengths, from, to) => {
        const parts = lengths.map((length, nth) => rows.slice(nth * 10, nth * 10 + length));
        const lazy = parts.map((part, nth) => (nth % 2 === 0 ? part : lazyRows(part.length, (at) => part[at])));
        const list = joined(...lazy);
        const all = parts.flat();
        expect(list.length).toBe(all.length);
        expect(list.slice(from, to)).toEqual(all.slice(from, to));
        expect(list.at(from)).toEqual(all.at(from));
      }),
    );
  });

  test('makes a row when it is looked at, and only once', () => {
    const made: number[] = [];
    const list = lazyRows(50_000, (at) => {
      made.push(at);
      return rows[0];
    });
    expect(list.at(7)).toBe(list.slice(7, 9)[0]);
    expect([list.at(-1), list.at(50_000)]).toEqual([undefined, undefined]);
    expect(made).toEqual([7, 8]);
  });
});

test('before a word is typed every account and app is listed once, pinned and used ones first', () => {
  const [second, third] = directory.accounts.slice(30);
  const app = directory.apps[3];
  if (!second?.roles?.[0] || !third || !app) throw new Error('the organisation is too small');
  const role = { kind: 'role', portal: second.portal, accountId: second.id, roleName: second.roles[0] } as const;
  const launched = recordLaunch(emptyPersonal, { kind: 'app', portal: app.portal, appId: app.id }, 0);
  const personal = pin(recordLaunch(launched, role, 1), accountKey(third.portal, third.id));
  const list = browseRows({ index: buildIndex(directory, personal, 2), lookup: lookupOf(directory), nowMs: 2 });
  const listed = list.slice(0, list.length);
  expect(listed.slice(0, 3).map(({ entry }) => entry.kind)).toEqual(['account', 'role', 'app']);
  expect(listed[1]?.key).toBe(roleKey(second.portal, second.id, second.roles[0]));
  const keys = listed.map(({ key }: Row) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toHaveLength(directory.accounts.length + directory.apps.length + 1);
});
