import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseChainedRoles } from '../../../lib/model/chained-role';
import { mergedRoles, mergedRules } from '../../../lib/model/merged-edits';
import { parseRules, type Rule } from '../../../lib/model/rule';

const lists = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      place: fc.integer({ min: 1, max: 8 }),
      when: fc.record({ name: fc.constantFrom('prod', 'dev') }),
      set: fc.record(
        { label: fc.constantFrom('one', 'two'), guard: fc.boolean(), level: fc.constantFrom('production', 'sandbox') },
        { requiredKeys: [] },
      ),
    }),
    { selector: ({ id }) => id },
  )
  .map((all) => parseRules(all.toSorted((one, other) => one.place - other.place)));
const three = fc.tuple(lists, lists, lists);

type Parts = readonly unknown[] | undefined;

/** What a rule says: its conditions, and each setting that it may have. */
const partsOf = (rules: readonly Rule[], id: string): Parts => {
  const rule = rules.find((one) => one.id === id);
  return rule && [JSON.stringify(rule.when), rule.set.label, rule.set.guard, rule.set.level];
};
function mergedParts(now: Parts, was: Parts, own: Parts): Parts {
  if (now && was && own) return own.map((part, at) => (part === was[at] ? now[at] : part));
  return JSON.stringify(was) === JSON.stringify(own) ? now : own;
}

const isAscending = (rules: readonly Rule[]): boolean =>
  rules.every(({ place }, at) => at === 0 || place > (rules[at - 1]?.place ?? 0));

describe('rules that a page edited', () => {
  test('are as they are stored where the page changed nothing', () => {
    fc.assert(
      fc.property(lists, lists, (stored, base) => void expect(mergedRules(stored, base, base)).toEqual(stored)),
    );
  });

  test('are as the page has them where nothing else changed', () => {
    fc.assert(
      fc.property(lists, lists, (base, edited) => void expect(mergedRules(base, base, edited)).toEqual(edited)),
    );
  });

  test('say what the page changed, and of the rest what is stored, each setting by itself', () => {
    fc.assert(
      fc.property(three, ([stored, base, edited]) => {
        const result = mergedRules(stored, base, edited);
        for (const id of 'abcdef') {
          const [now, was, own, after] = [stored, base, edited, result].map((rules) => partsOf(rules, id));
          expect(after).toEqual(mergedParts(now, was, own));
        }
      }),
    );
  });

  test('stand where the page put them, each at a place of its own', () => {
    fc.assert(
      fc.property(three, ([stored, base, edited]) => {
        const result = mergedRules(stored, base, edited);
        expect(isAscending(result)).toBe(true);
        const moved = edited.filter(({ id, place }) => base.find((rule) => rule.id === id)?.place !== place);
        const ids = moved.map(({ id }) => id);
        const left = result.map(({ id }) => id).filter((id) => ids.includes(id));
        expect(left).toEqual(ids.filter((id) => left.includes(id)));
      }),
    );
  });

  test('are the same where the same edit arrives twice', () => {
    fc.assert(
      fc.property(three, ([stored, base, edited]) => {
        const once = mergedRules(stored, base, edited);
        expect(mergedRules(once, base, edited)).toEqual(once);
      }),
    );
  });
});

describe('rules that a page and somebody else edited', () => {
  const rule = (id: string, place: number, set: object = {}) => ({ id, place, when: { name: id }, set });
  const merged = (...texts: [stored: object[], base: object[], edited: object[]]): readonly Rule[] => {
    const [stored, base, edited] = texts.map(parseRules) as [readonly Rule[], readonly Rule[], readonly Rule[]];
    return mergedRules(stored, base, edited);
  };
  const order = (rules: readonly Rule[]): string => rules.map(({ id }) => id).join(' ');

  test('stand where the other has moved them, where the page only changed what they say', () => {
    const base = [rule('a', 1), rule('b', 2), rule('c', 3)];
    const edited = [rule('a', 1, { label: 'mine' }), rule('b', 2), rule('c', 3)];
    expect(order(merged([rule('b', 2), rule('c', 3), rule('a', 4)], base, edited))).toBe('b c a');
  });

  test('come to one place as the page put them there, with the other’s right behind', () => {
    const base = [rule('z', 1), rule('a', 2), rule('b', 3), rule('c', 4)];
    const edited = [rule('z', 1), rule('a', 2), rule('c', 2.5), rule('b', 3)];
    expect(order(merged([rule('a', 2), rule('z', 2.5), rule('b', 3), rule('c', 4)], base, edited))).toBe('a c z b');
  });

  test('have no setting any more that the page has taken away, and leave it to the rules below', () => {
    const [base, stored] = [[rule('a', 1, { label: 'old' })], [rule('a', 1, { label: 'old', guard: true })]];
    expect(merged(stored, base, [rule('a', 1)])[0]?.set).toStrictEqual({ guard: true });
  });
});

test('a chained role that arrived while a page had the old list stays, and one that went stays gone', () => {
  const role = (name: string, label = '') => ({ accountId: '111111111111', roleName: name, label });
  const [base, stored, edited] = [
    [role('Read'), role('Deploy')],
    [role('Read'), role('Arrived')],
    [role('Read', 'Reader'), role('Deploy'), role('Added')],
  ].map(parseChainedRoles) as [never, never, never];
  const names = mergedRoles(stored, base, edited).map(({ roleName, label }) => `${roleName} ${label}`);
  expect(names).toEqual(['Read Reader', 'Added ', 'Arrived ']);
});
