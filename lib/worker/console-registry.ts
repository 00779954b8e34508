import type { AccountId } from '../model/account';
import type { OpenConsole } from '../model/open-console';
import { createSerial } from './serial';
import type { World } from './world';

export type ConsoleRegistry = ReturnType<typeof createConsoleRegistry>;

/** Which consoles are open in which tabs: told by the tabs themselves, forgotten when they close or go elsewhere. */
export function createConsoleRegistry({ browser }: World) {
  const inTurn = createSerial();

  function change(to: (open: readonly OpenConsole[]) => readonly OpenConsole[]): Promise<void> {
    return inTurn(async () => browser.consoles.write(to(await browser.consoles.read())));
  }

  return {
    put: (own: OpenConsole): Promise<void> =>
      change((open) => [...open.filter(({ tabId }) => tabId !== own.tabId), own]),
    drop: (tabId: number): Promise<void> => change((open) => open.filter((one) => one.tabId !== tabId)),
    /** Forgets a tab and all others of its session, where sessions are side by side. */
    dropSession: (tabId: number): Promise<void> =>
      change((open) => {
        const own = open.find((one) => one.tabId === tabId);
        return open.filter((one) => one.tabId !== tabId && (!own?.session || one.session !== own.session));
      }),
    /** The tab last seen with this account and role; any role where none is named. */
    async find(accountId: AccountId, roleName: string | undefined): Promise<OpenConsole | undefined> {
      const open = await browser.consoles.read();
      return open.findLast(
        (one) => one.accountId === accountId && (roleName === undefined || one.roleName === roleName),
      );
    },
    list: () => browser.consoles.read(),
  };
}
