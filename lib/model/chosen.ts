import type { Here } from './here';
import { levelOf } from './level';
import { defaultPreferences, dressed, type Look, type LookLayer, type LookParts, type Preferences } from './look';
import { type AccountChoices, choicesOf, type Personal } from './personal';
import type { RuleSettings } from './rule';
import { filledIn, ruled, rulebookOf, type Subject } from './rulebook';

/** What holds for an account: the person's choices for it, and where there is none what the rules say. */
export type Chosen = RuleSettings & AccountChoices;

type Own = Pick<Personal, 'accounts' | 'rules'>;

export function chosenFor(personal: Own, subject: Subject, here?: Here): Chosen {
  return { ...ruled(personal.rules, subject, here), ...choicesOf(personal, subject.id) };
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
  const decided = new Set<string>(Object.keys(choicesOf(personal, subject.id)));
  const layers: LookLayer[] = [];
  for (const { when, set } of rulebookOf(personal.rules).of(subject)) {
    const own = fields.filter((field) => set[field] !== undefined && !decided.has(field));
    const { role, region } = when;
    if (role === undefined && region === undefined) for (const field of own) decided.add(field);
    else if (own.length > 0 && layers.length < MOST_LAYERS)
      layers.push({
        ...(role === undefined ? {} : { role }),
        ...(region === undefined ? {} : { region }),
        ...partsIn(set, own, subject),
      });
  }
  return layers;
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
