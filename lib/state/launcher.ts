import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { accountOf } from '../actions/action';
import { accountIdsIn } from '../model/account';
import type { AskedLaunch } from '../model/asked-launch';
import { fail } from '../model/failure';
import { isAt } from '../model/directory';
import type { StartUrl } from '../model/portal';
import type { Row } from '../model/row';
import type { Where } from '../model/where';
import { summarise, type Summary } from '../model/summary';
import { createCatchingUp } from './catching-up';
import { createEarlyKeys } from './early-keys';
import { comeBack, createMemory, goInto } from './launcher-memory';
import type { LauncherWorld } from './launcher-world';
import { createListedRows } from './listed-rows';
import { createTelling } from './telling';

type Engine = typeof import('./engine');

export type Launcher = ReturnType<typeof createLauncher>;

const PAGE_ROWS = 8;

/** The popup's memory: what is typed, what is found, what is marked, and what a key does. */
export function createLauncher(world: LauncherWorld) {
  const memory = createMemory(world.now());
  const { status, query, position, inside, menuFor, prompt, told, marked, sessions, consoles } = memory;
  /** Search, ranking and the actions come behind the first rows: their weight would hold those up. */
  const engine = signal<Engine | undefined>(undefined);
  const rows = createListedRows(world, memory, engine);
  const active = computed(() => Math.min(position.value, Math.max(0, rows.value.length - 1)));
  const summary: ReadonlySignal<Summary> = computed(() =>
    summarise(memory.directory.value, status.value, memory.nowMs.value),
  );
  const telling = createTelling(world, memory);
  const early = createEarlyKeys(memory, () => rows.value.at(active.value));
  const catchingUp = createCatchingUp(world, memory, { engine, rows, summary, listed });
  let hands: ReturnType<typeof handsOf> | undefined;

  function handsOf({ createOpening, createPortalSteps, createSessionChoice }: Engine) {
    const choice = createSessionChoice(world, memory, telling, offerAccount);
    const opening = createOpening(world, memory, telling, choice, offerAccount);
    return { choice, opening, steps: createPortalSteps(world, memory, telling, summary) };
  }

  /** The access portal whose address the words are, if it is not connected. */
  const unconnected = computed(() => {
    const parsed = engine.value?.parsePortalAddress(query.value);
    if (!parsed?.ok) return undefined;
    const { startUrl } = parsed.address;
    return memory.directory.value.portals.some((portal) => isAt(portal, startUrl)) ? undefined : startUrl;
  });

  /** Opens the page where a portal is connected, with the address that the words are. */
  const connect = (): void => world.openPage('welcome', unconnected.value);

  function listed(loaded: Engine, asked: AskedLaunch | undefined): void {
    hands ??= handsOf(loaded);
    // Keys that came before a question was to be seen are no answer to it.
    if (asked && hands.choice.ask(asked)) early.forget();
    else early.play();
  }

  function move(to: number): void {
    position.value = Math.min(Math.max(0, to), Math.max(0, rows.value.length - 1));
  }

  /** Words typed before the search is there find nothing yet: a step in what they find waits for it. */
  function step(to: () => number): void {
    if (memory.isLoaded.value || query.value.trim() === '') move(to());
    else early.keep(() => move(to()));
  }

  /** Out of what was gone into. */
  function back(within: Signal<unknown>): true {
    within.value = undefined;
    comeBack(memory);
    return true;
  }

  /** Into the roles of an account; false where there is none to go into. */
  function enter(row: Row | undefined): boolean {
    if (!row || !accountOf(row) || inside.value || menuFor.value || prompt.value) return false;
    inside.value = row;
    goInto(memory);
    return true;
  }

  /** In place of a role that AWS lists no more. */
  function offerAccount(row: Row): void {
    telling.tell({ outcome: fail({ reason: 'gone', what: 'role' }) });
    enter(row);
  }

  return {
    ...memory,
    rows,
    active,
    summary,
    storage: computed(() => status.value.storage),
    unknownRegion: computed(() => status.value.unknownRegion),
    /** The account that the words give the number of, if no portal lists it. */
    unlisted: computed(() => {
      const [named] = accountIdsIn(query.value);
      const { accounts } = memory.directory.value;
      return named && accounts.every(({ id }) => id !== named.id) ? named.id : undefined;
    }),
    unconnected,
    connect,
    world,
    load: catchingUp.load,
    follow: catchingUp.follow,
    whenLoaded: early.keep,
    enter,

    /** What Enter or a click asks for. */
    async open(row: Row | undefined, where: Where = 'tab'): Promise<void> {
      if (row) await hands?.opening.open(row, where);
      else if (unconnected.value) connect();
    },
    answer: async (): Promise<void> => hands?.opening.answer(),

    type(text: string): void {
      query.value = text;
      position.value = 0;
      told.value = undefined;
      memory.failure.value = undefined;
      void catchingUp.want();
    },

    /** Runs the action of a key for a row; false where no action has that key. */
    press(isPressed: (key: string) => boolean, row: Row | undefined): boolean {
      const action = engine.value?.actions.find(({ key }) => isPressed(key));
      if (!action || !row || row.entry.kind === 'command' || 'opens' in action) return false;
      void hands?.opening.run(action, row);
      return true;
    },

    /** Lists what can be done with a row. */
    openMenu(row: Row | undefined): boolean {
      if (!row || row.entry.kind === 'command' || menuFor.value || prompt.value) return false;
      menuFor.value = row;
      goInto(memory);
      return true;
    },

    mark(row: Row | undefined): boolean {
      if (!row || row.entry.kind === 'command') return false;
      const next = new Map(marked.value);
      if (!next.delete(row.key)) next.set(row.key, row);
      marked.value = next;
      // Not on to an action: Enter is to open what is marked.
      if (rows.value.at(active.value + 1)?.entry.kind !== 'command') move(active.value + 1);
      return true;
    },

    async undo(): Promise<void> {
      const undo = told.value?.undo;
      told.value = undefined;
      if (undo) await telling.does(undo);
    },

    /** Lists the open console sessions; false where there is none. */
    showSessions(): boolean {
      if (consoles.value.length === 0 || !hands) return false;
      hands.choice.list();
      return true;
    },
    moveBy: (steps: number): void => step(() => active.value + steps),
    moveByPage: (pages: number): void => step(() => active.value + pages * PAGE_ROWS),
    moveTo: move,

    /** Back out: of an account, then of the words. False where there is nothing to leave. */
    leave(): boolean {
      memory.failure.value = undefined;
      if (prompt.value) return back(prompt);
      if (menuFor.value && !sessions.value) return back(menuFor);
      if (inside.value && !sessions.value) return back(inside);
      if (sessions.value) sessions.value = undefined;
      else if (query.value !== '') query.value = '';
      else if (memory.isHiddenShown.value) memory.isHiddenShown.value = false;
      else if (marked.value.size > 0) marked.value = new Map();
      else return false;
      position.value = 0;
      return true;
    },

    refresh: async (portal: StartUrl) => hands?.steps.refresh(portal),
    signIn: async (portal: StartUrl) => hands?.steps.signIn(portal),
    allow: async (origins: readonly string[]) => hands?.steps.allow(origins),
  };
}
