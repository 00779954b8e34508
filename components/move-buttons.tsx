import { say } from '../lib/model/say';

export interface MoveButtonsProps {
  readonly at: number;
  readonly count: number;
  /** What is moved, for who hears the buttons. */
  readonly of: string;
  readonly onMove: (by: 1 | -1) => void;
}

/** Up and down in a list. What has come to an end keeps its button, which may have the focus. */
export function MoveButtons({ at, count, of, onMove }: MoveButtonsProps) {
  return (
    <span class="move">
      <button
        class="icon-button"
        type="button"
        title={say('moveUp')}
        aria-label={`${say('moveUp')}: ${of}`}
        aria-disabled={at === 0}
        onClick={() => at > 0 && onMove(-1)}
      >
        ↑
      </button>
      <button
        class="icon-button"
        type="button"
        title={say('moveDown')}
        aria-label={`${say('moveDown')}: ${of}`}
        aria-disabled={at === count - 1}
        onClick={() => at < count - 1 && onMove(1)}
      >
        ↓
      </button>
    </span>
  );
}
