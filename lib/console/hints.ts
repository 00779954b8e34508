import { type Colour, NEUTRAL } from '../model/colour';
import type { Label, Spot } from './label';

const SHORTEST_MS = 4_000;
const MS_PER_CHARACTER = 50;

/**
 * Words beside the label, of two kinds that leave each other alone. What the person has to be told stays for as long as
 * it takes to read, or until there is something newer to tell. What lies under the pointer is explained while it lies there.
 */
export function createHints(
  label: Pick<Label, 'hint'>,
  after: (ms: number, task: () => void) => void,
  signal: AbortSignal,
) {
  let untell = (): void => undefined;
  let leave = (): void => undefined;

  /** In the corner, or at a spot. */
  function tell(text: string, colour: Colour = NEUTRAL, at?: Spot): void {
    untell();
    const remove = label.hint(text, colour, at);
    after(SHORTEST_MS + MS_PER_CHARACTER * text.length, remove);
    untell = remove;
  }

  function explain(text: string, colour: Colour, at: Spot): void {
    leave();
    leave = label.hint(text, colour, at);
  }

  signal.addEventListener('abort', () => (untell(), leave()), { once: true });
  return { tell, explain, leave: () => leave() };
}
