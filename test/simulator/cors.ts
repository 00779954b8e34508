import type { State } from './state';

const HEADERS = [
  'authorization',
  'content-type',
  'x-amz-sso_bearer_token',
  'x-amz-sso-bearer-token',
  'x-amz-sso-csrf-token',
];

/** Only portal pages may call the API from a page; extensions need a host permission. */
export function withCors(state: State, request: Request, response: Response): Response {
  const origin = request.headers.get('origin');
  if (!origin || !state.world.portals.some(({ startUrl }) => new URL(startUrl).origin === origin)) return response;
  response.headers.set('access-control-allow-origin', origin);
  response.headers.set('access-control-allow-credentials', 'true');
  response.headers.set('access-control-allow-headers', HEADERS.join(', '));
  response.headers.set('access-control-allow-methods', 'GET, POST');
  response.headers.set('vary', 'origin');
  return response;
}
