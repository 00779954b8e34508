import { type Partition, partitionNames, partitions } from './partition';

/** What a console address says by itself. */
export interface ConsoleUrl {
  readonly partition: Partition;
  /** From the host, else from the `region` parameter; some services' hosts name none. */
  readonly region: string | undefined;
  /** Multi-session prefix `111111111111-abcd1234`, if any. */
  readonly session: string | undefined;
  /** Account of the multi-session prefix. */
  readonly sessionAccount: string | undefined;
}

const SESSION = /^(\d{12})-[0-9a-z]{8}$/;
const REGION = /^[a-z]{2,4}(?:-[a-z]+)+-\d+$/;
/** Services that have had hosts of their own below the console's. */
const SERVICE = /^(?:s3|support|health|phd|resources|billing|iam|organizations|artifact|marketplace)$/;

/**
 * Reads an address as one of a console page. `undefined` for everything else: other schemes and ports, credentials,
 * look-alike hosts, sub-domains that no console is known to use.
 */
export function parseConsoleUrl(address: string): ConsoleUrl | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return undefined;
  for (const partition of partitionNames) {
    const { consoleHost, otherConsoleHosts } = partitions[partition];
    if (otherConsoleHosts.includes(url.hostname))
      return { partition, region: regionParameter(url), session: undefined, sessionAccount: undefined };
    if (url.hostname === consoleHost)
      return { partition, region: regionParameter(url), session: undefined, sessionAccount: undefined };
    if (url.hostname.endsWith(`.${consoleHost}`))
      return fromLabels(partition, url, url.hostname.slice(0, -consoleHost.length - 1).split('.'));
  }
  return undefined;
}

export function isConsoleUrl(address: string): boolean {
  return parseConsoleUrl(address) !== undefined;
}

function fromLabels(partition: Partition, url: URL, labels: readonly string[]): ConsoleUrl | undefined {
  const [first = '', ...rest] = labels;
  const session = SESSION.exec(first);
  const left = session ? rest : labels;
  if (left.length > 1) return undefined;
  const label = left[0];
  if (label !== undefined && !REGION.test(label) && !SERVICE.test(label)) return undefined;
  const hostRegion = label !== undefined && REGION.test(label) ? label : undefined;
  return {
    partition,
    region: regionParameter(url) ?? hostRegion,
    session: session?.[0],
    sessionAccount: session?.[1],
  };
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
