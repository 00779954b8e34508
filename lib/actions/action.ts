import type { Background } from '../background';
import type { AccountId, RoleName } from '../model/account';
import { chainedAt } from '../model/chained-entry';
import type { Client } from '../model/call';
import { fail, type Outcome } from '../model/failure';
import type { Personal } from '../model/personal';
import type { StartUrl } from '../model/portal';
import type { Row } from '../model/row';
import { say } from '../model/say';
import { secretIn } from '../model/secret';
import type { Where } from '../model/where';

/** Puts a secret on the clipboard; what `ask` tells beside it comes back, the secret does not. */
export type CopySecret = <Told extends { readonly text: string }>(
  ask: () => Promise<Outcome<Told>>,
) => Promise<Outcome<Omit<Told, 'text'>>>;

/** What an action may use. */
export interface ActionContext {
  readonly background: Client<Background>;
  readonly personal: Personal;
  copy(text: string): Promise<boolean>;
  readonly copySecret: CopySecret;
  /** The console tab that the launcher was opened for, if it was. */
  readonly fromTab: number | undefined;
}

/** What an action did, for the page to tell and perhaps to undo. */
export interface Done {
  readonly outcome: Outcome;
  /** Told when it went well. */
  readonly says?: string;
  readonly undo?: () => Promise<Outcome>;
  /** The popup is no longer needed. */
  readonly closes?: boolean;
}

/** A question that an action needs answered first, in the search field. */
export interface Prompt {
  readonly asks: string;
  readonly value: string;
  answer(text: string): Promise<Done>;
}

/** What can be done with a row. */
export type Action = Opening | Deed;

interface Listed {
  readonly id: string;
  /** As `Shift+Enter`, `Alt+P`, `F2`; the last part is a letter or a `KeyboardEvent.key`. */
  readonly key: string;
  says(row: Row, personal: Personal): string;
  fits(row: Row, personal: Personal): boolean;
}

/** Opens the row, as Enter does. */
export interface Opening extends Listed {
  readonly opens: Where;
}

export interface Deed extends Listed {
  /** It opens a console, which may be a session more than AWS allows. */
  readonly isLaunch?: boolean;
  run(row: Row, context: ActionContext): Promise<Done> | Prompt;
}

/** The account that a row is about; `undefined` for apps. */
export function accountOf(
  row: Row,
): { portal: StartUrl; accountId: AccountId; roleName: RoleName | undefined } | undefined {
  const { entry } = row;
  if (entry.kind === 'app' || entry.kind === 'command') return undefined;
  return { portal: entry.portal, accountId: entry.accountId, roleName: row.roleName };
}

export const isAccount = (row: Row): boolean => accountOf(row) !== undefined;
/** The console switches to its role: none of Identity Center's. */
export const isSwitchedTo = (row: Row, { chained }: Personal): boolean =>
  chainedAt(chained, needAccount(row)) !== undefined;
export const hasRole = (row: Row): boolean => accountOf(row)?.roleName !== undefined;

/** The account of a row for which `isAccount` holds. */
export function needAccount(row: Row): NonNullable<ReturnType<typeof accountOf>> {
  const account = accountOf(row);
  if (!account) throw new Error('this action is for accounts only');
  return account;
}

/** Opens what a row stands for; with `fromTab` the page of that tab, unless the row says another one. */
export function openRow(row: Row, background: Client<Background>, where: Where, fromTab?: number): Promise<Outcome> {
  const { entry } = row;
  if (entry.kind === 'app') return background.openApp({ portal: entry.portal, appId: entry.appId, where });
  const { portal, accountId, roleName } = needAccount(row);
  if (fromTab !== undefined && row.destination === undefined)
    return background.openHere({ portal, accountId, roleName, fromTab, where });
  const page = entry.kind === 'service' ? { service: entry.service, region: entry.region } : {};
  return background.openConsole({ portal, accountId, roleName, destination: row.destination, ...page, where });
}

/** What to answer to a text with a key in it, which has no place among settings: others get to read them. */
export function refusal(text: string): Done | undefined {
  return secretIn(text) ? { outcome: fail({ reason: 'refused', why: say('noKeysHere') }) } : undefined;
}
