import { useId } from 'preact/hooks';
import { say } from '../lib/model/say';

export interface RuleChoiceProps {
  readonly says: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, says: string])[];
  readonly onValue: (value: string) => void;
}

/** One of a few, or left open for the rules below. */
export function RuleChoice({ says, value, options, onValue }: RuleChoiceProps) {
  const id = useId();
  return (
    <div class="rule-field">
      <label for={id}>{says}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
        <option value="">{say('leaveOpen')}</option>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
