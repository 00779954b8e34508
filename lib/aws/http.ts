import { type AwsFailure, awsFailure, type AwsResult } from './aws-failure';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

const TIMEOUT_MS = 15_000;
const MOST_BYTES = 5 * 1_024 * 1_024;
const LONGEST_RETRY_MS = 60_000;

/**
 * One request to AWS, safely: no cookies, no redirects, at most 15 s and 5 MiB.
 * A redirect would carry the token header to another host, and a default fetch would send the portal's cookies.
 */
export async function send(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  signal?: AbortSignal,
): Promise<AwsResult<Answer>> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      ...init,
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    const body = await readCapped(response);
    if (!body) return awsFailure({ kind: 'network', detail: 'too-large' });
    const answer = { status: response.status, headers: response.headers, body };
    return { ok: true, value: answer, serverNowMs: serverClock(response.headers) };
  } catch {
    if (signal?.aborted) return awsFailure({ kind: 'aborted' });
    return awsFailure({ kind: 'network', detail: timeout.aborted ? 'timeout' : 'unreachable' });
  }
}

async function readCapped(response: Response): Promise<Uint8Array | undefined> {
  if (!response.body) return new Uint8Array();
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  return joined(chunks, size);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function serverClock(headers: Headers): number | undefined {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? undefined : date;
}

/** The failure that a status stands for; `undefined` for success. */
export function failureOfStatus({ status, headers, body }: Answer): AwsFailure | undefined {
  if (status >= 200 && status < 300) return undefined;
  const code = errorCode(headers, body);
  if (status === 429 || HASTE.test(code)) return { kind: 'throttled', retryAfterMs: retryAfter(headers) };
  const refusal = refusals[status];
  if (refusal) return isFromAws(headers, body) ? refusal : { kind: 'network', detail: 'not-json' };
  if (status >= 500) return { kind: 'network', detail: 'server-error' };
  return { kind: 'invalid', code };
}

/** Of the portal only 429 has been seen for haste; other APIs of AWS say it by name, with 400 or 503. */
const HASTE = /^(?:Throttl|TooManyRequests|RequestThrottl|RequestLimitExceeded)/;

const refusals: Readonly<Record<number, AwsFailure>> = {
  401: { kind: 'unauthorized' },
  403: { kind: 'forbidden' },
  404: { kind: 'missing' },
};

/** A proxy that stands in the way refuses with the same numbers, in words of its own. */
function isFromAws(headers: Headers, body: Uint8Array): boolean {
  const parsed = parseJson(body);
  return headers.has('x-amzn-errortype') || (typeof parsed === 'object' && parsed !== null);
}

/** The wait that an answer asks for, within [0, 60 s]; `undefined` where it asks for none or nonsense. */
function retryAfter(headers: Headers): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? headers.get('x-amz-retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds * 1_000, 0), LONGEST_RETRY_MS) : undefined;
}

/** The error's type from the header, bare or namespaced, else from `__type` or `error` in the body. */
function errorCode(headers: Headers, body: Uint8Array): string {
  const parsed = parseJson(body);
  const fields = typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  const named = fields['error'] ?? headers.get('x-amzn-errortype') ?? fields['__type'];
  return typeof named === 'string' ? (named.split('#').pop()?.split(':')[0] ?? '').slice(0, 80) : '';
}

/** The body as JSON; `undefined` where it is none. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
