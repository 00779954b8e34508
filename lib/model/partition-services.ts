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
      'amplify appflow apprunner auditmanager billingconductor braket chime cleanrooms cloud9 cloudsearch codeartifact ' +
        'dataexchange datapipeline devicefarm devopsguru forecast frauddetector gamelift globalaccelerator groundstation ' +
        'healthlake ivs lightsail macie mediaconnect medialive mediapackage mediatailor personalize proton quicksight ' +
        'vpclattice workdocs workmail',
    ),
  },
  'aws-cn': {
    servicePages: { health: 'https://health.amazonaws.cn/' },
    lacks: words(
      'amplify appflow apprunner appstream auditmanager bedrock bedrockagentcore billingconductor braket chime cleanrooms ' +
        'cloud9 cloudsearch codeartifact connect controlcatalog controltower costoptimization dataexchange datapipeline ' +
        'devicefarm devopsguru forecast frauddetector globalaccelerator grafana groundstation healthlake ivs kendra ' +
        'lightsail macie managedblockchain mediaconnect medialive mediapackage mediatailor pinpoint prometheus proton ' +
        'quicksight rekognition resiliencehub textract translate vpclattice workdocs workmail',
    ),
  },
  'aws-eusc': {
    servicePages: {},
    lacks: words(
      'amplify appflow apprunner appmesh appstream auditmanager billingconductor braket chime cleanrooms cloud9 cloudsearch ' +
        'codeartifact comprehend connect dataexchange datapipeline devicefarm devopsguru forecast frauddetector gamelift ' +
        'globalaccelerator grafana groundstation health healthlake ivs kendra lightsail macie managedblockchain ' +
        'mediaconnect medialive mediapackage mediatailor personalize pinpoint prometheus proton quicksight rekognition ' +
        'resiliencehub textract transcribe translate vpclattice workdocs workmail workspaces',
    ),
  },
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
