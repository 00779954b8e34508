import type { Rule, RuleSettings, RuleWhen } from '../lib/model/rule';
import { levels } from '../lib/model/level';
import { partitionNames } from '../lib/model/partition';
import { LONGEST_HOURS } from '../lib/model/role-session';
import { say, type Sentence } from '../lib/model/say';
import { type Rules, setFrom, whenFrom } from '../lib/state/rules';
import type { Asked } from './asked';
import { ColourField } from './colour-field';
import { RuleChoice } from './rule-choice';
import { RuleField } from './rule-field';
import { levelWords } from '../lib/model/level-words';
import { hoursWords } from './rule-words';

type TextOf<Part> = { [Field in keyof Part]-?: Part[Field] extends string | undefined ? Field : never }[keyof Part];

const sessionLengths = Array.from({ length: LONGEST_HOURS }, (_, at) => at + 1);

/** The parts of a rule: whom it is for, and what it decides. */
export function RuleEditor({ rule, rules }: { rule: Rule; rules: Rules }) {
  const { when, set } = rule;
  const portals = rules.portals.value;
  const roleNames = [...new Set(rules.accounts.value.flatMap(({ roles = [] }) => roles))].sort();

  const asked = (part: 'name' | 'colour'): Asked => ({
    isAsked: rules.asks.value?.id === rule.id && rules.asks.value.part === part,
    onAsked: () => (rules.asks.value = undefined),
  });
  const whenText = (
    field: keyof RuleWhen,
    says: Sentence,
    more: { hint?: string; suggestions?: readonly string[] } & Partial<Asked> = {},
  ) => (
    <RuleField
      says={say(says)}
      {...more}
      value={[when[field] ?? []].flat().join(', ')}
      onText={(text) => {
        const value = text.trim() === '' ? undefined : whenFrom(field, text);
        if (text.trim() !== '' && value === undefined)
          return say(field === 'ids' ? 'notAnAccountId' : 'notAPattern', text);
        rules.edit(rule, 'when', field, value);
        return undefined;
      }}
    />
  );
  const setText = (
    field: TextOf<RuleSettings>,
    says: Sentence,
    more: { hint?: string; problem?: Sentence; suggestions?: readonly string[] } = {},
  ) => (
    <RuleField
      says={say(says)}
      {...(more.hint === undefined ? {} : { hint: more.hint })}
      {...(more.suggestions ? { suggestions: more.suggestions } : {})}
      value={set[field] ?? ''}
      onText={(text) => {
        const value = setFrom(field, text);
        if (text !== '' && value === undefined) return say(more.problem ?? 'notUnderstood', text);
        rules.edit(rule, 'set', field, value);
        return undefined;
      }}
    />
  );

  return (
    <div class="rule-editor">
      <fieldset class="rule-part">
        <legend>{say('ruleWhich')}</legend>
        {whenText('name', 'ruleName', { hint: say('ruleNameHint'), ...asked('name') })}
        {whenText('ids', 'ruleIds', { hint: say('ruleIdsHint') })}
        {whenText('role', 'ruleRole', { hint: say('ruleRoleHint'), suggestions: roleNames.slice(0, 500) })}
        {whenText('region', 'ruleRegion', { hint: say('ruleRegionHint') })}
        {(portals.length > 1 || when.portal !== undefined) && (
          <RuleChoice
            says={say('rulePortal')}
            value={when.portal ?? ''}
            options={portals.map(({ startUrl, name }) => [startUrl, name || new URL(startUrl).host])}
            onValue={(value) => rules.edit(rule, 'when', 'portal', value)}
          />
        )}
        {(portals.some(({ partition }) => partition !== 'aws') || when.partition !== undefined) && (
          <RuleChoice
            says={say('rulePartition')}
            value={when.partition ?? ''}
            options={partitionNames.map((name) => [name, name])}
            onValue={(value) => rules.edit(rule, 'when', 'partition', value)}
          />
        )}
      </fieldset>
      <fieldset class="rule-part">
        <legend>{say('ruleWhat')}</legend>
        <ColourField
          value={set.colour}
          onValue={(colour) => rules.edit(rule, 'set', 'colour', colour)}
          {...asked('colour')}
        />
        <RuleChoice
          says={say('ruleLevel')}
          value={set.level ?? ''}
          options={levels.map((level) => [level, levelWords(level) || say('levelOther')])}
          onValue={(value) => rules.edit(rule, 'set', 'level', value)}
        />
        <RuleChoice
          says={say('guard')}
          value={set.guard === undefined ? '' : String(set.guard)}
          options={[
            ['true', say('guardAsk')],
            ['false', say('guardDoNotAsk')],
          ]}
          onValue={(value) => rules.edit(rule, 'set', 'guard', value === '' ? undefined : value === 'true')}
        />
        <RuleChoice
          says={say('ruleSession')}
          value={set.sessionHours === undefined ? '' : String(set.sessionHours)}
          options={sessionLengths.map((hours) => [String(hours), hoursWords(hours)])}
          onValue={(value) => rules.edit(rule, 'set', 'sessionHours', value === '' ? undefined : Number(value))}
        />
        {setText('label', 'ruleLabel', { hint: say('ruleLabelHint') })}
        {setText('emoji', 'ruleEmoji')}
        {setText('group', 'ruleGroup', { hint: say('ruleGroupHint') })}
        {setText('defaultRole', 'ruleDefaultRole', { suggestions: roleNames.slice(0, 500) })}
        {setText('region', 'ruleDefaultRegion', { problem: 'notARegion' })}
        {setText('landing', 'ruleLanding', { hint: say('ruleLandingHint') })}
        {setText('tabGroup', 'ruleTabGroup')}
        {setText('container', 'ruleContainer')}
      </fieldset>
    </div>
  );
}
