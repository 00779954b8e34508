import type { AwsSignIn } from './aws-sign-in';
import type { Crawler } from './crawler';
import type { Renewals } from './renewals';
import type { Sessions } from './sessions';
import type { StatusBoard } from './status-board';
import type { World } from './world';

const AGE_ALARM = 'age';
const AGE_MINUTES = 60;

/**
 * What a worker does when it wakes, at an alarm and when a page asks: go on with what was interrupted, end what has
 * ended. Many causes at once (a laptop that opens) make one run.
 */
export function createWake(
  { browser }: World,
  parts: {
    board: StatusBoard;
    sessions: Sessions;
    renewals: Renewals;
    signIn: AwsSignIn;
    crawler: Crawler;
  },
): () => Promise<void> {
  const { board, sessions, renewals, signIn, crawler } = parts;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    const portals = (await browser.store.portals()).map(({ startUrl }) => startUrl);
    for (const portal of portals) await board.recall(portal, await browser.store.lastCrawl(portal));
    await board.storage(browser.store.health());
    await signIn.resume();
    await renewals.renewDue();
    await sessions.expire();
    if (portals.length > 0) await browser.alarms.keep(AGE_ALARM, AGE_MINUTES);
    await crawler.refreshOld(portals);
    void crawler.resume();
  }

  return () => (running ??= run().finally(() => (running = undefined)));
}
