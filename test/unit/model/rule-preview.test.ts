import { describe, expect, test } from 'vitest';
import { parseAccountId, parseRoleName } from '../../../lib/model/account';
import type { Account } from '../../../lib/model/directory';
import { parsePersonal } from '../../../lib/model/personal';
import type { StartUrl } from '../../../lib/model/portal';
import { parseRules, type Rule } from '../../../lib/model/rule';
import { previewOf, type RulePreview } from '../../../lib/model/rule-preview';
import { sharedColours } from '../../../lib/model/shared-colour';

const [portal, other] = ['https://d-1234567890.awsapps.com/start', 'https://acme.awsapps.com/start'] as StartUrl[];

function account(digit: string, name: string, roles?: readonly string[], at = portal): Account {
  const id = parseAccountId(digit.repeat(12));
  if (!id || !at) throw new Error('an account has a number and a portal');
  const named = roles?.flatMap((role) => parseRoleName(role) ?? []);
  return { portal: at, id, name, nameAltered: false, email: '', roles: named };
}

const accounts = [
  account('1', 'pay-prod', ['Admin', 'ReadOnly', 'AdminOfPay']),
  account('2', 'pay-dev', ['ReadOnly']),
  account('1', 'pay-prod', ['Admin'], other),
  account('3', 'log', undefined),
];

/** What the first of some rules would do; `own` is what the person chose besides. */
function preview(rules: readonly object[], own: object = {}): RulePreview {
  const parsed = parseRules(rules);
  return previewOf(parsed[0] as Rule, parsePersonal({ ...own, rules: parsed }), accounts);
}
const names = ({ accounts: found }: RulePreview): string[] => found.map(({ name }) => name);

describe('what a rule would do', () => {
  test('is told of every account that it is for, once, whichever portals list it', () => {
    expect(names(preview([{ when: { name: 'pay' }, set: { group: 'x' } }]))).toEqual(['pay-prod', 'pay-dev']);
    expect(names(preview([{ set: { group: 'x' } }]))).toEqual(['pay-prod', 'pay-dev', 'log']);
    expect(preview([{ when: { name: 'nobody' }, set: {} }])).toEqual({
      accounts: [],
      roles: undefined,
      overruled: 0,
      here: {},
    });
  });

  test('in a role is told of the accounts that have one, with how many there are, and shown in the first', () => {
    const found = preview([{ when: { role: 'Read*' }, set: { group: 'x' } }]);
    expect(names(found)).toEqual(['pay-prod', 'pay-dev']);
    expect(found).toMatchObject({ roles: 2, here: { role: 'ReadOnly' } });
    expect(names(preview([{ when: { role: 'Nothing' }, set: { group: 'x' } }]))).toEqual([]);
    expect(preview([{ when: { name: 'pay' }, set: {} }]).roles).toBeUndefined();
  });

  test('in some regions is shown in one whose name that could be', () => {
    expect(preview([{ when: { region: 'eu-west-?' }, set: { group: 'x' } }]).here.region).toBe('eu-west-');
  });

  test('is nothing where something above decides otherwise', () => {
    const rule = { when: { name: 'pay' }, set: { group: 'x', label: 'Pay {name}' } };
    const above = { id: 'above', place: -1, when: { name: 'prod' }, set: { label: 'Mine' } };
    const overruled = (own: object, ...rules: object[]): number =>
      previewOf(parseRules([rule])[0] as Rule, parsePersonal({ ...own, rules: parseRules(rules) }), accounts).overruled;
    expect(overruled({}, rule)).toBe(0);
    expect(overruled({}, above, rule)).toBe(1);
    expect(overruled({ accounts: { '222222222222': { label: 'Mine' } } }, above, rule)).toBe(2);
    const inRegion = { ...rule, when: { ...rule.when, region: 'eu-*' } };
    const [asked] = parseRules([inRegion]);
    expect(previewOf(asked as Rule, parsePersonal({ rules: [above, inRegion] }), accounts).overruled).toBe(0);
  });
});

describe('a colour that production shares with another account', () => {
  const shared = (rules: object[], own: object = {}) =>
    sharedColours(accounts, { ...parsePersonal({ ...own }), rules: parseRules(rules) });

  test('is told once, where somebody chose it', () => {
    expect(shared([{ when: { name: 'pay' }, set: { colour: '#00aa00' } }])).toEqual([
      { colour: '#00aa00', production: '111111111111', other: '222222222222' },
    ]);
    expect(shared([{ when: { name: 'dev' }, set: { colour: '#c8102e' } }])).toEqual([
      { colour: '#c8102e', production: '111111111111', other: '222222222222' },
    ]);
  });

  test('is told of no accounts of one level, nor where nobody chose a colour', () => {
    expect(shared([])).toEqual([]);
    expect(shared([{ set: { colour: '#00aa00', level: 'production' } }])).toEqual([]);
    expect(shared([{ set: { colour: '#00aa00', level: 'sandbox' } }])).toEqual([]);
    expect(shared([{ when: { name: 'dev' }, set: { colour: '#00aa00' } }])).toEqual([]);
  });
});
