import type { AccountId } from '../model/account';
import type { LaunchedTab } from '../model/launched-tab';
import type { StartUrl } from '../model/portal';
import type { ConsoleRegistry } from './console-registry';
import { createSerial } from './serial';
import type { World } from './world';

export type TabPortals = ReturnType<typeof createTabPortals>;

/** At which portals the consoles in the tabs were opened: several may list the same account, and no console says it. */
export function createTabPortals({ browser }: World, registry: Pick<ConsoleRegistry, 'list'>) {
  const inTurn = createSerial();

  function change(to: (launched: readonly LaunchedTab[]) => readonly LaunchedTab[]): Promise<void> {
    return inTurn(async () => browser.launched.write(to(await browser.launched.read())));
  }

  return {
    /** A console was opened in a tab. Where that can't be noted, the first portal that lists the account stands for its own. */
    opened: (tabId: number, { portal, accountId }: Omit<LaunchedTab, 'tabId'>): Promise<void> =>
      change((launched) => [...launched.filter((one) => one.tabId !== tabId), { tabId, portal, accountId }]).catch(
        () => undefined,
      ),

    /** The portal of a tab's console: its own launch tells, else the last one of its session. */
    async of(tabId: number, accountId: AccountId): Promise<StartUrl | undefined> {
      const [open, all] = await Promise.all([registry.list(), browser.launched.read()]);
      const launched = all.filter((one) => one.accountId === accountId);
      const own = open.find((one) => one.tabId === tabId);
      const kin = open.filter(({ session, roleName }) => session === own?.session && roleName === own.roleName);
      const last = launched.findLast((one) => kin.some((other) => other.tabId === one.tabId));
      return (launched.find((one) => one.tabId === tabId) ?? last)?.portal;
    },

    closed: (tabId: number): Promise<void> => change((launched) => launched.filter((one) => one.tabId !== tabId)),
  };
}
