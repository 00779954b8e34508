import { type Entry, entryKey, parseEntryKey } from '../model/entry';
import { fail, type Outcome, succeed } from '../model/failure';
import { isOneTooMany } from '../model/open-console';
import { partitionOfPortal } from '../model/portal';
import { serviceUrl } from '../model/service';
import { roleHabits } from '../model/usual-role';
import type { Where } from '../model/where';
import type { ConsoleRegistry } from './console-registry';
import { type ConsoleTarget, entryOf, type Launches } from './launches';
import { listedAccount } from './listed-account';
import type { World } from './world';

export type OutsideLaunches = ReturnType<typeof createOutsideLaunches>;

/** What is opened without the launcher: a pin by its hotkey, words in the address bar. */
export function createOutsideLaunches({ browser, now }: World, launches: Launches, registry: ConsoleRegistry) {
  async function isOneMore(target: ConsoleTarget): Promise<boolean> {
    const { accountId, roleName } = target;
    if (!isOneTooMany(await registry.list(), { accountId, roleName })) return false;
    return (await launches.chainedRole(target)) === undefined;
  }

  /** AWS lists the account, and not in that role any more. */
  async function isWithoutRole(target: ConsoleTarget): Promise<boolean> {
    const { roleName } = target;
    const roles = (await listedAccount(browser, target))?.roles;
    if (roleName === undefined || !roles || roles.includes(roleName)) return false;
    return (await launches.chainedRole(target)) === undefined;
  }

  /** The role to open an account with when none is named: chosen, else most used, else AWS's first. */
  async function usualRole(target: ConsoleTarget): Promise<ConsoleTarget['roleName']> {
    const account = await listedAccount(browser, target);
    return account && roleHabits(await browser.store.personal(), now()).inOrder(account)[0];
  }

  /** Whether the launcher has a row for an entry. */
  async function isListed(entry: Entry): Promise<boolean> {
    if (entry.kind === 'command') return false;
    if (entry.kind === 'app') return (await browser.store.app(entry.portal, entry.appId)) !== undefined;
    const { portal, accountId } = entry;
    if (await listedAccount(browser, entry)) return true;
    const { chained } = await browser.store.personal();
    return chained.some(({ accountId: id, from }) => id === accountId && from?.portal === portal);
  }

  /** The console of an entry; `undefined` for what is none. */
  async function targetOf(entry: Entry, where: Where): Promise<ConsoleTarget | undefined> {
    switch (entry.kind) {
      case 'account': {
        const target = { ...entry, where };
        return { ...target, roleName: await usualRole(target) };
      }
      case 'role':
        return { ...entry, where };
      case 'service': {
        const destination = serviceUrl(entry.service, entry.region, partitionOfPortal(entry.portal));
        return { ...entry, destination, where };
      }
      default:
        return undefined;
    }
  }

  const outside = {
    openApp: launches.openApp,

    /** Opens a console; the launcher asks first where it would be a session more than AWS allows, or its role is gone. */
    async openConsole(target: ConsoleTarget): Promise<Outcome> {
      if (!(await isOneMore(target)) && !(await isWithoutRole(target))) return launches.openConsole(target);
      const { destination, where } = target;
      await browser.asked.write({ key: entryKey(entryOf(target)), destination, where });
      await browser.openLauncher();
      return succeed();
    },

    /** Opens what an entry stands for. */
    async openEntry(entry: Entry, where: Where): Promise<Outcome> {
      if (entry.kind === 'app') return launches.openApp({ ...entry, where });
      const target = await targetOf(entry, where);
      return target ? outside.openConsole(target) : fail({ reason: 'gone', what: 'account' });
    },

    /** The pin at a place counted from 0, of those that the launcher shows; nothing where there is none. */
    async openPin(place: number): Promise<void> {
      const { pins, hidden } = await browser.store.personal();
      const seen = pins.filter((key) => !hidden.includes(key)).flatMap((key) => parseEntryKey(key) ?? []);
      const areListed = await Promise.all(seen.map(isListed));
      const entry = seen.filter((_, at) => areListed[at])[place];
      if (entry) await outside.openEntry(entry, 'tab');
    },
  };

  return outside;
}
