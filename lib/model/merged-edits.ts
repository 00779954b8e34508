import { canonicalJson } from './canonical-json';
import { type ChainedRole, chainedRoleKey } from './chained-role';
import { type Rule, withRule } from './rule';

/**
 * Rules as a page edited them, merged with those that are stored by now: what the page changed against its base is as
 * the page has it, and everything else as it is stored. What arrived meanwhile stays.
 */
export function mergedRules(stored: readonly Rule[], base: readonly Rule[], edited: readonly Rule[]): readonly Rule[] {
  const old = new Map(base.map((rule) => [rule.id, rule]));
  const isMoved = ({ id, place }: Rule): boolean => old.get(id)?.place !== place;
  const now = new Map(stored.map((rule) => [rule.id, rule]));
  const rules = mergedLists(({ id }) => id, sameRule, [stored, base, edited]);
  const placed = new Map(edited.filter(isMoved).map(({ id, place }) => [id, place]));
  const all = rules.map((rule) => ({ ...rule, place: placed.get(rule.id) ?? now.get(rule.id)?.place ?? rule.place }));
  // Where two come to the same place, the one that the page put there keeps it.
  const [own, others] = [all.filter(({ id }) => placed.has(id)), all.filter(({ id }) => !placed.has(id))];
  const taken = new Set<number>();
  const isFree = ({ place }: Rule): boolean => !taken.has(place) && !!taken.add(place);
  const ordered = [...own, ...others];
  const free = new Set(ordered.filter(isFree));
  const atPlace = [...free].sort((one, other) => one.place - other.place);
  return ordered.filter((rule) => !free.has(rule)).reduce(behindItsEqual, atPlace);
}

function behindItsEqual(rules: readonly Rule[], rule: Rule): readonly Rule[] {
  const at = rules.findIndex(({ place }) => place > rule.place);
  return withRule(rules, rule, at < 0 ? rules.length : at);
}

/** The same for roles, in the page's order; what arrived stands behind them. */
export function mergedRoles(
  stored: readonly ChainedRole[],
  base: readonly ChainedRole[],
  edited: readonly ChainedRole[],
): readonly ChainedRole[] {
  return mergedLists(chainedRoleKey, sameRole, [stored, base, edited]);
}

const sameRule = (one: Rule, other: Rule): boolean =>
  canonicalJson([one.when, one.set]) === canonicalJson([other.when, other.set]);

const sameRole = (one: ChainedRole, other: ChainedRole): boolean => canonicalJson(one) === canonicalJson(other);

function mergedLists<Item>(
  keyOf: (item: Item) => string,
  isSame: (one: Item, other: Item) => boolean,
  lists: readonly [stored: readonly Item[], base: readonly Item[], edited: readonly Item[]],
): Item[] {
  const byKey = (items: readonly Item[]): Map<string, Item> => new Map(items.map((item) => [keyOf(item), item]));
  const [stored, base, edited] = [byKey(lists[0]), byKey(lists[1]), byKey(lists[2])];
  const kept = [...edited].flatMap(([key, item]) => {
    const was = base.get(key);
    if (was === undefined || !isSame(item, was)) return [item];
    return stored.get(key) ?? [];
  });
  const arrived = [...stored].filter(([key]) => !edited.has(key) && !base.has(key)).map(([, item]) => item);
  return [...kept, ...arrived];
}
