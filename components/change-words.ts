import { levelWords } from '../lib/model/level-words';
import type { Level } from '../lib/model/level';
import type { Rule, RuleWhen } from '../lib/model/rule';
import { say, sayCount, type Sentence } from '../lib/model/say';
import type { Change, FactKind } from '../lib/model/settings-facts';
import { credentialForm } from './files-words';
import { labelFormNames } from './label-form-names';
import { hoursWords, ruleTitle } from './rule-words';
import { settingNames } from './setting-names';

/** What the preview of an import says of each change. */

const kinds: Readonly<Record<FactKind, Sentence>> = {
  portals: 'factPortal',
  preferences: 'factSetting',
  pins: 'factPin',
  hidden: 'factHidden',
  accounts: 'factAccount',
  groups: 'factGroup',
  chainedRoles: 'factChainedRole',
  rules: 'factRule',
};

/** Of an account or of a rule, as the page calls it where it is set. */
const fields: Readonly<Record<string, Sentence>> = {
  ...settingNames,
  when: 'ruleWhich',
  place: 'factPlace',
  note: 'factNote',
  colour: 'ruleColour',
  level: 'ruleLevel',
  guard: 'guard',
  sessionHours: 'ruleSession',
  label: 'ruleLabel',
  emoji: 'ruleEmoji',
  group: 'ruleGroup',
  defaultRole: 'ruleDefaultRole',
  region: 'ruleDefaultRegion',
  landing: 'ruleLanding',
  tabGroup: 'ruleTabGroup',
  container: 'ruleContainer',
};

/** `Rule prod · Colour`; with the rules as they are and as they would be. */
export function changeTitle(
  { kind, of, field }: Pick<Change, 'kind' | 'of' | 'field'>,
  rules: readonly Rule[],
): string {
  const words = fields[plain(field)];
  const what = [say(kinds[kind]), whichWords(kind, of, rules)].filter(Boolean).join(' ');
  return [what, words ? say(words) : field].filter(Boolean).join(' · ');
}

function whichWords(kind: FactKind, of: string, rules: readonly Rule[]): string {
  if (kind === 'rules') {
    const rule = rules.find(({ id }) => id === of);
    return rule ? ruleTitle(rule, []) : of;
  }
  if (kind === 'chainedRoles') return of.split(' ').slice(0, 2).join(' · ');
  if (kind !== 'pins' && kind !== 'hidden') return of;
  // The kind of entry, its portal, its number and whatever else it goes by.
  const [, portal = '', ...rest] = of.split('|');
  return [...rest, portal.replace(/^https:\/\/([^/]+).*$/, '$1')].join(' · ');
}

/** A value as a person reads it; of a rule's place which one it is of the rules. */
export function valueWords({ of, field }: Change, value: unknown, rules: readonly Rule[]): string {
  if (value === undefined) return say('valueNotSet');
  switch (plain(field)) {
    case 'place':
      return String(rules.findIndex(({ id }) => id === of) + 1);
    case 'when':
      return ruleTitle({ when: value as RuleWhen }, []);
    case 'level':
      return levelWords(value as Level) || say('levelOther');
    case 'guard':
      return say(value === true ? 'guardAsk' : 'guardDoNotAsk');
    case 'sessionHours':
      return hoursWords(Number(value));
    case 'labelForm':
      return say(labelFormNames[value as keyof typeof labelFormNames]);
    case 'credentialForm':
      return say(credentialForm[value as keyof typeof credentialForm]);
    default:
      return plainWords(value);
  }
}

function plainWords(value: unknown): string {
  if (value === true) return say('valueOn');
  if (value === false) return say('valueOff');
  if (typeof value !== 'object' || value === null) return String(value);
  const { label, roleName, colour, name, accounts, region } = value as Record<string, unknown>;
  if (Array.isArray(accounts)) return `${String(name)}: ${sayCount('accounts', accounts.length)}`;
  return [label, roleName, colour, name, region].filter((part) => typeof part === 'string' && part !== '').join(', ');
}

/** `set.colour` of a rule is what an account has as `colour`. */
function plain(field: string): string {
  return field.replace(/^set\./, '');
}
