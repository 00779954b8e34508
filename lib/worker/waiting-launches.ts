import type { StartUrl } from '../model/portal';
import { hasLostItsRoute, isStillWaiting, type WaitingLaunch } from '../model/waiting-launch';
import type { Diary } from './diary';
import { createSerial } from './serial';
import type { World } from './world';

/** When to look whether the portal took up the route by itself after a sign-in in that tab; then it is loaded anew. */
const LOOK_AFTER_MS = [1_500, 2_500];

export type WaitingLaunches = ReturnType<typeof createWaitingLaunches>;

/** Launches that met a signed-out portal. Each goes on once, in its own tab, whichever way the person signs in. */
export function createWaitingLaunches({ browser, now }: World, diary: Diary) {
  const inTurn = createSerial();

  /** Takes a portal's launches out of the list: whoever has them goes on with them, and nobody else. */
  const take = (portal: StartUrl): Promise<WaitingLaunch[]> =>
    inTurn(async () => {
      const all = await browser.waiting.read();
      if (all.length === 0) return [];
      await browser.waiting.write(all.filter((launch) => launch.portal !== portal && isStillWaiting(launch, now())));
      return all.filter((launch) => launch.portal === portal && isStillWaiting(launch, now()));
    });

  async function portalAddress({ tabId, portal }: WaitingLaunch): Promise<string | undefined> {
    const address = await browser.tabs.address(tabId);
    return address?.startsWith(`${new URL(portal).origin}/`) ? address : undefined;
  }

  /** A portal goes on by itself where the person signed in; not where its page only sees a sign-in made elsewhere. */
  async function portalGoesOn(launch: WaitingLaunch): Promise<boolean> {
    for (const afterMs of LOOK_AFTER_MS) {
      await new Promise((passed) => setTimeout(passed, afterMs));
      const address = await portalAddress(launch);
      if (address === undefined) return true;
      if (hasLostItsRoute(launch, address)) return false;
    }
    return false;
  }

  async function goOn(launch: WaitingLaunch, seenIn: number | undefined): Promise<void> {
    if (launch.tabId === seenIn && (await portalGoesOn(launch))) return;
    const address = await portalAddress(launch);
    if (address === undefined) return;
    if (hasLostItsRoute(launch, address)) await browser.tabs.navigate(launch.tabId, launch.link);
    else await browser.tabs.reload(launch.tabId);
    await diary.note('launch-went-on', launch.portal);
  }

  return {
    put: (launch: Omit<WaitingLaunch, 'atMs'>): Promise<void> =>
      inTurn(async () => {
        const others = (await browser.waiting.read()).filter(({ tabId }) => tabId !== launch.tabId);
        await browser.waiting.write([...others, { ...launch, atMs: now() }]);
      }),

    /** There is a session now; `seenIn` is the portal's tab that showed it first, if one did. */
    async signedIn(portal: StartUrl, seenIn: number | undefined): Promise<void> {
      await Promise.all((await take(portal)).map((launch) => goOn(launch, seenIn)));
    },
  };
}
