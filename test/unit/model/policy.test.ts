import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAccountId } from '../../../lib/model/account';
import { lookOf } from '../../../lib/model/chosen';
import { parseColour } from '../../../lib/model/colour';
import type { Personal } from '../../../lib/model/personal';
import { parseRules } from '../../../lib/model/rule';
import { defaultPreferences } from '../../../lib/model/look';
import { sortedByPolicy } from '../../../lib/model/held-changes';
import { mayExport, noPolicy, parsePolicy, policyFields, preferencesUnder, syncUnder } from '../../../lib/model/policy';
import { managedJsonSchema, managedSchemaPath } from '../../release/managed-schema';

const portal = { startUrl: 'https://d-1234567890.awsapps.com/start', region: 'eu-west-1', name: 'Work' };

describe('an organisation’s policy', () => {
  test('has a published schema that says what the parser takes', async () => {
    expect(await readFile(managedSchemaPath, 'utf8')).toBe(managedJsonSchema());
  });

  test.each([undefined, null, {}])('that is %j is none', (raw) => {
    expect(parsePolicy(raw)).toEqual(noPolicy);
  });

  test('is read as it was meant', () => {
    const policy = parsePolicy({ portals: [portal], labelForm: 'bar', copyCredentials: false, locked: ['labelForm'] });
    expect(policy).toEqual({
      isPresent: true,
      portals: [portal],
      rules: [],
      preferences: { labelForm: 'bar', copyCredentials: false },
      sync: undefined,
      export: undefined,
      locked: ['labelForm'],
      problems: [],
    });
  });

  test('holds what it locks, proposes what it does not, and leaves the rest', () => {
    const policy = parsePolicy({
      guardProduction: true,
      labelForm: 'bar',
      tabGroups: true,
      locked: ['guardProduction'],
    });
    expect(preferencesUnder(policy, { guardProduction: false, labelForm: 'badge' })).toEqual({
      ...defaultPreferences,
      guardProduction: true,
      labelForm: 'badge',
      tabGroups: true,
    });
  });

  test.each<[unknown, string]>([
    ['yes', 'wrong'],
    [1, 'wrong'],
    [null, 'wrong'],
    [{}, 'wrong'],
    [undefined, 'missing'],
  ])('with %j for a locked guard has the guard on', (guardProduction, problem) => {
    const policy = parsePolicy({
      ...(guardProduction === undefined ? {} : { guardProduction }),
      locked: ['guardProduction'],
    });
    expect(preferencesUnder(policy, { guardProduction: false }).guardProduction).toBe(true);
    expect(policy.problems).toEqual([{ problem, where: 'guardProduction' }]);
  });

  test.each(['copyCredentials', 'sync', 'export'] as const)('with nonsense for %s has it switched off', (field) => {
    const policy = parsePolicy({ [field]: 'maybe', locked: [] });
    expect(policy.locked).toEqual([field]);
    expect([
      preferencesUnder(policy, { copyCredentials: true }).copyCredentials,
      syncUnder(policy, true),
      mayExport(policy),
    ]).toEqual([field !== 'copyCredentials', field !== 'sync', field !== 'export']);
  });

  test.each<[string, unknown]>([
    ['no list of locks', undefined],
    ['a word for its locks', 'guardProduction'],
    ['a misspelt lock', ['guard']],
    ['a lock that is no word', [7]],
  ])('with %s holds all that it says, and the careful side of what it may have meant', (_, locked) => {
    const policy = parsePolicy({ labelForm: 'bar', ...(locked === undefined ? {} : { locked }) });
    expect(policy.locked).toEqual(['guardProduction', 'labelForm', 'copyCredentials', 'sync', 'export']);
    expect(preferencesUnder(policy, { labelForm: 'badge', copyCredentials: true })).toMatchObject({
      labelForm: 'bar',
      guardProduction: true,
      copyCredentials: false,
    });
    expect(policy.problems).toHaveLength(1);
  });

  test('with something wrong in it keeps all that is right', () => {
    const policy = parsePolicy({
      portals: [
        { ...portal, startUrl: 'https://awsapps.com.evil.example/start' },
        portal,
        { ...portal, region: 'mars-1' },
        { ...portal, region: 'cn-north-1' },
      ],
      labelForm: 'rainbow',
      tabGroups: true,
      surprise: 1,
      locked: [],
    });
    expect(policy).toMatchObject({ portals: [portal], preferences: { tabGroups: true }, locked: [] });
    expect(policy.problems.map(({ problem, where }) => `${problem} ${where}`).toSorted()).toEqual([
      'unknown surprise',
      'wrong labelForm',
      'wrong portals.0',
      'wrong portals.2',
      'wrong portals.3',
    ]);
  });

  test('takes its rules one by one, and guards production where one can’t be read', () => {
    const rules = [{ when: { name: 'billing' }, set: { level: 'production', colour: '#aa0000' } }];
    const policy = parsePolicy({ rules, locked: ['rules'] });
    expect(policy.rules).toMatchObject(rules);
    expect(policy).toMatchObject({ locked: ['rules'], problems: [] });
    const broken = parsePolicy({ rules: [...rules, { when: { name: 7 }, set: { guard: true } }], locked: ['rules'] });
    expect(broken.rules).toEqual(policy.rules);
    expect(broken).toMatchObject({
      preferences: { guardProduction: true },
      locked: ['rules', 'guardProduction'],
      problems: [{ problem: 'wrong', where: 'rules.1' }],
    });
  });

  test('has no rule for everybody by mistake', () => {
    expect(parsePolicy({ rules: [{ when: {}, set: { colour: '#aa0000' } }], locked: [] }).rules).toEqual([]);
    expect(
      parsePolicy({ rules: [{ when: { name: '*' }, set: { colour: '#aa0000' } }], locked: [] }).rules,
    ).toHaveLength(1);
  });

  test('holds its own portals as it names them, locked or not', () => {
    const change = { kind: 'portals', of: portal.startUrl, field: '', before: portal, after: {} } as const;
    for (const locked of [[], ['portals']]) {
      const policy = parsePolicy({ portals: [portal], locked });
      expect(sortedByPolicy(policy, [change]).held).toEqual([change]);
      expect(sortedByPolicy(policy, [{ ...change, before: undefined }]).held).toEqual([]);
    }
  });

  test('keeps rules of one id, and tells where there are more of them than it keeps', () => {
    const rule = { id: 'same', when: { name: '*' }, set: { colour: '#aa0000' } };
    const rulesOf = (count: number) => parsePolicy({ rules: Array.from({ length: count }, () => rule), locked: [] });
    expect(rulesOf(1_000)).toMatchObject({ rules: { length: 1_000 }, problems: [] });
    expect(rulesOf(1_002)).toMatchObject({
      rules: { length: 1_000 },
      problems: [{ problem: 'wrong', where: 'rules.1000' }],
      preferences: { guardProduction: true },
    });
  });

  test('has its rules hold over the person’s, or lie below them', () => {
    const id = parseAccountId('111111111111');
    if (!id) throw new Error('no account number');
    const subject = { id, name: 'payments-prod', portals: [] };
    const rule = (colour: string) => parseRules([{ when: { name: 'prod' }, set: { colour } }]);
    const own = { accounts: {}, rules: rule('#00aa00') };
    const held = { ...own, organisation: { above: rule('#aa0000'), below: [] } };
    const proposed = { ...own, organisation: { above: [], below: rule('#aa0000') } };
    const choice = { accounts: { [id]: { colour: parseColour('#0000aa') ?? undefined } } } as Pick<
      Personal,
      'accounts'
    >;
    expect(lookOf({ ...held, ...choice }, subject).colour).toBe('#aa0000');
    expect(lookOf(proposed, subject).colour).toBe('#00aa00');
    expect(lookOf({ ...proposed, rules: [] }, subject).colour).toBe('#aa0000');
  });

  test('lets sync be what the person chose, unless it is locked', () => {
    expect(syncUnder(noPolicy, undefined)).toBe(false);
    expect(syncUnder(noPolicy, true)).toBe(true);
    expect(syncUnder(parsePolicy({ sync: true, locked: [] }), undefined)).toBe(true);
    expect(syncUnder(parsePolicy({ sync: true, locked: [] }), false)).toBe(false);
    expect(syncUnder(parsePolicy({ sync: false, locked: ['sync'] }), true)).toBe(false);
  });

  test('of any nonsense throws nothing and never loosens what it locks', () => {
    const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.boolean(), fc.constant(undefined));
    const names = [...policyFields, 'locked', '__proto__', 'constructor'];
    const raw = fc.oneof(
      value,
      fc.dictionary(fc.constantFrom(...names), value),
      fc
        .tuple(fc.dictionary(fc.constantFrom(...policyFields), value), fc.shuffledSubarray(policyFields))
        .map(([said, locked]) => ({ ...said, locked })),
    );
    const personal = { guardProduction: false, copyCredentials: true } as const;
    fc.assert(
      fc.property(raw, (given) => {
        const policy = parsePolicy(given);
        const { guardProduction, copyCredentials } = preferencesUnder(policy, personal);
        const said = (field: string): unknown => Reflect.get(Object(given), field);
        const locks = said('locked');
        const asks = (field: string): boolean => policy.isPresent && (!Array.isArray(locks) || locks.includes(field));
        const held = {
          guardProduction:
            said('guardProduction') !== false || policy.problems.some(({ where }) => where.startsWith('rules')),
          copyCredentials: said('copyCredentials') === true,
          sync: said('sync') === true,
        };
        const real = { guardProduction, copyCredentials, sync: syncUnder(policy, true) };
        const asked = (values: Record<string, boolean>) => Object.entries(values).filter(([field]) => asks(field));
        expect(asked(real)).toEqual(asked(held));
      }),
      { numRuns: 5_000, seed: 5 },
    );
  });
});
