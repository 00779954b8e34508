import type { StartUrl } from '../model/portal';
import type { AwsSignIn } from './aws-sign-in';
import type { Containers } from './containers';
import type { Crawler } from './crawler';
import type { Looks } from './looks';
import type { RoleSessions } from './role-sessions';
import type { Sessions } from './sessions';
import type { StatusBoard } from './status-board';
import type { World } from './world';

interface Parts {
  /** Told after each change that is the person's own. */
  readonly changed: () => void;
  readonly board: StatusBoard;
  readonly containers: Containers;
  readonly crawler: Crawler;
  readonly looks: Looks;
  readonly roleSessions: RoleSessions;
  readonly sessions: Sessions;
  readonly signIn: AwsSignIn;
}

export type ForgetPortal = (portal: StartUrl) => Promise<void>;

/**
 * Takes a portal away, with its session and all that was listed for it. What the person chose for its accounts stays,
 * and accounts that another portal lists too look as that one names them.
 */
export function createForgetPortal(
  { browser }: World,
  { board, changed, containers, crawler, looks, roleSessions, sessions, signIn }: Parts,
): ForgetPortal {
  return async (portal) => {
    await signIn.forget(portal);
    await sessions.forget(portal);
    // After its session: an alarm would start it again with one that is still there.
    await crawler.stop(portal);
    await browser.store.removePortal(portal);
    await looks.writeAll();
    await containers.forget(portal);
    await roleSessions.forget(portal);
    await board.forget(portal);
    await board.publish();
    changed();
  };
}
