import { isSameJson } from './canonical-json';
import { type ChainedRole, chainedRoleKey } from './chained-role';
import { type Rule, type RuleSettings, withRule } from './rule';

/**
 * Rules as a page edited them, merged with those that are stored by now: what the page changed against its base is as
 * the page has it, and everything else as it is stored. What arrived meanwhile stays. Of one rule its conditions are one
 * thing, and each of its settings is one.
 */
export function mergedRules(stored: readonly Rule[], base: readonly Rule[], edited: readonly Rule[]): readonly Rule[] {
  const old = new Map(base.map((rule) => [rule.id, rule]));
  const isMoved = ({ id, place }: Rule): boolean => old.get(id)?.place !== place;
  const now = new Map(stored.map((rule) => [rule.id, rule]));
  const rules = mergedLists(({ id }) => id, mergedRule, [stored, base, edited]);
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
  return mergedLists(chainedRoleKey, mergedRole, [stored, base, edited]);
}

function mergedRule(stored: Rule | undefined, base: Rule, edited: Rule): Rule | undefined {
  const isEdited = !isSameJson([base.when, base.set], [edited.when, edited.set]);
  if (!stored || !isEdited) return isEdited ? edited : stored;
  const fields = new Set(Object.keys({ ...stored.set, ...edited.set }) as (keyof RuleSettings)[]);
  const set = [...fields].flatMap((field) => {
    const value = (isSameJson(base.set[field], edited.set[field]) ? stored : edited).set[field];
    return value === undefined ? [] : [[field, value]];
  });
  return { ...edited, when: (isSameJson(base.when, edited.when) ? stored : edited).when, set: Object.fromEntries(set) };
}

function mergedRole(stored: ChainedRole | undefined, base: ChainedRole, edited: ChainedRole): ChainedRole | undefined {
  return isSameJson(base, edited) ? stored : edited;
}

/** `merge` decides on what all three may have; what the page left alone, and nobody stores any more, is gone. */
function mergedLists<Item>(
  keyOf: (item: Item) => string,
  merge: (stored: Item | undefined, base: Item, edited: Item) => Item | undefined,
  lists: readonly [stored: readonly Item[], base: readonly Item[], edited: readonly Item[]],
): Item[] {
  const byKey = (items: readonly Item[]): Map<string, Item> => new Map(items.map((item) => [keyOf(item), item]));
  const [stored, base, edited] = [byKey(lists[0]), byKey(lists[1]), byKey(lists[2])];
  const kept = [...edited].flatMap(([key, item]) => {
    const was = base.get(key);
    return (was === undefined ? item : merge(stored.get(key), was, item)) ?? [];
  });
  const arrived = [...stored].filter(([key]) => !edited.has(key) && !base.has(key)).map(([, item]) => item);
  return [...kept, ...arrived];
}
