import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Background } from '../background';
import type { Client } from '../model/call';
import type { Directory } from '../model/directory';
import type { Failure, Outcome } from '../model/failure';
import { emptyPersonal, type Personal } from '../model/personal';
import type { StartUrl } from '../model/portal';
import { lookupOf, type Row } from '../model/row';
import { browseRows, searchRows } from '../model/rows';
import { emptyDirectory } from '../model/snapshot';
import type { Status } from '../model/status';
import { summarise, type Summary } from '../model/summary';

/** The world outside the page, handed in. */
export interface LauncherWorld {
  read(): Promise<{ directory: Directory; personal: Personal }>;
  readStatus(): Promise<Status>;
  onStatus(told: (status: Status) => void): () => void;
  background(): Promise<Client<Background>>;
  now(): number;
  /** Rows that were shown first the last time, at hand without waiting. */
  readonly firstRows: readonly Row[];
  keepFirstRows(rows: readonly Row[]): void;
  openPage(page: 'welcome' | 'options'): void;
  /** Asks for hosts inside a click. */
  allow(origins: readonly string[]): Promise<boolean>;
  close(): void;
}

export type Launcher = ReturnType<typeof createLauncher>;
export type Where = 'tab' | 'window' | 'background';

const PAGE_ROWS = 8;
const KEPT_ROWS = 12;

/** The popup's memory: what is typed, what is found, what is marked, and what a key does. */
export function createLauncher(world: LauncherWorld) {
  const directory = signal<Directory>(emptyDirectory);
  const personal = signal<Personal>(emptyPersonal);
  const status = signal<Status>({ revision: -1, portals: [] });
  const isLoaded = signal(false);
  const query = signal('');
  const position = signal(0);
  /** The account whose roles are listed, if one was gone into. */
  const inside = signal<Row | undefined>(undefined);
  const failure = signal<Failure | undefined>(undefined);
  const nowMs = signal(world.now());

  const lookup = computed(() => lookupOf(directory.value));
  const summary: ReadonlySignal<Summary> = computed(() => summarise(directory.value, status.value, nowMs.value));

  const rows: ReadonlySignal<readonly Row[]> = computed(() => {
    if (!isLoaded.value) return world.firstRows;
    const sources = { directory: directory.value, lookup: lookup.value, personal: personal.value, nowMs: nowMs.value };
    const account = inside.value;
    if (account) return searchRows(sources, query.value, account);
    return query.value.trim() === '' ? browseRows(sources) : searchRows(sources, query.value);
  });
  const active = computed(() => Math.min(position.value, Math.max(0, rows.value.length - 1)));

  async function load(): Promise<void> {
    const [inventory, now] = await Promise.all([world.read(), world.readStatus()]);
    directory.value = inventory.directory;
    personal.value = inventory.personal;
    status.value = now;
    nowMs.value = world.now();
    isLoaded.value = true;
    if (query.value === '' && !inside.value) world.keepFirstRows(rows.value.slice(0, KEPT_ROWS));
  }

  function follow(): () => void {
    const stop = world.onStatus((next) => {
      const isNewer = next.revision !== status.value.revision;
      status.value = next;
      nowMs.value = world.now();
      if (isNewer) void load();
    });
    const clock = setInterval(() => (nowMs.value = world.now()), 15_000);
    return () => {
      stop();
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

  async function open(row: Row | undefined, where: Where = 'tab'): Promise<void> {
    if (!row) return;
    const { entry } = row;
    if (entry.kind === 'command') return;
    const opened =
      entry.kind === 'app'
        ? does((background) => background.openApp({ portal: entry.portal, appId: entry.appId, where }))
        : does((background) =>
            background.openConsole({ portal: entry.portal, accountId: entry.accountId, roleName: row.roleName, where }),
          );
    if ((await opened) && where !== 'background') world.close();
  }

  return {
    query,
    rows,
    active,
    inside,
    summary,
    failure,
    nowMs,
    isLoaded,
    load,
    follow,
    open,
    world,

    type(text: string): void {
      query.value = text;
      position.value = 0;
    },
    moveBy: (steps: number): void => move(active.value + steps),
    moveByPage: (pages: number): void => move(active.value + pages * PAGE_ROWS),
    moveTo: move,

    /** Into the roles of the account that is marked. */
    enter(row: Row | undefined): boolean {
      if (!row || row.entry.kind === 'app' || row.entry.kind === 'command' || inside.value) return false;
      inside.value = row;
      query.value = '';
      position.value = 0;
      return true;
    },
    /** Back out: of an account, then of the words. False where there is nothing to leave. */
    leave(): boolean {
      if (inside.value) inside.value = undefined;
      else if (query.value !== '') query.value = '';
      else return false;
      position.value = 0;
      return true;
    },

    refresh: (portal: StartUrl): Promise<boolean> => does((background) => background.refresh({ portal })),
    async signIn(portal: StartUrl): Promise<void> {
      if (await does((background) => background.openPortal({ portal }))) world.close();
    },
    async allow(origins: readonly string[]): Promise<void> {
      if (await world.allow(origins)) failure.value = undefined;
    },
  };
}
