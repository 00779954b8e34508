import { appPage } from './app-page';
import { consolePages } from './console-page';
import { controlApi } from './control';
import { withCors } from './cors';
import { devicePages } from './device-page';
import { type Role, roleOfHost } from './hosts';
import { identityCenterSignIn } from './idc-signin';
import type { Entry } from './ledger';
import { oidcApi } from './oidc';
import { operationOf } from './operations';
import { tokenIn } from './portal-answer';
import { portalApi } from './portal-api';
import { portalPages } from './portal-page';
import { revoke } from './sessions';
import { signinPages } from './signin';
import { shortAddress } from './short-address';
import type { State } from './state';
import { strike } from './strike';

type Fetch = (request: Request) => Response | Promise<Response>;

/** Answers a request as the host it names would, writes it into the ledger, and lets the faults strike. */
export function answerer(state: State): (request: Request, reset: () => void) => Promise<Response> {
  const hosts = hostsOf(state);

  return async (request, reset) => {
    const url = new URL(request.url);
    const role = roleOfHost(url.hostname);
    if (role.kind === 'control') return hosts.control(request);
    const op = operationOf(role.kind, request.method, url.pathname);
    const entry = state.ledger.record(await entryOf(state, request, url, op, role));
    const isApi = role.kind === 'portal-api' || role.kind === 'oidc';
    if (isApi && request.method === 'OPTIONS')
      return noted(entry, withCors(state, request, new Response(null, { status: 204 })));

    const effect = op === '' ? undefined : state.faults.strike(op, url.search);
    const call = { answer: async () => hosts[role.kind](request), revoke: () => revokeFor(state, request) };
    const result = effect ? await strike(effect, call) : await call.answer();
    if (result === 'reset') {
      reset();
      return noted(entry, new Response(null, { status: 500 }));
    }
    if (!isApi) return noted(entry, result);
    // A response of `fetch` kind may be immutable; this one may be changed.
    const changeable = new Response(result.body, result);
    stampDate(state, changeable);
    return noted(entry, withCors(state, request, changeable));
  };
}

function hostsOf(state: State): Record<Role['kind'], Fetch> {
  return {
    'portal-api': portalApi(state).fetch,
    oidc: oidcApi(state).fetch,
    signin: signinPages(state).fetch,
    'idc-signin': identityCenterSignIn(state).fetch,
    device: devicePages(state).fetch,
    console: consolePages(state).fetch,
    portal: portalPages(state).fetch,
    control: controlApi(state).fetch,
    'short-address': (request) => shortAddress(state, new URL(request.url)),
    app: (request) => appPage(new URL(request.url).hostname),
    // Lets any page and header in, as a host that is after tokens would.
    other: () =>
      new Response('nobody is here', {
        status: 404,
        headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' },
      }),
  };
}

async function entryOf(state: State, request: Request, url: URL, op: string, role: Role): Promise<Entry> {
  const secretsIn = state.ledger.secretsAmong(request.headers);
  if (state.ledger.containsSecret(decodeURIComponent(safe(url.search)))) secretsIn.push('(address)');
  const isForeign = role.kind === 'other' || role.kind === 'app';
  if (isForeign && state.ledger.containsSecret(await request.clone().text())) secretsIn.push('(body)');
  return {
    method: request.method,
    host: url.hostname,
    path: url.pathname,
    query: url.search,
    op,
    headerNames: [...request.headers.keys()],
    hadCookies: request.headers.has('cookie'),
    secretsIn,
    origin: request.headers.get('origin') ?? '',
    status: 0,
    atMs: Date.now(),
  };
}

/** Text that `decodeURIComponent` takes. */
function safe(text: string): string {
  return text.replace(/%(?![0-9a-f]{2})/gi, '%25');
}

function revokeFor(state: State, request: Request): void {
  const session = state.apiSessions.get(tokenIn(request.headers) ?? '');
  if (session) revoke(state, session);
}

function noted(entry: Entry, response: Response): Response {
  entry.status = response.status;
  return response;
}

function stampDate(state: State, response: Response): void {
  const { clockSkewMs } = state.settings;
  if (clockSkewMs !== 0) response.headers.set('date', new Date(Date.now() + clockSkewMs).toUTCString());
}
