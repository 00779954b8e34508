import './told.css';
import { say } from '../lib/model/say';
import type { Undo } from '../lib/state/undo';

/** What was done last, with the way back. */
export function Told({ undo }: { undo: Undo }) {
  const last = undo.told.value;
  return (
    <div class="told" role="status" data-shown={last !== undefined}>
      {last && (
        <>
          <span>{last.says}</span>
          <button class="button" data-kind="quiet" type="button" onClick={() => void undo.undo()}>
            {say('undo')}
          </button>
          <button class="icon-button" type="button" title={say('close')} aria-label={say('close')} onClick={undo.hide}>
            ✕
          </button>
        </>
      )}
    </div>
  );
}
