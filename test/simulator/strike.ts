import type { Effect } from './faults';

/** What a faulty call gets instead of (or around) its answer; `reset` means: tear the connection down. */
export async function strike(effect: Effect, answer: () => Promise<Response>): Promise<Response | 'reset'> {
  switch (effect.kind) {
    case 'status':
      return faultyStatus(effect);
    case 'body':
      return new Response(effect.body, { headers: { 'content-type': effect.contentType ?? 'application/json' } });
    case 'truncate':
      return truncated(await answer());
    case 'reset':
      return 'reset';
    case 'drip':
      return dripping(await answer());
    case 'huge':
      return new Response(huge(effect.bytes), { headers: { 'content-type': 'application/json' } });
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
  }
}

function faultyStatus({ status, html, headers }: Extract<Effect, { kind: 'status' }>): Response {
  if (html)
    return new Response('<!doctype html><title>Error</title><h1>Error</h1>', {
      status,
      headers: { ...headers, 'content-type': 'text/html' },
    });
  const type = status === 429 ? 'TooManyRequestsException' : 'InternalErrorException';
  return Response.json(
    { message: 'simulated', __type: `com.amazonaws.switchboard.portal#${type}` },
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

/** One byte every five seconds. */
async function dripping(answer: Response): Promise<Response> {
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
      }, 5_000);
    },
    cancel: () => clearInterval(timer),
  });
  return new Response(body, { headers: { 'content-type': 'application/json' } });
}

function huge(bytes: number): ReadableStream<Uint8Array> {
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
