import type { AccountId } from '../model/account';
import type { ReachableRole } from '../model/chained-entry';
import { switchRoleLink } from '../model/chained-role';
import { partitionOfPortal } from '../model/portal';
import { isStillWaitingToSwitch } from '../model/waiting-switch';
import { createSerial } from './serial';
import type { World } from './world';

export type Switches = ReturnType<typeof createSwitches>;

/**
 * The second step to a chained role. A portal's link opens console pages only (AWS answers 400 to the address of
 * "Switch role" as a destination), so the tab goes there once its console shows the role to switch from.
 */
export function createSwitches({ browser, now }: World) {
  const inTurn = createSerial();

  return {
    put: (tabId: number, role: ReachableRole): Promise<void> =>
      inTurn(async () => {
        const others = (await browser.switches.read()).filter((one) => one.tabId !== tabId);
        const { accountId, roleName } = role.from;
        const link = switchRoleLink(partitionOfPortal(role.from.portal), role);
        await browser.switches.write([...others, { tabId, accountId, roleName, link, atMs: now() }]);
      }),

    /** Tells of a console that a tab shows; goes on where that is what the tab was waiting for. */
    seen: (tabId: number, accountId: AccountId, roleName: string): Promise<void> =>
      inTurn(async () => {
        const all = await browser.switches.read();
        if (all.length === 0) return;
        const own = all.find((one) => one.tabId === tabId && isStillWaitingToSwitch(one, now()));
        const left = all.filter((one) => one !== own && isStillWaitingToSwitch(one, now()));
        if (own?.accountId !== accountId || own.roleName !== roleName) return;
        await browser.switches.write(left);
        await browser.tabs.navigate(tabId, own.link);
      }),
  };
}
