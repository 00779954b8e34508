import type { AccountId } from './account';
import { consoleHosts } from './console-hosts';
import { parseConsoleUrl } from './console-url';

/** A console page that a tab has loaded, in a browser with one session for all tabs. */
export interface ConsoleLoad {
  readonly tabId: number;
  /** Whom the cookie names, and in which jar: a role that is switched may leave it as it is. */
  readonly session: string;
  readonly accountId: AccountId;
  /** '' where the page does not tell. */
  readonly roleName: string;
  readonly loadedAtMs: number;
  /** Since when the page says so. */
  readonly saidAtMs: number;
  /** By its own record; otherwise it is only what the cookie says. */
  readonly isTelling: boolean;
  /** What it was told last. */
  readonly isReplaced: boolean;
}

/** What a page that was seen is now, after what it was at an earlier look. */
export function loadAfter(
  before: ConsoleLoad | undefined,
  seen: Omit<ConsoleLoad, 'saidAtMs' | 'isReplaced'>,
  nowMs: number,
): ConsoleLoad {
  if (before?.loadedAtMs !== seen.loadedAtMs) return { ...seen, saidAtMs: seen.loadedAtMs, isReplaced: false };
  const { isReplaced } = before;
  return { ...seen, isReplaced, saidAtMs: isOne(before, seen) ? before.saidAtMs : nowMs };
}

/**
 * Pages of one session, each with whether it was replaced: the server knows one identity at a time, the one of the page
 * that has said so last. Pages that only go by the cookie tell nothing new.
 */
export function judged(loads: readonly ConsoleLoad[], session: string): readonly ConsoleLoad[] {
  const own = loads.filter((load) => load.session === session);
  const last = own.filter(({ isTelling }) => isTelling).toSorted((one, other) => other.saidAtMs - one.saidAtMs)[0];
  return loads.map((load) =>
    last && load.session === session
      ? { ...load, isReplaced: !isOne(load, last) && load.saidAtMs < last.saidAtMs }
      : load,
  );
}

type Who = Pick<ConsoleLoad, 'accountId' | 'roleName'>;

function isOne(one: Who, other: Who): boolean {
  const isRoleUntold = one.roleName === '' || other.roleName === '';
  return one.accountId === other.accountId && (isRoleUntold || one.roleName === other.roleName);
}

/**
 * The session that a console's host names where several are side by side, '' where it is the browser's only one;
 * `undefined` at hosts that are none of the consoles' own.
 */
export function sessionOfHost(address: string): string | undefined {
  const parsed = parseConsoleUrl(address);
  const isConsole = parsed && new URL(address).hostname.endsWith(consoleHosts[parsed.partition].consoleHost);
  return isConsole ? (parsed.session ?? '') : undefined;
}
