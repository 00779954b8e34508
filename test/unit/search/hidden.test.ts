import { describe, expect, test } from 'vitest';
import { appKey, type EntryKey, accountKey, roleKey } from '../../../lib/model/entry';
import { findHidden } from '../../../lib/model/hidden-rows';
import { emptyPersonal, hide, rename } from '../../../lib/model/personal';
import { lookupOf } from '../../../lib/model/row';
import { searchRows } from '../../../lib/model/rows';
import { buildIndex } from '../../../lib/model/search-index';
import { organisation, portal, role } from '../../organisation/organisation';

const now = Date.UTC(2030, 0, 1);
const directory = {
  ...organisation(200),
  apps: [{ portal: portal.startUrl, id: 'ins-1', name: 'Slack', kind: 'Slack' }],
};
const legacy = directory.accounts.find(({ name }) => name === 'legacy-42');
if (!legacy) throw new Error('the organisation has an account called legacy-42');
const account = accountKey(portal.startUrl, legacy.id);
const billing = roleKey(portal.startUrl, legacy.id, role('Billing'));
const slack = appKey(portal.startUrl, 'ins-1');

function count(text: string, hidden: readonly EntryKey[], personal = emptyPersonal): number {
  const index = buildIndex(directory, hidden.reduce(hide, personal), now);
  return findHidden({ index, lookup: lookupOf(directory) }, text).length;
}

describe('what was hidden', () => {
  test('is counted where every word begins one of its own', () => {
    expect(count('slack', [slack, account])).toBe(1);
    expect(count('leg 42', [slack, account])).toBe(1);
    expect(count(legacy.id, [slack, account])).toBe(1);
    expect(count('legacy admin', [slack, account])).toBe(1);
  });

  test('is counted by each thing that was hidden', () => {
    expect(count('legacy', [account, billing])).toBe(2);
    expect(count('legacy bill', [slack, billing])).toBe(1);
  });

  test('is counted by the name that the person gave', () => {
    const named = rename(emptyPersonal, legacy.id, { label: 'Old Mainframe' });
    expect(count('old main', [account], named)).toBe(1);
    expect(count('legacy', [account], named)).toBe(1);
  });

  test('is not counted for a part of a word, or a typing error', () => {
    expect(count('lack', [slack])).toBe(0);
    expect(count('slakc', [slack])).toBe(0);
    expect(count('slack prod', [slack])).toBe(0);
  });

  test('is all counted without words', () => {
    expect(count(' ', [slack, account])).toBe(2);
  });

  test('counts nothing that is listed', () => {
    expect(count('legacy', [slack])).toBe(0);
    expect(count('legacy', [])).toBe(0);
  });
});

describe('what was hidden is found by what is pasted of it:', () => {
  const link = `${portal.startUrl}/#/console?account_id=${legacy.id}&role_name=Billing`;
  const bucket = `https://eu-west-1.console.aws.amazon.com/s3/buckets/old?region=eu-west-1`;

  function find(text: string, hidden: readonly EntryKey[]) {
    const index = buildIndex(directory, hidden.reduce(hide, emptyPersonal), now);
    const rows = searchRows({ index, lookup: lookupOf(directory), nowMs: now }, text);
    return rows.slice(0, rows.length);
  }

  test('a role in the link that names it, before what is listed of its account', () => {
    const [first, second] = find(link, [billing]);
    expect(first).toMatchObject({ key: billing, roleName: 'Billing' });
    expect(second).toMatchObject({ key: account });
  });

  test('an account in the role that the link names, or else in its usual one', () => {
    expect(find(link, [account])).toMatchObject([{ key: billing, roleName: 'Billing' }]);
    expect(find(`arn:aws:iam::${legacy.id}:user/jane`, [account])).toMatchObject([{ key: account, isHidden: true }]);
  });

  test('an account of which both are hidden, once', () => {
    expect(find(link, [account, billing]).map(({ key }) => key)).toEqual([billing]);
  });

  test('at the page that was pasted', () => {
    expect(find(`${link}&destination=${encodeURIComponent(bucket)}`, [account])).toMatchObject([
      { key: billing, destination: bucket, service: 'S3 · eu-west-1' },
    ]);
  });

  test('an account with a role that it does not have says so', () => {
    const missing = link.replace('Billing', 'NoSuchRole');
    expect(find(missing, [account])).toMatchObject([{ key: account, lacksRole: true }]);
  });

  test('nothing of other accounts, and nothing for words', () => {
    expect(find(`arn:aws:iam::${directory.accounts[0]?.id}:user/jane`, [account]).map(({ key }) => key)).not.toContain(
      account,
    );
    expect(find('legacy 42', [account]).map(({ key }) => key)).not.toContain(account);
  });
});
