import { describe, expect, test } from 'vitest';
import { formatAccountId, parseAccountId } from '../../../lib/model/account';
import { parseChainedRoles } from '../../../lib/model/chained-role';
import { parseColour } from '../../../lib/model/colour';
import { defaultPreferences, lookHere } from '../../../lib/model/look';
import { idsInRules, type Listing, lookIn, lookRecords, nameAmong } from '../../../lib/model/look-records';
import { emptyPersonal, type Personal } from '../../../lib/model/personal';
import { parsePortalAddress } from '../../../lib/model/portal';
import { parseRules } from '../../../lib/model/rule';
import { cpuMs } from '../cpu-time';

const account = (text: string) => {
  const id = parseAccountId(text);
  if (!id) throw new Error(`${text} is an account's number`);
  return id;
};
const portal = (name: string) => {
  const found = parsePortalAddress(`https://${name}.awsapps.com/start`);
  if (!found.ok) throw new Error(`${name} is a portal's name`);
  return found.address.startUrl;
};

const a = account('111111111111');
const b = account('222222222222');
const one = portal('one');
const other = portal('other');
const orange = parseColour('#ff8800');
const nothing = { asked: [], listedAt: new Map() };

function ruled(...rules: object[]): Personal {
  return { ...emptyPersonal, rules: parseRules(rules) };
}

function records(personal: Personal, listings: readonly Listing[], asked = idsInRules(personal)) {
  return lookRecords(personal, defaultPreferences, listings, { ...nothing, asked });
}

describe('an account that no portal lists', () => {
  test('is one of 5,000 that chained roles lead to, each with a choice of its own, within a second', () => {
    const ids = Array.from({ length: 5_000 }, (_, at) => account(String(300_000_000_000 + at)));
    const chained = parseChainedRoles(ids.map((accountId) => ({ accountId, roleName: 'Deploy', label: accountId })));
    const accounts = Object.fromEntries(ids.map((id) => [id, { emoji: '🦊' }]));
    const personal = { ...emptyPersonal, chained, accounts };
    expect(cpuMs(() => records(personal, [], ids))).toBeLessThan(1_000);
    expect(records(personal, [], ids).looks.get(ids[0] ?? a)).toMatchObject({ label: `🦊 ${ids[0]}` });
  });

  test('looks as the rule says that names its number, on its console as in the toolbar', () => {
    const personal = ruled({ when: { ids: [b] }, set: { colour: orange, level: 'production' } });
    const { looks, unlisted } = records(personal, [{ id: a, name: 'Shop', portal: one }]);
    expect(looks.get(b)).toMatchObject({ label: '', colour: orange, level: 'production' });
    expect(lookIn(personal, defaultPreferences, { id: b, listings: [], listedAt: new Map() }, {})).toMatchObject({
      colour: orange,
      level: 'production',
    });
    expect(unlisted).toEqual([b]);
    expect([...looks.keys()]).toEqual([a, b]);
  });

  test('is called by its number beside an emoji', () => {
    const { looks } = records(ruled({ when: { ids: [b] }, set: { emoji: '🔥' } }), []);
    expect(looks.get(b)?.label).toBe(`🔥 ${formatAccountId(b)}`);
  });

  test('looks as a rule of the organisation says', () => {
    const above = parseRules([{ when: { ids: [b] }, set: { label: 'Vault' } }]);
    const { looks } = records({ ...emptyPersonal, organisation: { above, below: [] } }, []);
    expect(looks.get(b)?.label).toBe('Vault');
  });

  test('is as its alias says while its console is open, as a name would: level, guard and rules', () => {
    const aliases = new Map([[b, 'acme-prod']]);
    const preferences = { ...defaultPreferences, guardProduction: true };
    const personal = ruled({ when: { name: 'acme' }, set: { emoji: '🦊' } });
    const { looks, unlisted } = lookRecords(personal, preferences, [], { ...nothing, asked: [b], aliases });
    expect(looks.get(b)).toMatchObject({ label: '🦊 acme-prod', level: 'production', isGuarded: true });
    expect(unlisted).toEqual([b]);
    const there = lookIn(personal, preferences, { id: b, listings: [], listedAt: new Map(), aliases }, {});
    expect(there).toMatchObject({ label: '🦊 acme-prod', level: 'production' });
  });

  test('is called as its portal calls it once one lists it, whatever its alias is', () => {
    const aliases = new Map([[b, 'acme-prod']]);
    const { looks } = lookRecords(emptyPersonal, defaultPreferences, [{ id: b, name: 'Playground', portal: one }], {
      ...nothing,
      aliases,
    });
    expect(looks.get(b)).toMatchObject({ label: 'Playground', level: 'sandbox' });
  });

  test('has what a rule for some roles says, while its console is open', () => {
    const personal = ruled({ when: { role: 'Admin' }, set: { level: 'production' } });
    expect(records(personal, [], [b]).looks.get(b)?.layers).toHaveLength(2);
    expect(records(personal, []).looks.size).toBe(0);
  });

  test('has no look where nothing is decided about it', () => {
    const { looks, unlisted } = records(ruled({ when: { name: 'shop' }, set: { level: 'production' } }), [], [b]);
    expect([looks.size, unlisted]).toEqual([0, []]);
  });
});

describe('production that the organisation guards for good', () => {
  const guarded = { ...defaultPreferences, guardProduction: true };
  const held = { above: [], below: [], holdsGuard: true };
  const listing = { id: a, name: 'payments-prod', portal: one };
  const isGuarded = (personal: Personal, role?: string, of = listing): boolean | undefined => {
    const { looks } = lookRecords(personal, guarded, [of], nothing);
    const own = looks.get(a);
    const there = lookIn(personal, guarded, { id: a, listings: [of], listedAt: new Map() }, { role });
    const here = own && lookHere(own, a, { role });
    expect(there.isGuarded).toBe(here?.isGuarded);
    return here?.isGuarded;
  };

  test.each([
    [{ when: { name: '*' }, set: { level: 'development' } }],
    [{ when: { name: '*' }, set: { guard: false } }],
    [{ when: { name: '*', role: 'Admin*' }, set: { level: 'sandbox', guard: false } }],
    [{ when: { ids: [a] }, set: { level: 'development', guard: false, colour: orange } }],
  ])('stays guarded whatever a rule of the person’s says: %j', (rule) => {
    expect(isGuarded(ruled(rule), 'Admin')).toBe(false);
    expect(isGuarded({ ...ruled(rule), organisation: held }, 'Admin')).toBe(true);
  });

  test('stays guarded in the role that the organisation proposes as production', () => {
    const dev = { ...listing, name: 'payments' };
    const below = parseRules([{ when: { name: '*', role: 'Admin' }, set: { level: 'production' } }]);
    const rules = parseRules([{ when: { name: '*' }, set: { level: 'development' } }]);
    const personal = { ...emptyPersonal, rules, organisation: { ...held, below } };
    expect([isGuarded(personal, 'Admin', dev), isGuarded(personal, 'Read', dev)]).toEqual([true, false]);
  });

  test('looks as the person’s rule says', () => {
    const personal = { ...ruled({ when: { name: '*' }, set: { level: 'development' } }), organisation: held };
    expect(lookRecords(personal, guarded, [listing], nothing).looks.get(a)?.level).toBe('development');
  });

  test('is what the organisation’s own rules say', () => {
    const above = parseRules([{ when: { name: '*' }, set: { level: 'development' } }]);
    expect(isGuarded({ ...emptyPersonal, organisation: { ...held, above } })).toBe(false);
    const named = parseRules([{ when: { ids: [a] }, set: { guard: false } }]);
    expect(isGuarded({ ...emptyPersonal, organisation: { ...held, above: named } })).toBe(false);
    expect(
      isGuarded({ ...ruled({ when: { ids: [a] }, set: { guard: true } }), organisation: { ...held, below: named } }),
    ).toBe(true);
  });
});

describe('an account that two portals list', () => {
  const listings = [
    { id: a, name: 'Shop sandbox', portal: one },
    { id: a, name: 'Shop production', portal: other },
  ];

  test('has the name that warns of more, whichever portal comes first', () => {
    for (const listed of [listings, listings.toReversed()]) {
      expect(records(emptyPersonal, listed).looks.get(a)).toMatchObject({
        label: 'Shop production',
        level: 'production',
      });
      const found = lookIn(emptyPersonal, defaultPreferences, { id: a, listings: listed, listedAt: new Map() }, {});
      expect(found.label).toBe('Shop production');
    }
  });

  test('has the name of the latest list where both warn of the same', () => {
    const same = [
      { id: a, name: 'Old name', portal: one },
      { id: a, name: 'New name', portal: other },
    ];
    const at = new Map([
      [one, 1],
      [other, 2],
    ]);
    expect([nameAmong(same, at), nameAmong(same.toReversed(), at)]).toEqual(['New name', 'New name']);
  });

  test('is named as the portal names it that is asked about', () => {
    const of = { id: a, listings, listedAt: new Map(), portal: one };
    expect(lookIn(emptyPersonal, defaultPreferences, of, {}).label).toBe('Shop sandbox');
  });
});
