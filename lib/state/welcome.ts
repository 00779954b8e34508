import { batch, computed, signal } from '@preact/signals';
import type { Background } from '../background';
import type { ToolbarButton } from '../model/toolbar-button';
import type { Client } from '../model/call';
import type { Directory, Portal } from '../model/directory';
import { parsePortalAddress, type PortalAddress, type AddressProblem } from '../model/portal';
import { parseShortAddress } from '../model/short-address';
import { consoleOrigins, portalOrigins, signInOrigins } from '../model/portal-hosts';
import { emptyDirectory } from '../model/snapshot';
import { type Status, unreadStatus } from '../model/status';
import { type PortalSummary, summarise } from '../model/summary';
import { caughtUp } from './caught-up';
import { nudge } from './nudge';

export interface WelcomeWorld {
  read(): Promise<{ directory: Directory }>;
  readStatus(): Promise<Status>;
  onStatus(told: (status: Status) => void): () => void;
  readonly background: Client<Background>;
  readonly permissions: {
    request(origins: readonly string[]): Promise<boolean>;
  };
  /** Opens an address in a tab; tells where that leads, `undefined` for what Burgee may not see. Gives how to stop. */
  openFollowed(address: string, told: (at: string | undefined) => void): () => void;
  readToolbarButton(): Promise<ToolbarButton>;
  now(): number;
  openPage(page: 'popup'): void;
  /** What the page was opened with: an address that was pasted elsewhere. */
  readonly pasted: string;
}

/** A short address that may be followed; where it led elsewhere, or out of sight. */
type WelcomeProblem = AddressProblem | 'denied' | 'short-address' | 'elsewhere' | 'unseen';

export type Welcome = ReturnType<typeof createWelcome>;

/** First run: the portal's address, the permission for its host, sign-in at the portal, and the list that fills. */
export function createWelcome(world: WelcomeWorld) {
  const address = signal(world.pasted);
  const problem = signal<WelcomeProblem | undefined>(undefined);
  const directory = signal<Directory>(emptyDirectory);
  const status = signal<Status>(unreadStatus);
  const isGuarded = signal(false);
  /** Until the browser has told there is nothing to say of it. */
  const button = signal<ToolbarButton>({ hotkey: '', isInSight: true });
  const connected = signal<PortalAddress | undefined>(undefined);
  const summary = computed(() => summarise(directory.value, status.value, world.now()));
  /** The portal that was connected here, or one that was known before. */
  const portal = computed<PortalSummary | undefined>(() => {
    const { portals } = summary.value;
    const startUrl = connected.value?.startUrl;
    const isConnected = ({ portal: own }: PortalSummary): boolean =>
      startUrl !== undefined && [own.startUrl, ...(own.alsoAt ?? [])].includes(startUrl);
    return portals.find(isConnected) ?? portals[0];
  });

  const load = caughtUp(async () => {
    const next = await world.readStatus();
    const { directory: read } = await world.read();
    batch(() => {
      directory.value = read;
      status.value = next;
    });
  });

  /** An answer that comes after a newer choice is of yesterday. */
  let guardChoices = 0;

  async function loadGuard(): Promise<void> {
    const choice = guardChoices;
    const preferences = await world.background.preferences({});
    if (preferences.ok && choice === guardChoices) isGuarded.value = preferences.value.guardProduction;
  }

  /**
   * Must run inside a click, before anything is awaited: after that Firefox takes it for no click any more. The browser
   * does not ask again for what is granted already.
   */
  function allow(origins: readonly string[]): Promise<boolean> {
    return world.permissions.request(origins);
  }

  let stopFollowing = (): void => {};

  function landed(at: string | undefined): void {
    const parsed = at === undefined ? undefined : parsePortalAddress(at);
    if (!parsed?.ok) {
      problem.value = parsed ? 'elsewhere' : 'unseen';
      return;
    }
    stopFollowing();
    batch(() => {
      problem.value = undefined;
      address.value = parsed.address.startUrl;
      connected.value = parsed.address;
    });
  }

  return {
    address,
    problem,
    summary,
    unknownRegion: computed(() => status.value.unknownRegion),
    portal,
    connected,
    load,
    openPopup: () => world.openPage('popup'),

    follow: (): (() => void) => {
      const stopNudging = nudge(world, () => void world.background.resume({}));
      void loadGuard();
      const stop = world.onStatus(() => void load());
      return () => {
        stop();
        stopNudging();
      };
    },

    /** Must run inside a click: opens a tab. What is connected is the portal where that lands, if it is one. */
    followShortAddress(): void {
      const short = parseShortAddress(address.value);
      if (short === undefined) return;
      stopFollowing();
      problem.value = undefined;
      stopFollowing = world.openFollowed(short, (at) => landed(at));
    },

    async connect(): Promise<void> {
      const parsed = parsePortalAddress(address.value);
      if (!parsed.ok) {
        const isShort = parsed.problem === 'not-aws' && parseShortAddress(address.value) !== undefined;
        problem.value = isShort ? 'short-address' : parsed.problem;
        return;
      }
      problem.value = undefined;
      if (!(await allow([...portalOrigins(parsed.address), ...consoleOrigins([parsed.address])]))) {
        problem.value = 'denied';
        return;
      }
      connected.value = parsed.address;
      await world.background.openPortal({ portal: parsed.address.startUrl });
    },

    /** The offer of the first run: off unless taken. */
    async guard(isOn: boolean): Promise<void> {
      const before = isGuarded.value;
      isGuarded.value = isOn;
      const choice = (guardChoices += 1);
      const chosen = await world.background.setPreferences({ guardProduction: isOn });
      if (chosen.ok || choice !== guardChoices) return;
      isGuarded.value = before;
      // The organisation may hold it.
      await loadGuard();
    },
    isGuarded,
    button,

    /** The person may have pinned the button meanwhile. */
    async lookAtButton(): Promise<void> {
      button.value = await world.readToolbarButton();
    },

    /** Where the portal's own session can't be read. Must run inside a click. */
    async signInWithAws({ startUrl, region }: Portal): Promise<void> {
      if (await allow(signInOrigins(region))) await world.background.signIn({ portal: startUrl });
    },

    /** The second permission: the region's API, known once the portal's page was seen. */
    async allowApi(origins: readonly string[]): Promise<void> {
      problem.value = (await allow(origins)) ? undefined : 'denied';
    },
  };
}
