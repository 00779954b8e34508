import { createServer } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import { answerer } from './answer';
import { type Authority, createAuthority } from './certificate';
import { listen, stop } from './listening';
import { connectProxy } from './proxy';
import { createState, type State } from './state';
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

export interface SimulatorOptions {
  readonly world: WorldName | World;
  /** Free ports unless given. */
  readonly port?: number;
  readonly proxyPort?: number;
}

/** Starts AWS on loopback. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const state = createState(typeof options.world === 'string' ? worldNamed(options.world) : options.world);
  const authority = await createAuthority();
  const answer = answerer(state);
  const listener = getRequestListener(
    (request, { incoming }) => answer(request, () => incoming.socket.destroy()),
    // Tests run in this process: the global Request and Response stay Node's own.
    { overrideGlobalObjects: false },
  );
  const server = createServer(
    {
      ...authority.loopback,
      SNICallback: (host, done) => void authority.contextFor(host).then((context) => done(null, context), done),
    },
    (request, response) => void listener(request, response),
  );
  const port = await listen(server, options.port ?? 0);
  const proxy = connectProxy(port);
  const proxyPort = await listen(proxy, options.proxyPort ?? 0);
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
