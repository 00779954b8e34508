import {
  GetRoleCredentialsCommand,
  ListAccountRolesCommand,
  LogoutCommand,
  paginateListAccounts,
  SSOClient,
  SSOServiceException,
} from '@aws-sdk/client-sso';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { agentFor } from '../../simulator/client';
import { openApiSession } from '../../simulator/sessions';
import { type Simulator, startSimulator } from '../../simulator/simulator';
import type { ApiSession } from '../../simulator/state';
import type { WorldPortal } from '../../simulator/world';

describe('the AWS SDK against the simulator', () => {
  let simulator: Simulator;
  let portal: WorldPortal;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'medium' });
    const [first] = simulator.world.portals;
    if (!first) throw new Error('the world has no portal');
    portal = first;
  });
  afterEach(() => {
    simulator.settings.throttle = { burst: 20, perSecond: 10 };
    simulator.settings.errorType = 'header';
    simulator.ledger.clear();
  });
  afterAll(() => simulator.close());

  function client(maxAttempts = 1): SSOClient {
    return new SSOClient({
      region: portal.region,
      maxAttempts,
      requestHandler: { httpsAgent: agentFor(simulator) },
    });
  }

  function session(): ApiSession {
    return openApiSession(simulator, portal, 'portal');
  }

  test('lists every account of the world, page by page', async () => {
    const pages = paginateListAccounts({ client: client(), pageSize: 100 }, { accessToken: session().token });
    const ids: (string | undefined)[] = [];
    for await (const page of pages) ids.push(...(page.accountList ?? []).map(({ accountId }) => accountId));
    expect(ids).toEqual(portal.accounts.map(({ id }) => id));
    expect(simulator.ledger.count('ListAccounts', 200)).toBe(3);
  });

  test('gets twenty accounts where it does not say how many', async () => {
    const pages = paginateListAccounts({ client: client() }, { accessToken: session().token });
    const first = await pages.next();
    expect(first.done ? [] : first.value.accountList).toHaveLength(20);
  });

  test('is refused a page of more than a hundred', async () => {
    const pages = paginateListAccounts({ client: client(), pageSize: 101 }, { accessToken: session().token });
    await expect(pages.next()).rejects.toMatchObject({
      name: 'InvalidRequestException',
      message: 'ResultSize parameter must be within the valid limits of: 1-100',
    });
  });

  test.each(['header', 'namespaced-header', 'body-only'] as const)(
    'knows the refusal of a token with its type in the %s',
    async (errorType) => {
      simulator.settings.errorType = errorType;
      const call = client().send(new LogoutCommand({ accessToken: 'not-a-token' }));
      await expect(call).rejects.toMatchObject({ name: 'UnauthorizedException', $metadata: { httpStatusCode: 401 } });
    },
  );

  test('is throttled beyond the burst, without being told how long', async () => {
    simulator.settings.throttle = { burst: 3, perSecond: 0.001 };
    const { token: accessToken } = session();
    const [accountId] = portal.accounts.map(({ id }) => id);
    const calls = Array.from({ length: 5 }, () =>
      client().send(new ListAccountRolesCommand({ accessToken, accountId })),
    );
    const refused = (await Promise.allSettled(calls)).flatMap((call) =>
      call.status === 'rejected' && call.reason instanceof SSOServiceException ? [call.reason] : [],
    );
    expect(refused.map(({ name }) => name)).toEqual(['TooManyRequestsException', 'TooManyRequestsException']);
    expect(refused.map(({ $response }) => $response?.headers['retry-after'])).toEqual([undefined, undefined]);
  });

  test('is refused roles that the person does not have', async () => {
    const command = new GetRoleCredentialsCommand({
      accessToken: session().token,
      accountId: portal.accounts[0]?.id,
      roleName: 'NobodyHasThis',
    });
    await expect(client().send(command)).rejects.toMatchObject({ message: 'No access' });
  });

  test('gets credentials that end in milliseconds, and every one is known as a secret', async () => {
    const account = portal.accounts[0];
    const command = new GetRoleCredentialsCommand({
      accessToken: session().token,
      accountId: account?.id,
      roleName: account?.roles[0],
    });
    const { roleCredentials } = await client().send(command);
    expect(roleCredentials?.expiration).toBeGreaterThan(Date.now());
    expect(simulator.ledger.secrets).toContain(roleCredentials?.secretAccessKey);
    expect(simulator.ledger.secrets).toContain(roleCredentials?.sessionToken);
  });

  test('ends a session for good with Logout', async () => {
    const { token: accessToken } = session();
    await client().send(new LogoutCommand({ accessToken }));
    await expect(client().send(new LogoutCommand({ accessToken }))).rejects.toMatchObject({
      name: 'UnauthorizedException',
    });
  });
});
