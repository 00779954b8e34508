import { parsePortalAddress, type StartUrl } from '../../lib/model/portal';

/** The normal form of a portal's address that a test names. */
export function startUrlOf(text: string): StartUrl {
  const parsed = parsePortalAddress(text);
  if (!parsed.ok) throw new Error(`no portal ${text}`);
  return parsed.address.startUrl;
}
