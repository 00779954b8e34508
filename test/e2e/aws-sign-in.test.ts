import { createServer, type Server } from 'node:http';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Effect } from '../simulator/faults';
import type { Simulator } from '../simulator/simulator';
import type { Burgee } from './browser';
import { isLong, sampled } from './how-long';
import { allListed, openLauncher } from './launcher';
import { launchSignedOut, startAnew } from './signed-out';

/** Presses the button and gives AWS's page in the tab that opens. */
async function begin({ context }: Burgee, options: Page): Promise<Page> {
  const opened = context.waitForEvent('page');
  await options.getByRole('button', { name: 'Sign in with AWS' }).click();
  const tab = await opened;
  await tab.locator('#allow').waitFor();
  return tab;
}

async function signIn(burgee: Burgee, options: Page): Promise<void> {
  const tab = await begin(burgee, options);
  await Promise.all([tab.waitForEvent('close'), tab.locator('#allow').click()]);
}

async function close({ burgee, simulator }: { burgee: Burgee; simulator: Simulator }): Promise<void> {
  expect(burgee.errors).toEqual([]);
  await burgee.close();
  await simulator.close();
}

describe('sign-in with AWS', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let options: Page;

  beforeAll(async () => {
    ({ simulator, burgee, options } = await launchSignedOut());
  });
  beforeEach(() => startAnew({ simulator, burgee, options }));
  afterEach(() => {
    expect(simulator.ledger.apiCallsWithCookies()).toEqual([]);
    expect(simulator.ledger.tokensSeenElsewhere()).toEqual([]);
    expect(simulator.ledger.count('StartDeviceAuthorization')).toBe(0);
  });
  afterAll(() => close({ burgee, simulator }));

  const callbackOf = (tab: Page, change: Record<string, string> = {}): string => {
    const { searchParams } = new URL(tab.url());
    const back = new URL(searchParams.get('redirect_uri') ?? '');
    back.search = new URLSearchParams({ code: 'guess', state: searchParams.get('state') ?? '', ...change }).toString();
    return back.href;
  };

  test('fills the list with accounts, roles and apps; the tab closes by itself', async () => {
    await signIn(burgee, options);
    const popup = await openLauncher(burgee);
    await allListed(popup, simulator.world);
    await popup.close();
    expect(simulator.ledger.count('CreateToken', 200)).toBe(1);
    expect(simulator.ledger.count('RegisterClient', 200)).toBe(1);
  });

  test.runIf(isLong)('registers once, however often one signs in', async () => {
    await signIn(burgee, options);
    await options.getByRole('button', { name: 'Sign in again with AWS' }).waitFor();
    const opened = burgee.context.waitForEvent('page');
    await options.getByRole('button', { name: 'Sign in again with AWS' }).click();
    const tab = await opened;
    await Promise.all([tab.waitForEvent('close'), tab.locator('#allow').click()]);
    expect(simulator.ledger.count('CreateToken', 200)).toBe(2);
    expect(simulator.ledger.count('RegisterClient')).toBe(1);
  });

  test('says so when access is denied, and the next try works', async () => {
    const tab = await begin(burgee, options);
    await Promise.all([tab.waitForEvent('close'), tab.locator('#deny').click()]);
    await options.getByText('access was not allowed').waitFor();
    await signIn(burgee, options);
    await options.getByText('Burgee renews the session by itself').waitFor();
  });

  test('a code that AWS has no time for is sent once more', async () => {
    const body = JSON.stringify({ __type: 'ThrottlingException' });
    simulator.faults.set({ op: 'CreateToken', times: 1, effect: { kind: 'body', status: 503, body } });
    await signIn(burgee, options);
    await options.getByText('Burgee renews the session by itself').waitFor();
    expect(simulator.ledger.count('CreateToken')).toBe(2);
  });

  test('a program that listens on the very port never sees the code', async () => {
    const tab = await begin(burgee, options);
    const port = Number(new URL(new URL(tab.url()).searchParams.get('redirect_uri') ?? '').port);
    const heard: string[] = [];
    const listener = await listen(port, heard);
    await Promise.all([tab.waitForEvent('close'), tab.locator('#allow').click()]);
    await options.getByText('Burgee renews the session by itself').waitFor();
    listener.close();
    expect(heard).toEqual([]);
  });

  test('a callback with another state, without a state, or in another tab changes nothing', async () => {
    const tab = await begin(burgee, options);
    const stranger = await burgee.context.newPage();
    for (const address of [callbackOf(tab, { state: 'other' }), callbackOf(tab, { state: '' }), callbackOf(tab)])
      await stranger.goto(address).catch(() => undefined);
    await Promise.all([tab.waitForEvent('close'), tab.locator('#allow').click()]);
    await options.getByText('Burgee renews the session by itself').waitFor();
    expect(simulator.ledger.count('CreateToken')).toBe(1);
    expect(stranger.isClosed()).toBe(false);
  });

  test('another program’s sign-in on another port goes through', async () => {
    await begin(burgee, options);
    const heard: string[] = [];
    const listener = await listen(0, heard);
    const page = await burgee.context.newPage();
    await page.goto(`http://127.0.0.1:${portOf(listener)}/oauth/callback?code=theirs&state=theirs`);
    expect(await page.textContent('body')).toBe('theirs');
    listener.close();
    expect(simulator.ledger.count('CreateToken')).toBe(0);
  });

  test('a callback where no sign-in is under way is nobody’s: the page stays, nothing is redeemed', async () => {
    const heard: string[] = [];
    const listener = await listen(0, heard);
    const page = await burgee.context.newPage();
    await page.goto(`http://127.0.0.1:${portOf(listener)}/oauth/callback?code=guess&state=guess`);
    expect(await page.textContent('body')).toBe('theirs');
    listener.close();
    expect(page.isClosed()).toBe(false);
    expect(simulator.ledger.count('CreateToken')).toBe(0);
    expect(await options.getByRole('alert').count()).toBe(0);
  });

  test('closing the tab ends the sign-in without a word', async () => {
    const tab = await begin(burgee, options);
    await options.getByText('Allow access in the tab that opened.').waitFor();
    await tab.close();
    await options.getByText('Allow access in the tab that opened.').waitFor({ state: 'detached' });
    expect(await options.getByRole('alert').count()).toBe(0);
  });
});

/** One browser for all: the answer to one try is gone with the next. */
describe('sign-in with AWS that comes to nothing', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let options: Page;
  let redeemed: number;

  beforeAll(async () => {
    ({ simulator, burgee, options } = await launchSignedOut());
  });
  beforeEach(() => void (redeemed = simulator.ledger.count('CreateToken')));
  afterAll(() => close({ burgee, simulator }));

  /** The person allows it; AWS's answer to the code is `effect`. */
  async function answeredWith(effect: Effect): Promise<void> {
    simulator.faults.set({ op: 'CreateToken', effect });
    const tab = await begin(burgee, options);
    await options.getByRole('alert').waitFor({ state: 'detached' });
    await Promise.all([tab.waitForEvent('close'), tab.locator('#allow').click()]);
  }

  const refusals: readonly (readonly [error: string, says: string])[] = [
    ['invalid_grant', 'no longer takes this code'],
    ['expired_token', 'had expired'],
    ['slow_down', 'a little later'],
    ['invalid_redirect_uri', 'does not accept the address'],
    ['access_denied', 'was not allowed'],
  ];

  test.each(sampled(refusals, 1))('%s has a sentence of its own and is not tried again', async (error, says) => {
    const body = JSON.stringify({ error, error_description: '<b>secret</b>' });
    await answeredWith({ kind: 'body', status: 400, body });
    await options.getByText(says).waitFor();
    expect(simulator.ledger.count('CreateToken')).toBe(redeemed + 1);
  });

  const badTokens: readonly (readonly [what: string, token: Record<string, unknown>])[] = [
    ['a token that has no end', { accessToken: 'aoa1', tokenType: 'Bearer' }],
    ['a token with a line break', { accessToken: 'aoa\r\nx: y', tokenType: 'Bearer', expiresIn: 3600 }],
    ['a token that is not a bearer token', { accessToken: 'aoa1', tokenType: 'mac', expiresIn: 3600 }],
    ['a session that is over', { accessToken: 'aoa1', tokenType: 'Bearer', expiresIn: -1 }],
  ];

  test.each(sampled(badTokens, 1))('%s is refused', async (_, token) => {
    await answeredWith({ kind: 'body', body: JSON.stringify(token) });
    await options.getByRole('alert').first().waitFor();
    expect(simulator.ledger.count('ListAccounts')).toBe(0);
  });
});

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('nothing listens');
  return address.port;
}

function listen(port: number, heard: string[]): Promise<Server> {
  const server = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.end('theirs');
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}
