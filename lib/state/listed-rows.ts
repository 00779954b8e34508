import { computed, type ReadonlySignal } from '@preact/signals';
import type { Row } from '../model/row';
import type { RowList } from '../model/row-list';
import type { Sources } from '../model/rows';
import { sayCount } from '../model/say';
import type { LauncherMemory } from './launcher-memory';
import type { LauncherWorld } from './launcher-world';

type Engine = typeof import('./engine');

/** The rows of whatever is listed: accounts, what words find, an account's inside, a menu, sessions, what is hidden or asked about. */
export function createListedRows(
  world: Pick<LauncherWorld, 'firstRows'>,
  memory: LauncherMemory,
  engine: ReadonlySignal<Engine | undefined>,
): ReadonlySignal<RowList> {
  const { findable, personal, isLoaded, query, sessions, consoles, menuFor, inside, isHiddenShown, prompt, nowMs } =
    memory;

  /** The actions that fit a row and the words, as rows. */
  function actionRows({ actions, commandRow }: Engine, row: Row): Row[] {
    const fit = actions.filter((action) => action.fits(row, personal.value));
    return fitting(
      fit.map((action) => ({ ...commandRow(action.id, action.says(row, personal.value)), shortcut: action.key })),
    );
  }

  /** Those of a short list whose names hold the words. */
  function fitting(all: readonly Row[]): Row[] {
    const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    return all.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
  }

  /** The way to what was hidden, as far as the words fit it, below everything else. */
  function withHidden(search: Engine, sources: Sources, rows: RowList): RowList {
    const count = rows.isCut ? 0 : search.findHidden(sources, query.value).length;
    if (count === 0) return rows;
    return search.joined(rows, [search.commandRow(search.SHOW_HIDDEN, sayCount('hiddenShow', count))]);
  }

  return computed((): RowList => {
    const search = engine.value;
    const ready = findable.value;
    // The words are an answer, which finds nothing.
    if (prompt.value) return [prompt.value.of];
    // Words typed before the search is there find nothing yet: Enter must never open a row that they did not choose.
    if (!isLoaded.value || !search || !ready) return query.value.trim() === '' ? world.firstRows : [];
    const sources = { ...ready, nowMs: nowMs.value };
    if (sessions.value) return fitting(search.sessionRows(consoles.value, ready.index, sessions.value.waiting?.row));
    if (menuFor.value) return actionRows(search, menuFor.value);
    const account = inside.value;
    if (account) return [...search.rowsInside(sources, account, query.value), ...actionRows(search, account)];
    if (isHiddenShown.value) return search.findHidden(sources, query.value);
    const isSought = query.value.trim() !== '';
    return withHidden(search, sources, isSought ? search.searchRows(sources, query.value) : search.browseRows(sources));
  });
}
