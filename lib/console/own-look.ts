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

  /** What was told while a record was read is newer than it. */
  let news = 0;

  async function read(account: AccountId): Promise<void> {
    if (own?.account !== account) own = { account, look: undefined };
    const before = news;
    const look = await world.readLook(account);
    if (!signal.aborted && news === before) became(account, look);
  }

  function became(account: AccountId, look: Look | null): void {
    if (own?.account !== account) return;
    own = { account, look };
    changed();
  }

  function told(account: AccountId, look: Look | null): void {
    news += 1;
    became(account, look);
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
