import type { SettingsDocument } from './settings-document';
import {
  changesBetween,
  documentOf,
  type Fact,
  type FactKind,
  factKey,
  factKinds,
  type Facts,
  factsOf,
  isSame,
} from './settings-facts';

/**
 * Settings without what one step changed in them, which led from `before` to `after`: only what is still as the step
 * left it goes back.
 */
export function takenBack(now: SettingsDocument, before: SettingsDocument, after: SettingsDocument): SettingsDocument {
  const [was, left] = [withRegionsOf(now, before), withRegionsOf(now, after)];
  const [old, next, facts] = [was, left, now].map(factsOf) as [Facts, Facts, Facts];
  const edited = editedRules(next, facts);
  const result = new Map(facts);
  for (const change of changesBetween(was, left)) {
    const key = factKey(change);
    const isNewRule = change.kind === 'rules' && !old.has(factKey({ ...change, field: 'when' }));
    const isAsLeft = isNewRule ? !edited.has(change.of) : isSame(facts.get(key), next.get(key));
    const fact = old.get(key);
    if (isAsLeft && fact) result.set(key, fact);
    else if (isAsLeft) result.delete(key);
  }
  return documentOf(new Map(factKinds.flatMap((kind) => inOrder(kind, [old, next, facts], result))));
}

/** A portal's region is what its own page told: no step set it, and none takes it back. */
function withRegionsOf({ portals }: SettingsDocument, document: SettingsDocument): SettingsDocument {
  const regions = new Map(portals.map(({ startUrl, region }) => [startUrl, region]));
  const told = document.portals.map((portal) => ({ ...portal, region: regions.get(portal.startUrl) ?? portal.region }));
  return { ...document, portals: told };
}

/** A rule is edited where its conditions or what it decides are others; its place may have changed with another's. */
function editedRules(before: Facts, after: Facts): ReadonlySet<string> {
  const parts = [...before, ...after].filter(([, { kind, field }]) => kind === 'rules' && field !== 'place');
  return new Set(parts.filter(([key]) => !isSame(before.get(key), after.get(key))).map(([, { of }]) => of));
}

/** As things stood before the step, and what is new behind them; where they were moved since, what comes back is behind. */
function inOrder(
  kind: FactKind,
  [before, after, now]: readonly [before: Facts, after: Facts, now: Facts],
  result: Facts,
): [string, Fact][] {
  const keys = (facts: Facts): string[] => [...facts].filter(([, fact]) => fact.kind === kind).map(([key]) => key);
  const shared = (facts: Facts): string =>
    keys(facts)
      .filter((key) => after.has(key) && now.has(key))
      .join();
  const isMoved = shared(after) !== shared(now);
  const order = new Set([...(isMoved ? [] : keys(before)), ...keys(now), ...keys(result)]);
  return [...order].flatMap((key) => {
    const fact = result.get(key);
    return fact ? [[key, fact]] : [];
  });
}
