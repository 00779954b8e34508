import { isConsoleUrl, withoutSession } from './console-url';
import { type Partition, partitions } from './partition';

const REGION = /^[a-z]{2,4}(?:-[a-z]+)+-\d+$/;

/**
 * Where an account's console opens, from the person's choices: a console address as it is, or the console's home in a
 * region. `undefined` leaves the choice to the portal.
 */
export function landingPage(
  landing: string | undefined,
  region: string | undefined,
  partition: Partition,
): string | undefined {
  const isRegion = region !== undefined && REGION.test(region);
  if (landing !== undefined && isConsoleUrl(landing))
    return isRegion ? inRegion(landing, region) : withoutSession(landing);
  return isRegion ? `https://${region}.${partitions[partition].consoleHost}/console/home?region=${region}` : undefined;
}

/** The same console page in another region: host and parameter; pages of hosts without a region keep their host. */
export function inRegion(address: string, region: string): string | undefined {
  const plain = withoutSession(address);
  if (plain === undefined) return undefined;
  const url = new URL(plain);
  const consoleHost = Object.values(partitions).find(
    (facts) => url.hostname === facts.consoleHost || url.hostname.endsWith(`.${facts.consoleHost}`),
  )?.consoleHost;
  const label = consoleHost && url.hostname.slice(0, -consoleHost.length - 1);
  if (consoleHost && (label === '' || (label !== undefined && REGION.test(label))))
    url.hostname = `${region}.${consoleHost}`;
  url.searchParams.set('region', region);
  return url.href;
}
