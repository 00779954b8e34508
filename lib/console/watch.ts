import type { Menu } from './badge';
import { DOUBTFUL } from './evidence';
import type { Ears } from './ears';
import { type ForeignNumbersWorld, watchForeignNumbers } from './foreign-numbers';
import { type GuardWorld, startGuard } from './guard';
import { type Copy, createMenu, type MenuWorld } from './menu';
import { keepPlaced, type PlacingWorld } from './placing';
import { endLongTransitions } from './view-transition';

/** What the label's script leaves for the one that comes behind it. */
export interface Watch {
  readonly page: Document;
  readonly ears: Ears;
  readonly signal: AbortSignal;
  readonly guard: GuardWorld;
  readonly numbers: ForeignNumbersWorld;
  readonly menu: MenuWorld;
  readonly placing: PlacingWorld;
  /** Told by other tabs, through the worker, of what this page's own cookies do not tell. */
  besides(cookies: readonly string[]): void;
  /**
   * Told when the guard stands: until then no press reaches a guarded account's page. Takes what judges the presses, which
   * are heard from the page's start, before any script of its own, and what the badge has yet to get.
   */
  stands(guard: (event: Event) => void, place: () => void, menu: Menu): void;
}

/** The browser, as far as only this part of a console tab needs it. */
export interface WatchWorld {
  readonly copy: Copy;
  /** `told` is called when the worker says that the page's session was replaced, or is its own again. */
  hearReplaced(told: (isReplaced: boolean) => void): void;
}

/** What looks at what the person does, not at whose the tab is: no part of the first paint. */
export function keepWatch(watch: Watch, { copy, hearReplaced }: WatchWorld): void {
  const { page, ears, signal, guard, numbers, menu, placing, besides, stands } = watch;
  if (signal.aborted) return;
  watchForeignNumbers(numbers, ears, signal);
  endLongTransitions(page, signal);
  hearReplaced((isReplaced) => besides(isReplaced ? [DOUBTFUL] : []));
  stands(startGuard(page, guard, ears, numbers.own), keepPlaced(page, placing, ears, signal), createMenu(menu, copy));
}
