import { createServer as createPlainServer, type Server } from 'node:http';
import { createServer, type Server as SecureServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { type Authority, createAuthority } from './certificate';
import { consolePages } from './console-page';
import { type Role, roleOfHost } from './hosts';
import { oidcApi } from './oidc';
import { operationOf } from './operations';
import { portalApi } from './portal-api';
import { identityCenterSignIn, portalPages } from './portal-page';
import { signinPages } from './signin';
import { createState, type State } from './state';
import { strike } from './strike';
import type { World } from './world';
import { isWorldName, type WorldName, worlds } from './worlds';

export interface Simulator extends State {
  readonly port: number;
  /** An HTTP CONNECT proxy that sends every host to the simulator: for Firefox and the AWS CLI. */
  readonly proxyPort: number;
  readonly authority: Authority;
  /** What Chromium needs to reach it. Loopback addresses stay what they are. */
  readonly chromiumArguments: readonly string[];
  close(): Promise<void>;
}

type Fetch = (request: Request) => Response | Promise<Response>;

/** Starts AWS on loopback. Ports are free ones unless given. */
export async function startSimulator(options: { world: WorldName | World; port?: number }): Promise<Simulator> {
  const world = typeof options.world === 'string' ? worldNamed(options.world) : options.world;
  const state = createState(world);
  const authority = await createAuthority();
  const apps = appsOf(state);
  const listener = getRequestListener((request, { incoming }) =>
    answer(state, apps, request, () => incoming.socket.destroy()),
  );
  const server = createServer(
    { SNICallback: (host, done) => void authority.contextFor(host).then((context) => done(null, context), done) },
    (request, response) => void listener(request, response),
  );
  const port = await listen(server, options.port ?? 0);
  const proxy = connectProxy(port);
  const proxyPort = await listen(proxy, 0);
  return {
    ...state,
    port,
    proxyPort,
    authority,
    chromiumArguments: [
      `--host-resolver-rules=MAP * 127.0.0.1:${port},EXCLUDE 127.0.0.1,EXCLUDE localhost`,
      `--ignore-certificate-errors-spki-list=${authority.spki}`,
    ],
    close: async () => void (await Promise.all([stop(server), stop(proxy)])),
  };
}

function worldNamed(name: string): World {
  if (!isWorldName(name)) throw new Error(`There is no world "${name}". Worlds: ${Object.keys(worlds).join(', ')}.`);
  return worlds[name]();
}

function appsOf(state: State): Record<Role['kind'], Fetch> {
  return {
    'portal-api': portalApi(state).fetch,
    oidc: oidcApi(state).fetch,
    signin: signinPages(state).fetch,
    'idc-signin': identityCenterSignIn().fetch,
    console: consolePages(state).fetch,
    portal: portalPages(state).fetch,
    app: (request) =>
      new Response(appPage(new URL(request.url).hostname), { headers: { 'content-type': 'text/html' } }),
    other: () =>
      new Response('nobody is here', {
        status: 404,
        headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' },
      }),
  };
}

async function answer(
  state: State,
  apps: Record<Role['kind'], Fetch>,
  request: Request,
  reset: () => void,
): Promise<Response> {
  const url = new URL(request.url);
  const role = roleOfHost(url.hostname);
  const op = operationOf(role.kind, request.method, url.pathname);
  const entry = state.ledger.record({
    method: request.method,
    host: url.hostname,
    path: url.pathname,
    query: url.search,
    op,
    hadCookies: request.headers.has('cookie'),
    secretsIn: state.ledger.secretsAmong(request.headers),
    origin: request.headers.get('origin') ?? '',
    status: 0,
    atMs: Date.now(),
  });
  const isApi = role.kind === 'portal-api' || role.kind === 'oidc';
  if (isApi && request.method === 'OPTIONS')
    return finish(entry, withCors(state, request, new Response(null, { status: 204 })));
  const run = async (): Promise<Response> => apps[role.kind](request);
  const effect = op === '' ? undefined : state.faults.strike(op, url.search);
  const result = effect ? await strike(effect, run) : await run();
  if (result === 'reset') {
    reset();
    return finish(entry, new Response(null, { status: 500 }));
  }
  if (isApi) stampDate(state, result);
  return finish(entry, isApi ? withCors(state, request, result) : result);
}

function finish(entry: { status: number }, response: Response): Response {
  entry.status = response.status;
  return response;
}

function stampDate(state: State, response: Response): void {
  if (state.settings.clockSkewMs !== 0)
    response.headers.set('date', new Date(Date.now() + state.settings.clockSkewMs).toUTCString());
}

/** Only portal pages may call the API from a page; extensions need a host permission. */
function withCors(state: State, request: Request, response: Response): Response {
  const origin = request.headers.get('origin');
  if (!origin || !state.world.portals.some(({ startUrl }) => new URL(startUrl).origin === origin)) return response;
  response.headers.set('access-control-allow-origin', origin);
  response.headers.set(
    'access-control-allow-headers',
    'authorization, content-type, x-amz-sso_bearer_token, x-amz-sso-bearer-token',
  );
  response.headers.set('access-control-allow-methods', 'GET, POST');
  return response;
}

function appPage(host: string): string {
  const name = host.split('.')[0] ?? 'app';
  return `<!doctype html><html lang="en"><title>${name}</title><link rel="icon" href="data:,"><h1>${name}</h1><p>You are signed in.</p></html>`;
}

function connectProxy(port: number): Server {
  const server = createPlainServer((_, response) => response.writeHead(405).end());
  server.on('connect', (request, client: Socket) => {
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
    request.on('error', () => upstream.destroy());
  });
  return server;
}

function listen(server: Server | SecureServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function stop(server: Server | SecureServer): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
