import type { Partition } from './partition';

interface PartitionServices {
  /** Services whose page stands elsewhere than on the console's host. */
  readonly servicePages: Readonly<Record<string, string>>;
  /** Services of the catalogue that this partition has not, or whose page is not known. */
  readonly lacks: ReadonlySet<string>;
}

/**
 * The services of each partition, where they differ from the catalogue. Missing are those that botocore's
 * `endpoints.json` lists for the commercial partition alone and whose absence is no mere gap of that list.
 */
export const partitionServices: Readonly<Record<Partition, PartitionServices>> = {
  aws: {
    servicePages: {
      health: 'https://health.console.aws.amazon.com/health/home',
      lightsail: 'https://lightsail.aws.amazon.com/ls/webapp/home',
      quicksight: 'https://quicksight.aws.amazon.com/',
    },
    lacks: new Set(),
  },
  'aws-us-gov': {
    servicePages: { health: 'https://phd.amazonaws-us-gov.com/phd/home' },
    lacks: words(
      'amplify appflow appmesh apprunner auditmanager billingconductor braket chime cleanrooms cloud9 cloudfront ' +
        'cloudsearch codeartifact dataexchange datapipeline dax devicefarm devopsguru forecast frauddetector ' +
        'gamelift globalaccelerator groundstation healthlake incidentmanager ivs lightsail macie mediaconnect ' +
        'medialive mediapackage mediatailor personalize proton quicksight shield vpclattice workmail',
    ),
  },
  'aws-cn': {
    servicePages: { health: 'https://health.amazonaws.cn/' },
    lacks: words(
      'amplify appflow apprunner appstream auditmanager bedrock bedrockagentcore billingconductor braket chime ' +
        'cleanrooms cloud9 cloudsearch codeartifact comprehend connect controlcatalog controltower costoptimization ' +
        'dataexchange datapipeline devicefarm devopsguru forecast frauddetector globalaccelerator grafana ' +
        'groundstation healthlake incidentmanager ivs kendra lex lightsail location macie managedblockchain ' +
        'mediaconnect medialive mediapackage mediatailor outposts pinpoint prometheus proton qbusiness qdeveloper ' +
        'quicksight rekognition resiliencehub securitylake ses shield textract translate vpclattice wellarchitected ' +
        'workmail',
    ),
  },
  'aws-eusc': {
    servicePages: {},
    lacks: words(
      'amplify appflow appmesh apprunner appstream auditmanager billingconductor braket chime cleanrooms cloud9 ' +
        'cloudfront cloudsearch codeartifact comprehend connect dataexchange datapipeline devicefarm devopsguru ' +
        'forecast frauddetector gamelift globalaccelerator grafana groundstation health healthlake ivs kendra ' +
        'lightsail macie managedblockchain mediaconnect medialive mediapackage mediatailor personalize pinpoint ' +
        'prometheus proton qbusiness qdeveloper quicksight rekognition resiliencehub shield textract transcribe ' +
        'translate vpclattice workmail workspaces',
    ),
  },
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
