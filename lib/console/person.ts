import { formatAccountId } from '../model/account';
import { principalName, type SessionArn } from '../model/arn';
import { say } from '../model/say';

/** Who somebody is in an account, as the veil says it. */
export interface Person {
  /** The account's name, or its grouped number. */
  readonly title: string;
  readonly account: string;
  readonly roleName: string;
}

/** `label`: the account's name, where it is known. */
export function personIn({ account, principal }: SessionArn, label?: string): Person {
  return { title: label || formatAccountId(account), account, roleName: principalName(principal) };
}

/** Two accounts may bear one name. */
export function areAlike(one: Person | undefined, other: Person): boolean {
  return one !== undefined && inShort(one) === inShort(other);
}

/** Whose page it is, and who has taken their place, where that can be read. */
export function replacedWords(before: Person, now: Person | undefined): string {
  return now ? say('veilLoadedAs', inFull(before), inFull(now)) : `${say('labelStale')}: ${inFull(before)}`;
}

export function inShort({ title, roleName }: Person): string {
  return withAside(title, [roleName]);
}

/** A name comes from AWS and may be borne by others: the number stands beside it. */
export function inFull({ title, account, roleName }: Person): string {
  return withAside(title, [title.replaceAll('-', '') === account ? '' : account, roleName]);
}

function withAside(title: string, aside: readonly string[]): string {
  const said = aside.filter(Boolean).join(', ');
  return said ? `${title} (${said})` : title;
}
