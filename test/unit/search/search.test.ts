import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Account } from '../../../lib/model/directory';
import { accountKey, type Entry, entryKey, roleKey } from '../../../lib/model/entry';
import {
  emptyPersonal,
  hide,
  type Personal,
  pin,
  recordLaunch,
  rename,
  setDefaults,
  setGroup,
} from '../../../lib/model/personal';
import type { FoundRow } from '../../../lib/model/found';
import { lookupOf } from '../../../lib/model/row';
import { browseRows } from '../../../lib/model/rows';
import { search } from '../../../lib/model/search';
import { buildIndex } from '../../../lib/model/search-index';
import { organisation, portal, role } from '../../organisation/organisation';
import { startUrlOf } from '../../organisation/start-url';

const now = Date.UTC(2030, 0, 1);
const DAY_MS = 86_400_000;
const directory = organisation(3_000);
const plainIndex = buildIndex(directory, emptyPersonal, now);

describe('an app with the name of an account', () => {
  const account = directory.accounts[0];
  const named = {
    ...directory,
    apps: [{ portal: portal.startUrl, id: 'ins-1', name: account?.name ?? '', kind: 'Salesforce' }],
  };
  const own = buildIndex(named, emptyPersonal, now);

  test('is a row of its own beside it, and both say what they are', () => {
    const { rows } = search(own, account?.name ?? '', { nowMs: now, limit: 20 });
    const kinds = rows.filter((row) => (row.app ?? row.account)?.name === account?.name).map(({ entry }) => entry.kind);
    expect(kinds).toEqual(expect.arrayContaining(['app', 'account']));
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });
});

describe('habits', () => {
  test('ten launches of one role bring it to the top for its prefix', () => {
    const launched = times(10, emptyPersonal, roleEntry('pricing-staging', 'ViewOnlyAccess'));
    expect(told(launched, 'pri')[0]).toBe('pricing-staging|ViewOnlyAccess');
    expect(told(launched, 'view')[0]).toBe('pricing-staging|ViewOnlyAccess');
  });

  test('a month later they have faded', () => {
    const launched = times(10, emptyPersonal, roleEntry('pricing-staging', 'ViewOnlyAccess'));
    expect(told(launched, 'pri', now + 30 * DAY_MS)[0]).toBe(told(emptyPersonal, 'pri')[0]);
  });

  test('one launch of today beats ten of last month', () => {
    const old = times(10, emptyPersonal, roleEntry('pricing-staging', 'AdministratorAccess'), now - 30 * DAY_MS);
    expect(told(times(1, old, roleEntry('pricing-prod', 'AdministratorAccess')), 'pri')[0]).toBe(
      'pricing-prod|AdministratorAccess',
    );
  });

  test('never lift a row above a better class of match', () => {
    const launched = times(500, emptyPersonal, roleEntry('audit', 'SecurityAudit'));
    expect(told(launched, 'config')[0]).toBe('config|SecurityAudit');
    expect(told(pinned(emptyPersonal, 'payments-staging'), 'payments-prod')[0]).toBe(
      'payments-prod|AdministratorAccess',
    );
  });

  test('a pin comes before its equals', () => {
    expect(told(pinned(emptyPersonal, 'pricing-staging', 'AdministratorAccess'), 'pri')[0]).toBe(
      'pricing-staging|AdministratorAccess',
    );
  });

  test('keep the page of a service that was pinned or used', () => {
    const { entry, key, destination, service } = search(plainIndex, 'audit adm s3 eu-west-1', { nowMs: now, limit: 1 })
      .rows[0] ?? { key: undefined };
    if (!key) throw new Error('the service was not found');
    const personal = recordLaunch(pin(emptyPersonal, key), entry, now);
    const index = buildIndex(directory, personal, now);
    expect(browseRows({ index, lookup: lookupOf(directory), nowMs: now }).at(0)).toMatchObject({
      key,
      destination,
      service: service?.name,
    });
  });

  test('choose the role of an account that is named alone, and the account stands below', () => {
    const launched = times(2, emptyPersonal, roleEntry('payments-prod', 'Billing'));
    expect(told(launched, 'payments-prod').slice(0, 2)).toEqual(['payments-prod|Billing', 'payments-prod']);
    const chosen = setDefaults(launched, idOf('payments-prod'), { defaultRole: role('ViewOnlyAccess') });
    expect(told(chosen, 'payments-prod')[0]).toBe('payments-prod|ViewOnlyAccess');
  });
});

describe('names that the person gave', () => {
  test('a label, an emoji and a group find their account', () => {
    const named = rename(emptyPersonal, idOf('legacy-42'), { label: 'Old Mainframe', emoji: '🦕' });
    expect(told(named, 'old main')[0]).toBe('legacy-42|AdministratorAccess');
    expect(told(named, '🦕')[0]).toBe('legacy-42|AdministratorAccess');
    const grouped = setGroup(emptyPersonal, { name: 'Museum', accounts: [idOf('legacy-42')] });
    expect(told(grouped, 'museum')[0]).toBe('legacy-42|AdministratorAccess');
  });

  test('what is hidden is not found', () => {
    const hidden = hide(emptyPersonal, accountKey(portal.startUrl, idOf('legacy-42')));
    expect(told(hidden, 'legacy 42')).not.toContain('legacy-42');
    const one = hide(emptyPersonal, roleKey(portal.startUrl, idOf('legacy-42'), role('Billing')));
    expect(told(one, 'legacy 42')).not.toContain('legacy-42|Billing');
  });

  test('an account of which every role is hidden is hidden with them', () => {
    const account = directory.accounts.find(({ id }) => id === idOf('legacy-42'));
    const roles = account?.roles ?? [];
    expect(roles.length).toBeGreaterThan(0);
    const hideAll = (own: Personal, of: typeof roles): Personal =>
      of.reduce((before, name) => hide(before, roleKey(portal.startUrl, idOf('legacy-42'), name)), own);
    expect(told(hideAll(emptyPersonal, roles), 'legacy 42').some((row) => row.startsWith('legacy-42'))).toBe(false);
    const allButOne = hideAll(emptyPersonal, roles.slice(1));
    expect(told(allButOne, 'legacy 42').some((row) => row.startsWith('legacy-42'))).toBe(true);
  });

  test('a hidden role is neither what its account opens nor one of those that it shows', () => {
    const usual = role('AdministratorAccess');
    const hidden = hide(emptyPersonal, roleKey(portal.startUrl, idOf('legacy-42'), usual));
    const found = search(buildIndex(directory, hidden, now), 'legacy 42', { nowMs: now, limit: 20 });
    const own = found.rows.find(({ entry }) => entry.kind === 'account');
    expect(own?.roles).not.toHaveLength(0);
    expect(own?.roleName).not.toBe(usual);
    expect(own?.roles).not.toContain(usual);
  });

  test('an account with one role has a row of its own, after the role that Enter opens', () => {
    const accounts = directory.accounts.slice(0, 1).map((account) => ({ ...account, roles: [role('Billing')] }));
    const found = search(buildIndex({ ...directory, accounts, apps: [] }, emptyPersonal, now), accounts[0]?.id ?? '', {
      nowMs: now,
      limit: 20,
    });
    expect(found.rows.map(({ entry }) => entry.kind)).toEqual(['role', 'account']);
  });
});

describe('what is gone', () => {
  const removed = pin(emptyPersonal, roleKey(portal.startUrl, idOf('legacy-42'), role('OldTeamAccess')));

  test('a pinned role that AWS no longer lists is found, and says so', () => {
    const row = search(buildIndex(directory, removed, now), 'legacy oldteam', { nowMs: now, limit: 9 }).rows[0];
    expect(row).toMatchObject({
      isGone: true,
      account: { name: 'legacy-42' },
      roleName: 'OldTeamAccess',
    });
  });
});

describe('any text', () => {
  test.each([
    ['ten thousand letters', 'a'.repeat(10_000)],
    ['ten thousand words', 'prod '.repeat(2_000)],
    ['a regular expression', '(a+)+$ [^]*?\\'],
    ['right-to-left text', 'חשבון \u202Eprod'],
    ['an unpaired surrogate', '\uD800 pay'],
    ['prototype names', '__proto__ constructor'],
    ['only signs', '!"§$%&/()=?'],
  ])('does no harm: %s', (_, text) => {
    expect(() => search(plainIndex, text, { nowMs: now, limit: 60 })).not.toThrow();
  });

  test('never throws and never gives more than the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(70), (text, limit) => {
        expect(search(plainIndex, text, { nowMs: now, limit }).rows.length).toBeLessThanOrEqual(limit);
      }),
    );
  });

  test('finds words next to signs and hidden characters', () => {
    expect(told(emptyPersonal, '"payments" (prod)')[0]).toBe('payments-prod|AdministratorAccess');
    expect(told(emptyPersonal, 'pay\u200Bments prod')[0]).toBe('payments-prod|AdministratorAccess');
  });
});

describe('the order', () => {
  const words = fc.uniqueArray(fc.constantFrom('pay', 'prod', 'adm', 'data', 'read', 'lake', 'al', 'view'), {
    minLength: 1,
    maxLength: 4,
  });

  test('does not depend on the order of the words', () => {
    fc.assert(
      fc.property(
        words.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
        ([some, shuffled]) => {
          expect(told(emptyPersonal, shuffled.join(' '))).toEqual(told(emptyPersonal, some.join(' ')));
        },
      ),
    );
  });

  test('is the same every time, also while typing on from other words', () => {
    fc.assert(
      fc.property(words, words, (some, others) => {
        const expected = told(emptyPersonal, some.join(' '));
        const index = buildIndex(directory, emptyPersonal, now);
        search(index, others.join(' '), { nowMs: now, limit: 20 });
        expect(search(index, some.join(' '), { nowMs: now, limit: 20 }).rows.map(tell)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  test('is the same for the first rows, however many are asked for', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 40 }), (some, limit) => {
        const few = search(plainIndex, some.join(' '), { nowMs: now, limit }).rows;
        expect(few.map(tell)).toEqual(
          search(plainIndex, some.join(' '), { nowMs: now, limit: 60 }).rows.slice(0, few.length).map(tell),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('a word that is typed twice means the account and its role, or a service in it', () => {
    expect(told(emptyPersonal, 'audit audit')[0]).toBe('audit|SecurityAudit');
    expect(told(emptyPersonal, 'backup backup')[0]).toBe('backup|AdministratorAccess/backup');
  });

  test('beside the number of an account, words name its role', () => {
    expect(told(emptyPersonal, `${idOf('data-platform-dev')} dev`)[0]).toBe('data-platform-dev|DeveloperAccess');
  });

  test.each(['_', '/', ':', ' '])('a role right behind the number and “%s” is that role', (sign) => {
    const id = idOf('data-platform-dev');
    for (const named of ['ReadOnlyAccess', 'readonly', 'DeveloperAccess']) {
      const [first] = told(emptyPersonal, `${id}${sign}${named}`);
      expect(first).toMatch(new RegExp(`^data-platform-dev\\|.*${named}`, 'i'));
    }
  });

  test.each(['_no-such-role', ':root', '/us-east-1/logs', '_Billing'])(
    'the number of an account finds it though “%s” stands behind it',
    (behind) => {
      const own = { ...directory, accounts: directory.accounts.map(withoutBilling), apps: [] };
      const index = buildIndex(own, emptyPersonal, now);
      const [first] = search(index, `${idOf('data-platform-dev')}${behind}`, { nowMs: now, limit: 9 }).rows;
      expect(first?.account?.name).toBe('data-platform-dev');
    },
  );

  test('a piece of an e-mail address is looked for as one', () => {
    expect(told(emptyPersonal, 'bob.okafor')[0]).toBe('sandbox-bob|AdministratorAccess');
  });

  test('one more word of its own name never loses a row', () => {
    const anyAccount = fc.constantFrom(...directory.accounts.slice(0, 60).map(({ name }) => name));
    fc.assert(
      fc.property(anyAccount, fc.nat(), (name, length) => {
        const all = name.split(/[-_ ]/);
        for (let count = 1; count <= all.length; count++) {
          const text = [...all.slice(0, count - 1), all[count - 1]?.slice(0, 1 + (length % 9))].join(' ');
          const found = search(plainIndex, text, { nowMs: now, limit: 5_000 }).rows;
          expect(found.some(({ account }) => account?.name === name)).toBe(true);
        }
      }),
    );
  });

  test('a whole account number beats everything', () => {
    const id = idOf('team-007-prod');
    const launched = times(500, emptyPersonal, roleEntry('payments-prod', 'AdministratorAccess'));
    expect(told(launched, `${id.slice(0, 4)}-${id.slice(4, 8)}-${id.slice(8)}`)[0]).toBe(
      'team-007-prod|AdministratorAccess',
    );
  });
});

describe('a pasted address', () => {
  const id = idOf('payments-prod');

  test.each([
    [
      `https://${id}-abcd1234.eu-west-1.console.aws.amazon.com/s3/home?region=eu-west-1#x`,
      'https://eu-west-1.console.aws.amazon.com/s3/home?region=eu-west-1#x',
    ],
    [
      `\u200Bhttps://${id}-abcd1234.eu-west-1.console.aws.amazon.com/s3/home\u200B`,
      'https://eu-west-1.console.aws.amazon.com/s3/home',
    ],
    [
      `(https://${id}-abcd1234.eu-west-1.console.aws.amazon.com/s3/home)`,
      'https://eu-west-1.console.aws.amazon.com/s3/home',
    ],
    [
      `https://${id}-abcd1234.eu-west-1.console.aws.amazon.com/cloudwatch/home#logsV2:logs-insights$3Fq$3D~(source~(~'a))`,
      `https://eu-west-1.console.aws.amazon.com/cloudwatch/home#logsV2:logs-insights$3Fq$3D~(source~(~'a))`,
    ],
    [
      `arn:aws:iam::${id}:role/Deployer`,
      `https://console.aws.amazon.com/go/view?arn=arn%3Aaws%3Aiam%3A%3A${id}%3Arole%2FDeployer`,
    ],
  ])('finds the account and offers the page: %s', (text, destination) => {
    const [first] = search(plainIndex, text, { nowMs: now, limit: 9 }).rows;
    expect(first).toMatchObject({ destination, account: { name: 'payments-prod' } });
  });

  test('of another host gives the account at most, never a page', () => {
    for (const text of [
      `https://${id}-abcd1234.eu-west-1.console.aws.amazon.com@evil.example/${id}`,
      `https://evil.example/?a=${id}&b=console.aws.amazon.com`,
      `${portal.startUrl}/#/console?account_id=${id}&destination=${encodeURIComponent('//evil.example')}`,
    ]) {
      const [first] = search(plainIndex, text, { nowMs: now, limit: 9 }).rows;
      expect(first).toMatchObject({ destination: undefined, account: { name: 'payments-prod' } });
    }
  });

  test('that was shared from a portal finds account, role and page', () => {
    const page = 'https://eu-west-1.console.aws.amazon.com/lambda/home?region=eu-west-1';
    const link = `${portal.startUrl}/#/console?account_id=${id}&role_name=Billing&destination=${encodeURIComponent(page)}`;
    expect(search(plainIndex, link, { nowMs: now, limit: 9 }).rows[0]).toMatchObject({
      roleName: 'Billing',
      destination: page,
    });
  });

  test('that was shared from a portal opens there, though another portal lists the account too', () => {
    const other = startUrlOf('https://other-org.awsapps.com/start');
    const elsewhere = startUrlOf('https://ssoins-1111222233334444.eu-west-1.portal.amazonaws.com');
    const account = directory.accounts.find((one) => one.id === id);
    if (!account) throw new Error('no account');
    const both = {
      portals: [portal, { ...portal, startUrl: other, alsoAt: [elsewhere] }],
      accounts: [account, { ...account, portal: other }],
      apps: [],
    };
    const own = buildIndex(both, emptyPersonal, now);
    for (const [from, opens] of [
      [portal.startUrl, portal.startUrl],
      [other, other],
      [elsewhere, other],
    ]) {
      const link = `${from}/#/console?account_id=${id}&role_name=ReadOnlyAccess`;
      const { rows } = search(own, link, { nowMs: now, limit: 60 });
      expect(rows[0]).toMatchObject({ account: { portal: opens }, roleName: 'ReadOnlyAccess' });
      expect(new Set(rows.map((row) => row.account?.portal)).size).toBe(2);
    }
  });

  test('with a role that one does not have says so and offers the account', () => {
    for (const text of [
      `${portal.startUrl}/#/console?account_id=${id}&role_name=BreakGlassReadOnly`,
      `arn:aws:sts::${id}:assumed-role/AWSReservedSSO_BreakGlassReadOnly_0123456789abcdef/alice`,
    ]) {
      const [first, second] = search(plainIndex, text, { nowMs: now, limit: 9 }).rows;
      expect(first).toMatchObject({ entry: { kind: 'account', accountId: id }, lacksRole: true });
      expect(second).toMatchObject({ entry: { kind: 'role', accountId: id }, lacksRole: false });
    }
  });

  test('says nothing of a role while those of its account are still being listed', () => {
    const accounts = directory.accounts.filter((one) => one.id === id).map((one) => ({ ...one, roles: undefined }));
    const own = buildIndex({ ...directory, accounts, apps: [] }, emptyPersonal, now);
    const link = `${portal.startUrl}/#/console?account_id=${id}&role_name=Billing`;
    expect(search(own, link, { nowMs: now, limit: 9 }).rows).toMatchObject([{ lacksRole: false }]);
  });

  test('of a session names the role it was made with', () => {
    const arn = `arn:aws:sts::${id}:assumed-role/AWSReservedSSO_ReadOnlyAccess_0123456789abcdef/alice`;
    expect(tell(firstOf(search(plainIndex, arn, { nowMs: now, limit: 9 }).rows))).toBe('payments-prod|ReadOnlyAccess');
  });
});

describe('what is marked', () => {
  test.each([
    ['pay prod', 'name', ['pay', 'prod']],
    ['paymentsprod', 'name', ['payments-prod']],
    ['paymnets prod', 'name', ['payments', 'prod']],
    ['payments readonly', 'role', ['ReadOnly']],
  ])('%s', (text, field, parts) => {
    const { rows } = search(plainIndex, text, { nowMs: now, limit: 1 });
    const row = firstOf(rows);
    const shown = field === 'role' ? (row.roleName ?? '') : (row.account?.name ?? '');
    const marked = row.matches().filter((match) => match.field === field);
    expect(marked.map(({ start, end }) => shown.slice(start, end))).toEqual(parts);
  });

  test('no digit of an account number where words name a region', () => {
    const { rows } = search(plainIndex, 'prod s3 eu west 1', { nowMs: now, limit: 40 });
    expect(rows.some(({ account }) => account?.id.startsWith('1'))).toBe(true);
    expect(rows.flatMap((row) => row.matches()).filter(({ field }) => field === 'id')).toEqual([]);
  });
});

describe('accounts that fit alike', () => {
  test('each show their usual role before any shows a second row', () => {
    const rows = told(emptyPersonal, 'payments');
    const names = rows.slice(0, 3).map((row) => row.split('|')[0]);
    expect(new Set(names).size).toBe(3);
    expect(rows.slice(0, 3).every((row) => row.includes('|'))).toBe(true);
  });

  test('have a row of their own all the same, above their other roles', () => {
    const rows = told(emptyPersonal, 'payments-prod').filter((row) => row.split('|')[0] === 'payments-prod');
    expect(rows[0]).toMatch(/\|/);
    expect(rows[1]).toBe('payments-prod');
  });
});

function told(personal: Personal, text: string, nowMs = now): string[] {
  const index = personal === emptyPersonal ? plainIndex : buildIndex(directory, personal, nowMs);
  return search(index, text, { nowMs, limit: 20 }).rows.map(tell);
}

function tell(row: FoundRow): string {
  const name = row.app?.name ?? row.account?.name ?? '';
  if (row.entry.kind === 'service') return `${name}|${row.roleName}/${row.entry.service}`;
  return row.entry.kind === 'role' ? `${name}|${row.roleName}` : name;
}

function times(count: number, personal: Personal, entry: Entry, atMs = now): Personal {
  return count === 0 ? personal : times(count - 1, recordLaunch(personal, entry, atMs), entry, atMs);
}

function pinned(personal: Personal, name: string, roleName?: string): Personal {
  const entry: Entry = roleName
    ? roleEntry(name, roleName)
    : { kind: 'account', portal: portal.startUrl, accountId: idOf(name) };
  return pin(personal, entryKey(entry));
}

function roleEntry(name: string, roleName: string): Entry {
  return { kind: 'role', portal: portal.startUrl, accountId: idOf(name), roleName: role(roleName) };
}

function withoutBilling(account: Account): Account {
  const roles = account.roles?.filter((name) => account.name !== 'data-platform-dev' || name !== 'Billing');
  return { ...account, roles };
}

function idOf(name: string) {
  const found = directory.accounts.find((account) => account.name === name);
  if (!found) throw new Error(`no account ${name}`);
  return found.id;
}

function firstOf(rows: readonly FoundRow[]): FoundRow {
  const [row] = rows;
  if (!row) throw new Error('nothing was found');
  return row;
}
