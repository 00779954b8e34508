import type { Here } from './here';
import { levelOf } from './level';
import { defaultPreferences, dressed, type Look, type LookLayer, type LookParts, type Preferences } from './look';
import { type AccountChoices, choicesOf, type OrganisationRules, type Personal } from './personal';
import type { Rule, RuleSettings } from './rule';
import { filledIn, ruled, rulebookOf, type Subject } from './rulebook';

/**
 * What holds for an account: the person's choices for it, and where there is none what the rules say. What an
 * organisation holds is above all that, what it proposes below.
 */
export type Chosen = RuleSettings & AccountChoices;

type Own = Pick<Personal, 'accounts' | 'rules' | 'organisation'>;

export const noRules: OrganisationRules = { above: [], below: [] };

export function chosenFor(personal: Own, subject: Subject, here?: Here): Chosen {
  const { above, below, holdsGuard } = personal.organisation ?? noRules;
  const [proposed, held] = [ruled(below, subject, here), ruled(above, subject, here)];
  const own = { ...proposed, ...ruled(personal.rules, subject, here), ...choicesOf(personal, subject.id), ...held };
  return holdsGuard ? guardedAs({ ...proposed, ...held }, own, subject) : own;
}

/** With the guard that the organisation holds: neither a rule against it nor another level takes it from production. */
function guardedAs(organisation: RuleSettings, { guard, ...own }: Chosen, { name }: Subject): Chosen {
  const isProduction = (organisation.level ?? levelOf(name)) === 'production';
  const kept = guard === true || (organisation.guard ?? (isProduction || undefined));
  return kept === undefined ? own : { ...own, guard: kept };
}

/** True where some rule, the organisation's too, decides this for anybody. */
export function isRuled(personal: Own, field: keyof RuleSettings): boolean {
  const { above, below } = personal.organisation ?? noRules;
  return [above, personal.rules, below].some((rules) => rulebookOf(rules).decides(field));
}

/** The one place where an account becomes a look: the launcher, the console, favicon, title and tab group all ask here. */
export function lookOf(
  personal: Own,
  subject: Subject,
  here?: Here,
  preferences: Preferences = defaultPreferences,
): Look {
  return dressed(subject.id, partsOf(chosenFor(personal, subject, here), subject), preferences);
}

/** More rules than these that ask for a role or region are not carried to one account's console tabs. */
const MOST_LAYERS = 64;
const fields = ['label', 'emoji', 'colour', 'level', 'guard'] as const;

/** The record by which console tabs look: as the account is where no role is known, with what rules say for some roles. */
export function lookRecord(personal: Own, subject: Subject, preferences: Preferences): Look {
  const look = lookOf(personal, subject, {}, preferences);
  const layers = layersOf(personal, subject);
  if (layers.length === 0) return look;
  const always = partsOf(chosenFor(personal, subject), subject);
  return { ...look, layers: [...layers, always], guardsProduction: preferences.guardProduction };
}

/** Of the rules that ask for a role or region: what no choice and no rule above decides for every role. */
function layersOf(personal: Own, subject: Subject): LookLayer[] {
  const { above, below, holdsGuard } = personal.organisation ?? noRules;
  const decided = new Set<string>();
  const layers: LookLayer[] = [];
  const add = ({ when, set }: Pick<Rule, 'when' | 'set'>): void => {
    const own = fields.filter((field) => set[field] !== undefined && !decided.has(field));
    const { role, region } = when;
    if (role === undefined && region === undefined) for (const field of own) decided.add(field);
    else if (own.length > 0 && layers.length < MOST_LAYERS)
      layers.push({
        ...(role === undefined ? {} : { role }),
        ...(region === undefined ? {} : { region }),
        ...partsIn(set, own, subject),
      });
  };
  for (const rule of rulebookOf(above).of(subject)) add(rule);
  for (const field of Object.keys(choicesOf(personal, subject.id))) decided.add(field);
  for (const rule of rulebookOf(personal.rules).of(subject)) add(holdsGuard ? withoutUnguarding(rule) : rule);
  for (const rule of rulebookOf(below).of(subject)) add(holdsGuard ? guardingProduction(rule) : rule);
  return layers;
}

/** Another rule may give another level, and none takes the guard. */
function guardingProduction({ when, set }: Rule): Pick<Rule, 'when' | 'set'> {
  return { when, set: set.level === 'production' ? { guard: true, ...set } : set };
}

function withoutUnguarding({ when, set: { guard, ...set } }: Rule): Pick<Rule, 'when' | 'set'> {
  return { when, set: guard === true ? { ...set, guard } : set };
}

function partsIn(set: RuleSettings, own: readonly (typeof fields)[number][], subject: Subject): LookParts {
  const parts = Object.fromEntries(own.map((field) => [field, set[field]])) as LookParts;
  return parts.label === undefined ? parts : { ...parts, label: filledIn(parts.label, subject) };
}

function partsOf(chosen: Chosen, { name }: Subject): LookParts {
  const own = fields.filter((field) => chosen[field] !== undefined);
  const {
    label = name,
    level = levelOf(name),
    ...parts
  }: LookParts = Object.fromEntries(own.map((field) => [field, chosen[field]]));
  return { label, level, ...parts };
}
