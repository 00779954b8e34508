import * as v from 'valibot';
import { accountId, exactly, roleName, shortText } from '../model/arguments';
import { call } from '../model/call';
import { type EntryKey, parseEntryKey } from '../model/entry';
import { hide, movePin, pin, rename, setDefaults, setGroup, setGroups, unhide, unpin } from '../model/personal';
import type { Choices } from './choices';

const entry = v.custom<EntryKey>((value) => parseEntryKey(value) !== undefined);

/** What pages may ask for what the person chose: pins, what is hidden, names, groups, defaults. */
export function createChoiceCalls(choices: Choices) {
  return {
    pin: call(exactly({ key: entry }), ({ key }) => choices.change((personal) => pin(personal, key))),
    unpin: call(exactly({ key: entry }), ({ key }) => choices.change((personal) => unpin(personal, key))),
    hide: call(exactly({ key: entry }), ({ key }) => choices.change((personal) => hide(personal, key))),
    movePin: call(exactly({ key: entry, to: v.pipe(v.number(), v.integer()) }), ({ key, to }) =>
      choices.change((personal) => movePin(personal, key, to)),
    ),
    setGroup: call(exactly({ name: shortText, accounts: v.array(accountId) }), (group) =>
      choices.change((personal) => setGroup(personal, group)),
    ),
    unhide: call(exactly({ key: entry }), ({ key }) => choices.change((personal) => unhide(personal, key))),

    rename: call(
      exactly({
        accountId,
        label: v.optional(shortText),
        emoji: v.optional(shortText),
        note: v.optional(shortText),
      }),
      async ({ accountId: id, ...names }) => {
        const outcome = await choices.change((personal) => rename(personal, id, names));
        await choices.relook(id);
        return outcome;
      },
    ),

    setGroups: call(
      exactly({ accountId, groups: v.pipe(v.array(shortText), v.maxLength(50)) }),
      ({ accountId: id, groups }) => choices.change((personal) => setGroups(personal, id, groups)),
    ),

    setDefaults: call(
      exactly({
        accountId,
        defaultRole: v.optional(v.union([roleName, v.literal('')])),
        region: v.optional(shortText),
        landing: v.optional(shortText),
      }),
      ({ accountId: id, ...defaults }) => choices.change((personal) => setDefaults(personal, id, defaults)),
    ),
  };
}
