import { type AccountId, parseRoleName } from './account';
import { lookOf } from './chosen';
import { entryKey } from './entry';
import type { OpenConsole } from './open-console';
import type { Row } from './row';
import { subjectOf } from './rulebook';
import { say } from './say';
import type { SearchIndex } from './search-index';

/** What a row of the sessions does: go to the tab, end its session, or end it to make room for what waits. */
export type SessionStep =
  | { readonly does: 'go' | 'end' | 'swap'; readonly tabId: number }
  | { readonly does: 'anyway' };

/** One tab of each session, the one that was seen last. */
function lastTabs(open: readonly OpenConsole[]): OpenConsole[] {
  return open.filter(
    ({ session, accountId, roleName }, at) =>
      open.findLastIndex(
        (other) => other.session === session && other.accountId === accountId && other.roleName === roleName,
      ) === at,
  );
}

/** What can be done with the open console sessions; where a row waits for room, which of them may end for it. */
export function sessionRows(open: readonly OpenConsole[], index: SearchIndex, waiting: Row | undefined): Row[] {
  const tabs = lastTabs(open);
  const rows = (does: 'go' | 'end' | 'swap', says: (name: string) => string): Row[] =>
    tabs.map((tab) => sessionRow(tab, index, `session-${does}-${tab.tabId}`, says));
  if (!waiting)
    return [...rows('go', (name) => say('sessionGo', name)), ...rows('end', (name) => say('signOutOf', name))];
  return [
    ...rows('swap', (name) => say('signOutOf', name)),
    commandRow('session-anyway', say('sessionAnyway', waiting.name)),
  ];
}

/** Reads the command of a session's row; `undefined` for other commands. */
export function parseSessionStep(command: string): SessionStep | undefined {
  if (command === 'session-anyway') return { does: 'anyway' };
  const [, does, tabId] = /^session-(go|end|swap)-(\d+)$/.exec(command) ?? [];
  return does === 'go' || does === 'end' || does === 'swap' ? { does, tabId: Number(tabId) } : undefined;
}

function sessionRow(
  { accountId, roleName }: OpenConsole,
  index: SearchIndex,
  command: string,
  says: (name: string) => string,
): Row {
  const { label, colour, level } = lookOfAccount(accountId, index);
  return {
    ...commandRow(command, says(label || accountId)),
    accountId,
    roleName: parseRoleName(roleName),
    colour,
    level,
  };
}

function lookOfAccount(id: AccountId, { directory, personal }: SearchIndex): ReturnType<typeof lookOf> {
  const account = directory.accounts.find((one) => one.id === id);
  return lookOf(personal, account ? subjectOf(account) : { id, name: '', portals: [] });
}

/** Something that Burgee itself does, as a row. */
export function commandRow(command: string, name: string): Row {
  const entry = { kind: 'command', command } as const;
  return {
    key: entryKey(entry),
    entry,
    name,
    isNameAltered: false,
    accountId: undefined,
    roleName: undefined,
    roles: [],
    detail: '',
    colour: undefined,
    level: 'other',
    isPinned: false,
  };
}
