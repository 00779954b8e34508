import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountId, RoleName } from '../../lib/model/account';
import { awsConfig, type ChosenRole } from '../../lib/model/aws-config';
import { parsePortalAddress } from '../../lib/model/portal';
import { defaultTemplate } from '../../lib/model/profile-name';
import { decideDevice } from '../simulator/device-page';
import { type Simulator, startSimulator } from '../simulator/simulator';

const run = promisify(execFile);
/** Debian's package; other versions of the CLI (1.x knows no `aws sso login`) may stand first on the PATH. */
const cli = '/usr/bin/aws';

describe.runIf(existsSync(cli))('the AWS CLI against the simulator', () => {
  let simulator: Simulator;
  let home: string;
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    home = await mkdtemp(join(tmpdir(), 'burgee-cli-'));
    const bundle = join(home, 'authority.pem');
    await writeFile(bundle, simulator.authority.pem);
    await mkdir(join(home, '.aws'));
    await writeFile(join(home, '.aws/config'), config(simulator));
    env = {
      PATH: '/usr/bin:/bin',
      HOME: home,
      AWS_PROFILE: 'simulated',
      AWS_CA_BUNDLE: bundle,
      HTTPS_PROXY: `http://127.0.0.1:${simulator.proxyPort}`,
      LC_ALL: 'C.UTF-8',
    };
  });
  afterAll(async () => {
    await simulator.close();
    await rm(home, { recursive: true, force: true });
  });

  test('signs in with `aws sso login` and lists the accounts of the world', async () => {
    await login(env);
    const token = await cachedToken();
    const { stdout } = await run(
      cli,
      ['sso', 'list-accounts', '--access-token', token, '--region', 'eu-west-1', '--output', 'json'],
      { env },
    );
    const { accountList } = JSON.parse(stdout) as { accountList: { accountId: string }[] };
    expect(accountList.map(({ accountId }) => accountId)).toEqual(
      simulator.world.portals[0]?.accounts.map(({ id }) => id),
    );
  });

  test('takes the file that Burgee writes: lists its profiles, signs in by its session, gets a role’s credentials', async () => {
    const { text, profiles } = awsConfig(everyRole(simulator), defaultTemplate);
    await writeFile(join(home, 'written'), text);
    const written = { ...env, AWS_CONFIG_FILE: join(home, 'written'), AWS_PROFILE: profiles[0]?.name };
    const { stdout } = await run(cli, ['configure', 'list-profiles'], { env: written });
    expect(stdout.trim().split('\n').sort()).toEqual(profiles.map(({ name }) => name).sort());
    await login(written);
    const { stdout: credentials } = await run(cli, ['configure', 'export-credentials'], { env: written });
    expect(credentials).toContain('"AccessKeyId": "ASIA');
  });

  async function login(own: NodeJS.ProcessEnv): Promise<void> {
    const process = spawn(cli, ['sso', 'login', '--no-browser'], { env: own });
    let said = '';
    const ended = new Promise<number | null>((resolve) => process.on('close', resolve));
    process.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    process.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const code = /user_code=([A-Z-]{9})/.exec(said)?.[1];
      if (code) decideDevice(simulator, code, 'approved');
    });
    const exit = await ended;
    if (exit !== 0) throw new Error(`aws sso login ended with ${exit}: ${said}`);
  }

  async function cachedToken(): Promise<string> {
    const folder = join(home, '.aws/sso/cache');
    for (const file of await readdir(folder)) {
      const { accessToken } = JSON.parse(await readFile(join(folder, file), 'utf8')) as { accessToken?: string };
      if (accessToken) return accessToken;
    }
    throw new Error('the CLI kept no token');
  }
});

function everyRole({ world }: Simulator): ChosenRole[] {
  return world.portals.flatMap((portal) => {
    const parsed = parsePortalAddress(portal.startUrl);
    if (!parsed.ok) throw new Error(`${portal.startUrl} is no portal`);
    const { startUrl, partition } = parsed.address;
    const own = { startUrl, partition, region: portal.region, name: '' };
    return portal.accounts.flatMap(({ id, name, roles }) =>
      roles.map((roleName) => ({
        portal: own,
        accountId: id as AccountId,
        accountName: name,
        roleName: roleName as RoleName,
      })),
    );
  });
}

function config({ world }: Simulator): string {
  const portal = world.portals[0];
  const account = portal?.accounts[0];
  return `[profile simulated]
sso_start_url = ${portal?.startUrl ?? ''}
sso_region = ${portal?.region ?? ''}
sso_account_id = ${account?.id ?? ''}
sso_role_name = ${account?.roles[0] ?? ''}
region = ${portal?.region ?? ''}
`;
}
