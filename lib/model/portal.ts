import type { AccountId, RoleName } from './account';
import { type Partition, partitionNames, partitions } from './partition';
import { typedAddress } from './typed-address';

declare const brand: unique symbol;

/** A portal's address in its one normal form (`https://host/path`, no trailing slash). Made by `parsePortalAddress`. */
export type StartUrl = string & { readonly [brand]: 'StartUrl' };

export interface PortalAddress {
  readonly startUrl: StartUrl;
  readonly origin: string;
  readonly partition: Partition;
  /** Known from the host for some forms only; else the portal's page tells it. */
  readonly region: string | undefined;
}

export type AddressProblem =
  | 'empty'
  | 'too-long'
  | 'not-a-url'
  | 'not-https'
  | 'has-credentials'
  | 'has-port'
  | 'not-aws'
  | 'unknown-region'
  | 'account-access'
  | 'issuer'
  | 'incomplete';

export type AddressResult =
  | { readonly ok: true; readonly address: PortalAddress }
  | { readonly ok: false; readonly problem: AddressProblem };

const LONGEST_ADDRESS = 2048;
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const REGION = '[a-z]{2,4}(?:-[a-z]+)+-\\d+';

interface PortalForm {
  readonly partition: Partition;
  readonly host: RegExp;
  /** Where the portal lives below the host. */
  readonly path: string;
}

/** Every documented form of every partition. */
const forms: readonly PortalForm[] = partitionNames.flatMap((partition) =>
  partitions[partition].portals.map((template) => {
    const [, host = '', path = ''] = /^([^/]*)(.*)$/.exec(template) ?? [];
    return { partition, host: hostPattern(host), path };
  }),
);

function hostPattern(template: string): RegExp {
  const pattern = template.replaceAll('.', '\\.').replace('{id}', LABEL).replace('{region}', `(?<region>${REGION})`);
  return new RegExp(`^${pattern}$`);
}

/**
 * Reads what a person typed or a tab shows as the address of an access portal.
 * Accepts upper case, spaces and invisible characters around, a missing scheme, https's own port, a trailing dot and any
 * route behind `#`; refuses all that is not https on one of AWS's own portal hosts.
 */
export function parsePortalAddress(input: string): AddressResult {
  if (input.length > LONGEST_ADDRESS) return refuse('too-long');
  const typed = typedAddress(input);
  if (typed === undefined) return refuse('empty');
  if (!URL.canParse(typed)) return refuse('not-a-url');
  const url = new URL(typed);
  if (url.protocol !== 'https:') return refuse('not-https');
  if (url.username !== '' || url.password !== '') return refuse('has-credentials');
  if (url.port !== '') return refuse('has-port');
  const host = url.hostname.replace(/\.$/, '');
  if (/(^|\.)account-access\.[^.]+\.app\.aws$/.test(host)) return refuse('account-access');
  if (partitionNames.some((name) => partitions[name].issuerHost === host)) return refuse('issuer');
  return fromForms(host, url.pathname);
}

/** Partitions share some forms: the region in the host tells them apart. */
function fromForms(host: string, pathname: string): AddressResult {
  const fitting = forms.filter((form) => form.host.test(host));
  if (fitting.length === 0) return refuse('not-aws');
  const region = fitting[0]?.host.exec(host)?.groups?.['region'];
  const own = fitting.find(({ partition }) => region === undefined || partitions[partition].regions.includes(region));
  if (!own) return refuse('unknown-region');
  const path = portalPath(own.path, pathname);
  if (path === undefined) return refuse('incomplete');
  const origin = `https://${host}`;
  const { partition } = own;
  return { ok: true, address: { startUrl: `${origin}${path}` as StartUrl, origin, partition, region } };
}

/** The path of the normal form; `undefined` where the address lacks the id that its form needs. */
function portalPath(template: string, pathname: string): string | undefined {
  if (!template.includes('{id}')) return template.replace(/\/$/, '');
  const directory = /^\/directory\/([a-z0-9-]{1,64})(?:\/|$)/i.exec(pathname)?.[1];
  return directory && `/directory/${isDirectoryId(directory) ? directory.toLowerCase() : directory}`;
}

/** Of an id the case says nothing; of a name that the organisation chose it may. AWS lets none of these begin so. */
function isDirectoryId(directory: string): boolean {
  return /^d-/i.test(directory);
}

function refuse(problem: AddressProblem): AddressResult {
  return { ok: false, problem };
}

/** Whether a portal can be in a region: in the one that its host names, else in those of its partition. */
export function canBeIn({ region: own, partition }: PortalAddress, region: string): boolean {
  return own === undefined ? partitions[partition].regions.includes(region) : own === region;
}

/** What people know a portal by: its name, else the part of its address that is its own. */
export function portalName({ name, startUrl }: { readonly name: string; readonly startUrl: StartUrl }): string {
  return name || shortPortalName(startUrl);
}

/** The partition of a portal by its address. */
export function partitionOfPortal(portal: StartUrl): Partition {
  const parsed = parsePortalAddress(portal);
  return parsed.ok ? parsed.address.partition : 'aws';
}

/** What tells a portal from others in a word: the directory in its path, else the first label of its host. */
export function shortPortalName(portal: StartUrl): string {
  const { hostname, pathname } = new URL(portal);
  return /^\/directory\/([^/]+)/.exec(pathname)?.[1] ?? hostname.replace(/\..*/, '');
}

/**
 * The documented shortcut link to a console: `{portal}/#/console?account_id=…&role_name=…&destination=…`.
 * `destination` must be a console URL without a multi-session prefix (the portal answers 404 to one).
 */
export function consoleLink(
  portal: StartUrl,
  to: { accountId: AccountId; roleName?: RoleName | undefined; destination?: string | undefined },
): string {
  const query = [`account_id=${to.accountId}`];
  if (to.roleName !== undefined) query.push(`role_name=${encodeURIComponent(to.roleName)}`);
  if (to.destination !== undefined) query.push(`destination=${encodeURIComponent(to.destination)}`);
  return `${portal}/#/console?${query.join('&')}`;
}

/** The portal's own link to an assigned SaaS application: `{portal}/#/saml/default/{name}/{ins-…}`. */
export function appLink(portal: StartUrl, app: { id: string; name: string }): string {
  return `${portal}/#/saml/default/${encodeStrict(app.name || app.id)}/${encodeURIComponent(app.id)}`;
}

/** `encodeURIComponent` that also encodes `!'()*`, as the portal does for application names. */
function encodeStrict(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
