import { computed, signal } from '@preact/signals';
import type { Background } from '../background';
import type { Client } from '../model/call';
import { chosenFor, lookOf } from '../model/chosen';
import type { Directory } from '../model/directory';
import { type EntryKey, parseEntryKey } from '../model/entry';
import type { Failure, Outcome } from '../model/failure';
import { emptyPersonal, type Group, type Personal } from '../model/personal';
import { type Lookup, lookupOf } from '../model/row';
import { subjectOf } from '../model/rulebook';
import { say } from '../model/say';
import { emptyDirectory } from '../model/snapshot';
import { caughtUp } from './caught-up';
import { createMoves } from './moves';
import type { Undo } from './undo';

export interface OwnEntriesWorld {
  read(): Promise<{ directory: Directory; personal: Personal }>;
  readonly background: Client<Background>;
}

/** A pin or a hidden entry, with what the launcher calls it. */
export interface OwnEntry {
  readonly key: EntryKey;
  readonly name: string;
  readonly detail: string;
}

export type OwnEntries = ReturnType<typeof createOwnEntries>;

/** What the person arranged in the launcher: pins, what is hidden, groups. */
export function createOwnEntries(world: OwnEntriesWorld, undo: Undo) {
  const { background } = world;
  const directory = signal<Directory>(emptyDirectory);
  const personal = signal<Personal>(emptyPersonal);
  const failure = signal<Failure | undefined>(undefined);
  const load = caughtUp(async () => {
    const found = await world.read();
    directory.value = found.directory;
    personal.value = found.personal;
  });
  const moves = createMoves<EntryKey>(load);
  const pins = computed(() => moves.over(personal.value.pins, (key) => key));
  const lookup = computed(() => lookupOf(directory.value));
  const named = (keys: readonly EntryKey[]): OwnEntry[] =>
    keys.map((key) => ({ key, ...wordsOf(key, lookup.value, personal.value) }));

  async function does(outcome: Promise<Outcome>): Promise<boolean> {
    const result = await outcome;
    failure.value = result.ok ? undefined : result.failure;
    return result.ok;
  }

  const moveTo = (key: EntryKey, to: number): Promise<boolean> =>
    moves.move(key, to, () => does(background.movePin({ key, to })));

  return {
    failure,
    load,
    pins: computed(() => named(pins.value)),
    hidden: computed(() => named(personal.value.hidden)),
    groups: computed(() => groupsOf(directory.value, personal.value)),

    async unhide({ key, name }: OwnEntry): Promise<void> {
      if (await does(background.unhide({ key })))
        undo.did({ says: say('shownAgain', name), undo: () => does(background.hide({ key })) });
    },

    async unpin({ key, name }: OwnEntry): Promise<void> {
      const at = pins.value.indexOf(key);
      if (await does(background.unpin({ key })))
        undo.did({
          says: say('rowUnpinned', name),
          undo: async () => (await does(background.pin({ key }))) && moveTo(key, at),
        });
    },

    async movePin({ key }: OwnEntry, by: 1 | -1): Promise<void> {
      const at = pins.value.indexOf(key);
      if (at + by < 0 || at + by >= pins.value.length) return;
      if (await moveTo(key, at + by))
        undo.did({ says: say('pinMoved'), undo: () => moveTo(key, at), name: `pin ${key}` });
    },

    async removeGroup({ name }: Group): Promise<void> {
      const group = personal.value.groups.find((one) => one.name === name);
      if (group && (await does(background.setGroup({ name, accounts: [] }))))
        undo.did({
          says: say('groupRemoved', name),
          undo: () => does(background.setGroup({ name, accounts: [...group.accounts] })),
        });
    },
  };
}

function wordsOf(key: EntryKey, lookup: Lookup, personal: Personal): { name: string; detail: string } {
  const entry = parseEntryKey(key);
  if (!entry || entry.kind === 'command') return { name: key, detail: '' };
  if (entry.kind === 'app') return { name: lookup.app(entry.portal, entry.appId)?.name ?? entry.appId, detail: '' };
  const { portal, accountId: id } = entry;
  const account = lookup.account(portal, id);
  const { label } = lookOf(personal, subjectOf({ portal, id, name: account?.name ?? '' }));
  const inside = [id, 'roleName' in entry ? entry.roleName : '', 'service' in entry ? entry.service : ''];
  return { name: label || id, detail: inside.filter(Boolean).join(' · ') };
}

/** Groups that the person has, and those that rules make; only the first can be taken away here. */
function groupsOf({ accounts }: Directory, personal: Personal): { group: Group; isOwn: boolean }[] {
  const ruled = new Map<string, Set<Group['accounts'][number]>>();
  for (const account of accounts) {
    const { group } = chosenFor(personal, subjectOf(account));
    if (group !== undefined) ruled.set(group, (ruled.get(group) ?? new Set()).add(account.id));
  }
  return [
    ...personal.groups.map((group) => ({ group, isOwn: true })),
    ...[...ruled].map(([name, ids]) => ({ group: { name, accounts: [...ids] }, isOwn: false })),
  ];
}
