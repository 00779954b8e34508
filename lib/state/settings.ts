import { batch, computed, signal } from '@preact/signals';
import type { Directory, Portal } from '../model/directory';
import type { Failure, Outcome } from '../model/failure';
import type { Policy, PolicyField } from '../model/policy';
import { parsePortalAddress, type StartUrl } from '../model/portal';
import { consoleOrigins, portalOrigins, serviceOrigins, signInOrigins } from '../model/portal-hosts';
import { say } from '../model/say';
import { emptyDirectory } from '../model/snapshot';
import { type Status, unreadStatus } from '../model/status';
import { summarise } from '../model/summary';
import type { SyncAnswer } from '../worker/own-sync';
import { createAtOnce } from './at-once';
import { caughtUp } from './caught-up';
import { createFailures } from './failures';
import { createMoves } from './moves';
import { nudge } from './nudge';
import { createPreferences, type PreferencesWorld, type Setting } from './preferences';
import type { Undo } from './undo';

export interface SettingsWorld extends PreferencesWorld {
  read(): Promise<{ directory: Directory }>;
  readStatus(): Promise<Status>;
  onStatus(told: (status: Status) => void): () => void;
  readonly permissions: PreferencesWorld['permissions'] & {
    missing(origins: readonly string[]): Promise<string[]>;
    request(origins: readonly string[]): Promise<boolean>;
  };
  /** The browser has containers. */
  readonly hasContainers: boolean;
  onPermissions(told: () => void): void;
  openPage(page: 'welcome'): void;
  copy(text: string): Promise<boolean>;
  /** What the launcher would show first the next time. */
  forgetFirstRows(): void;
  now(): number;
}

export type Settings = ReturnType<typeof createSettings>;

/** The options page's memory. */
export function createSettings(world: SettingsWorld, undo: Undo) {
  const directory = signal<Directory>(emptyDirectory);
  const status = signal<Status>(unreadStatus);
  const missing = signal<ReadonlyMap<StartUrl, readonly string[]>>(new Map());
  /** Hosts of consoles that go unmarked: of a partition, and of services with hosts of their own. */
  const unmarked = signal<readonly string[]>([]);
  const unmarkedServices = signal<readonly string[]>([]);
  const failure = signal<Failure | undefined>(undefined);
  const nowMs = signal(world.now());
  const diagnostics = signal('');
  const policy = signal<Policy | undefined>(undefined);
  const synced = signal<SyncAnswer | undefined>(undefined);
  const turned = createAtOnce<Partial<Pick<SyncAnswer, 'isOn'>>>({});
  const failures = createFailures<Setting>();
  const { preferences, prefer, load: loadPreferences } = createPreferences(world, undo, failures);

  const loadList = caughtUp(async () => {
    const next = await world.readStatus();
    const { directory: read } = await world.read();
    batch(() => {
      directory.value = read;
      status.value = next;
      nowMs.value = world.now();
    });
  });

  const moves = createMoves<StartUrl>(loadList);
  const portals = computed(() => moves.over(directory.value.portals, ({ startUrl }) => startUrl));
  const placeOf = (portal: StartUrl): number => portals.value.findIndex(({ startUrl }) => startUrl === portal);
  const summary = computed(() => summarise({ ...directory.value, portals: portals.value }, status.value, nowMs.value));

  /** What only the worker or the browser can tell: the list waits for none of it. */
  const loadChoices = caughtUp(async () => {
    await loadPreferences();
    await Promise.all([look(), loadHeld()]);
  });

  async function load(): Promise<void> {
    await loadList();
    await loadChoices();
  }

  /** What the organisation decided, and how sync goes. */
  async function loadHeld(): Promise<void> {
    const [decided, answer] = await Promise.all([world.background.policy({}), world.background.sync({})]);
    if (decided.ok) policy.value = decided.value;
    if (answer.ok) synced.value = answer.value;
  }

  /** Which permissions are lacking, for each portal and for its consoles. */
  async function look(): Promise<void> {
    const found = new Map<StartUrl, readonly string[]>();
    for (const { startUrl, region } of directory.value.portals) {
      const parsed = parsePortalAddress(startUrl);
      if (parsed.ok) found.set(startUrl, await world.permissions.missing(portalOrigins({ ...parsed.address, region })));
    }
    missing.value = found;
    unmarked.value = await world.permissions.missing(consoleOrigins(directory.value.portals));
    unmarkedServices.value = await world.permissions.missing(serviceOrigins(directory.value.portals));
  }

  async function does(outcome: Promise<Outcome>): Promise<boolean> {
    const result = await outcome;
    failure.value = result.ok ? undefined : result.failure;
    return result.ok;
  }

  return {
    preferences,
    prefer,
    failureOf: failures.of,
    hasContainers: world.hasContainers,
    policy,
    isHeld: (field: PolicyField): boolean => policy.value?.locked.includes(field) === true,
    sync: computed(() => synced.value && { ...synced.value, ...turned.shown.value }),
    setSync: (isOn: boolean): Promise<void> =>
      turned.during({ isOn }, async () => {
        await failures.after('sync', world.background.setSync({ isOn }));
        await loadHeld();
      }),
    summary,
    unknownRegion: computed(() => status.value.unknownRegion),
    missing,
    unmarked,
    unmarkedServices,
    failure,
    nowMs,
    load,
    follow: (): (() => void) => {
      world.onPermissions(() => void look());
      return nudge(world, () => void world.background.resume({}));
    },
    diagnostics,
    /** Fills in what happened last. */
    async diagnose(): Promise<void> {
      const found = await world.background.diagnostics({});
      if (found.ok) diagnostics.value = JSON.stringify(found.value, null, 1);
    },
    copy: world.copy,
    add: () => world.openPage('welcome'),
    signIn: (portal: StartUrl) => does(world.background.openPortal({ portal })),
    /** Must run inside a click, before anything is awaited: the browser may have to ask for AWS's hosts. */
    async signInWithAws(portal: StartUrl, region: string): Promise<void> {
      const needed = signInOrigins(region);
      if (!(await world.permissions.request(needed))) {
        failure.value = { reason: 'permission-missing', origins: needed };
        return;
      }
      await does(world.background.signIn({ portal }));
    },
    signOut: (portal: StartUrl) => does(world.background.signOut({ portal })),
    refresh: (portal: StartUrl) => does(world.background.refresh({ portal })),
    /** What is taken back is the portal, not its session: nobody is signed in there then. */
    async remove({ startUrl: portal, region, name, alsoAt = [] }: Portal): Promise<void> {
      const own = { portal, place: placeOf(portal), alsoAt: [...alsoAt], ...(name === '' ? {} : { name }) };
      const isRemoved = await does(world.background.forgetPortal({ portal }));
      world.forgetFirstRows();
      if (!isRemoved) return;
      undo.did({
        says: say('nameRemoved', name || new URL(portal).host),
        undo: async () =>
          (await does(world.background.connectPortal({ portal, region }))) && does(world.background.setPortal(own)),
      });
    },
    rename: (portal: StartUrl, name: string) => does(world.background.setPortal({ portal, name })),
    move(portal: StartUrl, by: 1 | -1): Promise<boolean> {
      const place = placeOf(portal) + by;
      return moves.move(portal, place, () => does(world.background.setPortal({ portal, place })));
    },
    async allow(origins: readonly string[]): Promise<void> {
      await world.permissions.request(origins);
      await look();
    },
  };
}
