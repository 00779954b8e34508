import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../simulator/client';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { isLong } from './how-long';

const startUrl = 'https://d-1234567890.awsapps.com/start';

describe('the simulated AWS in a browser', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let portal: Page;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    burgee = await launchBurgee({ simulator });
    portal = await burgee.signInAtPortal(startUrl);
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  test('signs in at the portal and lists its accounts', async () => {
    await expect(portal.getByRole('treegrid').getByRole('row').count()).resolves.toBe(5);
    expect(await portal.evaluate(() => document.cookie)).toContain('x-amz-sso_authn=');
  });

  test("the documented link lands in the account's console", async () => {
    const page = await burgee.context.newPage();
    await page.goto(`${startUrl}/#/console?account_id=111111111111&role_name=AdministratorAccess`);
    await page.waitForURL('https://console.aws.amazon.com/');
    expect(await page.locator('meta[name=awsc-session-data]').getAttribute('content')).toContain(
      '"accountId":"111111111111"',
    );
    await page.close();
  });

  test('the link survives a sign-in on the way', async () => {
    await burgee.context.clearCookies();
    const page = await burgee.context.newPage();
    await page.goto(
      `${startUrl}/#/console?account_id=222222222222&role_name=ReadOnlyAccess&destination=${encodeURIComponent('https://eu-west-1.console.aws.amazon.com/s3/home?region=eu-west-1')}`,
    );
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.locator('#sign-in').click();
    await page.waitForURL('https://eu-west-1.console.aws.amazon.com/**');
    expect(new URL(page.url()).pathname).toBe('/s3/home');
    await page.close();
  });

  test('an application link lands in the application', async () => {
    const page = await burgee.context.newPage();
    const app = simulator.world.portals[0]?.apps[0];
    await page.goto(`${startUrl}/#/saml/default/${app?.name ?? ''}/${app?.id ?? ''}`);
    await page.waitForURL('https://slack.app.example/**');
    expect(page.url()).toBe(app?.url);
    await page.close();
  });

  test.runIf(isLong)('a device is let in by the code that it shows', async () => {
    const post = async (path: string, body: object): Promise<Record<string, unknown>> => {
      const { text } = await ask(simulator, `https://oidc.eu-west-1.amazonaws.com${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return JSON.parse(text) as Record<string, unknown>;
    };
    const client = await post('/client/register', { clientName: 'cli', clientType: 'public' });
    const device = await post('/device_authorization', { ...client, startUrl });
    await portal.goto(String(device['verificationUriComplete']));
    await portal.getByRole('button', { name: 'Confirm and continue' }).click();
    await portal.getByRole('button', { name: 'Allow access' }).click();
    await portal.getByRole('heading', { name: 'Request approved' }).waitFor();
    const tokens = await post('/token', {
      ...client,
      deviceCode: device['deviceCode'],
      grantType: 'urn:ietf:params:oauth:grant-type:device_code',
    });
    expect(tokens['tokenType']).toBe('Bearer');
  });
});

describe('a portal that keeps its token where no script reads it', () => {
  test('still signs in, opens consoles and signs out', async () => {
    const simulator = await startSimulator({ world: 'small' });
    simulator.settings.portalCookie = 'http-only';
    const burgee = await launchBurgee({ simulator });
    const page = await burgee.signInAtPortal(startUrl);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    await page.goto(`${startUrl}/#/console?account_id=111111111111&role_name=ReadOnlyAccess`);
    await page.waitForURL('https://console.aws.amazon.com/');
    await page.goto(`${startUrl}/#/`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect([...simulator.apiSessions.values()].map(({ isRevoked }) => isRevoked)).toEqual([true]);
    await burgee.close();
    await simulator.close();
  });
});
