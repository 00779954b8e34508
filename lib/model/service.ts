import { queryWords } from './fold';
import type { AccountChoices } from './personal';
import { type Partition, partitions } from './partition';
import { servicePages } from './partition-services';
import { isRegionOf } from './region-name';
import { type ServiceRow, serviceRows } from './service-catalogue';
import { withoutSession } from './console-url';

export interface Service extends ServiceRow {
  /** Id, name and aliases as typed words. */
  readonly names: readonly (readonly string[])[];
  /** The names of the service in whose console it is a page: people say `ec2 security groups` and `cw logs`. */
  readonly family: readonly (readonly string[])[];
}

const HOME = /home$/;

/**
 * Consoles by what their pages begin with: `/ec2/home#Volumes:` is a page of `/ec2/home`, and
 * `/systems-manager/parameters` one of `/systems-manager/home`.
 */
const homes = new Map(
  serviceRows
    .filter(({ page }) => HOME.test(page))
    .map((row) => [row.page.replace(HOME, ''), row] as const)
    .toReversed(),
);

export const services: readonly Service[] = serviceRows.map((row) => {
  const home = homeOf(row);
  return { ...row, names: namesOf(row), family: home ? namesOf(home) : [] };
});

function homeOf({ page }: ServiceRow): ServiceRow | undefined {
  for (let at = page.indexOf('/', 1); at !== -1; at = page.indexOf('/', at + 1)) {
    const home = homes.get(page.slice(0, at + 1));
    if (home && home.page !== page) return home;
  }
  return undefined;
}

function namesOf({ id, name, aliases }: ServiceRow): string[][] {
  return [id, name, apart(name), ...aliases].map(queryWords).filter((words) => words.length > 0);
}

/** `Cloud Trail` for CloudTrail: who types a space means the same service. */
function apart(name: string): string {
  return name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
}

const singleNames = new Set(
  services.flatMap(({ names }) => names.flatMap(([word = '', ...more]) => (more.length === 0 ? word : []))),
);

/** Whether a typed word is all of some service's id, name or alias. */
export function isServiceName(word: string): boolean {
  return singleNames.has(word);
}

const serviceAt = new Map(services.map((service) => [service.id, service]));

export function serviceName(id: string): string | undefined {
  return serviceAt.get(id)?.name;
}

/** Whether a partition has a service; the search offers no others there. */
export function isServiceOf({ lackedBy }: Service, partition: Partition): boolean {
  return !lackedBy.includes(partition);
}

/**
 * The console address of a service's page; `undefined` where the partition has no such service. Without a region the
 * console takes the one used last; a region of another partition is left out, and so is any region for a global service.
 */
export function serviceUrl(id: string, region: string | undefined, partition: Partition): string | undefined {
  const service = serviceAt.get(id);
  if (!service || !isServiceOf(service, partition)) return undefined;
  const own = servicePages[partition][id];
  if (own !== undefined) return own;
  const { consoleHost } = partitions[partition];
  if (service.isGlobal || region === undefined || !isRegionOf(region, partition))
    return `https://${consoleHost}${service.page}`;
  const [path = '', fragment] = service.page.split('#');
  return `https://${region}.${consoleHost}${path}?region=${region}${fragment === undefined ? '' : `#${fragment}`}`;
}

/** Where an account's console opens by the person's choice; `undefined` leaves it to the portal. Never another host than AWS's. */
export function landingUrl({ landing, region }: AccountChoices, partition: Partition): string | undefined {
  if (landing === undefined && region === undefined) return undefined;
  return serviceUrl(landing ?? 'console', region, partition) ?? (landing && withoutSession(landing)) ?? undefined;
}
