import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answered, ask } from '../../simulator/client';
import { openApiSession } from '../../simulator/sessions';
import { type Simulator, startSimulator } from '../../simulator/simulator';
import type { WorldPortal } from '../../simulator/world';

const page = 'https://eu-west-1.console.aws.amazon.com/s3/home?region=eu-west-1';
const signin = 'https://eu-west-1.signin.aws.amazon.com';

/** Cookies as a browser keeps them, without their domains. */
class Jar {
  private readonly kept = new Map<string, string>();

  take({ headers }: Answered): void {
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (/max-age=0/i.test(line)) this.kept.delete(name);
      else this.kept.set(name, value);
    }
  }

  get header(): string {
    return [...this.kept].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

describe('the simulated console', () => {
  let simulator: Simulator;
  let portal: WorldPortal;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    const [first] = simulator.world.portals;
    if (!first) throw new Error('the world has no portal');
    portal = first;
  });
  afterAll(() => simulator.close());

  async function visit(jar: Jar, url: string, more: { method?: string; body?: string } = {}): Promise<Answered> {
    const answer = await ask(simulator, url, { ...more, headers: { cookie: jar.header } });
    jar.take(answer);
    return answer;
  }

  async function enter(jar: Jar, accountId: string, roleName: string, destination = page): Promise<Answered> {
    const { token } = openApiSession(simulator, portal, 'portal');
    const headers = { 'x-amz-sso_bearer_token': token };
    const query = new URLSearchParams({ account_id: accountId, role_name: roleName });
    const federation = await ask(simulator, `https://portal.sso.eu-west-1.amazonaws.com/federation/console?${query}`, {
      headers,
    });
    const { signInToken, signInFederationLocation } = JSON.parse(federation.text) as Record<string, string>;
    const login = new URLSearchParams({ Action: 'login', SigninToken: signInToken ?? '', Destination: destination });
    return visit(jar, `${signInFederationLocation}?${login}`);
  }

  test('shows the account of the last sign-in in its session data', async () => {
    const jar = new Jar();
    expect((await enter(jar, '111111111111', 'ReadOnlyAccess')).headers.get('location')).toBe(page);
    await enter(jar, '222222222222', 'DeveloperAccess');
    const { text } = await visit(jar, page);
    expect(text).toContain('&#34;accountId&#34;:&#34;222222222222&#34;');
    expect(text).toContain('2222-2222-2222');
  });

  test('takes a sign-in token once, and no destination outside the console or with a session of its own', async () => {
    const jar = new Jar();
    expect((await enter(jar, '111111111111', 'ReadOnlyAccess', 'https://evil.example/')).status).toBe(404);
    const prefixed = 'https://111111111111-abcd1234.eu-west-1.console.aws.amazon.com/';
    expect((await enter(jar, '111111111111', 'ReadOnlyAccess', prefixed)).status).toBe(404);
    expect((await visit(jar, `${signin}/federation?Action=login&SigninToken=none&Destination=${page}`)).status).toBe(
      400,
    );
  });

  test('makes a sign-in token from credentials that the portal gave out, and from no others', async () => {
    const [accessKeyId, secretAccessKey, sessionToken] = await credentials();
    const query = (key: string): string =>
      String(
        new URLSearchParams({
          Action: 'getSigninToken',
          Session: JSON.stringify({ sessionId: accessKeyId, sessionKey: key, sessionToken }),
        }),
      );
    expect((await ask(simulator, `${signin}/federation?${query('wrong')}`)).status).toBe(400);
    const { text } = await ask(simulator, `${signin}/federation?${query(secretAccessKey ?? '')}`);
    const jar = new Jar();
    await enter(jar, '222222222222', 'ReadOnlyAccess');
    const { SigninToken } = JSON.parse(text) as { SigninToken: string };
    const login = new URLSearchParams({ Action: 'login', SigninToken, Destination: page });
    const clash = await visit(jar, `${signin}/federation?${login}`);
    expect(clash.text).toContain('You must first log out');
    await visit(jar, `${signin}/oauth?Action=logout`);
    expect((await visit(jar, `${signin}/federation?${login}`)).headers.get('location')).toBe(page);
  });

  async function credentials(): Promise<(string | undefined)[]> {
    const { token } = openApiSession(simulator, portal, 'portal');
    const { text } = await ask(
      simulator,
      'https://portal.sso.eu-west-1.amazonaws.com/federation/credentials?account_id=111111111111&role_name=ReadOnlyAccess',
      { headers: { 'x-amz-sso_bearer_token': token } },
    );
    const { roleCredentials } = JSON.parse(text) as { roleCredentials: Record<string, string> };
    return ['accessKeyId', 'secretAccessKey', 'sessionToken'].map((name) => roleCredentials[name]);
  }

  test('switches to a role of another account', async () => {
    const jar = new Jar();
    await enter(jar, '111111111111', 'AdministratorAccess');
    const body = 'action=switchFromBasis&account=9999-9999-9999&roleName=Deploy&color=f2b0a9&displayName=deploy';
    expect((await visit(jar, `${signin}/switchrole`, { method: 'POST', body })).status).toBe(302);
    const { text } = await visit(jar, page);
    expect(text).toContain('arn:aws:sts::999999999999:assumed-role/Deploy/jane.doe@example.com');
    expect(text).toContain('"loginDisplayNameAccount":"111111111111"');
  });

  test('keeps up to five sessions side by side, each on its host, and refuses the sixth', async () => {
    simulator.settings.multiSession = true;
    const jar = new Jar();
    const roles = portal.accounts.flatMap(({ id, roles: names }) => names.map((name) => [id, name] as const));
    const addresses: string[] = [];
    for (const [id, name] of roles.slice(0, 5))
      addresses.push((await enter(jar, id, name)).headers.get('location') ?? '');
    for (const [index, address] of addresses.entries())
      expect(new URL(address).hostname).toMatch(
        new RegExp(`^${roles[index]?.[0]}-[0-9a-z]{8}\\.eu-west-1\\.console\\.`),
      );
    expect((await enter(jar, roles[5]?.[0] ?? '', roles[5]?.[1] ?? '')).status).toBe(400);
    const [first = ''] = addresses;
    expect((await visit(jar, first)).text).toContain(
      `&#34;sessionDifferentiator&#34;:&#34;${new URL(first).hostname.split('.')[0]}`,
    );
    expect((await visit(jar, page)).text).toContain('Choose a session');
    expect((await visit(new Jar(), first)).text).toContain('Your session has ended');
    simulator.settings.multiSession = false;
  });

  test('is signed out in a browser without a session', async () => {
    const { text } = await visit(new Jar(), page);
    expect(text).not.toContain('awsc-session-data');
  });
});
