import * as v from 'valibot';
import { credentialForms } from './credential-form';
import { type ChosenPreferences, defaultPreferences, labelForms, preferenceFields, type Preferences } from './look';
import { cleanName } from './name';
import { canBeIn, parsePortalAddress } from './portal';
import type { Fact } from './settings-facts';
import { MOST_RULES, parseRules, type Rule } from './rule';
import { portalSchema, ruleSchema, type SettingsPortal } from './settings-document';

const isOn = v.boolean();

/**
 * What an organisation may decide by browser policy, by the names that a policy has for it. `managed-schema.json` is
 * made of this list.
 */
export const policySchema = v.object({
  portals: describe(v.array(portalSchema), 'Access portals that are connected from the start.'),
  rules: describe(
    v.array(ruleSchema),
    'Rules for accounts, as a settings file has them. Locked ones stand above everything that a person sets, others below.',
  ),
  guardProduction: describe(isOn, 'Ask before anything destructive in production accounts.'),
  labelForm: describe(v.picklist(labelForms), 'How a console tab is marked.'),
  tabGroups: describe(isOn, 'Gather the consoles of an account in a tab group of its colour.'),
  containers: describe(isOn, 'Open each account in a container of its own (Firefox).'),
  copyCredentials: describe(isOn, 'Temporary credentials may be copied.'),
  credentialForm: describe(v.picklist(credentialForms), 'The form in which credentials are copied.'),
  sync: describe(isOn, 'Settings may be kept in step between browsers by the browser’s own sync.'),
  export: describe(isOn, 'Settings may be exported as a file.'),
  locked: describe(
    v.array(v.string()),
    'Names of the settings above that nobody may change. Always say it, if only as an empty list: browsers leave out values of the wrong type, and this list is how Burgee notices.',
  ),
});

type Entries = typeof policySchema.entries;
export type PolicyField = Exclude<keyof Entries, 'locked'>;

export const policyFields = Object.keys(policySchema.entries).filter((name) => name !== 'locked') as PolicyField[];

/** What holds where an organisation meant to decide and what it decided can't be read: the careful side. */
const careful = { guardProduction: true, copyCredentials: false, sync: false, export: false } as const;
const carefulFields = Object.keys(careful) as (keyof typeof careful)[];

export interface PolicyProblem {
  /** `missing`: locked, but without a value that the browser let through. */
  readonly problem: 'wrong' | 'missing' | 'unknown';
  /** A name in the policy, with the place in a list behind it. */
  readonly where: string;
}

/** What an organisation decided. Plain data; its problems are told and never stop the rest. */
export interface Policy {
  readonly isPresent: boolean;
  readonly portals: readonly SettingsPortal[];
  readonly rules: readonly Rule[];
  readonly preferences: ChosenPreferences;
  readonly sync: boolean | undefined;
  readonly export: boolean | undefined;
  /** What nobody may change. */
  readonly locked: readonly PolicyField[];
  readonly problems: readonly PolicyProblem[];
}

export const noPolicy: Policy = {
  isPresent: false,
  portals: [],
  rules: [],
  preferences: {},
  sync: undefined,
  export: undefined,
  locked: [],
  problems: [],
};

/**
 * Reads what the browser hands over of a policy. Never throws. What can't be read counts as the careful side of what it
 * was to protect, locked; everything else goes on as the policy says.
 */
export function parsePolicy(raw: unknown): Policy {
  if (raw === undefined || raw === null) return noPolicy;
  if (typeof raw !== 'object' || Array.isArray(raw)) return parsePolicy({ locked: undefined });
  const said = raw as Readonly<Record<string, unknown>>;
  if (Object.keys(said).length === 0) return noPolicy;
  const problems: PolicyProblem[] = [];
  const tell = (problem: PolicyProblem['problem'], where: string): void =>
    void problems.push({ problem, where: cleanName(where).slice(0, 80) });
  const names = lockedNames(said, tell);

  const locked = new Set<PolicyField>(names.locked);
  if (!names.isSound) for (const field of policyFields) if (isCareful(field) || field in said) locked.add(field);
  for (const name of Object.keys(said)) if (name !== 'locked' && !isField(name)) tell('unknown', name);

  const values = new Map<PolicyField, unknown>();
  for (const field of policyFields) {
    const value = read(field, said[field]);
    if (value !== undefined) values.set(field, value);
    else if (field in said) tell('wrong', field);
    else if (names.locked.includes(field)) tell('missing', field);
    if (value === undefined && isCareful(field) && (field in said || locked.has(field))) {
      values.set(field, careful[field]);
      locked.add(field);
    }
  }
  const rules = rulesIn(values.get('rules'), tell);
  if (isGuardInDoubt(said, locked, rules)) {
    values.set('guardProduction', true);
    locked.add('guardProduction');
  }
  return {
    isPresent: true,
    portals: portalsIn(values.get('portals'), tell),
    rules,
    preferences: Object.fromEntries(
      preferenceFields.flatMap((field) => (values.has(field) ? [[field, values.get(field)]] : [])),
    ) as ChosenPreferences,
    sync: values.get('sync') as boolean | undefined,
    export: values.get('export') as boolean | undefined,
    locked: policyFields.filter((field) => locked.has(field)),
    problems,
  };
}

/** What holds: what is locked before what a person chose, what is not behind it, and the defaults last. */
export function preferencesUnder(policy: Policy, chosen: ChosenPreferences): Preferences {
  const held = preferenceFields.filter((field) => policy.locked.includes(field));
  const values: Preferences = { ...defaultPreferences, ...policy.preferences };
  return { ...values, ...chosen, ...Object.fromEntries(held.map((field) => [field, values[field]])) };
}

/** The same for sync, which is off until somebody switches it on. */
export function syncUnder(policy: Policy, chosen: boolean | undefined): boolean {
  return (policy.locked.includes('sync') ? undefined : chosen) ?? policy.sync ?? false;
}

/** A fact that is the organisation's and not the person's: it stays out of what a person shares between browsers. */
export function holdsFact({ locked, portals }: Policy, { kind, of }: Pick<Fact, 'kind' | 'of'>): boolean {
  return kind === 'portals' && (locked.includes('portals') || portals.some(({ startUrl }) => startUrl === of));
}

export function mayExport(policy: Policy): boolean {
  return policy.export !== false;
}

type Tell = (problem: PolicyProblem['problem'], where: string) => void;

/** The locks as far as they are understood, and whether that is all of them. */
function lockedNames(said: Readonly<Record<string, unknown>>, tell: Tell): { locked: PolicyField[]; isSound: boolean } {
  const { locked } = said;
  if (!Array.isArray(locked)) {
    tell('locked' in said && locked !== undefined ? 'wrong' : 'missing', 'locked');
    return { locked: [], isSound: false };
  }
  const unknown = locked.filter((name) => !isField(name));
  for (const name of unknown) tell('unknown', `locked: ${String(name)}`);
  return { locked: locked.filter(isField), isSound: unknown.length === 0 };
}

function read(field: PolicyField, value: unknown): unknown {
  if (value === undefined) return undefined;
  if (field === 'portals' || field === 'rules') return Array.isArray(value) ? value : undefined;
  const result = v.safeParse(policySchema.entries[field], value);
  return result.success ? result.output : undefined;
}

/** One portal that is none does not cost the others. */
function portalsIn(value: unknown, tell: Tell): SettingsPortal[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [];
  return all.flatMap((one, at) => {
    const result = v.safeParse(portalSchema, one);
    const parsed = result.success ? parsePortalAddress(result.output.startUrl) : undefined;
    if (!result.success || !parsed?.ok || !canBeIn(parsed.address, result.output.region)) {
      tell('wrong', `portals.${at}`);
      return [];
    }
    const { region, name } = result.output;
    return [{ startUrl: parsed.address.startUrl, region, name: cleanName(name) }];
  });
}

/**
 * Chromium leaves out what it does not know, so a misspelt condition would make a rule one for every account. Who means
 * every account says so: `"name": "*"`.
 */
function isForSomebody(rule: Rule | undefined): boolean {
  return rule !== undefined && Object.keys(rule.when).length > 0;
}

/** Every rule that is one, in the policy's order, as far as there may be so many. */
function rulesIn(value: unknown, tell: Tell): readonly Rule[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [];
  const sound = all.flatMap((one, at) => {
    const isSound = v.safeParse(ruleSchema, one).success && isForSomebody(parseRules([one])[0]);
    if (!isSound) tell('wrong', `rules.${at}`);
    return isSound ? [{ at, rule: Object.assign({}, one, { place: undefined }) }] : [];
  });
  const [beyond] = sound.slice(MOST_RULES);
  if (beyond) tell('wrong', `rules.${beyond.at}`);
  return parseRules(sound.map(({ rule }) => rule));
}

/** Rules that can't be read may have guarded something, and nobody can tell what: then everything in production is. */
function isGuardInDoubt(
  said: Readonly<Record<string, unknown>>,
  locked: ReadonlySet<PolicyField>,
  sound: readonly Rule[],
): boolean {
  const { rules } = said;
  if (!('rules' in said)) return locked.has('rules');
  return !Array.isArray(rules) || rules.length > sound.length;
}

function isField(name: unknown): name is PolicyField {
  return policyFields.some((field) => field === name);
}

function isCareful(field: PolicyField): field is keyof typeof careful {
  return carefulFields.some((own) => own === field);
}

function describe<const Schema extends v.GenericSchema>(schema: Schema, says: string) {
  return v.pipe(schema, v.description(says));
}
