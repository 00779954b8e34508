import type { Failure } from '../lib/model/failure';
import { Held } from './held';
import { useSettled } from './settled';
import { failureWords } from './words';

export interface SwitchProps {
  readonly says: string;
  readonly isOn: boolean;
  readonly isHeld: boolean;
  /** What its last use failed with. */
  readonly failure: Failure | undefined;
  readonly onTurn: (isOn: boolean) => Promise<void>;
}

/** Something that is on or off; it shows which, also where turning it did not work. */
export function Switch({ says, isOn, isHeld, failure, onTurn }: SwitchProps) {
  const whenSettled = useSettled();
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={isOn}
          disabled={isHeld}
          onChange={({ currentTarget }) => whenSettled(onTurn(currentTarget.checked))}
        />{' '}
        {says} {isHeld && <Held />}
      </label>
      {failure && <p role="alert">{failureWords(failure)}</p>}
    </>
  );
}
