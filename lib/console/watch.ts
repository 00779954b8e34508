import type { Menu } from './badge';
import type { Ears } from './ears';
import { type ForeignNumbersWorld, watchForeignNumbers } from './foreign-numbers';
import { type GuardWorld, startGuard } from './guard';
import { type Copy, createMenu, type MenuWorld } from './menu';
import { type PlaceBadge, placeBadge } from './place-badge';
import { endLongTransitions } from './view-transition';

/** What the label's script leaves for the one that comes behind it. */
export interface Watch {
  readonly page: Document;
  readonly ears: Ears;
  readonly signal: AbortSignal;
  readonly guard: GuardWorld;
  readonly numbers: ForeignNumbersWorld;
  readonly menu: MenuWorld;
  /** Told when the guard stands: until then no press reaches a guarded account's page. Takes what the badge has yet to get. */
  stands(place: PlaceBadge, menu: Menu): void;
}

/** What looks at what the person does, not at whose the tab is: no part of the first paint. */
export function keepWatch(watch: Watch, copy: Copy): void {
  const { page, ears, signal, guard, numbers, menu, stands } = watch;
  if (signal.aborted) return;
  startGuard(page, guard, ears, numbers.own);
  watchForeignNumbers(numbers, ears, signal);
  endLongTransitions(page, signal);
  stands(placeBadge, createMenu(menu, copy));
}
