import './told.css';
import { say } from '../lib/model/say';
import type { Undo } from '../lib/state/undo';

/** What was done last, with the way back. */
export function Told({ undo }: { undo: Undo }) {
  const last = undo.last.value;
  return (
    <div class="told" role="status" data-shown={last !== undefined}>
      {last && (
        <>
          <span>{last.says}</span>
          <button class="button" data-kind="quiet" type="button" onClick={() => void undo.undo()}>
            {say('undo')}
          </button>
        </>
      )}
    </div>
  );
}
