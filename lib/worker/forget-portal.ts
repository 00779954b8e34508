import type { StartUrl } from '../model/portal';
import type { AwsSignIn } from './aws-sign-in';
import type { Containers } from './containers';
import type { Crawler } from './crawler';
import type { Sessions } from './sessions';
import type { StatusBoard } from './status-board';
import type { World } from './world';

interface Parts {
  /** Told after each change that is the person's own. */
  readonly changed: () => void;
  readonly board: StatusBoard;
  readonly containers: Containers;
  readonly crawler: Crawler;
  readonly sessions: Sessions;
  readonly signIn: AwsSignIn;
}

export type ForgetPortal = (portal: StartUrl) => Promise<void>;

/** Takes a portal away, with its session and all that was listed for it. What the person chose for its accounts stays. */
export function createForgetPortal(
  { browser }: World,
  { board, changed, containers, crawler, sessions, signIn }: Parts,
): ForgetPortal {
  return async (portal) => {
    await crawler.stop(portal);
    await signIn.forget(portal);
    await sessions.forget(portal);
    const accounts = await browser.store.accountsOf(portal);
    await browser.store.removePortal(portal);
    await browser.looks.remove(accounts.map(({ id }) => id));
    await containers.forget(portal);
    await board.forget(portal);
    await board.publish();
    changed();
  };
}
