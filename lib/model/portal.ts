import type { AccountId, RoleName } from './account';
import { type Partition, partitionOfRegion, partitions } from './partition';

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

interface HostForm {
  readonly pattern: RegExp;
  readonly partition: Partition | 'by-region';
  /** Where the portal lives below the host; `directory` needs an id in the path. */
  readonly path: '/start' | '/' | 'directory';
}

/** Every documented host form. Order matters: the first that fits wins (the gov and China forms are inside the wider ones). */
const forms: readonly HostForm[] = [
  {
    pattern: new RegExp(`^start\\.(?:(?<region>${REGION})\\.)?us-gov-home\\.awsapps\\.com$`),
    partition: 'aws-us-gov',
    path: 'directory',
  },
  {
    pattern: new RegExp(`^start\\.(?:(?<region>${REGION})\\.)?home\\.awsapps\\.cn$`),
    partition: 'aws-cn',
    path: 'directory',
  },
  { pattern: new RegExp(`^${LABEL}\\.awsapps\\.com$`), partition: 'aws', path: '/start' },
  { pattern: new RegExp(`^${LABEL}\\.awsapps\\.cn$`), partition: 'aws-cn', path: '/start' },
  { pattern: new RegExp(`^${LABEL}\\.portal\\.(?<region>${REGION})\\.app\\.aws$`), partition: 'by-region', path: '/' },
  {
    pattern: new RegExp(`^${LABEL}\\.(?<region>${REGION})\\.portal\\.amazonaws\\.com$`),
    partition: 'by-region',
    path: '/',
  },
  {
    pattern: new RegExp(`^${LABEL}\\.(?<region>${REGION})\\.portal\\.amazonaws\\.com\\.cn$`),
    partition: 'aws-cn',
    path: '/',
  },
  {
    pattern: new RegExp(`^${LABEL}\\.portal\\.(?<region>${REGION})\\.app\\.amazonwebservices\\.com\\.cn$`),
    partition: 'aws-cn',
    path: '/',
  },
  {
    pattern: new RegExp(`^${LABEL}\\.(?<region>${REGION})\\.portal\\.amazonaws\\.eu$`),
    partition: 'aws-eusc',
    path: '/',
  },
  {
    pattern: new RegExp(`^${LABEL}\\.portal\\.(?<region>${REGION})\\.(?:api|app)\\.amazonwebservices\\.eu$`),
    partition: 'aws-eusc',
    path: '/',
  },
];

/**
 * Reads what a person typed or a tab shows as the address of an access portal.
 * Accepts upper case, spaces around, a missing scheme, a trailing dot and any route behind `#`; refuses all that is
 * not https on one of AWS's own portal hosts.
 */
export function parsePortalAddress(input: string): AddressResult {
  if (input.length > LONGEST_ADDRESS) return refuse('too-long');
  const text = input.trim();
  if (text === '') return refuse('empty');
  const url = parseUrl(text);
  if (!url) return refuse('not-a-url');
  if (url.protocol !== 'https:') return refuse('not-https');
  if (url.username !== '' || url.password !== '') return refuse('has-credentials');
  if (url.port !== '') return refuse('has-port');
  const host = url.hostname.replace(/\.$/, '');
  if (/(^|\.)account-access\.[^.]+\.app\.aws$/.test(host)) return refuse('account-access');
  if (/^identitycenter\.(?:us-gov\.)?amazonaws\.(?:com|cn|eu|com\.cn)$/.test(host)) return refuse('issuer');
  for (const form of forms) {
    const match = form.pattern.exec(host);
    if (match) return fromForm(form, host, url.pathname, match.groups?.region);
  }
  return refuse('not-aws');
}

function fromForm(form: HostForm, host: string, pathname: string, region: string | undefined): AddressResult {
  const partition = form.partition === 'by-region' ? partitionOfRegion(region ?? '') : form.partition;
  if (!partition) return refuse('unknown-region');
  if (region !== undefined && !partitions[partition].regions.includes(region)) return refuse('unknown-region');
  const path = portalPath(form, pathname);
  if (path === undefined) return refuse('incomplete');
  const origin = `https://${host}`;
  return { ok: true, address: { startUrl: `${origin}${path}` as StartUrl, origin, partition, region } };
}

function portalPath(form: HostForm, pathname: string): string | undefined {
  if (form.path === '/') return '';
  if (form.path === '/start') return '/start';
  const directory = /^\/directory\/([a-z0-9-]{1,64})(?:\/|$)/i.exec(pathname)?.[1];
  return directory && `/directory/${directory}`;
}

function parseUrl(text: string): URL | undefined {
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  return URL.canParse(withScheme) ? new URL(withScheme) : undefined;
}

function refuse(problem: AddressProblem): AddressResult {
  return { ok: false, problem };
}

/** The partition of a portal by its address. */
export function partitionOfPortal(portal: StartUrl): Partition {
  const parsed = parsePortalAddress(portal);
  return parsed.ok ? parsed.address.partition : 'aws';
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
  return `${portal}/#/saml/default/${encodeStrict(app.name)}/${encodeURIComponent(app.id)}`;
}

/** `encodeURIComponent` that also encodes `!'()*`, as the portal does for application names. */
function encodeStrict(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
