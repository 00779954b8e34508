import type { AccountId, RoleName } from '../model/account';
import { withoutSession } from '../model/console-url';
import type { Entry } from '../model/entry';
import { fail, type Outcome, succeed } from '../model/failure';
import { recordLaunch } from '../model/personal';
import { appLink, consoleLink, type StartUrl } from '../model/portal';
import type { Crawler } from '../worker/crawler';
import { createSerial } from '../worker/serial';
import type { StatusBoard } from '../worker/status-board';
import type { World } from '../worker/world';

export type Where = 'tab' | 'window' | 'background';

export interface ConsoleTarget {
  readonly portal: StartUrl;
  readonly accountId: AccountId;
  readonly roleName?: RoleName | undefined;
  /** A console address; one that is not is dropped, and the console's home opens. */
  readonly destination?: string | undefined;
  readonly where: Where;
}

export interface AppTarget {
  readonly portal: StartUrl;
  readonly appId: string;
  readonly where: Where;
}

/** Opens consoles and apps by the portal's own links, and remembers that the person did. */
export function createLaunches({ browser, now }: World, board: StatusBoard, crawler: Crawler) {
  const inTurn = createSerial();

  function remember(entry: Entry): Promise<void> {
    return inTurn(async () => {
      await browser.store.putPersonal(recordLaunch(await browser.store.personal(), entry, now()));
      await board.publishPersonal();
    });
  }

  return {
    async openConsole({ portal, accountId, roleName, destination, where }: ConsoleTarget): Promise<Outcome> {
      crawler.giveWay(portal);
      const page = destination === undefined ? undefined : withoutSession(destination);
      await browser.tabs.open(consoleLink(portal, { accountId, roleName, destination: page }), where);
      await remember(roleName ? { kind: 'role', portal, accountId, roleName } : { kind: 'account', portal, accountId });
      return succeed();
    },

    async openApp({ portal, appId, where }: AppTarget): Promise<Outcome> {
      const app = await browser.store.app(portal, appId);
      if (!app) return fail({ reason: 'gone', what: 'app' });
      crawler.giveWay(portal);
      await browser.tabs.open(appLink(portal, app), where);
      await remember({ kind: 'app', portal, appId });
      return succeed();
    },
  };
}
