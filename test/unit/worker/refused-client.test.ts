import { expect, test } from 'vitest';
import { createAws } from '../../../lib/aws/aws';
import type { Portal } from '../../../lib/model/directory';
import type { StartUrl } from '../../../lib/model/portal';
import { createAwsSignIn } from '../../../lib/worker/aws-sign-in';
import { createRenewals } from '../../../lib/worker/renewals';
import type { Session } from '../../../lib/model/session';
import type { World } from '../../../lib/worker/world';

const startUrl = 'https://d-1234567890.awsapps.com/start' as StartUrl;
const portal = { startUrl, region: 'eu-west-1' } as Portal;
const atMs = 1_800_000_000_000;

/** What the worker keeps, as it keeps it. */
function kept<Value>(value: Value) {
  return { read: async () => value, write: async (next: Value) => void (value = next) };
}

/** A worker whose AWS registers a new client each time it is asked, and answers every request for a token alike. */
function workerAtAws({ status, error }: { readonly status: number; readonly error: string }) {
  let registered = 0;
  let opened = new URL('about:blank');
  const fetch = async (url: string): Promise<Response> => {
    if (!url.endsWith('/client/register')) return Response.json({ error }, { status });
    registered += 1;
    return Response.json({
      clientId: `client ${registered}`,
      clientSecret: 's',
      clientSecretExpiresAt: atMs / 1_000 + 90 * 86_400,
    });
  };
  const world = {
    aws: createAws({ fetch: fetch as typeof globalThis.fetch } as Parameters<typeof createAws>[0]),
    now: () => atMs,
    random: () => 0.5,
    browser: {
      permissions: { missing: async () => [] },
      clients: kept([]),
      signIns: kept([]),
      loopback: { block: async () => undefined, keepOnly: async () => undefined },
      alarms: { set: async () => undefined, clear: async () => undefined },
      tabs: { open: async (url: string) => ((opened = new URL(url)), 5), close: async () => undefined },
      alone: (_: string, task: () => Promise<void>) => task(),
    },
  } as unknown as World;
  const sessions = { of: async () => [] } as never;
  const signIn = createAwsSignIn(
    world,
    { board: { portal: async () => undefined } as never, sessions, diary: { note: async () => undefined } as never },
    async () => undefined,
  );
  return {
    world,
    /** Begins a sign-in and lets AWS's page come back with that; gives the client that was used. */
    async signInAs(back: string): Promise<string | null> {
      await signIn.begin(portal);
      const { searchParams: asked } = opened;
      await signIn.tabMoved(5, `${asked.get('redirect_uri')}?state=${asked.get('state')}&${back}`);
      return asked.get('client_id');
    },
  };
}

test.each([
  ['for its code', { status: 401, error: 'invalid_client' }, 'code=abc'],
  ['for its code, as a bad request', { status: 400, error: 'invalid_client' }, 'code=abc'],
  ['as not allowed', { status: 400, error: 'unauthorized_client' }, 'code=abc'],
  ['by AWS’s page', { status: 500, error: '' }, 'error=unauthorized_client'],
])('a client that is refused %s is registered anew for the next try, as its sentence says', async (_, answer, back) => {
  const { signInAs } = workerAtAws(answer);
  expect(await signInAs(back)).toBe('client 1');
  expect(await signInAs(back)).toBe('client 2');
});

test('a client stays where it was not what was refused', async () => {
  const { signInAs } = workerAtAws({ status: 400, error: 'invalid_grant' });
  expect([await signInAs('code=abc'), await signInAs('error=access_denied'), await signInAs('code=abc')]).toEqual([
    'client 1',
    'client 1',
    'client 1',
  ]);
});

test.each([
  [401, 'invalid_client', 'client 2'],
  [400, 'unauthorized_client', 'client 2'],
  [400, 'invalid_grant', 'client 1'],
])('after a renewal that is refused with %s %s the next sign-in is as %s', async (status, error, next) => {
  const { world, signInAs } = workerAtAws({ status, error: 'invalid_grant' });
  await signInAs('error=access_denied');
  const [client] = await world.browser.clients.read();
  const refused = workerAtAws({ status, error }).world.aws;
  const session = {
    portal: startUrl,
    region: 'eu-west-1',
    token: 't',
    madeAtMs: 0,
    endsAtMs: atMs,
    renewal: { refreshToken: 'r', client, givenAtMs: 0, triedAtMs: 0 },
  } as unknown as Session;
  const sessions = { all: async () => [session], of: async () => [session], replace: async () => true } as never;
  await createRenewals(
    { ...world, aws: refused },
    sessions,
    { note: async () => undefined } as never,
    async () => undefined,
  ).renewDue();
  expect(await signInAs('code=abc')).toBe(next);
});
