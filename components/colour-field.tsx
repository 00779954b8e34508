import './colour-field.css';
import { useId } from 'preact/hooks';
import { type Colour, parseColour } from '../lib/model/colour';
import { say } from '../lib/model/say';
import { type Asked, useAsked } from './asked';

/** Far enough apart to be told from each other, each readable with white text; red first, which is production's. */
const palette: readonly Colour[] = [
  '#c8102e',
  '#b45309',
  '#7a6a00',
  '#18794e',
  '#0f766e',
  '#0b63ce',
  '#4f46e5',
  '#7e22ce',
  '#b0187c',
  '#4b5563',
];

export interface ColourFieldProps extends Asked {
  readonly value: Colour | undefined;
  readonly onValue: (value: Colour | undefined) => void;
}

/** A colour of the palette, any other, or none. */
export function ColourField({ value, onValue, ...asked }: ColourFieldProps) {
  const id = useId();
  const picker = useAsked(asked);
  return (
    <div class="rule-field colour-field">
      <label for={id}>{say('ruleColour')}</label>
      <span class="colours">
        <input
          id={id}
          ref={picker}
          type="color"
          data-open={value === undefined}
          value={value ?? '#888888'}
          onInput={({ currentTarget }) => onValue(parseColour(currentTarget.value))}
        />
        {palette.map((colour) => (
          <button
            key={colour}
            class="colour"
            type="button"
            style={{ background: colour }}
            aria-label={`${say('ruleColour')} ${colour}`}
            aria-pressed={value === colour}
            onClick={() => onValue(colour)}
          />
        ))}
        {value !== undefined && (
          <button class="button" data-kind="quiet" type="button" onClick={() => onValue(undefined)}>
            {say('leaveOpen')}
          </button>
        )}
      </span>
    </div>
  );
}
