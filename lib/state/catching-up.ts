import { batch, type ReadonlySignal, type Signal } from '@preact/signals';
import type { AskedLaunch } from '../model/asked-launch';
import type { EntryKey } from '../model/entry';
import type { RowList } from '../model/row-list';
import type { Summary } from '../model/summary';
import type { Row } from '../model/row';
import type { Findable } from '../model/rows';
import { type LauncherMemory, startOver } from './launcher-memory';
import type { LauncherWorld } from './launcher-world';
import { caughtUp } from './caught-up';
import { nudge } from './nudge';

type Engine = typeof import('./engine');

const KEPT_ROWS = 12;
const WANTED_ROWS = 30;
const STUCK_AFTER_MS = 10_000;
/** Further down nobody goes by keys. */
const SEARCHED_ROWS = 500;

/** Keeps the launcher's memory up to date with what is stored, and asks for roles that the rows on screen still lack. */
export function createCatchingUp(
  world: LauncherWorld,
  memory: LauncherMemory,
  shown: {
    readonly engine: Signal<Engine | undefined>;
    readonly rows: ReadonlySignal<RowList>;
    readonly summary: ReadonlySignal<Summary>;
    /** Told each time that the list was read. */
    listed(engine: Engine, asked: AskedLaunch | undefined): void;
  },
) {
  const { directory, personal, findable, status, isLoaded, isStuck, isHiddenShown, unmarked, consoles, nowMs } = memory;
  const { position } = memory;
  const { engine, rows, summary } = shown;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let wantedKey = '';
  let isRehearsed = false;

  const catchUp = caughtUp(async () => {
    const next = await world.readStatus();
    const isNewer = next.revision !== status.value.revision || !isLoaded.value;
    const [inventory, found, , asked] = await Promise.all([
      isNewer ? world.read() : undefined,
      engine.value ?? import('./engine'),
      world.readConsoles().then((now) => (consoles.value = now)),
      isLoaded.value ? undefined : world.takeAsked(),
    ]);
    const ready = inventory && (await found.prepared(inventory, world.now()));
    const before = findable.value;
    const chosen = position.value > 0 ? rows.value.at(position.value)?.key : undefined;
    batch(() => {
      if (inventory) {
        findable.value = ready;
        directory.value = inventory.directory;
        personal.value = inventory.personal;
        // The last of them is shown again: back to the whole list.
        if (inventory.personal.hidden.length === 0) isHiddenShown.value = false;
        if (before && ready) leaveGone(before, ready);
        // What was gone into is as it is now: what was pinned there can be let go of, a new name is its title.
        for (const within of [memory.inside, memory.menuFor])
          if (ready && within.value) within.value = found.rowNow(within.value, ready);
      }
      engine.value = found;
      status.value = next;
      nowMs.value = world.now();
      isLoaded.value = true;
      isStuck.value = false;
      if (chosen !== undefined) keepChosen(chosen);
    });
    shown.listed(found, asked);
    if (ready) world.keepFirstRows(found.browseRows({ ...ready, nowMs: nowMs.value }).slice(0, KEPT_ROWS));
    void want();
    if (ready && !isRehearsed) void found.rehearsed(ready, world.now(), world.drawAside);
    isRehearsed ||= ready !== undefined;
    unmarked.value = await world.missing(found.consoleOrigins(directory.value.portals));
  });

  /** What the person went to stays chosen where the list is another one. */
  function keepChosen(chosen: EntryKey): void {
    if (rows.value.at(position.value)?.key === chosen) return;
    const at = rows.value.slice(0, SEARCHED_ROWS).findIndex(({ key }) => key === chosen);
    if (at >= 0) position.value = at;
  }

  /** Out of an account or an app that was there before and is not any more: nothing can be done with it. */
  function leaveGone(before: Findable, now: Findable): void {
    const isOf = ({ lookup }: Findable, { entry }: Row): boolean => {
      if (entry.kind === 'command') return true;
      return Boolean(
        entry.kind === 'app' ? lookup.app(entry.portal, entry.appId) : lookup.account(entry.portal, entry.accountId),
      );
    };
    const row = memory.prompt.value?.of ?? memory.menuFor.value ?? memory.inside.value;
    if (!row || isOf(now, row) || !isOf(before, row)) return;
    memory.prompt.value = memory.menuFor.value = memory.inside.value = undefined;
    memory.left.value = [];
    isHiddenShown.value = false;
    startOver(memory);
    // Where no portal is left the launcher says that instead.
    if (directory.value.portals.length > 0)
      memory.failure.value = { reason: 'gone', what: row.entry.kind === 'app' ? 'app' : 'account' };
  }

  /** Roles of the accounts on screen come first, while they are still being listed. */
  async function want(): Promise<void> {
    const running = summary.value.portals.filter(({ isRunning }) => isRunning);
    if (running.length === 0) return;
    const unknown = rows.value.slice(0, WANTED_ROWS).filter(({ roles }) => roles === undefined);
    const key = unknown.map((row) => row.key).join();
    if (key === wantedKey) return;
    wantedKey = key;
    const background = await world.background();
    for (const { portal } of running) {
      const accountIds = unknown.flatMap(({ entry, accountId }) =>
        accountId && 'portal' in entry && entry.portal === portal.startUrl ? [accountId] : [],
      );
      if (accountIds.length > 0) await background.want({ portal: portal.startUrl, accountIds });
    }
  }

  /**
   * Brings list and status up to date, together: what the status says of the list is true of the list that is shown.
   * The status is read first, and the worker writes it last.
   */
  function load(): Promise<void> {
    watchdog ??= setTimeout(() => (isStuck.value = !isLoaded.value), STUCK_AFTER_MS);
    return catchUp();
  }

  return {
    load,
    want,

    /** Stays up to date until told to stop. */
    follow(): () => void {
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
    },
  };
}
