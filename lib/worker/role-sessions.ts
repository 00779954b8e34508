import * as v from 'valibot';
import type { AccountId, RoleName } from '../model/account';
import { roleName as listedRole, startUrl } from '../model/arguments';
import type { StartUrl } from '../model/portal';
import { endOf, isStillOpening, isStillRunning, minutesFrom, type SessionLength } from '../model/role-session';
import type { Looks } from './looks';
import { createSerial } from './serial';
import type { World } from './world';

export type RoleSessions = ReturnType<typeof createRoleSessions>;

export interface SeenSession {
  readonly tabId: number;
  readonly mark: string;
  readonly accountId: AccountId;
  readonly roleName: string;
  readonly region: string | undefined;
}

const lengths = v.array(v.object({ portal: startUrl, roleName: listedRole, minutes: v.number() }));

/**
 * When console sessions end. AWS does not tell: it is known of sessions that Burgee opened, where a rule says how long
 * they last, or credentials of the role have shown it. Of all others nothing is said.
 */
export function createRoleSessions({ browser, now }: World, looks: Looks) {
  const inTurn = createSerial();

  async function learnt(): Promise<readonly SessionLength[]> {
    const stored = await browser.store.record('session-lengths');
    return v.is(lengths, stored) ? stored : [];
  }

  const keep = (all: readonly SessionLength[]): Promise<void> => browser.store.putRecord('session-lengths', all);

  /** The beginning of the session that a tab shows; noted where it is the one that was opened there. */
  async function beginning({ tabId, mark, accountId, roleName }: SeenSession): Promise<number | undefined> {
    if (mark === '' || roleName === '') return undefined;
    const [opened, sessions] = await Promise.all([browser.opened.read(), browser.roleSessions.read()]);
    const isIt = (one: { readonly accountId: AccountId; readonly roleName: string | undefined }): boolean =>
      one.accountId === accountId && (one.roleName === undefined || one.roleName === roleName);
    const own = opened.find((one) => one.tabId === tabId && isIt(one) && isStillOpening(one, now()));
    const known = sessions.find((one) => one.mark === mark && isIt(one));
    if (!own) return known?.beganAtMs;
    const others = sessions.filter((one) => one !== known && isStillRunning(one, now()));
    await browser.roleSessions.write([...others, { mark, accountId, roleName, beganAtMs: now() }]);
    await browser.opened.write(opened.filter((one) => one !== own && isStillOpening(one, now())));
    return now();
  }

  async function minutesOf({ accountId, roleName, region }: SeenSession): Promise<number | undefined> {
    const { chosen } = await looks.of(accountId, { role: roleName, region });
    if (chosen.sessionHours !== undefined) return chosen.sessionHours * 60;
    const listings = await browser.store.accountsById(accountId);
    const portals = listings
      .filter(({ roles }) => roles?.some((role) => role === roleName))
      .map(({ portal }) => portal);
    // Where portals differ it is not known which of them the session came from.
    const found = (await learnt()).filter((one) => one.roleName === roleName && portals.includes(one.portal));
    return found.length === portals.length ? found.reduce(shorter, undefined) : undefined;
  }

  return {
    /** A console was opened in a tab. Where that can't be noted, nothing will be said of its end. */
    opened: (
      tabId: number,
      { accountId, roleName }: { accountId: AccountId; roleName?: string | undefined },
    ): Promise<void> =>
      inTurn(async () => {
        const others = (await browser.opened.read()).filter((one) => one.tabId !== tabId && isStillOpening(one, now()));
        await browser.opened.write([...others, { tabId, accountId, roleName, atMs: now() }]);
      }).catch(() => undefined),

    /** When the session that a console tab shows will end, as far as is known. */
    endOf: (seen: SeenSession): Promise<number | undefined> =>
      inTurn(async () => {
        const beganAtMs = await beginning(seen);
        const minutes = beganAtMs === undefined ? undefined : await minutesOf(seen);
        return beganAtMs === undefined || minutes === undefined ? undefined : endOf({ beganAtMs }, minutes);
      }),

    /** Credentials of a role have shown how long its sessions last. */
    learn: (portal: StartUrl, roleName: RoleName, life: { readonly expiresAtMs: number; readonly nowMs: number }) =>
      inTurn(async () => {
        const minutes = minutesFrom(life.expiresAtMs, life.nowMs);
        if (minutes === undefined) return;
        const others = (await learnt()).filter((one) => one.portal !== portal || one.roleName !== roleName);
        await keep([...others, { portal, roleName, minutes }]);
      }),

    forget: (portal: StartUrl): Promise<void> =>
      inTurn(async () => {
        const all = await learnt();
        const left = all.filter((one) => one.portal !== portal);
        if (left.length < all.length) await keep(left);
      }),
  };
}

function shorter(shortest: number | undefined, { minutes }: SessionLength): number {
  return Math.min(shortest ?? minutes, minutes);
}
