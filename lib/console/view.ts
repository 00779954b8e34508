import { type AccountId, formatAccountId } from '../model/account';
import { type Principal, principalName } from '../model/arn';
import { accountColour, type Colour, NEUTRAL } from '../model/colour';
import type { Identity } from '../model/identity';
import { type Level, levelOfAlias } from '../model/level';
import { levelWords } from '../model/level-words';
import { defaultPreferences, dressed, type LabelForm, type Look } from '../model/look';
import { say, sayTime } from '../model/say';
import type { Ending } from './session-end';

export type LabelState = 'known' | 'unknown' | 'conflict' | 'stale' | 'ended';

/** Everything that the label, the title and the icon show: computed once, drawn in several places. */
export interface View {
  readonly state: LabelState;
  readonly accountId: AccountId | undefined;
  readonly roleName: string;
  /** `roleName` is a role's: a user's or the root user's name is none, and rules do not speak of it. */
  readonly isRole: boolean;
  /** The account's name, or its grouped number, or a sentence. */
  readonly title: string;
  readonly region: string;
  /** `undefined` until the account's record was read: not yet known is not safe. */
  readonly level: Level | undefined;
  readonly colour: Colour;
  readonly isRoot: boolean;
  readonly says: string;
  readonly form: LabelForm;
  /** What the account calls itself. */
  readonly alias: string | undefined;
  /** The end of its session, where it is near. */
  readonly ending: { readonly time: string; readonly isOver: boolean } | undefined;
}

/** `look`: the account's record; `null` where there is none, `undefined` while it is being read. */
export function viewOf(
  identity: Identity,
  look: Look | null | undefined,
  region: string,
  { over, ending }: { readonly over?: 'stale' | 'ended' | undefined; readonly ending?: Ending | undefined } = {},
): View {
  if (identity.state !== 'known')
    return sentence(identity.state, identity.state === 'conflict' ? say('labelConflict') : say('labelUnknown'), region);
  const { account, principal, alias } = identity;
  const roleName = principal ? principalName(principal) : '';
  // In no list that the worker knows, or not written yet: the account's name for itself counts as its name does.
  const own =
    look === null && alias ? dressed(account, { label: alias, level: levelOfAlias(alias) }, defaultPreferences) : look;
  const level = own === undefined ? undefined : (own?.level ?? 'other');
  const name = own?.label ?? '';
  const isRoot = principal?.kind === 'root';
  const spoken = [name, account, isRoot ? say('labelRoot') : roleName, level ? levelWords(level) : '']
    .filter(Boolean)
    .join(', ');
  const end = ending && !over ? { time: sayTime(ending.atMs), isOver: ending.isOver } : undefined;
  return {
    state: over ?? 'known',
    accountId: account,
    roleName,
    isRole: isRole(principal),
    title: name || formatAccountId(account),
    region,
    level,
    colour: over || level === undefined ? NEUTRAL : (own?.colour ?? accountColour(account, 'other')),
    isRoot,
    says: over ? `${overWords(over)}: ${spoken}` : [spoken, end && endingWords(end)].filter(Boolean).join(', '),
    form: own?.form ?? defaultPreferences.labelForm,
    alias,
    ending: end,
  };
}

/** Rules speak of roles alone. */
export function isRole(principal: Principal | undefined): boolean {
  return principal?.kind === 'role' || principal?.kind === 'permission-set';
}

/** All is told that will be: the account's own record is read, a few milliseconds after the account is known. */
export function isTold({ accountId, level }: View): boolean {
  return accountId === undefined || level !== undefined;
}

function sentence(state: 'unknown' | 'conflict', says: string, region: string): View {
  return {
    state,
    accountId: undefined,
    roleName: '',
    isRole: false,
    title: says,
    region,
    level: undefined,
    colour: NEUTRAL,
    isRoot: false,
    says,
    form: defaultPreferences.labelForm,
    alias: undefined,
    ending: undefined,
  };
}

/** What is left to say when nothing keeps the label true any more. */
export const orphanView = (): View => sentence('unknown', say('labelOrphaned'), '');

/** When the session ends, or should have ended. */
export function endingWords({ time, isOver }: NonNullable<View['ending']>): string {
  return say(isOver ? 'labelEndedAbout' : 'labelEndsAbout', time);
}

/** What happened to the session under a page. */
export function overWords(over: 'stale' | 'ended'): string {
  return say(over === 'stale' ? 'labelStale' : 'labelEnded');
}
