import type { StartUrl } from '../model/portal';
import { hasLostItsRoute, isStillWaiting, type WaitingLaunch } from '../model/waiting-launch';
import type { Diary } from './diary';
import { createSerial } from './serial';
import type { World } from './world';

/** Time for the portal to take up the route by itself after its own sign-in. */
const PORTAL_TAKES_MS = 1_500;

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

  async function goOn(launch: WaitingLaunch, signedInTab: number | undefined): Promise<void> {
    if (launch.tabId === signedInTab) await new Promise((taken) => setTimeout(taken, PORTAL_TAKES_MS));
    const address = await browser.tabs.address(launch.tabId);
    if (!address?.startsWith(`${new URL(launch.portal).origin}/`)) return;
    if (hasLostItsRoute(launch, address)) await browser.tabs.navigate(launch.tabId, launch.link);
    else if (launch.tabId !== signedInTab) await browser.tabs.reload(launch.tabId);
    else return;
    await diary.note('launch-went-on', launch.portal);
  }

  return {
    put: (launch: Omit<WaitingLaunch, 'atMs'>): Promise<void> =>
      inTurn(async () => {
        const others = (await browser.waiting.read()).filter(({ tabId }) => tabId !== launch.tabId);
        await browser.waiting.write([...others, { ...launch, atMs: now() }]);
      }),

    /** There is a session now; `signedInTab` is where the person signed in, if in a portal's tab. */
    async signedIn(portal: StartUrl, signedInTab: number | undefined): Promise<void> {
      for (const launch of await take(portal)) await goOn(launch, signedInTab);
    },
  };
}
