const SECRET_KEY =
  /^(?:(?:access|refresh|session|security|bearer|id)[-_]?token|client[-_]?secret|secret|password|(?:aws[-_]?)?(?:secret[-_]?)?access[-_]?key(?:[-_]?id)?|aws[-_]session[-_]token|private[-_]?key|cookie|authorization)$/i;
const SECRET_VALUE = /(?:^|[^A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?:[^A-Z0-9]|$)|-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** The way to what looks like a token or key in a value, by the names of its fields; `undefined` where nothing does. */
export function secretIn(value: unknown, path: readonly string[] = []): readonly string[] | undefined {
  if (typeof value === 'string') return SECRET_VALUE.test(value) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const at = [...path, name];
    const found = SECRET_KEY.test(name) ? at : secretIn(inner, at);
    if (found) return found;
  }
  return undefined;
}
