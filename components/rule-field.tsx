import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { type Asked, useAsked } from './asked';

export interface RuleFieldProps extends Partial<Asked> {
  readonly says: string;
  readonly hint?: string;
  readonly value: string;
  /** The words for text that means nothing; `undefined` where it is taken. */
  readonly onText: (text: string) => string | undefined;
  readonly suggestions?: readonly string[];
}

/** A text that counts as soon as it means something; until then it says why not. */
export function RuleField({ says, hint, value, onText, suggestions, ...asked }: RuleFieldProps) {
  const draft = useSignal<string | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const id = useId();
  const field = useAsked(asked);
  const about = problem.value ?? hint;
  return (
    <div class="rule-field">
      <label for={id}>{says}</label>
      <input
        id={id}
        ref={field}
        type="text"
        autocomplete="off"
        spellcheck={false}
        list={suggestions && `${id}-list`}
        value={draft.value ?? value}
        aria-invalid={problem.value !== undefined}
        aria-describedby={about === undefined ? undefined : `${id}-about`}
        onInput={({ currentTarget }) => {
          draft.value = currentTarget.value;
          problem.value = onText(currentTarget.value);
        }}
        onBlur={() => {
          if (problem.value === undefined) draft.value = undefined;
        }}
      />
      {about !== undefined && (
        <span id={`${id}-about`} class="rule-about" data-problem={problem.value !== undefined}>
          {about}
        </span>
      )}
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </datalist>
      )}
    </div>
  );
}
