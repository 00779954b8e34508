import type { AccountId } from '../model/account';
import type { Here } from '../model/here';
import { type Look, lookHere } from '../model/look';

interface LookWorld {
  readLook(account: AccountId): Promise<Look | null>;
  onLook(told: (account: AccountId, look: Look | null) => void, signal: AbortSignal): void;
}

/** The record of the account that this tab is in: read once, then kept as it stands. `changed` is told when there is news. */
export function createOwnLook(world: LookWorld, changed: () => void, signal: AbortSignal) {
  let own: { readonly account: AccountId; readonly look: Look | null | undefined } | undefined;

  async function read(account: AccountId): Promise<void> {
    const asked = (own = { account, look: own?.account === account ? own.look : undefined });
    const look = await world.readLook(account);
    if (!signal.aborted && own === asked) told(account, look);
  }

  function told(account: AccountId, look: Look | null): void {
    if (own?.account !== account) return;
    own = { account, look };
    changed();
  }

  return {
    /** As it is in this role and region; `null` where there is no record, `undefined` while it is read. */
    of(account: AccountId | undefined, here: Here): Look | null | undefined {
      if (account === undefined) return undefined;
      if (own?.account !== account) void read(account);
      return own?.look && lookHere(own.look, account, here);
    },

    /** From now on what becomes of it is followed. */
    keep(): void {
      world.onLook(told, signal);
      if (own) void read(own.account);
    },
  };
}
