import { isConsoleUrl } from './console-url';
import { type Partition, partitions } from './partition';

/** What a portal gives to sign in to one console once: a secret, for the address of one tab. */
export interface ConsoleSignIn {
  /** Where AWS takes the token. */
  readonly location: string;
  readonly token: string;
  /** The page that the permission set names; `undefined` where it names none. */
  readonly relayState: string | undefined;
}

/** True for `https://[{region}.]{sign-in host}/federation` of a partition: the only place that is told a sign-in token. */
export function isFederationLocation(location: string, partition: Partition): boolean {
  if (!URL.canParse(location)) return false;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(location);
  const { signinHost, regions } = partitions[partition];
  const hosts = [signinHost, ...regions.map((region) => `${region}.${signinHost}`)];
  const isPlain = port === '' && username === '' && password === '' && search === '' && hash === '';
  return protocol === 'https:' && isPlain && hosts.includes(hostname) && pathname === '/federation';
}

/** The address that signs a tab in and leads it to a console page: the link's, the permission set's, or the home page. */
export function federationUrl(
  { location, token, relayState }: ConsoleSignIn,
  to: { readonly issuer: string; readonly destination: string | undefined; readonly partition: Partition },
): string {
  const pages = [to.destination, relayState].filter((page) => page !== undefined && isConsoleUrl(page));
  const query = new URLSearchParams({
    Action: 'login',
    SigninToken: token,
    Issuer: to.issuer,
    Destination: pages[0] ?? `https://${partitions[to.partition].consoleHost}/`,
  });
  return `${location}?${query.toString()}`;
}
