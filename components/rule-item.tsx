import type { Rule } from '../lib/model/rule';
import { say, sayCount } from '../lib/model/say';
import type { Rules } from '../lib/state/rules';
import { MoveButtons } from './move-buttons';
import { RuleEditor } from './rule-editor';
import { RuleOutcome } from './rule-outcome';
import { settingWords } from './rule-words';

export interface RuleItemProps {
  readonly rule: Rule;
  readonly at: number;
  readonly title: string;
  /** Another rule has the same title. */
  readonly isAlike: boolean;
  readonly rules: Rules;
}

/** One rule: what it says in a line, and its parts when it is opened. Alt with an arrow moves it. */
export function RuleItem({ rule, at, title, isAlike, rules }: RuleItemProps) {
  const isOpen = rules.open.value === rule.id;
  const preview = rules.previews.value.get(rule.id);
  /** What sets it apart from one that says the same, for who hears it. */
  const place = isAlike ? ` (${say('factPlace')} ${at + 1})` : '';
  const spoken = title + place;
  const moveBy = { ArrowUp: -1, ArrowDown: 1 } as const;
  return (
    <li class="rule" data-rule-id={rule.id} data-open={isOpen}>
      <div class="rule-head">
        <button
          class="rule-title"
          type="button"
          aria-expanded={isOpen}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onClick={() => (rules.open.value = isOpen ? undefined : rule.id)}
          onKeyDown={(event) => {
            if (!event.altKey || !(event.key in moveBy)) return;
            event.preventDefault();
            rules.move(rule, moveBy[event.key as keyof typeof moveBy]);
          }}
        >
          <span class="rule-flag" style={rule.set.colour ? { background: rule.set.colour } : {}} />
          <bdi>{title}</bdi>
          {isAlike && <span class="visually-hidden">{place}</span>}
          <span class="soft">
            {settingWords(rule)
              .concat(preview ? [sayCount('accounts', preview.accounts.length)] : [])
              .join(' · ')}
          </span>
        </button>
        <MoveButtons at={at} count={rules.rules.value.length} of={spoken} onMove={(by) => rules.move(rule, by)} />
        <button
          class="icon-button"
          type="button"
          title={say('duplicate')}
          aria-label={`${say('duplicate')}: ${spoken}`}
          onClick={() => rules.duplicate(rule)}
        >
          <span class="icon-copy" />
        </button>
        <button
          class="icon-button"
          type="button"
          title={say('remove')}
          aria-label={`${say('remove')}: ${spoken}`}
          onClick={() => rules.remove(rule)}
        >
          ✕
        </button>
      </div>
      {isOpen && preview && (
        <>
          <RuleOutcome rule={rule} preview={preview} rules={rules} />
          <RuleEditor rule={rule} rules={rules} />
        </>
      )}
    </li>
  );
}
