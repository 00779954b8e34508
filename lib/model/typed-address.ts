/** White space, and the invisible characters that come along where an address is copied out of a page or a chat. */
const AROUND = /^[\s\p{Cf}]{1,99}|[\s\p{Cf}]{1,99}$/gu;

/** An address as a person types or pastes it, with its scheme; `undefined` where there is nothing. */
export function typedAddress(input: string): string | undefined {
  const text = input.trim().replace(AROUND, '');
  if (text === '') return undefined;
  // What stands before a port is a host.
  return /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`;
}
