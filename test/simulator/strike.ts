import { gzipSync } from 'node:zlib';
import type { Effect } from './faults';

interface Call {
  /** The answer that the call gets when nothing is wrong. */
  answer(): Promise<Response>;
  /** Ends the session that the call came with. */
  revoke(): void;
}

/** What a faulty call gets instead of (or around) its answer; `reset` means: tear the connection down. */
export async function strike(effect: Effect, { answer, revoke }: Call): Promise<Response | 'reset'> {
  switch (effect.kind) {
    case 'status':
      return faultyStatus(effect);
    case 'body':
      return new Response(effect.body, {
        status: effect.status ?? 200,
        headers: { 'content-type': effect.contentType ?? 'application/json' },
      });
    case 'truncate':
      return truncated(await answer());
    case 'reset':
      return 'reset';
    case 'drip':
      return dripping(await answer(), effect.everyMs ?? 5_000);
    case 'huge':
      return new Response(blanks(effect.bytes), { headers: { 'content-type': 'application/json' } });
    case 'gzip-bomb':
      return bomb(effect.bytes);
    case 'redirect':
      return new Response(null, {
        status: effect.status,
        headers: { location: effect.to, 'access-control-allow-origin': '*' },
      });
    case 'hold': {
      const held = await answer();
      await effect.gate.wait();
      return held;
    }
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, effect.ms));
      return answer();
    case 'repeat-token':
      return rewritten(await answer(), (page) => repeated(page, effect.token ?? 'AGAIN'));
    case 'empty-list':
      return rewritten(await answer(), emptied);
    case 'revoke':
      revoke();
      return answer();
  }
}

const errorTypes: Readonly<Record<number, string>> = {
  400: 'InvalidRequestException',
  401: 'UnauthorizedException',
  403: 'ForbiddenException',
  404: 'ResourceNotFoundException',
  429: 'TooManyRequestsException',
};

function faultyStatus({ status, html, headers }: Extract<Effect, { kind: 'status' }>): Response {
  if (html)
    return new Response('<!doctype html><title>Error</title><h1>Error</h1>', {
      status,
      headers: { ...headers, 'content-type': 'text/html' },
    });
  const type = errorTypes[status] ?? 'NullPointerException';
  return Response.json(
    { message: 'Internal error', __type: `com.amazonaws.switchboard.portal#${type}` },
    { status, headers: { ...headers, 'x-amzn-errortype': type } },
  );
}

async function truncated(answer: Response): Promise<Response> {
  const text = await answer.text();
  return new Response(text.slice(0, Math.floor(text.length / 2)), {
    status: answer.status,
    headers: { 'content-type': 'application/json' },
  });
}

async function rewritten(answer: Response, change: (page: object) => object): Promise<Response> {
  if (!answer.ok) return answer;
  const page: unknown = await answer.json();
  return Response.json(typeof page === 'object' && page !== null ? change(page) : page);
}

function repeated(page: object, token: unknown): object {
  return { ...page, ['result' in page ? 'paginationToken' : 'nextToken']: token };
}

function emptied(page: object): object {
  return Object.fromEntries(
    Object.entries(page).map(([name, value]: [string, unknown]) => [name, Array.isArray(value) ? [] : null]),
  );
}

async function dripping(answer: Response, everyMs: number): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let sent = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      timer = setInterval(() => {
        controller.enqueue(bytes.slice(sent, sent + 1));
        sent += 1;
        if (sent < bytes.length) return;
        clearInterval(timer);
        controller.close();
      }, everyMs);
    },
    cancel: () => clearInterval(timer),
  });
  return new Response(body, { status: answer.status, headers: { 'content-type': 'application/json' } });
}

function blanks(bytes: number): ReadableStream<Uint8Array> {
  const chunk = new TextEncoder().encode(' '.repeat(65_536));
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) return controller.close();
      controller.enqueue(chunk);
      left -= chunk.length;
    },
  });
}

function bomb(bytes: number): Response {
  return new Response(new Uint8Array(gzipSync(Buffer.alloc(bytes, 0x20))), {
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
  });
}
