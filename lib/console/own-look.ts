import type { AccountId } from '../model/account';
import type { Here } from '../model/here';
import { type Look, lookHere } from '../model/look';

interface LookWorld {
  readLook(account: AccountId): Promise<Look | null>;
  onLook(told: (account: AccountId, look: Look | null) => void, signal: AbortSignal): void;
}

/** The record of the account that this tab is in: read once, then followed. `changed` is told when there is news. */
export function createOwnLook(world: LookWorld, changed: () => void, signal: AbortSignal) {
  let own: { readonly account: AccountId; readonly look: Look | null | undefined } | undefined;

  async function read(account: AccountId): Promise<void> {
    own = { account, look: undefined };
    const look = await world.readLook(account);
    if (signal.aborted || own.account !== account || own.look !== undefined) return;
    own = { account, look };
    changed();
  }

  world.onLook((account, look) => {
    if (own?.account !== account) return;
    own = { account, look };
    changed();
  }, signal);

  return {
    /** As it is in this role and region; `null` where there is no record, `undefined` while it is read. */
    of(account: AccountId, here: Here): Look | null | undefined {
      if (own?.account !== account) void read(account);
      return own?.look && lookHere(own.look, account, here);
    },
  };
}
