import { SSOClient } from '@aws-sdk/client-sso';
import type { AwsFailure, AwsResult } from './aws-failure';
import { type Answer, failureOfStatus, type Fetch, parseJson, send } from './http';

/** Carries a failure through the SDK, which only knows exceptions. */
class CallFailed extends Error {
  constructor(readonly failure: AwsFailure) {
    super(failure.kind);
  }
}

interface SdkRequest {
  readonly protocol: string;
  readonly hostname: string;
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>> | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface SsoCall {
  /** Sends one SDK command; failures are values. */
  <Output>(run: (client: SSOClient) => Promise<Output>, signal?: AbortSignal): Promise<AwsResult<Output>>;
}

/** The AWS SDK's client for one region's portal API, sending through our own careful `send`. */
export function createSsoCall(fetch: Fetch, region: string, host: string): SsoCall {
  return async (run, signal) => {
    let serverNowMs: number | undefined;
    const client = new SSOClient({
      region,
      endpoint: `https://${host}`,
      maxAttempts: 1,
      requestHandler: {
        handle: async (request: SdkRequest) => {
          const result = await send(fetch, addressOf(request, host), requestInit(request), signal);
          if (!result.ok) throw new CallFailed(result.failure);
          serverNowMs = result.serverNowMs;
          return { response: responseOf(result.value, request.method) };
        },
      },
    });
    try {
      return { ok: true, value: await run(client), serverNowMs };
    } catch (error) {
      if (error instanceof CallFailed) return { ok: false, failure: error.failure };
      return { ok: false, failure: { kind: 'network', detail: 'unexpected-shape' } };
    } finally {
      client.destroy();
    }
  };
}

/** Always the enumerated host, whatever the SDK resolved. */
function addressOf({ path, query }: SdkRequest, host: string): string {
  const url = new URL(path, `https://${host}`);
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const item of Array.isArray(value) ? value : [value])
      if (typeof item === 'string') url.searchParams.append(name, item);
  }
  return url.href;
}

/** Only the token goes along: the SDK's own telemetry headers would make every call need a wider permission. */
function requestInit({ method, headers }: SdkRequest): RequestInit {
  const token = headers['x-amz-sso_bearer_token'] ?? '';
  return { method, headers: { accept: 'application/json', 'x-amz-sso_bearer_token': token } };
}

function responseOf(
  answer: Answer,
  method: string,
): { statusCode: number; headers: Record<string, string>; body: Uint8Array } {
  const failure = failureOfStatus(answer);
  if (failure) throw new CallFailed(failure);
  if (method === 'GET' && !isObject(parseJson(answer.body)))
    throw new CallFailed({ kind: 'network', detail: 'not-json' });
  return { statusCode: answer.status, headers: Object.fromEntries(answer.headers), body: answer.body };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
