import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type AccountId, parseAccountId } from '../../../lib/model/account';
import { lookOf, lookRecord, chosenFor } from '../../../lib/model/chosen';
import { matchesGlob } from '../../../lib/model/glob';
import { levels } from '../../../lib/model/level';
import { defaultPreferences, lookHere, parseLook } from '../../../lib/model/look';
import { parsePersonal } from '../../../lib/model/personal';
import { parsePortalAddress, type StartUrl } from '../../../lib/model/portal';
import { inPlaces, MOST_RULES, parseRules, type Rule, type RuleSettings, withRule } from '../../../lib/model/rule';
import { fitsHere, ruled, rulebookOf, type Subject } from '../../../lib/model/rulebook';

const RUNS = { numRuns: 10_000 };
vi.setConfig({ testTimeout: 60_000 });
const portal = portalAt('https://d-1234567890.awsapps.com/start');
const china = portalAt('https://start.cn-north-1.home.awsapps.cn/directory/d-1234567890');

const names = fc.constantFrom(
  'payments-prod',
  'payments-dev',
  'PaymentsProd2',
  'product-dev',
  'Zürich_prod',
  '本番',
  '',
);
const roles = fc.constantFrom('AdministratorAccess', 'ReadOnlyAccess', 'admin', undefined);
const regions = fc.constantFrom('eu-west-1', 'us-east-1', undefined);
const subjects: fc.Arbitrary<Subject> = fc.record({
  id: fc.constantFrom('111111111111', '222222222222').map(accountAt),
  name: names,
  portals: fc.constantFrom([], [portal], [china], [portal, china]),
});
const whens = fc.record(
  {
    name: fc.constantFrom('payments prod', 'prod', '*prod*', 'payments-????', '*'),
    ids: fc.constantFrom(['111111111111'], ['222222222222', '333333333333']),
    role: fc.constantFrom('*Admin*', 'ReadOnlyAccess', '*'),
    portal: fc.constantFrom(portal, china),
    partition: fc.constantFrom('aws', 'aws-cn'),
    region: fc.constantFrom('eu-*', 'us-east-1'),
  },
  { requiredKeys: [] },
);
const settings = fc.record(
  {
    label: fc.constantFrom('Pay', '{name} ({id})'),
    emoji: fc.constantFrom('🔥', '🧪'),
    colour: fc.constantFrom('#aa0000', '#00aa00', '#123456'),
    level: fc.constantFrom(...levels),
    group: fc.constantFrom('Shop', 'Bank'),
    defaultRole: fc.constant('ReadOnlyAccess'),
    region: fc.constantFrom('eu-west-1', 'us-east-1'),
    landing: fc.constantFrom('s3', 'ec2'),
    guard: fc.boolean(),
    sessionHours: fc.integer({ min: 1, max: 12 }),
    tabGroup: fc.constant('Work'),
    container: fc.constant('Work'),
  },
  { requiredKeys: [] },
);
const rulesOf = fc
  .array(fc.record({ when: whens, set: settings }), { maxLength: 6 })
  .map((list) => parseRules(list.map((rule, at) => ({ ...rule, id: `r${at}` }))));

describe('a rule', () => {
  test.each<[string, string, boolean]>([
    ['payments prod', 'payments-prod', true],
    ['prod payments', 'PaymentsProd2', true],
    ['prod', 'product-dev', false],
    ['PROD', 'payments-prod', true],
    ['prod*', 'product-dev', true],
    ['*prod', 'payments-prod', true],
    ['*prod', 'payments-prod-eu', false],
    ['payments-???', 'payments-dev', true],
    ['payments-???', 'payments-prod', false],
    ['zürich', 'ZÜRICH prod', true],
    ['本番', '決済本番環境', true],
    ['é', 'café', false],
    ['payments prod', 'payments-dev', false],
    ['本番', '決済本番-eu', true],
  ])('for “%s” is for “%s”: %s', (name, account, isMeant) => {
    const [rule] = parseRules([{ when: { name }, set: { group: 'x' } }]);
    expect(ruled(rule ? [rule] : [], subject(account)).group).toBe(isMeant ? 'x' : undefined);
  });

  test('that asks for a role or region is for nobody where none is known', () => {
    const [rule] = parseRules([{ when: { role: '*', region: '*' }, set: { group: 'x' } }]);
    expect([{}, { role: 'a' }, { region: 'b' }].map((here) => ruled([rule as Rule], subject('a'), here))).toEqual([
      {},
      {},
      {},
    ]);
    expect(ruled([rule as Rule], subject('a'), { role: 'a', region: 'b' })).toEqual({ group: 'x' });
  });

  test.each<[string, object, StartUrl[], boolean]>([
    ['its number', { ids: ['222222222222', '111111111111'] }, [portal], true],
    ['another number', { ids: ['222222222222'] }, [portal], false],
    ['no number at all', { ids: [] }, [portal], false],
    ['its portal, however that is written', { portal: ' D-1234567890.awsapps.com/start/#/ ' }, [china, portal], true],
    ['another portal', { portal: china }, [portal], false],
    ['a partition that one of its portals is in', { partition: 'aws-cn' }, [portal, china], true],
    ['another partition', { partition: 'aws-us-gov' }, [portal, china], false],
    ['its number and another portal', { ids: ['111111111111'], portal: china }, [portal], false],
    ['its name and another partition', { name: 'pay', partition: 'aws-cn' }, [portal], false],
  ])('for %s is for an account of such', (_, when, portals, isMeant) => {
    const rules = parseRules([{ when, set: { group: 'x' } }]);
    expect(rules).toHaveLength(1);
    expect(ruled(rules, { ...subject('pay'), portals }).group).toBe(isMeant ? 'x' : undefined);
  });

  test('with a condition that is not understood is no rule, rather than one for more accounts', () => {
    for (const when of [
      { name: 7 },
      { ids: ['1'] },
      { ids: 'all' },
      { portal: 'https://evil.example' },
      { region: '' },
      { name: '--' },
      { name: 'x'.repeat(201) },
      { partition: 'aws-moon' },
      { ids: Array.from({ length: 1_001 }, () => '111111111111') },
    ])
      expect(parseRules([{ when, set: { colour: '#00aa00' } }])).toEqual([]);
    expect(parseRules([{ when: {}, set: { colour: 'red', guard: 1, label: 'x' } }])).toMatchObject([
      { set: { label: 'x' } },
    ]);
  });

  test('fills name and number into its label, as text', () => {
    const [rule] = parseRules([{ set: { label: '{name} · {id}' } }]);
    expect(ruled([rule as Rule], subject('$& <b>')).label).toBe('$& <b> · 111111111111');
  });

  test('may have a number as its name, and as many accounts as there may be', () => {
    const ids = Array.from({ length: 1_000 }, () => '111111111111');
    expect(parseRules([{ when: { name: '7' } }, { when: { ids } }])).toHaveLength(2);
  });

  test('has a label of no more than 200 signs once that is filled in', () => {
    const rules = parseRules([{ set: { label: '{name}'.repeat(30) } }]);
    expect(ruled(rules, subject('payments-prod')).label).toHaveLength(200);
  });

  test.each(['', 'a b', 'x'.repeat(65), 'ä', 7])('with %j as its id, which is none, is known by what it says', (id) => {
    const [known] = parseRules([{ when: { name: 'prod' } }]);
    expect(parseRules([{ id, when: { name: 'prod' } }])[0]?.id).toBe(known?.id);
  });

  test('of a hand-written file is known by what it says, not by where it stands', () => {
    const [prod, dev] = [{ when: { name: 'prod' } }, { when: { name: 'dev' } }];
    const idIn = (rules: object[], at: number): string | undefined => parseRules(rules)[at]?.id;
    expect(idIn([prod, dev], 1)).toBe(idIn([dev], 0));
    expect(idIn([prod, dev], 0)).toBe(idIn([prod], 0));
  });

  test.each(['3', Infinity, null])('whose place is %j is put where it stands in the list', (place) => {
    const rules = parseRules([
      { id: 'a', place: 1 },
      { id: 'b', place },
      { id: 'c', place: 2 },
    ]);
    expect(rules.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(rules.every((rule, at) => at === 0 || rule.place > (rules[at - 1]?.place ?? 0))).toBe(true);
  });

  test('of a hand-written file has the same id whenever it is read', () => {
    const [one, other] = [1, 2].map(() => parseRules([{ when: { name: 'prod' } }, { when: { name: 'dev' } }]));
    expect(one).toEqual(other);
    expect(new Set(one?.map(({ id }) => id)).size).toBe(2);
  });

  test('with the id of another has one of its own, the same whenever it is read', () => {
    const groups = ['one', 'two', 'three', 'four'];
    const rules = groups.map((group, at) => ({ id: at === 2 ? 'same-2' : 'same', set: { group } }));
    const [first, again] = [parseRules(rules), parseRules(rules)];
    expect(first).toMatchObject(groups.map((group) => ({ set: { group } })));
    expect(first.map(({ id }) => id)).toEqual(['same', 'same-3', 'same-2', 'same-4']);
    expect(again).toEqual(first);
    expect(parseRules(first)).toEqual(first);
  });
});

describe('an ordered list of rules', () => {
  test('gives each setting to the first rule that has it', () => {
    fc.assert(
      fc.property(rulesOf, subjects, roles, regions, (rules, of, role, region) => {
        const result = ruled(rules, of, { role, region });
        const fitting = rules.filter((rule) => isFor(rule, of) && fitsHere(rule.when, { role, region }));
        for (const field of ['colour', 'level', 'group', 'guard', 'landing', 'emoji'] as const)
          expect(result[field]).toBe(fitting.find(({ set }) => set[field] !== undefined)?.set[field]);
      }),
      RUNS,
    );
  });

  test('is not changed by a rule below that decides nothing new, nor by one that is for nobody', () => {
    fc.assert(
      fc.property(rulesOf, subjects, roles, regions, settings, (rules, of, role, region, set) => {
        const here = { role, region };
        const before = ruled(rules, of, here);
        const known = Object.keys(before) as (keyof RuleSettings)[];
        const below = {
          when: {},
          set: Object.fromEntries(Object.entries(set).filter(([f]) => known.includes(f as never))),
        };
        const nobody = { when: { ids: ['999999999999'] }, set };
        expect(ruled(parseRules([nobody, ...rules, below]), of, here)).toEqual(before);
      }),
      RUNS,
    );
  });

  test('lies below what the person chose for the account itself', () => {
    fc.assert(
      fc.property(rulesOf, subjects, roles, (rules, of, role) => {
        const own = { label: 'Mine', colour: '#abcdef' };
        const personal = parsePersonal({ rules, accounts: { [of.id]: own } });
        expect(chosenFor(personal, of, { role })).toEqual({ ...ruled(rules, of, { role }), ...own });
      }),
      RUNS,
    );
  });

  test('makes a record by which a console tab looks in every role as the launcher does', () => {
    fc.assert(
      fc.property(rulesOf, subjects, roles, regions, fc.boolean(), (rules, of, role, region, guardProduction) => {
        const preferences = { ...defaultPreferences, guardProduction };
        const personal = parsePersonal({ rules, accounts: { '222222222222': { label: 'Mine' } } });
        const record = parseLook(JSON.parse(JSON.stringify(lookRecord(personal, of, preferences))));
        expect(record && lookHere(record, of.id, { role, region })).toMatchObject(
          lookOf(personal, of, { role, region }, preferences),
        );
        expect(JSON.stringify(record)).not.toContain(of.id === '111111111111' ? '222222222222' : '111111111111');
      }),
      RUNS,
    );
  });

  test('leaves the records of accounts small that no rule of theirs tells roles apart for', () => {
    const rules = parseRules([{ when: { name: 'dev', role: '*' }, set: { colour: '#00aa00' } }]);
    const personal = parsePersonal({ rules });
    expect(lookRecord(personal, subject('payments-prod'), defaultPreferences).layers).toBeUndefined();
    expect(lookRecord(personal, subject('payments-dev'), defaultPreferences).layers).toHaveLength(2);
  });

  test('comes back from the disk as it was, whatever order and places it had', () => {
    fc.assert(
      fc.property(rulesOf, fc.array(fc.nat(7)), (rules, moves) => {
        const moved = moves.reduce<readonly Rule[]>((list, at) => {
          const rule = list[at % Math.max(1, list.length)];
          return rule ? withRule(list, rule, (at * 3) % list.length) : list;
        }, rules);
        expect(moved.map(({ id }) => id).sort()).toEqual(rules.map(({ id }) => id).sort());
        expect(parseRules(JSON.parse(JSON.stringify(moved)))).toEqual(moved);
        expect(inPlaces(moved)).toBe(moved);
      }),
      RUNS,
    );
  });

  test('changes one place when one rule moves', () => {
    const rules = parseRules(Array.from({ length: 50 }, (_, at) => ({ id: `r${at}`, set: { group: `${at}` } })));
    const moved = withRule(rules, rules[40] as Rule, 3);
    expect(moved.filter((rule) => !rules.includes(rule)).map(({ id }) => id)).toEqual(['r40']);
    expect(moved[3]?.id).toBe('r40');
    for (const at of [0, 49]) {
      const next = withRule(rules, rules[40] as Rule, at);
      expect(next.filter((rule) => !rules.includes(rule)).map(({ id }) => id)).toEqual(['r40']);
      expect(next[at]?.id).toBe('r40');
    }
  });

  test('never throws for what it is not, and keeps its limits', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: false }), (value) => {
        expect(parseRules([value]).length).toBeLessThanOrEqual(1);
        expect(parseRules(value)).toBeInstanceOf(Array);
      }),
      RUNS,
    );
    expect(parseRules(Array.from({ length: 5_000 }, (_, at) => ({ id: `r${at}` })))).toHaveLength(MOST_RULES);
  });
});

describe('a glob', () => {
  test('means what its plain reading means', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 }),
        fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 }),
        (pattern, text) => {
          expect(matchesGlob(pattern, text)).toBe(plainly([...pattern], [...text]));
        },
      ),
      RUNS,
    );
  });

  /** One that goes back wherever it can needs longer than the world has existed. */
  test.each([
    ['*'.repeat(5_000), 'a'.repeat(5_000), true],
    [`${'*'.repeat(5_000)}b`, 'a'.repeat(5_000), false],
    [`${'*a'.repeat(2_500)}b`, 'a'.repeat(5_000), false],
    [`${'*?'.repeat(2_500)}*`, 'a'.repeat(5_000), true],
    [`${'a*'.repeat(2_500)}b`, 'a'.repeat(5_000), false],
  ])('that is hostile comes to an end (%#)', (pattern, text, isMatch) => {
    expect(matchesGlob(pattern, text)).toBe(isMatch);
  });

  test('counts an emoji as one sign', () => {
    expect(matchesGlob('a?b', 'a🔥b')).toBe(true);
  });
});

function plainly(pattern: readonly string[], text: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return text.length === 0;
  if (first === '*') return plainly(rest, text) || (text.length > 0 && plainly(pattern, text.slice(1)));
  return text.length > 0 && (first === '?' || first === text[0]) && plainly(rest, text.slice(1));
}

function isFor(rule: Rule, of: Subject): boolean {
  return rulebookOf([rule]).of(of).length > 0;
}

function subject(name: string): Subject {
  return { id: accountAt('111111111111'), name, portals: [portal] };
}

function accountAt(text: string): AccountId {
  const id = parseAccountId(text);
  if (!id) throw new Error(text);
  return id;
}

function portalAt(text: string): StartUrl {
  const parsed = parsePortalAddress(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.address.startUrl;
}
