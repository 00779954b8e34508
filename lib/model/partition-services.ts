import type { Partition } from './partition';

/** Services of each partition whose page stands elsewhere than on the console's host, by id. */
export const servicePages: Readonly<Record<Partition, Readonly<Record<string, string>>>> = {
  aws: {
    health: 'https://health.console.aws.amazon.com/health/home',
    lightsail: 'https://lightsail.aws.amazon.com/ls/webapp/home',
    quicksight: 'https://quicksight.aws.amazon.com/',
  },
  'aws-us-gov': { health: 'https://phd.amazonaws-us-gov.com/phd/home' },
  'aws-cn': { health: 'https://health.amazonaws.cn/' },
  'aws-eusc': {},
};
