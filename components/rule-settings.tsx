import './rule-settings.css';
import { parseColour } from '../lib/model/colour';
import type { RuleSettings as Decided, RuleWhen } from '../lib/model/rule';
import { say, type Sentence } from '../lib/model/say';
import type { Rules } from '../lib/state/rules';
import { sharedColourWords } from './files-words';
import { RuleItem } from './rule-item';
import { ruleTitle } from './rule-words';
import { failureWords } from './words';

const examples: readonly { readonly says: Sentence; readonly when: RuleWhen; readonly set: Decided }[] = [
  {
    says: 'exampleProduction',
    when: { name: 'prod' },
    set: { level: 'production', ...coloured('#c8102e'), guard: true },
  },
  {
    says: 'exampleSandbox',
    when: { name: '*sandbox*' },
    set: { level: 'sandbox', ...coloured('#18794e'), group: 'Sandboxes' },
  },
  { says: 'exampleAdmin', when: { role: '*Admin*' }, set: { ...coloured('#7e22ce'), emoji: '🔑' } },
];

/** Looks and choices for many accounts at once. */
export function RuleSettings({ rules }: { rules: Rules }) {
  const { failure, shared } = rules;
  const list = rules.rules.value;
  const titles = list.map((rule) => ruleTitle(rule, rules.accounts.value));
  const alike = new Set(titles.filter((title, at) => titles.indexOf(title) !== at));
  return (
    <section id="rules" aria-labelledby="rules-title">
      <h2 id="rules-title">{say('rules')}</h2>
      <p class="settings-lead">{say('rulesLead')}</p>
      {failure.value && <p role="alert">{failureWords(failure.value)}</p>}
      {shared.value.map((one) => (
        <p key={one.colour} class="rule-warning">
          {sharedColourWords(one)}
        </p>
      ))}
      {list.length === 0 ? (
        <Examples rules={rules} />
      ) : (
        <ol class="rules" aria-label={say('rules')}>
          {list.map((rule, at) => (
            <RuleItem
              key={rule.id}
              rule={rule}
              at={at}
              title={titles[at] ?? ''}
              isAlike={alike.has(titles[at] ?? '')}
              rules={rules}
            />
          ))}
        </ol>
      )}
      <button class="button" type="button" onClick={() => rules.addEmpty()}>
        {say('addRule')}
      </button>
    </section>
  );
}

/** Nothing yet: three rules that others have. */
function Examples({ rules }: { rules: Rules }) {
  return (
    <div class="empty">
      <p>{say('rulesNone')}</p>
      <div class="buttons">
        {examples.map(({ says, when, set }) => (
          <button
            key={says}
            class="button"
            data-kind="quiet"
            type="button"
            onClick={() => void rules.add({ when, set }, rules.rules.value.length)}
          >
            {say(says)}
          </button>
        ))}
      </div>
    </div>
  );
}

function coloured(text: string): Pick<Decided, 'colour'> {
  const colour = parseColour(text);
  return colour ? { colour } : {};
}
