import type { Ears } from './ears';
import type { Label } from './label';
import { every } from './later';
import { keepOnTop } from './on-top';
import type { createOutside } from './outside';
import { keepPresent } from './presence';
import type { createSessionEnd } from './session-end';

const LOOK_EVERY_MS = 2_000;

interface Kept {
  readonly label: Label;
  readonly ears: Ears;
  readonly outside: Pick<ReturnType<typeof createOutside>, 'announce' | 'fought'>;
  readonly sessionEnd: Pick<ReturnType<typeof createSessionEnd>, 'look' | 'lookAgain'>;
  /** Puts all of it back where it belongs. */
  insist(): void;
}

/** Keeps the label in the page and above it whatever the page does, and what is known of its session fresh. */
export function keepLabel(
  page: Document,
  { label, ears, outside, sessionEnd, insist }: Kept,
  signal: AbortSignal,
): void {
  const isSeen = (): boolean => page.visibilityState === 'visible';
  const beat = (isFought: boolean): void => {
    label.showRoot();
    outside.fought(isFought);
  };
  keepPresent(page, label.element, { insist, reset: ears.again, beat }, signal);
  keepOnTop(ears, label);
  ears.on('pageshow', ({ persisted }) => void (persisted && outside.announce()));
  ears.on('visibilitychange', () => void (isSeen() && sessionEnd.lookAgain()));
  page.addEventListener('prerenderingchange', outside.announce, { signal });
  every(LOOK_EVERY_MS, () => void (isSeen() && sessionEnd.look()), signal);
}
