import * as v from 'valibot';
import { accountId, exactly, roleName, startUrl } from '../model/arguments';
import { call } from '../model/call';
import { type ChainedRole, parseChainedRole, parseChainedRoles } from '../model/chained-role';
import { fail, type Outcome, succeed } from '../model/failure';
import { MOST_KEPT } from '../model/limits';
import { parseChosen, type Preferences } from '../model/look';
import { mayExport, type Policy } from '../model/policy';
import { parseDocument, preferencesSchema, settingsText, type SettingsDocument } from '../model/settings-document';
import { type Fact, withoutSecrets } from '../model/settings-facts';
import { mergedRoles, mergedRules } from '../model/merged-edits';
import { MOST_RULES, parseRules, type Rule } from '../model/rule';
import type { Choices } from './choices';
import type { Looks } from './looks';
import type { OwnSettings } from './own-settings';
import type { OwnPolicy } from './policy';
import type { OwnPreferences } from './preferences';
import { createRoleCredentials } from './role-credentials';
import type { RoleSessions } from './role-sessions';
import type { Sessions } from './sessions';
import type { StatusBoard } from './status-board';
import type { World } from './world';

interface Parts {
  readonly board: StatusBoard;
  readonly choices: Choices;
  readonly looks: Looks;
  readonly own: OwnSettings;
  readonly policy: OwnPolicy;
  readonly preferences: OwnPreferences;
  readonly roleSessions: RoleSessions;
  readonly sessions: Sessions;
}

/** A person's settings as one, the team's baseline below them, and what the organisation holds above them. */
export interface SettingsAnswer {
  readonly settings: SettingsDocument;
  readonly baseline: SettingsDocument | undefined;
  readonly policy: Policy;
}

export interface Exported {
  readonly text: string;
  readonly leftOut: readonly Pick<Fact, 'kind' | 'of' | 'field'>[];
}

const chainedRole = v.custom<ChainedRole>((value) => parseChainedRole(value) !== undefined);
const chainedRoles = v.pipe(v.array(chainedRole), v.maxLength(MOST_KEPT));
const rule = v.custom<Rule>((value) => parseRules([value]).length === 1);
const rules = v.pipe(v.array(rule), v.maxLength(MOST_RULES));
const settingsDocument = v.pipe(
  v.unknown(),
  v.transform((value) => parseStored(value)),
  v.custom<SettingsDocument>((value) => value !== undefined),
);

/** What can be asked about preferences, settings as a whole, chained roles and credentials. */
export function createSettingsCalls(world: World, parts: Parts) {
  const { board, choices, looks, own, policy, preferences } = parts;
  const { store } = world.browser;
  const roleCredentials = createRoleCredentials(world, parts);

  return {
    preferences: call(exactly({}), async (): Promise<Outcome<Preferences>> => succeed(await preferences.read())),

    setPreferences: call(exactly(preferencesSchema), async (change): Promise<Outcome<Preferences>> => {
      const held = await choices.inTurn(() => preferences.choose(parseChosen(change)));
      await looks.writeAll();
      await board.publishPersonal();
      return held.length > 0 ? fail({ reason: 'managed' }) : succeed(await preferences.read());
    }),

    /** Temporary credentials as text for the clipboard; pages alone may ask, and only while it is switched on. */
    roleCredentials: call(exactly({ portal: startUrl, accountId, roleName }), (of) => roleCredentials(of)),

    /** What changed against `base`, which the page had read; without one, all of them. Gives those that are there then. */
    setChained: call(
      exactly({ base: v.optional(chainedRoles), roles: chainedRoles }),
      async ({ base, roles }): Promise<Outcome<readonly ChainedRole[]>> => {
        const edited = parseChainedRoles(roles);
        let after: readonly ChainedRole[] = [];
        await choices.change((personal) => {
          after = mergedRoles(personal.chained, base ? parseChainedRoles(base) : personal.chained, edited);
          return { ...personal, chained: after };
        });
        await looks.writeAll();
        return succeed(after);
      },
    ),

    /** The same for rules: each of them as it was written, or none of them. */
    setRules: call(
      exactly({ base: v.optional(rules), rules }),
      async ({ base, rules: edited }): Promise<Outcome<readonly Rule[]>> => {
        let after: readonly Rule[] = [];
        await choices.change((personal) => {
          after = mergedRules(personal.rules, base ? parseRules(base) : personal.rules, parseRules(edited));
          return { ...personal, rules: after };
        });
        await looks.writeAll();
        return succeed(after);
      },
    ),

    settings: call(exactly({}), async (): Promise<Outcome<SettingsAnswer>> =>
      succeed({
        settings: await own.current(),
        baseline: parseStored(await store.record('baseline')),
        policy: await policy.read(),
      }),
    ),

    /** What the organisation decided. */
    policy: call(exactly({}), async (): Promise<Outcome<Policy>> => succeed(await policy.read())),

    /**
     * All that was chosen as the text of a file, where the organisation allows it: what was not must not undo what its
     * reader chose. What looks like a secret stays out of it.
     */
    exportSettings: call(exactly({}), async (): Promise<Outcome<Exported>> => {
      if (!mayExport(await policy.read())) return fail({ reason: 'managed' });
      const { document, leftOut } = withoutSecrets(await own.chosen());
      return succeed({
        text: settingsText(document),
        leftOut: leftOut.map(({ kind, of, field }) => ({ kind, of, field })),
      });
    }),

    applySettings: call(exactly({ settings: settingsDocument }), ({ settings }) => own.apply(settings)),

    /** Keeps what a team agreed on, to compare with and to go back to; `undefined` forgets it. */
    setBaseline: call(exactly({ baseline: v.optional(settingsDocument) }), async ({ baseline }): Promise<Outcome> => {
      await store.putRecord('baseline', baseline);
      await board.publishPersonal();
      return succeed();
    }),
  };
}

/**
 * A document that came by message or from the disk; checked as strictly as a file, which was asked for secrets when it
 * was read. A person's own note may look like one.
 */
function parseStored(value: unknown): SettingsDocument | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const result = parseDocument(value);
  return result.ok ? result.document : undefined;
}
