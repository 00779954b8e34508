import { type AccountId, parseAccountAlias, parseAccountId } from './account';

/** A console that is open in a tab and known to be an account's. */
export interface OpenConsole {
  readonly tabId: number;
  readonly accountId: AccountId;
  readonly roleName: string;
  /** Else it is a user's or the root user's name. */
  readonly isRole: boolean;
  /** The multi-session prefix; '' in single-session mode, where all tabs share one session. */
  readonly session: string;
  /** What the account calls itself, as its console says. */
  readonly alias?: string | undefined;
}

/** AWS allows five sessions side by side in one browser. */
export const MOST_SESSIONS = 5;

/** How many console sessions the tabs stand for: each multi-session prefix is one, all others together are one. */
export function countSessions(open: readonly OpenConsole[]): number {
  return new Set(open.map(({ session }) => session)).size;
}

export function parseOpenConsoles(raw: unknown): readonly OpenConsole[] {
  return Array.isArray(raw) ? raw.filter(isOpenConsole) : [];
}

function isOpenConsole(raw: unknown): raw is OpenConsole {
  if (typeof raw !== 'object' || raw === null) return false;
  const { tabId, accountId, roleName, isRole, session, alias } = raw as Partial<Record<keyof OpenConsole, unknown>>;
  return (
    typeof tabId === 'number' &&
    parseAccountId(accountId) !== undefined &&
    typeof roleName === 'string' &&
    typeof isRole === 'boolean' &&
    typeof session === 'string' &&
    (alias === undefined || parseAccountAlias(alias) !== undefined)
  );
}

/**
 * Whether opening an account in a role would be one session more than AWS allows: `opening` are on their way. Sessions
 * without a prefix are no sessions side by side: there the next one takes the place of the last.
 */
export function isOneTooMany(
  open: readonly OpenConsole[],
  { accountId, roleName }: { readonly accountId: AccountId; readonly roleName: string | undefined },
  opening = 0,
): boolean {
  const own = open.filter(({ session }) => session !== '');
  const isOpen = own.some((one) => one.accountId === accountId && one.roleName === roleName);
  return own.length > 0 && !isOpen && countSessions(own) + opening >= MOST_SESSIONS;
}
