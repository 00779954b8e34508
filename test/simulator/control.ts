import { type Context, Hono } from 'hono';
import { decideDevice } from './device-page';
import type { Effect, Fault } from './faults';
import { revoke } from './sessions';
import type { State } from './state';
import type { WorldAccount } from './world';

/** `https://127.0.0.1:{port}/_control/…`: what tests in this process do by calls, for those that run elsewhere. */
export function controlApi(state: State): Hono {
  const root = new Hono({ strict: false });
  const control = new Hono();

  // A page in the browser under test has no say in its world.
  control.use(async (c, next) =>
    c.req.header('origin') === undefined ? next() : c.json({ error: 'not for pages' }, 403),
  );

  control.get('/', (c) =>
    c.json({
      portals: state.world.portals.map(({ startUrl, region }) => ({ startUrl, region })),
      settings: state.settings,
      summary: state.ledger.summary(),
    }),
  );
  control.get('/ledger', (c) => {
    const op = c.req.query('op');
    return c.json(op === undefined ? state.ledger.entries : state.ledger.calls(op));
  });
  control.delete('/ledger', (c) => done(c, () => state.ledger.clear()));
  control.get('/summary', (c) => c.json(state.ledger.summary()));
  control.get('/secrets', (c) => c.json([...state.ledger.secrets]));
  control.patch('/settings', async (c) => {
    const wanted = (await c.req.json()) as Record<string, unknown>;
    const unknown = Object.keys(wanted).filter((name) => !Object.hasOwn(state.settings, name));
    if (unknown.length > 0) return c.json({ error: `no such setting: ${unknown.join(', ')}` }, 400);
    return done(c, () => void Object.assign(state.settings, wanted));
  });
  control.put('/faults', async (c) => {
    const wanted = (await c.req.json()) as WireFault[];
    return done(c, () => state.faults.set(...wanted.map((fault) => faultOf(state, fault))));
  });
  control.delete('/faults', (c) => done(c, () => state.faults.clear()));
  control.post('/gates/:name/open', (c) => done(c, () => state.faults.openGate(c.req.param('name'))));
  control.put('/accounts', async (c) => {
    const portal =
      state.world.portals.find(({ startUrl }) => startUrl === c.req.query('portal')) ?? state.world.portals[0];
    const accounts = (await c.req.json()) as WorldAccount[];
    return done(c, () => void (portal && state.setAccounts(portal, accounts)));
  });
  control.post('/revoke', (c) =>
    done(c, () => {
      for (const session of state.apiSessions.values()) revoke(state, session);
    }),
  );
  control.post('/end-consoles', (c) => done(c, () => state.consoleSessions.clear()));
  control.post('/devices/:code/:decision', (c) => {
    const decision = c.req.param('decision') === 'approved' ? 'approved' : 'denied';
    return decideDevice(state, c.req.param('code'), decision)
      ? c.body(null, 204)
      : c.json({ error: 'no such code' }, 404);
  });

  root.route('/_control', control);
  return root;
}

/** A fault as JSON: a gate is told by its name. */
type WireFault = Omit<Fault, 'effect'> & {
  readonly effect: Exclude<Effect, { kind: 'hold' }> | { readonly kind: 'hold'; readonly gate: string };
};

function faultOf(state: State, { effect, ...fault }: WireFault): Fault {
  return effect.kind === 'hold'
    ? { ...fault, effect: { kind: 'hold', gate: state.faults.gate(effect.gate) } }
    : { ...fault, effect };
}

function done(c: Context, act: () => void): Response {
  act();
  return c.body(null, 204);
}
