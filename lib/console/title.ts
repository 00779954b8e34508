/** Names the account first, so that a narrow tab still shows it. The sign keeps our part apart from AWS's. */
const SIGN = ' ⚑ ';
/** Browsers leave the space away at the end of a title that is nothing but our part. */
const BARE = ' ⚑';

/** The title with our prefix, as a browser keeps it; an older prefix of ours is replaced, never doubled. */
export function withPrefix(title: string, prefix: string): string {
  const whole = title.endsWith(BARE) ? `${title} ` : title;
  const own = whole.includes(SIGN) ? whole.slice(whole.lastIndexOf(SIGN) + SIGN.length) : whole;
  const name = prefix.replace(/\s+/g, ' ').trim();
  return name === '' ? own : `${name}${SIGN}${own}`.trimEnd();
}
