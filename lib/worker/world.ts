import type { Aws } from '../aws/aws';
import type { BurgeeBrowser } from '../browser/burgee-browser';

/** What the worker's parts get handed: AWS, the browser, the clock and chance. */
export interface World {
  readonly aws: Aws;
  readonly browser: BurgeeBrowser;
  readonly now: () => number;
  readonly random: () => number;
}
