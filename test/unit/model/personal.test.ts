import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AccountId, parseAccountId, parseRoleName, type RoleName } from '../../../lib/model/account';
import { accountKey, type Entry, entryKey, parseEntryKey, roleKey } from '../../../lib/model/entry';
import { frecencyAt, HALF_LIFE_MS } from '../../../lib/model/frecency';
import {
  choicesOf,
  emptyPersonal,
  groupsOf,
  hide,
  launchesOf,
  movePin,
  parsePersonal,
  pin,
  recordLaunch,
  rename,
  setDefaults,
  setGroup,
  setGroups,
  unhide,
  unpin,
} from '../../../lib/model/personal';
import { parsePortalAddress, type StartUrl } from '../../../lib/model/portal';

const portal = portalAt('https://d-1234567890.awsapps.com/start');
const account = accountAt('111111111111');
const admin = roleAt('AdministratorAccess');
const reader = roleAt('ReadOnlyAccess');
const adminKey = roleKey(portal, account, admin);
const readerKey = roleKey(portal, account, reader);
const now = Date.UTC(2030, 0, 1);

const entries: fc.Arbitrary<Entry> = fc.oneof(
  fc
    .string({ minLength: 1, maxLength: 30 })
    .filter(isRoleName)
    .map((name) => role(roleAt(name))),
  fc.constant<Entry>({ kind: 'account', portal, accountId: account }),
  fc.string({ minLength: 1 }).map((appId): Entry => ({ kind: 'app', portal, appId })),
  fc.constantFrom<Entry>(
    { kind: 'service', portal, accountId: account, roleName: admin, service: 's3', region: 'eu-west-1' },
    { kind: 'service', portal, accountId: account, roleName: undefined, service: 'iam', region: undefined },
    { kind: 'command', command: 'sign-out' },
  ),
);

describe('groups', () => {
  const one = accountAt('111111111111');
  const other = accountAt('222222222222');

  test('an account is put into groups and taken out of the others', () => {
    const both = setGroups(setGroups(emptyPersonal, one, ['Week', 'Night']), other, [' Week ']);
    expect(both.groups).toEqual([
      { name: 'Week', accounts: [one, other] },
      { name: 'Night', accounts: [one] },
    ]);
    expect(groupsOf(setGroups(both, one, ['Day', '']), one)).toEqual(['Day']);
  });

  test('a group that nobody is in any more is gone', () => {
    const put = setGroups(emptyPersonal, one, ['Week']);
    expect(setGroups(put, one, []).groups).toEqual([]);
  });
});

test('groups that a file gives one name are one, with the accounts of all of them', () => {
  const groups = [
    { name: 'Team', accounts: ['111111111111'] },
    { name: 'Other', accounts: ['333333333333'] },
    { name: ' Team', accounts: ['222222222222', '111111111111'] },
  ];
  expect(parsePersonal({ ...emptyPersonal, groups }).groups).toEqual([
    { name: 'Team', accounts: ['111111111111', '222222222222'] },
    { name: 'Other', accounts: ['333333333333'] },
  ]);
});

describe('the key of an entry', () => {
  test('leads back to the entry, whatever the names hold', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        expect(parseEntryKey(entryKey(entry))).toEqual(entry);
      }),
    );
  });

  test('is told apart from the key of any other entry', () => {
    fc.assert(
      fc.property(entries, entries, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(entryKey(one)).not.toBe(entryKey(other));
      }),
    );
  });

  test.each([
    ['nothing', undefined],
    ['a number', 7],
    ['words', 'role'],
    ['another host', 'role|https://evil.example/start|111111111111|Admin'],
    ['an eleven digit account', `account|${portal}|11111111111`],
    ['a trailing part', `${adminKey}|more`],
    ['a command with signs', 'command|<b>'],
    ['100,000 characters', `role|${'x'.repeat(100_000)}`],
  ])('is not read from %s', (_, key) => {
    expect(parseEntryKey(key)).toBeUndefined();
  });
});

describe("the person's own data", () => {
  test('keeps pins in the order in which they were set, each once', () => {
    const pinned = pin(pin(pin(emptyPersonal, adminKey), readerKey), adminKey);
    expect(pinned.pins).toEqual([adminKey, readerKey]);
    expect(movePin(pinned, readerKey, 0).pins).toEqual([readerKey, adminKey]);
    expect(unpin(pinned, adminKey).pins).toEqual([readerKey]);
  });

  test('hides and shows again', () => {
    const hidden = hide(emptyPersonal, adminKey);
    expect(hidden.hidden).toEqual([adminKey]);
    expect(unhide(hidden, adminKey)).toEqual(emptyPersonal);
  });

  test('takes label, emoji and note, and forgets an account whose last choice is taken away', () => {
    const named = rename(emptyPersonal, account, { label: 'Shop \u202E live', emoji: '🏴󠁧󠁢󠁳󠁣󠁴󠁿 and more', note: 'ask Kim' });
    expect(choicesOf(named, account)).toEqual({ label: 'Shop live', emoji: '🏴󠁧󠁢󠁳󠁣󠁴󠁿', note: 'ask Kim' });
    expect(rename(named, account, { label: '', emoji: '', note: '' })).toEqual(emptyPersonal);
  });

  test('sets usual role, region and landing page without touching the label', () => {
    const named = rename(emptyPersonal, account, { label: 'Shop' });
    const set = setDefaults(named, account, { defaultRole: admin, region: 'eu-west-1', landing: 's3' });
    expect(choicesOf(set, account)).toEqual({ label: 'Shop', defaultRole: admin, region: 'eu-west-1', landing: 's3' });
    expect(setDefaults(set, account, { defaultRole: undefined, region: undefined, landing: '' })).toEqual(named);
  });

  test('drops a group that has no account left', () => {
    const grouped = setGroup(emptyPersonal, { name: 'Payments', accounts: [account] });
    expect(setGroup(grouped, { name: 'Payments', accounts: [] })).toEqual(emptyPersonal);
  });

  test('counts a launch of a service page for its role too', () => {
    const entry: Entry = { kind: 'service', portal, accountId: account, roleName: admin, service: 's3', region: '' };
    expect(launchesOf(recordLaunch(emptyPersonal, entry, now), adminKey)).toEqual({ score: 1, atMs: now });
  });

  test('halves the weight of a launch in one half-life', () => {
    const state = launchesOf(recordLaunch(emptyPersonal, role(admin), now), adminKey);
    expect(frecencyAt(state, now + HALF_LIFE_MS)).toBeCloseTo(0.5);
    expect(frecencyAt(state, now - HALF_LIFE_MS)).toBe(1);
  });

  test('forgets the weakest launches when there are more than 500', () => {
    const names = Array.from({ length: 600 }, (_, index) => roleAt(`Role${index}`));
    const personal = names.reduce((state, name, index) => recordLaunch(state, role(name), now + index), emptyPersonal);
    expect(Object.keys(personal.launches)).toHaveLength(500);
    expect(launchesOf(personal, roleKey(portal, account, roleAt('Role0')))).toBeUndefined();
  });
});

describe('what was stored of the person’s own data', () => {
  const full = recordLaunch(
    setGroup(rename(pin(hide(emptyPersonal, accountKey(portal, account)), adminKey), account, { label: 'Shop' }), {
      name: 'Payments',
      accounts: [account],
    }),
    role(admin),
    now,
  );

  test('is read back as it was written', () => {
    expect(parsePersonal(JSON.parse(JSON.stringify(full)))).toEqual(full);
  });

  test('loses the bad parts and keeps the good ones', () => {
    const damaged = {
      ...full,
      version: 999,
      pins: [7, ...full.pins, 'nonsense', ...full.pins],
      groups: 'none',
      launches: { ...full.launches, nonsense: { score: 1, atMs: 1 }, [readerKey]: { score: -1, atMs: now } },
      accounts: JSON.parse(`{"__proto__":{"label":"x"},"12":{"label":"x"},"${account}":{"label":"Shop","region":7}}`),
    };
    expect(parsePersonal(damaged)).toEqual({ ...full, groups: [] });
    expect({}).not.toHaveProperty('label');
  });

  test('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(parsePersonal(value)).toMatchObject({ version: 1 });
      }),
    );
  });
});

function role(roleName: RoleName): Entry {
  return { kind: 'role', portal, accountId: account, roleName };
}

function portalAt(address: string): StartUrl {
  const parsed = parsePortalAddress(address);
  if (!parsed.ok) throw new Error(`not a portal: ${address}`);
  return parsed.address.startUrl;
}

function accountAt(id: string): AccountId {
  const parsed = parseAccountId(id);
  if (!parsed) throw new Error(`not an account id: ${id}`);
  return parsed;
}

function roleAt(name: string): RoleName {
  const parsed = parseRoleName(name);
  if (!parsed) throw new Error(`not a role name: ${name}`);
  return parsed;
}

function isRoleName(name: string): boolean {
  return parseRoleName(name) !== undefined;
}
