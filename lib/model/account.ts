declare const brand: unique symbol;

/** A 12-digit AWS account number, kept as a string: leading zeros matter. Made by `parseAccountId` only. */
export type AccountId = string & { readonly [brand]: 'AccountId' };

/** The name of a permission set as Identity Center lists it. Made by `parseRoleName` only. */
export type RoleName = string & { readonly [brand]: 'RoleName' };

/** Exactly twelve digits in a string; anything else (numbers, dashes, 11 digits) is not an account id. */
export function parseAccountId(value: unknown): AccountId | undefined {
  return typeof value === 'string' && /^\d{12}$/.test(value) ? (value as AccountId) : undefined;
}

const LONGEST_ROLE_NAME = 128;

/**
 * A role name that may be shown and put into a link (always percent-encoded there).
 * AWS allows 32 characters for a permission set; the cap is wider so that a change on their side does not lose rows.
 */
export function parseRoleName(value: unknown): RoleName | undefined {
  if (typeof value !== 'string' || value.length === 0 || value.length > LONGEST_ROLE_NAME) return undefined;
  return /[\p{Cc}\p{Cf}\p{Cs}]/u.test(value) ? undefined : (value as RoleName);
}

/** Twelve digits, or three groups of four with one sign between; no part of a longer number, of a fraction or of an id. */
const NUMBER = /(?<!\d|\d\.)\d{4}([\s\-\u2010-\u2013]?)\d{4}\1\d{4}(?!\d|\1\d|\.\d)(?<!\d\1\d{4}\1\d{4}\1\d{4})/g;
const LETTER = /[a-z]/i;

/** Every account number in a text with where it stands: twelve digits, or as AWS's own console writes them. */
export function accountIdsIn(text: string): { readonly id: AccountId; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(NUMBER)].flatMap(({ 0: written, index: start }) => {
    const end = start + written.length;
    const isOfWord = LETTER.test(text[start - 1] ?? '') && LETTER.test(text[end] ?? '');
    const id = isOfWord ? undefined : parseAccountId(written.replace(/\D/g, ''));
    return id ? [{ id, start, end }] : [];
  });
}

/** `1234-5678-9012`, as AWS's own console writes it. */
export function formatAccountId(id: AccountId): string {
  return `${id.slice(0, 4)}-${id.slice(4, 8)}-${id.slice(8)}`;
}

/** AWS's rule for account aliases: small letters, digits and single hyphens. */
const ALIAS = /^(?=.{3,63}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** What an account calls itself at its sign-in page; `undefined` for anything that AWS would not take. */
export function parseAccountAlias(value: unknown): string | undefined {
  return typeof value === 'string' && ALIAS.test(value) && !/^\d{12}$/.test(value) ? value : undefined;
}
