import { type ConsoleHosts, consoleHosts } from './console-hosts';

/** AWS partitions that Burgee knows; ids as in ARNs. */
export type Partition = 'aws' | 'aws-us-gov' | 'aws-cn' | 'aws-eusc';

interface PartitionFacts extends ConsoleHosts {
  readonly regions: readonly string[];
  /**
   * Addresses of access portals. `{id}` is one label of a host or one part of a path: a directory's or instance's id, or
   * a name that the organisation chose; `{region}` is one of `regions`.
   */
  readonly portals: readonly string[];
  /** DNS suffix of `portal.sso.{region}` and `oidc.{region}`. Both have a dual-stack twin, which Burgee does not ask. */
  readonly apiSuffix: string;
  /** Names an organisation to command lines, and shows no page. */
  readonly issuerHost: string;
  /** Federation, role switching, sign-out; regional hosts are its subdomains. */
  readonly signinHost: string;
  /** Region of `consoleHost` itself. */
  readonly homeRegion: string;
}

/**
 * The one table of partitions: portals, their APIs, federation, consoles, regions; its columns of consoles and services
 * stand beside it (`console-hosts.ts`, `partition-services.ts`): console tabs need the one and not the others. Host
 * forms are those of the AWS CLI's `resolve.py`, the SDKs' endpoint tests and the GovCloud guide. EU Sovereign Cloud
 * hosts come from few sources; they are guessed here and nowhere else.
 */
export const partitions: Readonly<Record<Partition, PartitionFacts>> = {
  aws: {
    regions: [
      'us-east-1',
      'us-east-2',
      'us-west-1',
      'us-west-2',
      'af-south-1',
      'ap-east-1',
      'ap-east-2',
      'ap-northeast-1',
      'ap-northeast-2',
      'ap-northeast-3',
      'ap-south-1',
      'ap-south-2',
      'ap-southeast-1',
      'ap-southeast-2',
      'ap-southeast-3',
      'ap-southeast-4',
      'ap-southeast-5',
      'ap-southeast-6',
      'ap-southeast-7',
      'ca-central-1',
      'ca-west-1',
      'eu-central-1',
      'eu-central-2',
      'eu-north-1',
      'eu-south-1',
      'eu-south-2',
      'eu-west-1',
      'eu-west-2',
      'eu-west-3',
      'il-central-1',
      'me-central-1',
      'me-south-1',
      'mx-central-1',
      'sa-east-1',
    ],
    portals: ['{id}.awsapps.com/start', '{id}.portal.{region}.app.aws/', '{id}.{region}.portal.amazonaws.com/'],
    apiSuffix: 'amazonaws.com',
    issuerHost: 'identitycenter.amazonaws.com',
    ...consoleHosts.aws,
    signinHost: 'signin.aws.amazon.com',
    homeRegion: 'us-east-1',
  },
  'aws-us-gov': {
    regions: ['us-gov-west-1', 'us-gov-east-1'],
    portals: [
      'start.us-gov-home.awsapps.com/directory/{id}',
      'start.{region}.us-gov-home.awsapps.com/directory/{id}',
      '{id}.portal.{region}.app.aws/',
      '{id}.{region}.portal.amazonaws.com/',
    ],
    apiSuffix: 'amazonaws.com',
    issuerHost: 'identitycenter.us-gov.amazonaws.com',
    ...consoleHosts['aws-us-gov'],
    signinHost: 'signin.amazonaws-us-gov.com',
    homeRegion: 'us-gov-west-1',
  },
  'aws-cn': {
    regions: ['cn-north-1', 'cn-northwest-1'],
    portals: [
      'start.home.awsapps.cn/directory/{id}',
      'start.{region}.home.awsapps.cn/directory/{id}',
      '{id}.awsapps.cn/start',
      '{id}.{region}.portal.amazonaws.com.cn/',
      '{id}.portal.{region}.app.amazonwebservices.com.cn/',
    ],
    apiSuffix: 'amazonaws.com.cn',
    issuerHost: 'identitycenter.amazonaws.com.cn',
    ...consoleHosts['aws-cn'],
    signinHost: 'signin.amazonaws.cn',
    homeRegion: 'cn-north-1',
  },
  'aws-eusc': {
    regions: ['eusc-de-east-1'],
    // The AWS CLI spells `api.` where its kin have `app.`: both are taken.
    portals: [
      '{id}.{region}.portal.amazonaws.eu/',
      '{id}.portal.{region}.api.amazonwebservices.eu/',
      '{id}.portal.{region}.app.amazonwebservices.eu/',
    ],
    apiSuffix: 'amazonaws.eu',
    issuerHost: 'identitycenter.amazonaws.eu',
    ...consoleHosts['aws-eusc'],
    signinHost: 'signin.amazonaws-eusc.eu',
    homeRegion: 'eusc-de-east-1',
  },
};

export const partitionNames = Object.keys(partitions) as readonly Partition[];

/** The partition a region belongs to, or `undefined` for a region that the table does not list. */
export function partitionOfRegion(region: string): Partition | undefined {
  return partitionNames.find((name) => partitions[name].regions.includes(region));
}

/** Host of the portal API of a listed region: `portal.sso.eu-west-1.amazonaws.com`. */
export function portalApiHost(region: string): string | undefined {
  return apiHost('portal.sso', region);
}

/** Host of the OIDC API of a listed region: `oidc.eu-west-1.amazonaws.com`. */
export function oidcHost(region: string): string | undefined {
  return apiHost('oidc', region);
}

function apiHost(service: string, region: string): string | undefined {
  const partition = partitionOfRegion(region);
  return partition && `${service}.${region}.${partitions[partition].apiSuffix}`;
}
