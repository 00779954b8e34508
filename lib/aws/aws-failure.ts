import type { NetworkDetail } from '../model/failure';

/** How a call to AWS can fail, told apart as far as anybody acts on it. */
export type AwsFailure =
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'forbidden' }
  /** There is no such call, or no such thing. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'throttled'; readonly retryAfterMs: number | undefined }
  | { readonly kind: 'invalid'; readonly code: string }
  | { readonly kind: 'network'; readonly detail: NetworkDetail }
  | { readonly kind: 'aborted' };

/** The server's clock where the answer told it, beside the value. */
export type AwsResult<Value> =
  | { readonly ok: true; readonly value: Value; readonly serverNowMs: number | undefined }
  | { readonly ok: false; readonly failure: AwsFailure };

export function awsFailure(failure: AwsFailure): AwsResult<never> {
  return { ok: false, failure };
}
