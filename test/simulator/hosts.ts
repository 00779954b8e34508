/** Hosts of one region, by partition, as the simulator answers for them (its own table: it must not share the product's mistakes). */
interface RegionHosts {
  /** What the API hosts end in. */
  readonly domain: string;
  readonly portalApi: string;
  readonly oidc: string;
  readonly signin: string;
  readonly console: string;
  /** Domain of the console's cookies. */
  readonly cookieDomain: string;
  readonly partition: string;
}

export function hostsOfRegion(region: string): RegionHosts {
  const family = familyOf(region);
  return {
    domain: family.api,
    portalApi: `portal.sso.${region}.${family.api}`,
    oidc: `oidc.${region}.${family.api}`,
    signin: `${region}.${family.signin}`,
    console: family.console,
    cookieDomain: family.cookieDomain,
    partition: family.partition,
  };
}

export interface Family {
  readonly partition: string;
  readonly api: string;
  readonly signin: string;
  readonly console: string;
  readonly cookieDomain: string;
}

const families: readonly (readonly [prefix: string, family: Family])[] = [
  [
    'us-gov-',
    {
      partition: 'aws-us-gov',
      api: 'amazonaws.com',
      signin: 'signin.amazonaws-us-gov.com',
      console: 'console.amazonaws-us-gov.com',
      cookieDomain: '.amazonaws-us-gov.com',
    },
  ],
  [
    'cn-',
    {
      partition: 'aws-cn',
      api: 'amazonaws.com.cn',
      signin: 'signin.amazonaws.cn',
      console: 'console.amazonaws.cn',
      cookieDomain: '.amazonaws.cn',
    },
  ],
  [
    'eusc-',
    {
      partition: 'aws-eusc',
      api: 'amazonaws.eu',
      signin: 'signin.amazonaws-eusc.eu',
      console: 'console.amazonaws-eusc.eu',
      cookieDomain: '.amazonaws-eusc.eu',
    },
  ],
  [
    '',
    {
      partition: 'aws',
      api: 'amazonaws.com',
      signin: 'signin.aws.amazon.com',
      console: 'console.aws.amazon.com',
      cookieDomain: '.amazon.com',
    },
  ],
];

export function familyOf(region: string): Family {
  const found = families.find(([prefix]) => region.startsWith(prefix));
  if (!found) throw new Error(`no family for ${region}`);
  return found[1];
}

/** What answers at a host name. */
export type Role =
  | { readonly kind: 'portal-api'; readonly region: string }
  | { readonly kind: 'oidc'; readonly region: string }
  | { readonly kind: 'signin'; readonly family: Family }
  | { readonly kind: 'idc-signin' }
  | { readonly kind: 'device' }
  | {
      readonly kind: 'console';
      readonly family: Family;
      readonly session: string | undefined;
      readonly region: string | undefined;
    }
  | { readonly kind: 'portal' }
  | { readonly kind: 'app' }
  | { readonly kind: 'short-address' }
  | { readonly kind: 'control' }
  | { readonly kind: 'other' };

const others =
  /^(?:health|phd|lightsail|quicksight)\.aws\.amazon\.com$|^phd\.amazonaws-us-gov\.com$|^health\.amazonaws\.cn$/;

export function roleOfHost(host: string): Role {
  if (host === '127.0.0.1' || host === 'localhost') return { kind: 'control' };
  const api =
    /^(portal\.sso|oidc)\.([a-z0-9-]+)\.(?:amazonaws\.(?:com|com\.cn|eu)|api\.(?:aws|amazonwebservices\.com\.cn))$/.exec(
      host,
    );
  if (api) return { kind: api[1] === 'oidc' ? 'oidc' : 'portal-api', region: api[2] ?? '' };
  if (/^device\.sso\.[a-z0-9-]+\.amazonaws\.com$/.test(host)) return { kind: 'device' };
  if (/^[a-z0-9-]+\.signin\.aws$/.test(host)) return { kind: 'idc-signin' };
  for (const [, family] of families) {
    if (host === family.signin || host.endsWith(`.${family.signin}`)) return { kind: 'signin', family };
    if (host !== family.console && !host.endsWith(`.${family.console}`)) continue;
    const labels = host.slice(0, -family.console.length).split('.').filter(Boolean);
    const session = labels.find((label) => /^\d{12}-[0-9a-z]{8}$/.test(label));
    return {
      kind: 'console',
      family,
      session,
      region: labels.find((label) => /-\d+$/.test(label) && label !== session),
    };
  }
  if (others.test(host))
    return {
      kind: 'console',
      family: familyOf(host.endsWith('.cn') ? 'cn-' : 'us-east-1'),
      session: undefined,
      region: undefined,
    };
  if (
    /\.awsapps\.(?:com|cn)$|\.app\.aws$|\.portal\.amazonaws\.(?:com|com\.cn|eu)$|\.amazonwebservices\.(?:com\.cn|eu)$/.test(
      host,
    )
  )
    return { kind: 'portal' };
  if (host.endsWith('.app.example')) return { kind: 'app' };
  if (host.endsWith('.short.example')) return { kind: 'short-address' };
  return { kind: 'other' };
}
