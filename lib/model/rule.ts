import { type AccountId, parseAccountId, parseRoleName, type RoleName } from './account';
import { hashOf } from './checksum';
import { cleanEmoji, cleanLanding, cleanRegion } from './choice';
import { type Colour, parseColour } from './colour';
import { type Level, levels } from './level';
import { cleanName } from './name';
import { type Partition, partitionNames } from './partition';
import { parsePortalAddress, type StartUrl } from './portal';
import { asRecord } from './record';
import { parseSessionHours } from './role-session';

/**
 * Which accounts a rule is for: all that is said must hold, and a rule that says nothing is for every account. A rule
 * that asks for a role or a region fits only where one is known: a row of a role, a page of a region.
 */
export interface RuleWhen {
  /** Words that all stand in AWS's own name of the account, or a glob (`*`, `?`) of the whole name. */
  readonly name?: string;
  readonly ids?: readonly AccountId[];
  /** A role's name, or a glob of it. */
  readonly role?: string;
  readonly portal?: StartUrl;
  readonly partition?: Partition;
  /** Of the console page: a region or a glob of some. */
  readonly region?: string;
}

/** What a rule decides; what is not there it leaves to the rules below it. */
export interface RuleSettings {
  /** `{name}` and `{id}` stand for the account's own. */
  readonly label?: string;
  readonly emoji?: string;
  readonly colour?: Colour;
  readonly level?: Level;
  readonly group?: string;
  readonly defaultRole?: RoleName;
  readonly region?: string;
  /** An id of the service catalogue, or a console address without session prefix. */
  readonly landing?: string;
  readonly guard?: boolean;
  /** How long console sessions of the role last: whole hours, 1 to 12. */
  readonly sessionHours?: number;
  readonly container?: string;
  readonly tabGroup?: string;
}

export interface Rule {
  /** Stays the same whatever the rule says: two machines know by it which rule an edit was of. */
  readonly id: string;
  /** Rules stand in ascending order of it. A number of its own for each, so that moving a rule changes that rule only. */
  readonly place: number;
  readonly when: RuleWhen;
  readonly set: RuleSettings;
}

export const MOST_RULES = 1_000;
export const MOST_RULE_IDS = 1_000;
export const LONGEST_PATTERN = 200;

/** Between two rules that are written one after the other. */
const STEP = 1_024;

/**
 * Reads rules that were stored, synchronised or imported. A condition that is not understood takes its whole rule away
 * (without it the rule would be for more accounts than was meant); a setting that is not understood goes alone.
 */
export function parseRules(value: unknown): readonly Rule[] {
  const all = (Array.isArray(value) ? value : []).slice(0, MOST_RULES).flatMap((one) => parseRule(one) ?? []);
  return inPlaces(withOwnIds(all));
}

/** Of several rules with one id all but the first get others, the same ones whenever they are read: none gets lost. */
function withOwnIds(rules: readonly Rule[]): readonly Rule[] {
  const taken = new Set(rules.map(({ id }) => id));
  const seen = new Set<string>();
  let number = 2;
  return rules.map((rule) => {
    let { id } = rule;
    for (; seen.has(id) || (id !== rule.id && taken.has(id)); number += 1) id = `${rule.id.slice(0, 58)}-${number}`;
    seen.add(id);
    return id === rule.id ? rule : { ...rule, id };
  });
}

function parseRule(value: unknown): Rule | undefined {
  const { id, place, when, set } = asRecord(value);
  const parsed = parseWhen(asRecord(when));
  if (!parsed) return undefined;
  const settings = parseSet(asRecord(set));
  return {
    id: typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : idFrom(JSON.stringify([parsed, settings])),
    place: typeof place === 'number' && Number.isFinite(place) ? place : Number.NaN,
    when: parsed,
    set: settings,
  };
}

function parseWhen(raw: Record<string, unknown>): RuleWhen | undefined {
  const { name, ids, role, portal, partition, region } = raw;
  const read = {
    name: parsePattern(name),
    ids: Array.isArray(ids) && ids.length <= MOST_RULE_IDS ? ids.map(parseAccountId) : undefined,
    role: parsePattern(role),
    portal: typeof portal === 'string' ? parsePortal(portal) : undefined,
    partition: partitionNames.find((one) => one === partition),
    region: parsePattern(region),
  };
  const isWhole = Object.entries(read).every(([field, part]) => raw[field] === undefined || part !== undefined);
  return isWhole && !read.ids?.includes(undefined) ? (present(read) as RuleWhen) : undefined;
}

/** The settings of a rule that are some. */
function parseSet(raw: Record<string, unknown>): RuleSettings {
  return present({
    label: cleanName(raw['label']),
    emoji: cleanEmoji(raw['emoji']),
    colour: parseColour(raw['colour']),
    level: levels.find((level) => level === raw['level']),
    group: cleanName(raw['group']),
    defaultRole: parseRoleName(raw['defaultRole']),
    region: cleanRegion(raw['region']),
    landing: cleanLanding(raw['landing']),
    guard: typeof raw['guard'] === 'boolean' ? raw['guard'] : undefined,
    sessionHours: parseSessionHours(raw['sessionHours']),
    container: cleanName(raw['container']),
    tabGroup: cleanName(raw['tabGroup']),
  }) as RuleSettings;
}

/** Words or a glob; `undefined` for nothing that could match. */
function parsePattern(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > LONGEST_PATTERN) return undefined;
  const text = cleanName(value);
  return /[\p{L}\p{N}*?]/u.test(text) ? text : undefined;
}

function parsePortal(value: string): StartUrl | undefined {
  const parsed = parsePortalAddress(value);
  return parsed.ok ? parsed.address.startUrl : undefined;
}

/** The same id for the same rule of a hand-written file, however often it is read. */
function idFrom(text: string): string {
  return `rule-${hashOf(text).toString(36)}`;
}

/** The rules as they stand, with ascending places: those they have where these ascend, else new ones. */
export function inPlaces(rules: readonly Rule[]): readonly Rule[] {
  const isAscending = rules.every(({ place }, at) => place > (rules[at - 1]?.place ?? Number.NEGATIVE_INFINITY));
  return isAscending ? rules : rules.map((rule, at) => ({ ...rule, place: (at + 1) * STEP }));
}

/** The rules with one put in, in front of what stands at `at`; an older one of the same id goes. The others keep their places if they can. */
export function withRule(rules: readonly Rule[], rule: Omit<Rule, 'place'>, at: number): readonly Rule[] {
  const others = rules.filter(({ id }) => id !== rule.id);
  const [before, after] = [others[at - 1]?.place, others[at]?.place];
  const place = placeBetween(before, after);
  return inPlaces(others.toSpliced(at, 0, { ...rule, place }));
}

function placeBetween(before: number | undefined, after: number | undefined): number {
  if (before === undefined) return after === undefined ? STEP : after - STEP;
  return after === undefined ? before + STEP : (before + after) / 2;
}

function present(parts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined && part !== ''));
}
