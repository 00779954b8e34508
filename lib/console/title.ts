/** Names the account first, so that a narrow tab still shows it. The sign keeps our part apart from AWS's. */
const SIGN = ' ⚑ ';

/** The title with our prefix; an older prefix of ours is replaced, never doubled. */
export function withPrefix(title: string, prefix: string): string {
  const own = title.includes(SIGN) ? title.slice(title.lastIndexOf(SIGN) + SIGN.length) : title;
  return prefix === '' ? own : `${prefix}${SIGN}${own}`;
}
