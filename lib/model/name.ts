/** Longest name that is kept, in UTF-16 units; Identity Center's own limit for an account name is 50. */
const LONGEST_NAME = 200;

/**
 * Text from AWS made safe to show in one line: control, bidirectional, zero-width and unpaired surrogate
 * characters are removed, white space is folded, stacked combining marks and length are clamped.
 * Returns '' for anything that is not a string; the caller then shows the id.
 */
export function cleanName(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .slice(0, LONGEST_NAME * 8)
    .replace(/\s/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .normalize('NFC')
    .replace(/ {2,}/g, ' ')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .slice(0, LONGEST_NAME)
    .replace(/\p{Cs}$/u, '')
    .trim();
}

/** True where `cleanName` took something away that could have changed how the name reads (bidi or zero-width). */
export function hidesCharacters(value: string): boolean {
  return /[\p{Cc}\p{Cf}\p{Cs}]/u.test(value);
}
