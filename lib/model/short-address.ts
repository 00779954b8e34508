import { typedAddress } from './typed-address';

/** Hosts that pretend to be AWS's, or could: what is refused as no portal stays refused. */
const PRETENDS = /awsapps|amazon|\.aws$|xn--/;

/**
 * An organisation's own short address for its portal (`sso.example.com`), which redirects there; `undefined` for anything
 * else. Burgee may not read such a host and asks for no permission that would let it: the browser follows in a tab, and
 * only where it lands counts, by the same rule as any other address. So how many redirects there are makes no difference.
 */
export function parseShortAddress(input: string): string | undefined {
  const address = typedAddress(input);
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, hostname, port, username, password, href } = new URL(address);
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return undefined;
  const isName = /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/.test(hostname);
  return isName && !PRETENDS.test(hostname) ? href : undefined;
}
