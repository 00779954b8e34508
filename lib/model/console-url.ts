import { type AccountId, parseAccountId } from './account';
import { consoleHosts } from './console-hosts';
import type { Partition } from './partition';

/** What a console address says by itself. */
export interface ConsoleUrl {
  readonly partition: Partition;
  /** From the host, else from the `region` parameter; some services' hosts name none. */
  readonly region: string | undefined;
  /** Multi-session prefix `111111111111-abcd1234`, if any. */
  readonly session: string | undefined;
  /** The host has a form that Burgee does not understand: whose console it is can't be told. */
  readonly isStrange: boolean;
}

const SESSION = /^\d{12}-[0-9a-z]{8}$/;
const REGION = /^[a-z]{2,4}(?:-[a-z]+)+-\d+$/;
/** Regions have hosts below the console's, services have had some (`s3.`, `support.`, `health.`), and may again. */
const SERVICE = /^[a-z][a-z0-9-]{0,30}$/;

/**
 * Reads an address as one of a console page. `undefined` for everything else: other schemes and ports, credentials,
 * look-alike hosts, sub-domains of a form that no console is known to use.
 */
export function parseConsoleUrl(address: string): ConsoleUrl | undefined {
  const parsed = parseConsolePage(address);
  return parsed?.isStrange === true ? undefined : parsed;
}

/** The same, but a page below a console's own host whose form is not known is told as `isStrange`: it shows somebody's console. */
export function parseConsolePage(address: string): ConsoleUrl | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return undefined;
  for (const partition of Object.keys(consoleHosts) as Partition[]) {
    const { consoleHost, otherConsoleHosts } = consoleHosts[partition];
    if (url.hostname === consoleHost || otherConsoleHosts.includes(url.hostname))
      return { ...noSession, partition, region: regionParameter(url) };
    if (url.hostname.endsWith(`.${consoleHost}`))
      return fromLabels(partition, url, url.hostname.slice(0, -consoleHost.length - 1).split('.'));
  }
  return undefined;
}

export function isConsoleUrl(address: string): boolean {
  return parseConsoleUrl(address) !== undefined;
}

const noSession = { session: undefined, isStrange: false } as const;

function fromLabels(partition: Partition, url: URL, labels: readonly string[]): ConsoleUrl {
  const [first = '', ...rest] = labels;
  const session = parseSessionId(first);
  const left = session === undefined ? labels : rest;
  const [label] = left;
  const hostRegion = label !== undefined && REGION.test(label) ? label : undefined;
  const region = regionParameter(url) ?? hostRegion;
  const isKnownForm = label === undefined || SERVICE.test(label);
  if (left.length > 1 || !isKnownForm) return { ...noSession, partition, region, isStrange: true };
  return { ...noSession, partition, region, session };
}

/** `111111111111-abcd1234`: how multi-session mode names a session, in hosts, metadata and cookies. */
export function parseSessionId(value: unknown): string | undefined {
  return typeof value === 'string' && SESSION.test(value) ? value : undefined;
}

/** The account of such a session. */
export function accountOfSession(session: string | undefined): AccountId | undefined {
  return parseAccountId(session?.slice(0, 12));
}

function regionParameter(url: URL): string | undefined {
  const region = url.searchParams.get('region');
  return region !== null && REGION.test(region) ? region : undefined;
}

/** The same page without the multi-session prefix: what may be a portal link's destination. `undefined` for other addresses. */
export function withoutSession(address: string): string | undefined {
  const parsed = parseConsoleUrl(address);
  if (!parsed) return undefined;
  const url = new URL(address);
  if (parsed.session !== undefined) url.hostname = url.hostname.slice(parsed.session.length + 1);
  return url.href;
}
