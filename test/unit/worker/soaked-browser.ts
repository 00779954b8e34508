import { createAws } from '../../../lib/aws/aws';
import { createBackground } from '../../../lib/background';
import type { BurgeeBrowser } from '../../../lib/browser/burgee-browser';
import type { World } from '../../../lib/worker/world';

type Background = ReturnType<typeof createBackground>;
type Fetch = (url: string, init: RequestInit) => Promise<Response>;

interface Alarm {
  readonly everyMs: number | undefined;
  atMs: number;
}

const nothing = async (): Promise<undefined> => undefined;
/** A new one each time: what waits for it can go with it, as all of a stopped worker does. */
const never = (): Promise<never> => new Promise(() => undefined);

/**
 * A browser without pages: storage, alarms, tabs and locks as Burgee's worker finds them. The tables live in memory and
 * outlast the worker. Must be made before any other module of `lib/browser` is loaded, since it stands in for the
 * browser's own API.
 */
export async function createSoakedBrowser(fetch: Fetch, random: () => number) {
  const areas = { session: new Map<string, unknown>(), local: new Map<string, unknown>() };
  const copies = new Map<string, string>();
  const alarms = new Map<string, Alarm>();
  const tabs = new Map<number, string>();
  const locks = new Map<string, Promise<unknown>>();
  let isOnline = true;
  let latencyMs = 0;
  let stepsLeft = Infinity;
  let nextKills: readonly number[] = [];
  let life = 0;
  let calling = 0;
  let opened = 0;
  let worker: Background;

  Reflect.set(globalThis, 'chrome', {
    runtime: { id: 'burgee' },
    storage: {
      session: areaOf(areas.session),
      local: areaOf(areas.local),
      onChanged: { addListener: () => undefined, removeListener: () => undefined },
    },
  });
  Reflect.set(globalThis, 'caches', {
    open: async () => ({ put: async (key: string, value: Response) => void copies.set(key, await value.text()) }),
    match: async (key: string) => (copies.has(key) ? new Response(copies.get(key)) : undefined),
  });
  const [{ createDirectoryStore }, { looks }, { snapshotCache }, { stored }, { storedForWorker }] = await Promise.all([
    import('../../../lib/browser/directory-store'),
    import('../../../lib/browser/looks'),
    import('../../../lib/browser/snapshot-cache'),
    import('../../../lib/browser/stored'),
    import('../../../lib/browser/stored-worker'),
  ]);
  const store = createDirectoryStore();

  const browser = {
    store,
    snapshots: snapshotCache,
    ...storedForWorker,
    ...stored,
    ...Object.fromEntries(
      ['contentScripts', 'toolbar', 'pageStyles', 'consoleMenu', 'tabGroups', 'containers', 'omnibox', 'loopback'].map(
        (name) => [name, new Proxy({}, { get: () => nothing })],
      ),
    ),
    permissions: { missing: async () => [] },
    managed: { read: async () => ({}) },
    syncArea: { read: async () => ({}), write: nothing, remove: nothing },
    looks,
    tabs: {
      async open(url: string) {
        opened += 1;
        tabs.set(opened, url);
        return opened;
      },
      close: async (id: number) => void tabs.delete(id),
      exists: async (id: number) => tabs.has(id),
      at: async (pattern: string) =>
        [...tabs]
          .map(([id, url]) => ({ id, url }))
          .filter(({ url }) => new URL(url).hostname === new URL(pattern).hostname),
    },
    alarms: {
      set: async (name: string, at: { whenMs: number } | { everyMinutes: number }) =>
        void alarms.set(
          name,
          'whenMs' in at
            ? { everyMs: undefined, atMs: at.whenMs }
            : { everyMs: at.everyMinutes * 60_000, atMs: Date.now() + at.everyMinutes * 60_000 },
        ),
      keep: async (name: string, everyMinutes: number) => {
        if (!alarms.has(name))
          alarms.set(name, { everyMs: everyMinutes * 60_000, atMs: Date.now() + everyMinutes * 60_000 });
      },
      clear: async (name: string) => void alarms.delete(name),
    },
    isOnline: () => isOnline,
    alone: async (name: string, task: () => Promise<unknown>) => {
      const own = (locks.get(name) ?? Promise.resolve()).then(task, task);
      locks.set(
        name,
        own.catch(() => undefined),
      );
      return own;
    },
  } as unknown as BurgeeBrowser;

  /** A life of the worker: what it still had to do when it is stopped is never done. */
  function start(): void {
    const own = ++life;
    [stepsLeft = Infinity, ...nextKills] = nextKills;
    const isDead = (): boolean => own !== life;
    const step = (): void => {
      stepsLeft -= 1;
      if (stepsLeft <= 0) start();
    };
    locks.clear();
    const world: World = {
      aws: createAws({
        fetch: async (url, init) => {
          if (isDead()) return never();
          if (!isOnline) throw new TypeError('Failed to fetch');
          calling += 1;
          const answer = await fetch(url, init).finally(() => (calling -= 1));
          if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
          return isDead() ? never() : answer;
        },
      }),
      browser: mortal(browser, isDead, step),
      now: () => Date.now(),
      random,
    };
    worker = createBackground(world);
    void worker.wake();
  }
  start();

  return {
    store,
    worker: (): Background => worker,
    /** Stops the worker wherever it is; the next one starts from what is stored. */
    kill: start,
    /** The same just before it asks the browser for something the given time; then so for each worker that follows. */
    killBefore: (...steps: readonly number[]) => void ([stepsLeft = Infinity, ...nextKills] = steps),
    isToBeKilled: (): boolean => stepsLeft !== Infinity,
    setOnline(is: boolean): void {
      isOnline = is;
      if (is) void worker.online();
    },
    /** How long each answer is on its way. */
    setLatency: (ms: number) => void (latencyMs = ms),
    isCalling: (): boolean => calling > 0,
    nextAlarmMs: (): number => Math.min(...[...alarms.values()].map(({ atMs }) => atMs)),
    /** Wakes the worker for the alarms that are due. */
    ring(): void {
      for (const [name, alarm] of alarms) {
        if (alarm.atMs > Date.now()) continue;
        if (alarm.everyMs === undefined) alarms.delete(name);
        else alarm.atMs = Date.now() + alarm.everyMs;
        void worker.wake();
      }
    },
    tabs,
    tabsOpened: (): number => opened,
    /** What is stored outside the tables, by size and by number. */
    measure: () => ({
      sessionBytes: JSON.stringify([...areas.session]).length,
      diary: ((areas.session.get('diary') as readonly unknown[] | undefined) ?? []).length,
      looks: [...areas.local.keys()].filter((key) => key.startsWith('look:')).length,
      localKeys: areas.local.size,
      copies: copies.size,
      alarms: alarms.size,
      tabs: tabs.size,
    }),
  };
}

function areaOf(items: Map<string, unknown>) {
  return {
    get: async (key?: string | null) =>
      structuredClone(key ? (items.has(key) ? { [key]: items.get(key) } : {}) : Object.fromEntries(items)),
    set: async (next: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(structuredClone(next))) items.set(key, value);
    },
    remove: async (keys: string | readonly string[]) => [keys].flat().forEach((key) => items.delete(String(key))),
  };
}

/** The same object for one life: once that is over nothing is done, and nothing that was begun comes back. */
function mortal<Target extends object>(target: Target, isDead: () => boolean, step: () => void): Target {
  return new Proxy(target, {
    get(own, name) {
      const value: unknown = Reflect.get(own, name);
      if (typeof value === 'object' && value !== null) return mortal(value, isDead, step);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        if (!isDead()) step();
        if (isDead()) return never();
        const answer: unknown = Reflect.apply(value, own, args);
        if (!(answer instanceof Promise)) return answer;
        return answer.then(
          (found: unknown) => (isDead() ? never() : found),
          (error: unknown) => (isDead() ? never() : Promise.reject(error as Error)),
        );
      };
    },
  });
}
