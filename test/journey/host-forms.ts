import { type HostForm, hostForms } from '../simulator/worlds';
import type { WorldAccount, WorldApp, WorldPortal } from '../simulator/world';

/**
 * What must come of a portal of each documented host form, whichever browser walks the way: written by hand from AWS's
 * documents, so that it shares no mistake with the product's own table of partitions.
 */
interface Expected {
  /** As in ARNs. */
  readonly partition: 'aws' | 'aws-us-gov' | 'aws-cn' | 'aws-eusc';
  readonly consoleHost: string;
  /** Another Region of the partition where there is one, as a person says it. */
  readonly spokenRegion: string;
  readonly region: string;
}

const commercial = {
  partition: 'aws',
  consoleHost: 'console.aws.amazon.com',
  spokenRegion: 'frankfurt',
  region: 'eu-central-1',
} as const;
const gov = {
  partition: 'aws-us-gov',
  consoleHost: 'console.amazonaws-us-gov.com',
  spokenRegion: 'us-gov-east-1',
  region: 'us-gov-east-1',
} as const;
const china = {
  partition: 'aws-cn',
  consoleHost: 'console.amazonaws.cn',
  spokenRegion: 'ningxia',
  region: 'cn-northwest-1',
} as const;
const sovereign = {
  partition: 'aws-eusc',
  consoleHost: 'console.amazonaws-eusc.eu',
  spokenRegion: 'brandenburg',
  region: 'eusc-de-east-1',
} as const;

const expected: Readonly<Record<HostForm, Expected>> = {
  'directory-id': commercial,
  alias: commercial,
  'app-aws': commercial,
  'portal-amazonaws': commercial,
  gov,
  'gov-regional': gov,
  'gov-app-aws': gov,
  'gov-portal-amazonaws': gov,
  china,
  'china-directory': china,
  'china-alias': china,
  'china-regional': china,
  'china-dual': china,
  sovereign,
  'sovereign-dual': sovereign,
};

export interface Journey extends Expected {
  readonly form: HostForm;
  readonly portal: WorldPortal;
  /** Has the role `AdministratorAccess`, and counts as production. */
  readonly production: WorldAccount;
  /** Has the role `DeveloperAccess`, and counts as development. */
  readonly development: WorldAccount;
  readonly app: WorldApp;
  /** Where S3 opens in `region`. */
  readonly s3: string;
}

/** The way that is walked for each host form: sign in, list, find, open, mark, share, carry a page over, open an app. */
export const journeys: readonly Journey[] = Object.entries(expected).map(([form, facts]) =>
  journeyOf(form as HostForm, facts),
);

/** The first form of each partition. */
export const onePerPartition: readonly Journey[] = journeys.filter(
  ({ partition }, at) => journeys.findIndex((first) => first.partition === partition) === at,
);

function journeyOf(form: HostForm, facts: Expected): Journey {
  const portal = hostForms[form];
  const [production, development] = portal.accounts;
  const [app] = portal.apps;
  if (!production || !development || !app) throw new Error(`the portal ${form} lists too little`);
  const s3 = `https://${facts.region}.${facts.consoleHost}/s3/home?region=${facts.region}`;
  return { ...facts, form, portal, production, development, app, s3 };
}
