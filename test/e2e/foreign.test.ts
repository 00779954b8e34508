import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '../simulator/faults';
import { defaultSettings, type Settings } from '../simulator/settings';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { isLong, sampled } from './how-long';
import { openLauncher, tellWorker } from './launcher';

const startUrl = 'https://d-1234567890.awsapps.com/start';
const fast = { throttle: { burst: 1_000, perSecond: 1_000 } };

/** Much of the wire is documented nowhere: what of it may be otherwise, or may change one day. */
describe('where AWS is not as it was seen to be', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let popup: Page;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    burgee = await launchBurgee({ simulator });
    popup = await openLauncher(burgee);
  });
  beforeEach(async () => {
    simulator.faults.clear();
    Object.assign(simulator.settings, defaultSettings(simulator.world), fast);
    await tellWorker(popup, 'forgetPortal', { portal: startUrl });
    await inventory('none', {});
    await burgee.context.clearCookies();
    simulator.ledger.clear();
  });
  afterEach(async () => {
    for (const page of burgee.context.pages()) if (/^https?:/.test(page.url())) await page.close();
  });
  afterAll(async () => {
    expect(burgee.errors).toEqual([]);
    await burgee.close();
    await simulator.close();
  });

  /** Waits until the popup says so much of its list. */
  async function inventory(state: string, counts: Partial<Record<'accounts' | 'roles' | 'apps', number>>) {
    const told = Object.entries(counts).map(([what, count]) => `[data-${what}="${count}"]`);
    await popup.locator(`[role=status][data-inventory=${state}]${told.join('')}`).waitFor({ timeout: 15_000 });
  }

  const whole = { accounts: 5, roles: 9, apps: 3 };
  const status = (op: string, code: number, more: Partial<Fault> = {}): Fault => ({
    op,
    ...more,
    effect: { kind: 'status', status: code },
  });
  const body = (op: string, value: unknown): Fault => ({ op, effect: { kind: 'body', body: JSON.stringify(value) } });

  const bearable: readonly (readonly [what: string, how: { settings?: Partial<Settings>; faults?: Fault[] }])[] = [
    ['nobody knows /token/whoAmI', { faults: [status('WhoAmI', 404), status('GetUser', 404)] }],
    ['/token/whoAmI fails for ever', { faults: [status('WhoAmI', 500)] }],
    ['/token/whoAmI tells no end, and numbers for texts', { faults: [body('WhoAmI', { userIdentifier: 7, x: [] })] }],
    ['/token/whoAmI tells its end in seconds', { faults: [body('WhoAmI', { expireDate: 1_900_000_000 })] }],
    ['/token/whoAmI and /user refuse', { faults: [status('WhoAmI', 403), status('GetUser', 403)] }],
    ['/user never ends its answer', { faults: [{ op: 'GetUser', effect: { kind: 'drip' } }] }],
    ['pages are short and end with an empty token', { settings: { mostPerPage: 2, lastPage: 'empty' } }],
    ['pages are short and end with “null”', { settings: { mostPerPage: 1, lastPage: 'text' } }],
    ['no last page names a token', { settings: { mostPerPage: 3, lastPage: 'absent', errorType: 'body-only' } }],
    ['AWS’s clock is a day ahead', { settings: { clockSkewMs: 86_400_000 } }],
    ['AWS’s clock is a day behind', { settings: { clockSkewMs: -86_400_000 } }],
    ['the page has no #env but the meta tag of old', { settings: { regionSign: 'meta' } }],
    ['only the headers of the page tell the region', { settings: { regionSign: 'headers' } }],
    [
      'the token is percent-encoded and 2 s late',
      { settings: { portalCookie: 'encoded', portalCookieDelayMs: 2_000 } },
    ],
  ];

  test.each(sampled(bearable, 2))('%s: all is listed', async (_, { settings = {}, faults = [] }) => {
    Object.assign(simulator.settings, settings);
    simulator.faults.set(...faults);
    await burgee.signInAtPortal(startUrl);
    await inventory('complete', whole);
  });

  test.each(sampled([['nextToken'], ['next_token']], 1))(
    'the list of apps pages by %s: all is listed',
    async (name) => {
      simulator.settings.instancePageToken = name;
      await burgee.signInAtPortal(startUrl);
      await inventory('complete', whole);
    },
  );

  test('there is no list of apps: accounts and roles are complete without', async () => {
    simulator.faults.set(status('ListAppInstances', 404));
    await burgee.signInAtPortal(startUrl);
    await inventory('complete', { ...whole, apps: 0 });
  });

  test.runIf(isLong)('the list of apps fails for ever: accounts and roles are there, and it is told', async () => {
    simulator.faults.set(status('ListAppInstances', 503));
    await burgee.signInAtPortal(startUrl);
    await inventory('partial', { ...whole, apps: 0 });
    await popup.getByText('Network problem').waitFor();
  });

  test.runIf(isLong)('an account that is not found is dropped, and only that one', async () => {
    simulator.faults.set(status('ListAccountRoles', 404, { query: '333333333333' }));
    await burgee.signInAtPortal(startUrl);
    await inventory('complete', { accounts: 4 });
  });

  test.runIf(isLong)('one account’s roles are refused for ever: the rest is there, and it is told', async () => {
    simulator.faults.set(status('ListAccountRoles', 400, { query: '333333333333' }));
    await burgee.signInAtPortal(startUrl);
    await inventory('partial', { accounts: 5, apps: 3 });
    await popup.getByText('Network problem').waitFor();
    expect(simulator.ledger.count('ListAccountRoles', 400)).toBe(1);
  });

  test('numbers that are no accounts are a network problem, not an empty list', async () => {
    simulator.faults.set(body('ListAccounts', { accountList: [{ accountId: 111_111_111_111, accountName: 'x' }] }));
    await burgee.signInAtPortal(startUrl);
    await inventory('partial', { accounts: 0 });
    await popup.getByText('Network problem').waitFor();
  });

  test.each(isLong ? (['http-only', 'missing'] as const) : (['http-only'] as const))(
    'the token is where no script reads it (%s): that is told, and one button signs in with AWS',
    async (portalCookie) => {
      simulator.settings.portalCookie = portalCookie;
      const portal = await burgee.context.newPage();
      await portal.goto(`${startUrl}/`);
      await portal.getByRole('button', { name: 'Sign in' }).click();
      await portal.locator('#sign-in').click();
      if (portalCookie === 'missing') await portal.evaluate(showList);
      await popup.getByText('keeps its session where Burgee can’t read it').waitFor();
      await popup.bringToFront();
      const opened = burgee.context.waitForEvent('page');
      await popup.getByRole('button', { name: 'Sign in with AWS' }).click();
      const aws = await opened;
      await aws.locator('#allow').click();
      popup = await openLauncher(burgee);
      await inventory('complete', whole);
    },
  );
});

/** Runs in the page: a list as the portal shows it to whom it knows by other means. */
function showList(): void {
  const list = document.createElement('table');
  list.setAttribute('role', 'treegrid');
  document.body.append(list);
}
