import type { Partition } from './partition';

export interface ConsoleHosts {
  /** Host of the un-prefixed console; regional and multi-session hosts are its subdomains. */
  readonly consoleHost: string;
  /** Hosts outside `consoleHost` that show console pages. */
  readonly otherConsoleHosts: readonly string[];
}

/** Where each partition's consoles live: what a console tab needs of the table of partitions. */
export const consoleHosts: Readonly<Record<Partition, ConsoleHosts>> = {
  aws: {
    consoleHost: 'console.aws.amazon.com',
    otherConsoleHosts: [
      'health.aws.amazon.com',
      'phd.aws.amazon.com',
      'lightsail.aws.amazon.com',
      'quicksight.aws.amazon.com',
    ],
  },
  'aws-us-gov': { consoleHost: 'console.amazonaws-us-gov.com', otherConsoleHosts: ['phd.amazonaws-us-gov.com'] },
  'aws-cn': { consoleHost: 'console.amazonaws.cn', otherConsoleHosts: ['health.amazonaws.cn'] },
  'aws-eusc': { consoleHost: 'console.amazonaws-eusc.eu', otherConsoleHosts: [] },
};
