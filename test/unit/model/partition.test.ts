import { describe, expect, test } from 'vitest';
import { parseAccountId, parseRoleName } from '../../../lib/model/account';
import { parseConsoleUrl, withoutSession } from '../../../lib/model/console-url';
import type { Directory } from '../../../lib/model/directory';
import { manifest, otherConsoleHosts, portalHosts, requiredHosts } from '../../../lib/model/manifest';
import { oidcHost, type Partition, partitionNames, partitions, portalApiHost } from '../../../lib/model/partition';
import { servicePages } from '../../../lib/model/partition-services';
import { emptyPersonal } from '../../../lib/model/personal';
import { parsePortalAddress } from '../../../lib/model/portal';
import { parseQuery } from '../../../lib/model/query';
import { search } from '../../../lib/model/search';
import { buildIndex } from '../../../lib/model/search-index';
import { isServiceOf, services, serviceUrl } from '../../../lib/model/service';
import { type HostForm, hostForms } from '../../simulator/worlds';

const regions = partitionNames.flatMap((name) => partitions[name].regions);
const built = manifest({ browser: 'chrome', hostsGranted: false });
const optional = built.optional_host_permissions as readonly string[];

/** Whether one of the browser's match patterns covers an address. */
function isCovered(address: string, patterns: readonly string[]): boolean {
  const { protocol, hostname } = new URL(address);
  return patterns.some((pattern) => {
    const [, scheme = '', host = ''] = /^(\w+:)\/\/([^/]*)\/\*$/.exec(pattern) ?? [];
    if (scheme !== protocol) return false;
    return host.startsWith('*.') ? hostname === host.slice(2) || hostname.endsWith(host.slice(1)) : hostname === host;
  });
}

describe('a region in the words of a search', () => {
  test.each(regions)('%s is understood with dashes, with spaces and run together', (region) => {
    for (const spoken of [region, region.replaceAll('-', ' '), region.replaceAll('-', '')])
      expect(parseQuery(`s3 ${spoken} admin`).regions.map((reading) => reading.region)).toEqual([region]);
  });
});

describe('the table of partitions', () => {
  test('lists each region once', () => {
    expect(regions).toHaveLength(39);
    expect(new Set(regions).size).toBe(39);
  });

  test.each<[region: string, api: string, oidc: string]>([
    ['eu-west-1', 'portal.sso.eu-west-1.amazonaws.com', 'oidc.eu-west-1.amazonaws.com'],
    ['us-gov-east-1', 'portal.sso.us-gov-east-1.amazonaws.com', 'oidc.us-gov-east-1.amazonaws.com'],
    ['cn-north-1', 'portal.sso.cn-north-1.amazonaws.com.cn', 'oidc.cn-north-1.amazonaws.com.cn'],
    ['eusc-de-east-1', 'portal.sso.eusc-de-east-1.amazonaws.eu', 'oidc.eusc-de-east-1.amazonaws.eu'],
  ])('tells the API hosts of %s', (region, api, oidc) => {
    expect([portalApiHost(region), oidcHost(region)]).toEqual([api, oidc]);
  });

  test.each(['mars-north-1', '', 'eu-west-1.evil.example'])('knows no API host of the region “%s”', (region) => {
    expect([portalApiHost(region), oidcHost(region)]).toEqual([undefined, undefined]);
  });

  test.each(Object.entries(hostForms))('knows the portal %s and its partition', (_, { startUrl, region }) => {
    const parsed = parsePortalAddress(startUrl);
    if (!parsed.ok) throw new Error(parsed.problem);
    expect(parsed.address.startUrl).toBe(startUrl);
    expect(partitions[parsed.address.partition].regions).toContain(region);
    expect([undefined, region]).toContain(parsed.address.region);
  });
});

describe('the manifest and the table of partitions', () => {
  test.each(Object.values(hostForms).map(({ startUrl }) => startUrl))('%s can be asked for', (startUrl) => {
    expect(isCovered(startUrl, optional)).toBe(true);
    expect(isCovered(startUrl, portalHosts)).toBe(true);
  });

  test.each(regions)('the APIs of %s can be asked for and are the only ones that Burgee may speak to', (region) => {
    const hosts = [portalApiHost(region), oidcHost(region)].map((host) => `https://${host ?? ''}`);
    const { extension_pages: policy } = built.content_security_policy as { extension_pages: string };
    const allowed = /connect-src ([^;]*)/.exec(policy)?.[1]?.split(' ') ?? [];
    for (const host of hosts) expect(optional).toContain(`${host}/*`);
    expect(allowed).toEqual(expect.arrayContaining(hosts));
    expect(allowed).toHaveLength(regions.length * 2);
  });

  test.each(partitionNames)('consoles of %s are marked from the start, or can be asked for', (name) => {
    const { consoleHost, otherConsoleHosts: others, homeRegion } = partitions[name];
    const own = [`https://${consoleHost}/`, `https://${homeRegion}.${consoleHost}/`];
    for (const page of own) expect(isCovered(page, [...requiredHosts, ...otherConsoleHosts])).toBe(true);
    for (const host of others) expect(optional).toContain(`https://${host}/*`);
    for (const page of Object.values(servicePages[name]))
      expect(isCovered(page, [...requiredHosts, ...otherConsoleHosts])).toBe(true);
  });

  test('no pattern is wider than one of AWS’s own zones', () => {
    const wide = [...optional, ...requiredHosts].filter((pattern) => pattern.includes('*.'));
    const zones = [...portalHosts, ...partitionNames.map((name) => `https://*.${partitions[name].consoleHost}/*`)];
    expect(wide.filter((pattern) => !zones.includes(pattern))).toEqual([]);
    for (const host of [
      'bucket.s3.amazonaws.com',
      'evil.example',
      'aws.amazon.com',
      'x.execute-api.eu-west-1.amazonaws.com',
    ])
      expect(isCovered(`https://${host}/`, [...optional, ...requiredHosts])).toBe(false);
  });
});

type Read = readonly [address: string, partition: Partition, region: string | undefined, session: string | undefined];
const consoles: readonly Read[] = [
  ['https://console.aws.amazon.com/console/home', 'aws', undefined, undefined],
  ['https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#Instances:', 'aws', 'eu-west-1', undefined],
  [
    'https://111111111111-abcd1234.eu-west-1.console.aws.amazon.com/s3/home?region=eu-west-1',
    'aws',
    'eu-west-1',
    '111111111111-abcd1234',
  ],
  ['https://s3.console.aws.amazon.com/s3/buckets?region=us-east-1', 'aws', 'us-east-1', undefined],
  ['https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-2#/roles', 'aws', 'us-east-2', undefined],
  ['https://health.console.aws.amazon.com/health/home', 'aws', undefined, undefined],
  ['https://health.aws.amazon.com/health/home', 'aws', undefined, undefined],
  ['https://phd.aws.amazon.com/phd/home', 'aws', undefined, undefined],
  ['https://lightsail.aws.amazon.com/ls/webapp/home', 'aws', undefined, undefined],
  ['https://quicksight.aws.amazon.com/', 'aws', undefined, undefined],
  ['https://support.console.aws.amazon.com/support/home', 'aws', undefined, undefined],
  [
    'https://console.aws.amazon.com/go/view?arn=arn%3Aaws%3Aiam%3A%3A111111111111%3Arole%2FAdmin',
    'aws',
    undefined,
    undefined,
  ],
  ['https://console.amazonaws-us-gov.com/console/home', 'aws-us-gov', undefined, undefined],
  ['https://us-gov-east-1.console.amazonaws-us-gov.com/ec2/home', 'aws-us-gov', 'us-gov-east-1', undefined],
  [
    'https://111111111111-abcd1234.us-gov-west-1.console.amazonaws-us-gov.com/s3/home',
    'aws-us-gov',
    'us-gov-west-1',
    '111111111111-abcd1234',
  ],
  ['https://phd.amazonaws-us-gov.com/phd/home', 'aws-us-gov', undefined, undefined],
  ['https://console.amazonaws.cn/console/home', 'aws-cn', undefined, undefined],
  ['https://cn-northwest-1.console.amazonaws.cn/ec2/home', 'aws-cn', 'cn-northwest-1', undefined],
  ['https://health.amazonaws.cn/', 'aws-cn', undefined, undefined],
  ['https://console.amazonaws-eusc.eu/console/home', 'aws-eusc', undefined, undefined],
  ['https://eusc-de-east-1.console.amazonaws-eusc.eu/console/home', 'aws-eusc', 'eusc-de-east-1', undefined],
];

describe('the address of a console', () => {
  test.each(consoles)('%s is read', (address, partition, region, session) => {
    expect(parseConsoleUrl(address)).toMatchObject({ partition, region, session });
    expect(isCovered(address, [...requiredHosts, ...otherConsoleHosts])).toBe(true);
  });

  test.each([
    'https://console.aws.amazon.com.evil.example/',
    'https://xconsole.aws.amazon.com/',
    'https://docs.aws.amazon.com/console',
    'https://evil-console.amazonaws.cn/',
    'https://console.amazonaws-us-gov.com.evil.example/',
    'http://console.amazonaws.cn/',
    'https://signin.amazonaws-us-gov.com/',
    'https://lightsail.aws.amazon.com.evil.example/',
  ])('%s is none', (address) => {
    expect(parseConsoleUrl(address)).toBeUndefined();
  });

  test('a page goes to another account without its session’s prefix, in every partition', () => {
    for (const name of partitionNames) {
      const { consoleHost, homeRegion } = partitions[name];
      const page = `${homeRegion}.${consoleHost}/s3/home?region=${homeRegion}`;
      expect(withoutSession(`https://111111111111-abcd1234.${page}`)).toBe(`https://${page}`);
    }
  });
});

describe('a service in a partition', () => {
  test.each(partitionNames)('opens in a console of %s, or is not offered there', (name) => {
    for (const service of services) {
      const page = serviceUrl(service.id, partitions[name].homeRegion, name);
      const opensIn = page === undefined ? undefined : parseConsoleUrl(page)?.partition;
      expect(opensIn).toBe(isServiceOf(service, name) ? name : undefined);
    }
  });

  test.each(partitionNames)('what %s keeps elsewhere stands in the catalogue, and is not lacked there', (name) => {
    const had = services.filter((service) => isServiceOf(service, name)).map(({ id }) => id);
    expect(Object.keys(servicePages[name]).filter((id) => !had.includes(id))).toEqual([]);
  });

  test('is found in the accounts of a partition that has it, and in no other', () => {
    const found = (words: string): string[] =>
      search(index, words, { nowMs: 0, limit: 20 }).rows.map(({ key }) => key.split('|')[0] ?? '');
    const index = buildIndex(directoryOf(['alias', 'china']), emptyPersonal, 0);
    expect(found('lightsail 02111111')).toContain('service');
    expect(found('lightsail 09111111')).not.toContain('service');
    expect(found('s3 09111111')).toContain('service');
  });

  test.each<[service: string, partition: Partition, page: string | undefined]>([
    ['health', 'aws', 'https://health.console.aws.amazon.com/health/home'],
    ['health', 'aws-us-gov', 'https://phd.amazonaws-us-gov.com/phd/home'],
    ['health', 'aws-cn', 'https://health.amazonaws.cn/'],
    ['health', 'aws-eusc', undefined],
    ['lightsail', 'aws', 'https://lightsail.aws.amazon.com/ls/webapp/home'],
    ['lightsail', 'aws-cn', undefined],
    ['quicksight', 'aws-us-gov', undefined],
    ['s3', 'aws-eusc', 'https://eusc-de-east-1.console.amazonaws-eusc.eu/s3/home?region=eusc-de-east-1'],
    ['support', 'aws-cn', 'https://console.amazonaws.cn/support/home'],
  ])('%s in %s is at %s', (service, partition, page) => {
    expect(serviceUrl(service, partitions[partition].homeRegion, partition)).toBe(page);
  });
});

/** What a crawl of these portals would have listed. */
function directoryOf(forms: readonly HostForm[]): Directory {
  const portals = forms.flatMap((form) => {
    const { startUrl, region, accounts } = hostForms[form];
    const parsed = parsePortalAddress(startUrl);
    const partition = partitionNames.find((name) => partitions[name].regions.includes(region));
    return parsed.ok && partition ? [{ startUrl: parsed.address.startUrl, region, partition, name: '', accounts }] : [];
  });
  return {
    portals,
    accounts: portals.flatMap(({ startUrl, accounts }) =>
      accounts.flatMap(({ id, name, email, roles }) => {
        const known = parseAccountId(id);
        const listed = roles.flatMap((role) => parseRoleName(role) ?? []);
        return known ? [{ portal: startUrl, id: known, name, nameAltered: false, email, roles: listed }] : [];
      }),
    ),
    apps: [],
  };
}
