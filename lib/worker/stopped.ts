import type { AwsFailure } from '../aws/aws-failure';

/** Why a crawl can't go on now. Thrown inside the crawl only. */
export class Stopped extends Error {
  constructor(
    readonly failure: AwsFailure,
    /** When AWS lets it go on, where it said so. */
    readonly waitUntilMs?: number,
  ) {
    super(failure.kind);
  }
}
