import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import {
  type Action,
  type ActionContext,
  accountOf,
  type CopySecret,
  type Done,
  openRow,
  type Prompt,
  type Where,
} from '../actions/action';
import type { Background } from '../background';
import type { Client } from '../model/call';
import type { Directory } from '../model/directory';
import type { EntryKey } from '../model/entry';
import { fail, type Failure, type Outcome } from '../model/failure';
import type { SessionStep } from '../model/console-sessions';
import { isOneTooMany, type OpenConsole } from '../model/open-console';
import { say, sayCount } from '../model/say';
import { emptyPersonal, type Personal } from '../model/personal';
import type { StartUrl } from '../model/portal';
import { lookupOf, type Row } from '../model/row';
import { emptyDirectory } from '../model/snapshot';
import { type Status, unreadStatus } from '../model/status';
import { summarise, type Summary } from '../model/summary';
import { nudge } from './nudge';

/** The world outside the page, handed in. */
export interface LauncherWorld {
  read(): Promise<{ directory: Directory; personal: Personal }>;
  readStatus(): Promise<Status>;
  onStatus(told: (status: Status) => void): () => void;
  readConsoles(): Promise<readonly OpenConsole[]>;
  onConsoles(told: (open: readonly OpenConsole[]) => void): () => void;
  copy(text: string): Promise<boolean>;
  copySecret: CopySecret;
  /** The tab whose page is to be opened in another account, where the launcher was opened for that. */
  readonly fromTab: number | undefined;
  background(): Promise<Client<Background>>;
  now(): number;
  /** Rows that were shown first the last time, at hand without waiting. */
  readonly firstRows: readonly Row[];
  keepFirstRows(rows: readonly Row[]): void;
  openPage(page: 'welcome' | 'options'): void;
  reload(): void;
  /** Those of the hosts that Burgee may not read. */
  missing(origins: readonly string[]): Promise<readonly string[]>;
  /** Asks for hosts inside a click. */
  allow(origins: readonly string[]): Promise<boolean>;
  close(): void;
}

export type Launcher = ReturnType<typeof createLauncher>;

type Engine = typeof import('./engine');

/** A launch for which a session has to end first. */
interface Waiting {
  readonly row: Row;
  go(): Promise<void>;
}

const SHOW_HIDDEN = 'show-hidden';
const PAGE_ROWS = 8;
const KEPT_ROWS = 12;
const WANTED_ROWS = 30;
const STUCK_AFTER_MS = 10_000;

/** The popup's memory: what is typed, what is found, what is marked, and what a key does. */
export function createLauncher(world: LauncherWorld) {
  const directory = signal<Directory>(emptyDirectory);
  const personal = signal<Personal>(emptyPersonal);
  const status = signal<Status>(unreadStatus);
  const isLoaded = signal(false);
  /** The browser keeps back what is stored. */
  const isStuck = signal(false);
  const query = signal('');
  const position = signal(0);
  /** The account whose roles are listed, if one was gone into. */
  const inside = signal<Row | undefined>(undefined);
  const failure = signal<Failure | undefined>(undefined);
  /** The row whose actions are listed. */
  const menuFor = signal<Row | undefined>(undefined);
  const prompt = signal<Prompt | undefined>(undefined);
  const told = signal<{ readonly says: string; readonly undo: Done['undo'] } | undefined>(undefined);
  /** Hosts of consoles that Burgee may not mark yet. */
  const unmarked = signal<readonly string[]>([]);
  /** What is marked stays so whatever words are typed then. */
  const marked = signal<ReadonlyMap<EntryKey, Row>>(new Map());
  const consoles = signal<readonly OpenConsole[]>([]);
  /** The open sessions are listed; with what waits for one of them to end. */
  const sessions = signal<{ readonly waiting: Waiting | undefined } | undefined>(undefined);
  /** What the person hid is listed. */
  const isHiddenShown = signal(false);
  const nowMs = signal(world.now());
  let wantedKey = '';
  /** Keys that came before the list. */
  const early: (() => void)[] = [];
  /** What was asked to be opened and is not open yet. */
  const opening = new Set<string>();

  /** Search, ranking and the actions come behind the first rows: their weight would hold those up. */
  const engine = signal<Engine | undefined>(undefined);
  const listed = computed(() => engine.value?.withChained(directory.value, personal.value.chained) ?? directory.value);
  const lookup = computed(() => lookupOf(listed.value));
  /** Built anew with the data, not with the clock. */
  const index = computed(() => engine.value?.buildIndex(listed.value, personal.value, world.now()));
  const storage = computed(() => status.value.storage);
  const summary: ReadonlySignal<Summary> = computed(() => summarise(directory.value, status.value, nowMs.value));

  const rows: ReadonlySignal<readonly Row[]> = computed(() => {
    const search = engine.value;
    const ready = index.value;
    // Words typed before the search is there find nothing yet: Enter must never open a row that they did not choose.
    if (!isLoaded.value || !search || !ready) return query.value.trim() === '' ? world.firstRows : [];
    const sources = { index: ready, lookup: lookup.value, nowMs: nowMs.value };
    if (sessions.value) return fitting(search.sessionRows(consoles.value, ready, sessions.value.waiting?.row));
    if (menuFor.value) return actionRows(menuFor.value);
    const account = inside.value;
    if (account) return [...search.rowsInside(sources, account, query.value), ...actionRows(account)];
    if (isHiddenShown.value) return fitting(search.hiddenRows(sources));
    return query.value.trim() === ''
      ? [...search.browseRows(sources), ...hiddenCommand(search)]
      : search.searchRows(sources, query.value);
  });
  const active = computed(() => Math.min(position.value, Math.max(0, rows.value.length - 1)));

  /** The actions that fit a row and the words, as rows. */
  function actionRows(row: Row): Row[] {
    const { actions = [], commandRow } = engine.value ?? {};
    const fit = actions.filter((action) => action.fits(row));
    return fitting(
      fit.flatMap((action) =>
        commandRow ? { ...commandRow(action.id, action.says(row, personal.value)), shortcut: action.key } : [],
      ),
    );
  }

  /** Those of a short list whose names hold the words. */
  function fitting(all: readonly Row[]): Row[] {
    const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    return all.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
  }

  /** The way to what was hidden, below everything else. */
  function hiddenCommand({ commandRow }: Engine): Row[] {
    const count = personal.value.hidden.length;
    return count === 0 ? [] : [commandRow(SHOW_HIDDEN, sayCount('hiddenShow', count))];
  }

  async function loadEngine(): Promise<Engine> {
    return engine.value ?? import('./engine');
  }

  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let isBehind = false;
  let catchingUp: Promise<void> | undefined;

  /**
   * Brings list and status up to date, together: what the status says of the list is true of the list that is shown.
   * The status is read first, and the worker writes it last.
   */
  function load(): Promise<void> {
    isBehind = true;
    watchdog ??= setTimeout(() => (isStuck.value = !isLoaded.value), STUCK_AFTER_MS);
    catchingUp ??= catchUp().finally(() => (catchingUp = undefined));
    return catchingUp;
  }

  async function catchUp(): Promise<void> {
    while (isBehind) {
      isBehind = false;
      const next = await world.readStatus();
      const isNewer = next.revision !== status.value.revision || !isLoaded.value;
      const [inventory, found] = await Promise.all([
        isNewer ? world.read() : undefined,
        loadEngine(),
        world.readConsoles().then((now) => (consoles.value = now)),
      ]);
      batch(() => {
        if (inventory) {
          directory.value = inventory.directory;
          personal.value = inventory.personal;
        }
        engine.value = found;
        status.value = next;
        nowMs.value = world.now();
        isLoaded.value = true;
        isStuck.value = false;
      });
      for (const act of early.splice(0)) act();
      if (inventory && query.value === '' && !inside.value && !menuFor.value)
        world.keepFirstRows(rows.value.slice(0, KEPT_ROWS));
      void want();
      unmarked.value = await world.missing(found.consoleOrigins(directory.value.portals));
    }
  }

  /** Roles of the accounts on screen come first, while they are still being listed. */
  async function want(): Promise<void> {
    const unknown = rows.value.slice(0, WANTED_ROWS).filter(({ roles }) => roles === undefined);
    const key = unknown.map((row) => row.key).join();
    if (key === wantedKey) return;
    wantedKey = key;
    const background = await world.background();
    for (const { portal, isRunning } of summary.value.portals) {
      const accountIds = unknown.flatMap(({ entry, accountId }) =>
        accountId && 'portal' in entry && entry.portal === portal.startUrl ? [accountId] : [],
      );
      if (isRunning && accountIds.length > 0) await background.want({ portal: portal.startUrl, accountIds });
    }
  }

  function follow(): () => void {
    const stop = world.onStatus(() => void load());
    const stopNudging = nudge(world, () => {
      void world.background().then((background) => background.resume({}));
    });
    const stopConsoles = world.onConsoles((now) => (consoles.value = now));
    const clock = setInterval(() => (nowMs.value = world.now()), 15_000);
    return () => {
      stop();
      stopConsoles();
      stopNudging();
      clearInterval(clock);
    };
  }

  function move(to: number): void {
    position.value = Math.min(Math.max(0, to), Math.max(0, rows.value.length - 1));
  }

  /** Asks the worker; what was foreseen to fail is shown. */
  async function does<Value>(ask: (background: Client<Background>) => Promise<Outcome<Value>>): Promise<boolean> {
    const result = await ask(await world.background());
    failure.value = result.ok ? undefined : result.failure;
    return result.ok;
  }

  /** Into the roles of the account that is marked. */
  function enterAccount(row: Row | undefined): boolean {
    if (!row || !accountOf(row) || inside.value || menuFor.value || prompt.value) return false;
    isHiddenShown.value = false;
    inside.value = row;
    query.value = '';
    position.value = 0;
    return true;
  }

  /** Whether a row would be a session more than AWS allows. */
  function isOneMore(row: Row, underWay = 0): boolean {
    const account = accountOf(row);
    return account !== undefined && !row.chained && isOneTooMany(consoles.value, account, underWay);
  }

  /** Lists the sessions: to go to one, to end one, or to end one for what waits. */
  function listSessions(waiting?: Waiting): void {
    batch(() => {
      sessions.value = { waiting };
      told.value = undefined;
      query.value = '';
      position.value = 0;
    });
  }

  async function takeStep(step: SessionStep): Promise<void> {
    const waiting = sessions.value?.waiting;
    if (step.does === 'go') {
      const { tabId } = step;
      if (await does((background) => background.focusTab({ tabId }))) world.close();
      return;
    }
    if (step.does !== 'anyway') {
      const { tabId } = step;
      if (!(await does((background) => background.signOutOfConsole({ tabId })))) return;
    }
    query.value = '';
    if (!waiting && consoles.value.length > 0) return;
    sessions.value = undefined;
    await waiting?.go();
  }

  /** What Enter or a click asks for; asked for again before it is open it is the same wish. */
  async function open(row: Row | undefined, where: Where = 'tab'): Promise<void> {
    if (!row) return;
    const isForMarked = marked.value.size > 0 && where !== 'window' && row.entry.kind !== 'command';
    const wish = isForMarked ? 'marked' : row.key;
    if (opening.has(wish)) return;
    opening.add(wish);
    try {
      if (row.entry.kind === 'command') await runById(row.entry.command);
      else if (isForMarked) await openMarked(0, false);
      else await openOne(row, where);
    } finally {
      opening.delete(wish);
    }
  }

  async function openOne(row: Row, where: Where, hasRoom = false): Promise<void> {
    if (!hasRoom && isOneMore(row)) return listSessions({ row, go: () => openOne(row, where, true) });
    if (world.fromTab !== undefined && accountOf(row)) return run((await loadEngine()).openHere, row);
    if (row.isGone) {
      tell({ outcome: fail({ reason: 'gone', what: 'role' }) });
      return void enterAccount(row);
    }
    if (!(await does((background) => openRow(row, background, where)))) return;
    if (where !== 'background') return world.close();
    told.value = { says: say('openedRow', row.name), undo: undefined };
  }

  /** All that is marked, each behind; the popup closes when the last is open. */
  async function openMarked(opened: number, hasRoom: boolean): Promise<void> {
    const [row] = marked.value.values();
    if (!row) return world.close();
    if (!hasRoom && isOneMore(row, opened)) return listSessions({ row, go: () => openMarked(opened, true) });
    if (!(await does((background) => openRow(row, background, 'background')))) return;
    marked.value = new Map([...marked.value].filter(([key]) => key !== row.key));
    await openMarked(opened + 1, false);
  }

  /** From the menu or from inside an account. */
  async function runById(id: string): Promise<void> {
    const step = engine.value?.parseSessionStep(id);
    if (step) return takeStep(step);
    if (id === SHOW_HIDDEN) return void batch(() => ((isHiddenShown.value = true), (position.value = 0)));
    const row = menuFor.value ?? inside.value;
    const action = engine.value?.actions.find((one) => one.id === id);
    menuFor.value = undefined;
    query.value = '';
    if (action && row) await run(action, row);
  }

  async function run(action: Action, row: Row): Promise<void> {
    if (!action.fits(row)) return;
    if ('opens' in action) return openOne(row, action.opens);
    const context: ActionContext = {
      background: await world.background(),
      personal: personal.value,
      copy: world.copy,
      copySecret: world.copySecret,
      fromTab: world.fromTab,
    };
    const result = action.run(row, context);
    if (result instanceof Promise) return tell(await result);
    prompt.value = result;
    query.value = result.value;
  }

  function tell({ outcome, says, undo, closes }: Done): void {
    failure.value = outcome.ok ? undefined : outcome.failure;
    told.value = outcome.ok && says !== undefined ? { says, undo } : undefined;
    if (outcome.ok && closes) world.close();
  }

  return {
    query,
    rows,
    active,
    inside,
    summary,
    storage,
    failure,
    menuFor,
    prompt,
    told,
    marked,
    unmarked,
    consoles,
    sessions,
    isHiddenShown,
    nowMs,
    isLoaded,
    isStuck,
    load,
    follow,
    open,
    world,

    type(text: string): void {
      query.value = text;
      position.value = 0;
      told.value = undefined;
      void want();
    },

    /**
     * What a key does, as soon as the list is there: with the row that was marked when it came, else with what its words
     * find. Other words that were typed since undo it.
     */
    whenLoaded(act: (row: Row | undefined) => void, row = rows.value[active.value]): void {
      const words = query.value;
      early.push(() => query.value === words && act(row ?? rows.value[active.value]));
    },

    /** Runs the action of a key for a row; false where no action has that key. */
    press(isPressed: (key: string) => boolean, row: Row | undefined): boolean {
      const action = engine.value?.actions.find(({ key }) => isPressed(key));
      if (!action || !row || row.entry.kind === 'command' || 'opens' in action) return false;
      void run(action, row);
      return true;
    },

    /** Lists what can be done with a row. */
    openMenu(row: Row | undefined): boolean {
      if (!row || row.entry.kind === 'command') return false;
      menuFor.value = row;
      query.value = '';
      position.value = 0;
      return true;
    },

    mark(row: Row | undefined): boolean {
      if (!row || row.entry.kind === 'command') return false;
      const next = new Map(marked.value);
      if (!next.delete(row.key)) next.set(row.key, row);
      marked.value = next;
      // Not on to an action: Enter is to open what is marked.
      if (rows.value[active.value + 1]?.entry.kind !== 'command') move(active.value + 1);
      return true;
    },

    async answer(): Promise<void> {
      const asked = prompt.value;
      if (!asked) return;
      const text = query.value;
      prompt.value = undefined;
      query.value = '';
      tell(await asked.answer(text));
    },

    async undo(): Promise<void> {
      const undo = told.value?.undo;
      told.value = undefined;
      if (undo) await does(undo);
    },

    /** Lists the open console sessions; false where there is none. */
    showSessions(): boolean {
      if (consoles.value.length === 0 || !isLoaded.value) return false;
      listSessions();
      return true;
    },
    moveBy: (steps: number): void => move(active.value + steps),
    moveByPage: (pages: number): void => move(active.value + pages * PAGE_ROWS),
    moveTo: move,

    enter: enterAccount,
    /** Back out: of an account, then of the words. False where there is nothing to leave. */
    leave(): boolean {
      if (prompt.value) {
        prompt.value = undefined;
        query.value = '';
      } else if (sessions.value) sessions.value = undefined;
      else if (menuFor.value) menuFor.value = undefined;
      else if (inside.value) inside.value = undefined;
      else if (query.value !== '') query.value = '';
      else if (isHiddenShown.value) isHiddenShown.value = false;
      else if (marked.value.size > 0) marked.value = new Map();
      else return false;
      position.value = 0;
      return true;
    },

    refresh: (portal: StartUrl): Promise<boolean> => does((background) => background.refresh({ portal })),
    /** The way that the session was made before: at the portal, or with AWS; the latter where the portal hides its own. */
    async signIn(portal: StartUrl): Promise<void> {
      const own = summary.value.portals.find((one) => one.portal.startUrl === portal);
      const isHidden = own?.signIn?.state === 'failed' && own.signIn.failure.reason === 'session-hidden';
      // Nothing may be awaited before: Firefox would take it for no click any more.
      const hosts = isHidden ? engine.value?.signInOrigins(own.portal.region) : undefined;
      if (hosts && !(await world.allow(hosts))) return;
      const isWithAws = isHidden || own?.via === 'oidc';
      const opened = does((background) =>
        isWithAws ? background.signIn({ portal }) : background.openPortal({ portal }),
      );
      if (await opened) world.close();
    },
    async allow(origins: readonly string[]): Promise<void> {
      if (!(await world.allow(origins))) return;
      failure.value = undefined;
      unmarked.value = unmarked.value.filter((host) => !origins.includes(host));
    },
  };
}
