import * as v from 'valibot';
import { parseChainedRole, parseChainedRoles } from './chained-role';
import { credentialForms } from './credential-form';
import { parseEntryKey } from './entry';
import { isJsonObject, jsonField, type JsonValue } from './json-text';
import { MOST_KEPT } from './limits';
import { levels } from './level';
import { type ChosenPreferences, labelForms, parseChosen } from './look';
import { cleanName } from './name';
import { type Personal, parsePersonal } from './personal';
import { partitionNames } from './partition';
import { parsePortalAddress, type StartUrl } from './portal';
import { LONGEST_HOURS } from './role-session';
import { LONGEST_PATTERN, MOST_RULE_IDS, MOST_RULES, parseRules } from './rule';

/** The mark of a settings file of Burgee's own. */
export const OWN_FORMAT = 'burgee-settings';

/**
 * 1: portals, preferences, pins, hidden, accounts, groups.
 * 2: colours of accounts; chained roles; copying credentials can be switched on.
 * 3: rules.
 * 4: rules say how long console sessions last.
 */
export const SETTINGS_VERSION = 4;

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const colour = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/));
const digits = v.pipe(v.string(), v.regex(/^[0-9]{12}$/));
const key = text(4_096);
const list = <const Item extends v.GenericSchema>(item: Item) =>
  v.optional(v.pipe(v.array(item), v.maxLength(MOST_KEPT)), []);

export const portalSchema = v.strictObject({
  startUrl: v.pipe(v.string(), v.regex(/^https:\/\//), v.maxLength(2_048)),
  region: v.pipe(v.string(), v.regex(/^[a-z]{2,4}(?:-[a-z]+)+-[0-9]+$/)),
  name: v.optional(text(200), ''),
});

const account = v.strictObject({
  label: v.optional(text(200)),
  emoji: v.optional(text(64)),
  note: v.optional(text(2_000)),
  colour: v.optional(colour),
  defaultRole: v.optional(text(128)),
  region: v.optional(text(64)),
  landing: v.optional(text(2_000)),
});

const chainedRole = v.strictObject({
  accountId: digits,
  roleName: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_+=,.@/-]+$/), v.maxLength(512)),
  label: v.optional(text(200), ''),
  colour: v.optional(colour),
  from: v.optional(v.strictObject({ portal: text(2_048), accountId: digits, roleName: text(128) })),
});

const pattern = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_PATTERN));

export const ruleSchema = v.strictObject({
  id: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/))),
  place: v.optional(v.pipe(v.number(), v.minValue(-1e15), v.maxValue(1e15))),
  when: v.optional(
    v.strictObject({
      name: v.optional(pattern),
      ids: v.optional(v.pipe(v.array(digits), v.maxLength(MOST_RULE_IDS))),
      role: v.optional(pattern),
      portal: v.optional(text(2_048)),
      partition: v.optional(v.picklist(partitionNames)),
      region: v.optional(pattern),
    }),
    {},
  ),
  set: v.optional(
    v.strictObject({
      label: v.optional(text(200)),
      emoji: v.optional(text(64)),
      colour: v.optional(colour),
      level: v.optional(v.picklist(levels)),
      group: v.optional(text(200)),
      defaultRole: v.optional(text(128)),
      region: v.optional(text(64)),
      landing: v.optional(text(2_000)),
      guard: v.optional(v.boolean()),
      sessionHours: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_HOURS))),
      container: v.optional(text(200)),
      tabGroup: v.optional(text(200)),
    }),
    {},
  ),
});

/** Each that a file or a page may name; what is not named stays as it is. */
export const preferencesSchema = {
  guardProduction: v.optional(v.boolean()),
  labelForm: v.optional(v.picklist(labelForms)),
  tabGroups: v.optional(v.boolean()),
  containers: v.optional(v.boolean()),
  copyCredentials: v.optional(v.boolean()),
  credentialForm: v.optional(v.picklist(credentialForms)),
};

/** The published form of a settings file, of which `settings-schema.json` is made. */
export const settingsSchema = v.strictObject({
  $schema: v.optional(text(2_048)),
  format: v.literal(OWN_FORMAT),
  version: v.literal(SETTINGS_VERSION),
  portals: list(portalSchema),
  preferences: v.optional(v.strictObject(preferencesSchema), {}),
  pins: list(key),
  hidden: list(key),
  accounts: v.optional(v.pipe(v.record(digits, account), v.maxEntries(MOST_KEPT)), {}),
  groups: list(v.strictObject({ name: text(200), accounts: v.pipe(v.array(digits), v.maxLength(MOST_KEPT)) })),
  chainedRoles: list(chainedRole),
  rules: v.optional(v.pipe(v.array(ruleSchema), v.maxLength(MOST_RULES)), []),
});

export interface SettingsPortal {
  readonly startUrl: StartUrl;
  readonly region: string;
  readonly name: string;
}

/** All that a person has set, and nothing that AWS tells or that is secret. */
export interface SettingsDocument extends Pick<Personal, 'pins' | 'hidden' | 'accounts' | 'groups' | 'rules'> {
  readonly portals: readonly SettingsPortal[];
  /** Where one is absent, something else decides. */
  readonly preferences: ChosenPreferences;
  readonly chainedRoles: Personal['chained'];
}

export type DocumentProblem =
  | { readonly problem: 'newer' | 'version' }
  | { readonly problem: 'shape' | 'too-many' | 'portal' | 'rule'; readonly where: string };

export type DocumentResult =
  | { readonly ok: true; readonly document: SettingsDocument; readonly fromVersion: number }
  | ({ readonly ok: false } & DocumentProblem);

/**
 * Reads a settings document of this version or an older one. What is not exactly one is refused as a whole. Whether it
 * holds a secret is asked of files: what a person has written already must not stand in the way of the rest.
 */
export function parseSettings(value: JsonValue): DocumentResult {
  const fromVersion = jsonField(value, 'version');
  if (typeof fromVersion !== 'number' || !Number.isInteger(fromVersion) || fromVersion < 1)
    return { ok: false, problem: 'version' };
  if (fromVersion > SETTINGS_VERSION) return { ok: false, problem: 'newer' };
  const result = v.safeParse(settingsSchema, migrated(value, fromVersion), { abortEarly: true });
  if (!result.success) return { ok: false, ...problemOf(result.issues[0]) };
  const { portals, preferences, chainedRoles, pins, hidden, accounts, groups, rules } = result.output;
  const own: SettingsPortal[] = [];
  for (const [at, { startUrl, region, name }] of portals.entries()) {
    const parsed = parsePortalAddress(startUrl);
    if (!parsed.ok) return { ok: false, problem: 'portal', where: `portals.${at}` };
    own.push({ startUrl: parsed.address.startUrl, region, name: cleanName(name) });
  }
  const lost = rules.findIndex((one) => parseRules([one]).length === 0);
  if (lost !== -1) return { ok: false, problem: 'rule', where: `rules.${lost}` };
  const personal = parsePersonal({ pins, hidden, accounts, groups, rules });
  const wrong = wrongIn(result.output, personal);
  if (wrong !== undefined) return { ok: false, problem: 'shape', where: wrong };
  const document: SettingsDocument = {
    portals: own,
    preferences: parseChosen(preferences),
    pins: personal.pins,
    hidden: personal.hidden,
    accounts: personal.accounts,
    groups: personal.groups,
    chainedRoles: parseChainedRoles(chainedRoles),
    rules: personal.rules,
  };
  return { ok: true, document, fromVersion };
}

/** The same for a document that is no file: one that came by message or from the disk, or that is about to go there. */
export function parseDocument(document: object): DocumentResult {
  const whole = { ...document, format: OWN_FORMAT, version: SETTINGS_VERSION };
  return parseSettings(JSON.parse(JSON.stringify(whole)) as JsonValue);
}

/** What a file of an older version means today. Nothing in them has changed; they had less. */
function migrated(value: JsonValue, version: number): JsonValue {
  return isJsonObject(value) && version < SETTINGS_VERSION ? { ...value, version: SETTINGS_VERSION } : value;
}

/** The document as a file's text: readable, the same for the same settings. */
export function settingsText(document: SettingsDocument): string {
  return `${JSON.stringify({ format: OWN_FORMAT, version: SETTINGS_VERSION, ...document }, undefined, 2)}\n`;
}

/** Where something has the form of what it should be, and is nothing: it would get lost without a word. */
function wrongIn(
  { pins, hidden, accounts, groups, chainedRoles, rules }: v.InferOutput<typeof settingsSchema>,
  personal: Pick<Personal, 'accounts'>,
): string | undefined {
  const [first] = [
    ...wrongItems('pins', pins, parseEntryKey),
    ...wrongItems('hidden', hidden, parseEntryKey),
    ...wrongItems('groups', groups, ({ name }) => cleanName(name) || undefined),
    ...wrongItems('chainedRoles', chainedRoles, parseChainedRole),
    ...chainedRoles.flatMap((role, at) =>
      role.from && !parseChainedRole(role)?.from ? [`chainedRoles.${at}.from`] : [],
    ),
    ...Object.entries(accounts).flatMap(([id, choices]) =>
      wrongFields(`accounts.${id}`, choices, personal.accounts[id]),
    ),
    ...rules.flatMap((rule, at) => wrongFields(`rules.${at}.set`, rule.set, parseRules([rule])[0]?.set)),
  ];
  return first;
}

function wrongItems<Item>(name: string, items: readonly Item[], parse: (item: Item) => unknown): string[] {
  return items.flatMap((item, at) => (parse(item) === undefined ? [`${name}.${at}`] : []));
}

function wrongFields(place: string, said: object, read: object = {}): string[] {
  return Object.entries(said).flatMap(([field, value]) =>
    value === undefined || value === '' || field in read ? [] : [`${place}.${field}`],
  );
}

function problemOf({ type, input, path }: v.BaseIssue<unknown>): DocumentProblem {
  const isTooMany = type === 'max_entries' || (type === 'max_length' && Array.isArray(input));
  return {
    problem: isTooMany ? 'too-many' : 'shape',
    where: shownPath((path ?? []).map(({ key: name }) => String(name))),
  };
}

/** A place in a file as people read it. */
export function shownPath(path: readonly string[]): string {
  return cleanName(path.map((part) => part.slice(0, 40)).join('.')).slice(0, 120);
}
