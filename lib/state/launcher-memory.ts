import { signal } from '@preact/signals';
import type { Done, Prompt } from '../actions/action';
import type { Directory } from '../model/directory';
import type { EntryKey } from '../model/entry';
import type { Failure } from '../model/failure';
import type { OpenConsole } from '../model/open-console';
import { emptyPersonal, type Personal } from '../model/personal';
import type { Row } from '../model/row';
import type { Findable } from '../model/rows';
import { emptyDirectory } from '../model/snapshot';
import { type Status, unreadStatus } from '../model/status';

/** A question, and the row that it is about. */
export interface Asking extends Prompt {
  readonly of: Row;
}

/** A launch for which a session has to end first. */
export interface Waiting {
  readonly row: Row;
  go(): Promise<void>;
}

interface Place {
  readonly words: string;
  readonly position: number;
}

export type LauncherMemory = ReturnType<typeof createMemory>;

/** What the launcher holds while it is open: what it read, what the person typed and marked, and what is listed. */
export function createMemory(nowMs: number) {
  return {
    directory: signal<Directory>(emptyDirectory),
    personal: signal<Personal>(emptyPersonal),
    /** The directory made ready for searching; changes together with it. */
    findable: signal<Findable | undefined>(undefined),
    status: signal<Status>(unreadStatus),
    isLoaded: signal(false),
    /** The browser keeps back what is stored. */
    isStuck: signal(false),
    query: signal(''),
    position: signal(0),
    /** The account whose roles are listed, if one was gone into. */
    inside: signal<Row | undefined>(undefined),
    failure: signal<Failure | undefined>(undefined),
    /** The row whose actions are listed. */
    menuFor: signal<Row | undefined>(undefined),
    /** What was typed and marked when an account or a menu was gone into: one comes back to it. */
    left: signal<readonly Place[]>([]),
    prompt: signal<Asking | undefined>(undefined),
    told: signal<{ readonly says: string; readonly undo: Done['undo'] } | undefined>(undefined),
    /** Hosts of consoles that Burgee may not mark yet. */
    unmarked: signal<readonly string[]>([]),
    /** What is marked stays so whatever words are typed then. */
    marked: signal<ReadonlyMap<EntryKey, Row>>(new Map()),
    consoles: signal<readonly OpenConsole[]>([]),
    /** The open sessions are listed; with what waits for one of them to end. */
    sessions: signal<{ readonly waiting: Waiting | undefined } | undefined>(undefined),
    /** What the person hid is listed. */
    isHiddenShown: signal(false),
    nowMs: signal(nowMs),
  };
}

/** True where something else than the accounts is listed: sessions, actions, an account's inside, what is hidden. */
export function isWithin({ sessions, menuFor, inside, isHiddenShown }: LauncherMemory): boolean {
  return Boolean(sessions.value ?? menuFor.value ?? inside.value) || isHiddenShown.value;
}

/** Goes into an account or a menu, from where one comes back. */
export function goInto(memory: LauncherMemory): void {
  const { left, query, position } = memory;
  left.value = [...left.value, { words: query.value, position: position.value }];
  startOver(memory);
}

/** Back to the words from which one went. */
export function comeBack({ left, query, position }: LauncherMemory): void {
  const place = left.value.at(-1);
  left.value = left.value.slice(0, -1);
  query.value = place?.words ?? '';
  position.value = place?.position ?? 0;
}

/** Lists something else: from its first row, with no words yet. */
export function startOver({ query, position }: LauncherMemory): void {
  query.value = '';
  position.value = 0;
}
