import type { StartUrl } from '../model/portal';
import type { Session } from '../model/session';
import type { Crawler } from './crawler';
import type { StatusBoard } from './status-board';
import type { WaitingLaunches } from './waiting-launches';
import type { World } from './world';

export type Arrivals = ReturnType<typeof createArrivals>;

/** What follows when a session has come, from whichever source. */
export function createArrivals({ browser }: World, board: StatusBoard, crawler: Crawler, waiting: WaitingLaunches) {
  /** Another person's list is never shown as this one's. Where AWS does not tell whose session it is, the list stays. */
  async function dropForeignList(portal: StartUrl, userId: string): Promise<void> {
    if (userId === '') return;
    const owner = await browser.store.owner(portal);
    if (owner === userId) return;
    if (owner !== undefined) {
      await crawler.stop(portal);
      await browser.store.removeInventory(portal);
      await board.publish();
    }
    await browser.store.putOwner(portal, userId);
  }

  return {
    /** A new session, made in `tabId` if in a portal's tab: the list is made or made anew, and a launch that waited goes on. */
    async signedIn({ portal, userId }: Pick<Session, 'portal' | 'userId'>, tabId?: number): Promise<void> {
      await dropForeignList(portal, userId);
      await board.signInFailed(portal, undefined);
      void crawler.crawl(portal);
      await waiting.signedIn(portal, tabId);
    },

    /** The same session with a new token: only what was interrupted goes on. */
    async renewed({ portal, userId }: Session): Promise<void> {
      await dropForeignList(portal, userId);
      await crawler.resume();
    },
  };
}
