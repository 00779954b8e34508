import { type AccountId, parseAccountId } from './account';
import { type Look, parseLook } from './look';

/**
 * Where the looks of the accounts that a console tab is likely to be of stand together, in `storage.local`. A tab reads
 * them before it is known whose it is: its own record, asked for once that is known, may come after its first frame.
 */
export const EXPECTED_LOOKS = 'expected-looks';

export interface ExpectedLook {
  readonly account: AccountId;
  readonly look: Look;
}

const MOST = 16;
/** Nobody who is among the first so many comes to the front: each change is told to every open console. */
const LEFT_IN_PLACE = MOST / 2;

/** What is stored, the likeliest first; what is not understood is left out. */
export function parseExpectedLooks(stored: unknown): ExpectedLook[] {
  if (!Array.isArray(stored)) return [];
  return (stored as unknown[]).flatMap((one) => {
    const { account, look } = (one ?? {}) as Partial<Record<keyof ExpectedLook, unknown>>;
    const [id, parsed] = [parseAccountId(account), parseLook(look)];
    return id && parsed ? { account: id, look: parsed } : [];
  });
}

/** An account's console is opened: it comes to the front, the last one falls out. The same list where nothing changes. */
export function expecting(expected: readonly ExpectedLook[], account: AccountId, look: Look): readonly ExpectedLook[] {
  if (expected.slice(0, LEFT_IN_PLACE).some((one) => one.account === account)) return expected;
  return [{ account, look }, ...expected.filter((one) => one.account !== account)].slice(0, MOST);
}

/** After looks were written: those that are expected look so, and while there is room, more are. */
export function refreshed(
  expected: readonly ExpectedLook[],
  written: ReadonlyMap<AccountId, Look>,
): readonly ExpectedLook[] {
  const own = expected.map(({ account, look }) => ({ account, look: written.get(account) ?? look }));
  const known = new Set(own.map(({ account }) => account));
  const room = MOST - own.length;
  const more = room > 0 ? [...written].filter(([account]) => !known.has(account)).slice(0, room) : [];
  return [...own, ...more.map(([account, look]) => ({ account, look }))];
}
