import { type ChainedRole, chainedRoleKey } from './chained-role';
import type { EntryKey } from './entry';
import { type ChosenPreferences, defaultPreferences } from './look';
import type { Group, AccountChoices } from './personal';
import { inPlaces, type Rule, type RuleWhen } from './rule';
import { secretIn } from './secret';
import type { SettingsDocument, SettingsPortal } from './settings-document';

const SET = 'set.';

export const factKinds = [
  'portals',
  'preferences',
  'pins',
  'hidden',
  'accounts',
  'groups',
  'chainedRoles',
  'rules',
] as const;

/** What a fact is about; also its place in the preview of an import. */
export type FactKind = (typeof factKinds)[number];

/** One thing that is set: `accounts 111111111111 label` is "Payments". */
export interface Fact {
  readonly kind: FactKind;
  /** Which one: an address, a number, a key, a rule's id; with a field behind it for accounts and rules. */
  readonly of: string;
  readonly field: string;
  readonly value: unknown;
}

/** A document as single facts, each under a key of its own, in the document's order. */
export type Facts = ReadonlyMap<string, Fact>;

export interface Change {
  readonly kind: FactKind;
  readonly of: string;
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** It holds what looks like a token or key, and leaves this browser in no form. */
export function isSecret({ of, value }: Pick<Fact, 'of' | 'value'>): boolean {
  return secretIn([of, value]) !== undefined;
}

/** A document for others to read, and what had to be left out of it. */
export function withoutSecrets(document: SettingsDocument): {
  readonly document: SettingsDocument;
  readonly leftOut: readonly Fact[];
} {
  const facts = [...factsOf(document)];
  return {
    document: documentOf(new Map(facts.filter(([, fact]) => !isSecret(fact)))),
    leftOut: facts.map(([, fact]) => fact).filter(isSecret),
  };
}

export function factKey({ kind, of, field }: Pick<Fact, 'kind' | 'of' | 'field'>): string {
  return [kind, of, field].join('\n');
}

export function factsOf(document: SettingsDocument): Facts {
  const facts: Fact[] = [
    ...document.portals.map((portal): Fact => ({ kind: 'portals', of: portal.startUrl, field: '', value: portal })),
    ...Object.entries(document.preferences).map(([field, value]): Fact => ({
      kind: 'preferences',
      of: '',
      field,
      value,
    })),
    ...document.pins.map((key): Fact => ({ kind: 'pins', of: key, field: '', value: true })),
    ...document.hidden.map((key): Fact => ({ kind: 'hidden', of: key, field: '', value: true })),
    ...Object.entries(document.accounts).flatMap(([of, choices]) =>
      Object.entries(choices).map(([field, value]): Fact => ({ kind: 'accounts', of, field, value })),
    ),
    ...document.groups.map((group): Fact => ({ kind: 'groups', of: group.name, field: '', value: group })),
    ...document.chainedRoles.map((role): Fact => ({
      kind: 'chainedRoles',
      of: chainedRoleKey(role),
      field: '',
      value: role,
    })),
    ...document.rules.flatMap(factsOfRule),
  ];
  return new Map(facts.map((fact) => [factKey(fact), fact]));
}

export function documentOf(facts: Facts): SettingsDocument {
  const all = [...facts.values()];
  const values = (kind: FactKind): unknown[] => all.filter((fact) => fact.kind === kind).map(({ value }) => value);
  const names = (kind: FactKind): string[] => all.filter((fact) => fact.kind === kind).map(({ of }) => of);
  const accounts = new Map<string, Record<string, unknown>>();
  for (const { of, field, value } of all.filter(({ kind }) => kind === 'accounts'))
    accounts.set(of, { ...accounts.get(of), [field]: value });
  const preferences = all
    .filter(({ kind }) => kind === 'preferences')
    .map(({ field, value }) => [field, value] as const);
  return {
    portals: values('portals') as SettingsPortal[],
    preferences: Object.fromEntries(preferences) as ChosenPreferences,
    pins: names('pins') as EntryKey[],
    hidden: names('hidden') as EntryKey[],
    accounts: Object.fromEntries(accounts) as Readonly<Record<string, AccountChoices>>,
    groups: values('groups') as Group[],
    chainedRoles: values('chainedRoles') as ChainedRole[],
    rules: rulesOf(all.filter(({ kind }) => kind === 'rules')),
  };
}

/** Whom a rule is for is one fact: half of it would be for other accounts. What it decides is a fact for each setting. */
function factsOfRule({ id, place, when, set }: Rule): Fact[] {
  const fact = (field: string, value: unknown): Fact => ({ kind: 'rules', of: id, field, value });
  const settings = Object.entries(set).map(([field, value]) => fact(`${SET}${field}`, value));
  return [fact('place', place), fact('when', when), ...settings];
}

/** A rule of which only settings are left was deleted elsewhere: without its conditions it would be for every account. */
function rulesOf(facts: readonly Fact[]): readonly Rule[] {
  const parts = new Map<string, Map<string, unknown>>();
  for (const { of, field, value } of facts) parts.set(of, (parts.get(of) ?? new Map()).set(field, value));
  const rules = [...parts].flatMap(([id, own]): Rule[] => {
    if (!own.has('place') || !own.has('when')) return [];
    const set = [...own].flatMap(([field, value]) =>
      field.startsWith(SET) ? [[field.slice(SET.length), value] as const] : [],
    );
    return [{ id, place: Number(own.get('place')), when: own.get('when') as RuleWhen, set: Object.fromEntries(set) }];
  });
  return inPlaces(rules.sort((one, other) => one.place - other.place || (one.id < other.id ? -1 : 1)));
}

/** A file's rules behind one's own, in their order: those that are new would else get between them. */
function behind(own: readonly Rule[], document: SettingsDocument): SettingsDocument {
  const mine = new Map(own.map(({ id, place }) => [id, place]));
  const last = own.at(-1)?.place ?? 0;
  const first = document.rules[0]?.place ?? 0;
  const rules = document.rules.map((rule) => ({
    ...rule,
    place: mine.get(rule.id) ?? last + 1 + rule.place - first,
  }));
  return { ...document, rules };
}

/**
 * A file with its portals as they come to be: one that is connected stays in the region that its own page told, and
 * keeps its name where the file has none.
 */
function withConnected(own: readonly SettingsPortal[], file: SettingsDocument): SettingsDocument {
  const connected = new Map(own.map((portal) => [portal.startUrl, portal]));
  const portals = file.portals.map((portal) => {
    const mine = connected.get(portal.startUrl);
    return mine ? { ...mine, name: portal.name || mine.name } : portal;
  });
  return { ...file, portals };
}

/** What is different between two documents, fact by fact. */
export function changesBetween(before: SettingsDocument, after: SettingsDocument): Change[] {
  const old = factsOf(before);
  const next = factsOf(after);
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((key) => {
    const [one, other] = [old.get(key), next.get(key)];
    const fact = other ?? one;
    if (!fact || isSame(one, other)) return [];
    return [{ kind: fact.kind, of: fact.of, field: fact.field, before: one?.value, after: other?.value }];
  });
}

/** What a document says where it stands alone. */
function withDefaults(document: SettingsDocument): SettingsDocument {
  return { ...document, preferences: { ...defaultPreferences, ...document.preferences } };
}

/** A file's settings laid over one's own: what the file says wins, what it does not say stays. */
export function added(own: SettingsDocument, file: SettingsDocument): SettingsDocument {
  return documentOf(new Map([...factsOf(own), ...factsOf(withConnected(own.portals, behind(own.rules, file)))]));
}

/** A file's settings in place of one's own. Portals stay: taking one away ends its session, and that is another step. */
export function replaced(own: SettingsDocument, file: SettingsDocument): SettingsDocument {
  const portals = [...factsOf(own)].filter(([, { kind }]) => kind === 'portals');
  return documentOf(new Map([...portals, ...factsOf(withConnected(own.portals, withDefaults(file)))]));
}

/**
 * A team's baseline under one's own settings: what the person never touched (it is as the last baseline had it, or not
 * set at all) follows the new baseline, everything else stays the person's.
 */
export function basedOn(own: SettingsDocument, last: SettingsDocument, next: SettingsDocument): SettingsDocument {
  const file = withConnected(own.portals, behind(own.rules, next));
  const [mine, old, fresh] = [own, last, file].map(withDefaults).map(factsOf) as [Facts, Facts, Facts];
  const kept = [...mine].filter(
    ([key, fact]) => fact.kind === 'portals' || fresh.has(key) || !isSame(fact, old.get(key)),
  );
  const result = new Map(kept);
  for (const [key, fact] of fresh) {
    const wasTakenAway = old.has(key) && !mine.has(key);
    if (isSame(mine.get(key), old.get(key)) && !wasTakenAway) result.set(key, fact);
  }
  return documentOf(result);
}

export function isSame(one: Fact | undefined, other: Fact | undefined): boolean {
  return JSON.stringify(one?.value) === JSON.stringify(other?.value);
}
