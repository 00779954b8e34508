import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '../simulator/faults';
import { createAuthority } from '../simulator/certificate';
import { listen, stop as stopListening } from '../simulator/listening';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { isLong, sampled } from './how-long';
import { allListed, openLauncher, search, shownRows } from './launcher';
import { secretsOnDisk } from './promises';

const startUrl = 'https://d-1234567890.awsapps.com/start';

describe('when something goes wrong', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let options: Page;
  let popup: Page;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    simulator.settings.throttle = { burst: 100, perSecond: 100 };
    burgee = await launchBurgee({ simulator });
    await burgee.signInAtPortal(startUrl);
    options = await burgee.openPage('options.html');
    popup = await openLauncher(burgee);
    await allListed(popup, simulator.world);
  });
  beforeEach(async () => {
    simulator.faults.clear();
    simulator.ledger.clear();
    await search(popup, '');
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  async function refreshWith(...faults: Fault[]): Promise<void> {
    simulator.faults.set(...faults);
    await options.getByRole('button', { name: 'Refresh the list' }).click();
  }

  /** With the fault over, the next listing is whole again. */
  async function isWholeAgain(): Promise<void> {
    await refreshWith();
    await allListed(popup, simulator.world);
  }

  describe('that passes', () => {
    const networkFaults: readonly (readonly [what: string, fault: Fault])[] = [
      [
        'HTML with status 200',
        {
          op: 'ListAccounts',
          effect: { kind: 'body', body: '<!doctype html><h1>Hotel Wi-Fi</h1>', contentType: 'text/html' },
        },
      ],
      ['JSON that is cut off', { op: 'ListAccounts', effect: { kind: 'truncate' } }],
      ['an empty object', { op: 'ListAccounts', effect: { kind: 'body', body: '{}' } }],
      ['503 for ever', { op: 'ListAccounts', effect: { kind: 'status', status: 503 } }],
      ['a connection that is torn down', { op: 'ListAccounts', effect: { kind: 'reset' } }],
      ['an answer without end', { op: 'ListAccounts', effect: { kind: 'huge', bytes: 50_000_000 } }],
      ['a gzip bomb', { op: 'ListAccounts', effect: { kind: 'gzip-bomb', bytes: 50_000_000 } }],
      ...(isLong ? [['a byte every five seconds', { op: 'ListAccounts', effect: { kind: 'drip' } }] as const] : []),
      [
        'a redirect to another host',
        { op: 'ListAccounts', effect: { kind: 'redirect', status: 307, to: 'https://evil.example/' } },
      ],
    ];

    test.each(sampled(networkFaults, 2))(
      '%s is a network problem: the token and the list are kept, nobody is asked to sign in',
      async (_, fault) => {
        await refreshWith(fault);
        await popup.getByText('Network problem').waitFor({ timeout: 55_000 });
        await popup.locator('[role=status][data-inventory=partial][data-accounts="5"]').waitFor();
        simulator.faults.clear();
        await popup.getByRole('button', { name: 'Try again' }).click();
        await allListed(popup, simulator.world);
        expect(simulator.ledger.tokensSeenElsewhere()).toEqual([]);
        expect(simulator.ledger.entries.filter(({ host }) => host === 'evil.example')).toEqual([]);
      },
    );

    test('an empty list after a full one keeps the old list and says so', async () => {
      await refreshWith({ op: 'ListAccounts', effect: { kind: 'body', body: '{"accountList":[],"nextToken":null}' } });
      await popup.getByText('AWS lists no accounts any more').waitFor();
      expect(await shownRows(popup)).toHaveLength(8);
      await isWholeAgain();
    });

    test('a page token that repeats for ever ends the list, which then counts as incomplete', async () => {
      const page = {
        accountList: [{ accountId: '111111111111', accountName: 'payments-prod', emailAddress: 'a@example.com' }],
        nextToken: 'again',
      };
      await refreshWith({ op: 'ListAccounts', effect: { kind: 'body', body: JSON.stringify(page) } });
      await popup.locator('[role=status][data-inventory=partial][data-accounts="5"]').waitFor();
      expect(simulator.ledger.count('ListAccounts')).toBeLessThan(6);
      await isWholeAgain();
    });

    test('a permission that is taken away is named with a button, and all goes on once it is back', async () => {
      await setHostAccess(burgee, 'ON_CLICK');
      await popup.getByText('portal.sso.eu-west-1.amazonaws.com').waitFor();
      await popup.getByRole('button', { name: 'Allow' }).first().waitFor();
      await popup.locator('[role=status][data-accounts="5"]').waitFor();
      await setHostAccess(burgee, 'ON_ALL_SITES');
      await allListed(popup, simulator.world);
    });

    test.runIf(isLong)('429 in every second answer slows the crawl and loses nothing', async () => {
      await refreshWith({ op: 'ListAccountRoles', share: 0.5, effect: { kind: 'status', status: 429, html: true } });
      await expect.poll(() => simulator.ledger.count('ListAccountRoles', 200), { timeout: 30_000 }).toBe(5);
      await allListed(popup, simulator.world);
    });
  });

  describe('for good', () => {
    /** Signed in once more, with the list whole. */
    async function isBackAgain(): Promise<void> {
      await (await burgee.signInAtPortal(startUrl)).close();
      await allListed(popup, simulator.world);
    }

    test('a refused token means signed out: the list is kept, marked with its age, and one button signs in', async () => {
      for (const session of simulator.apiSessions.values()) session.isRevoked = true;
      await options.getByRole('button', { name: 'Refresh the list' }).click();
      await popup.locator('[role=status][data-inventory=ended][data-accounts="5"]').waitFor();
      await popup.getByText('Last listed').waitFor();
      expect(await popup.getByRole('button', { name: 'Sign in' }).count()).toBe(1);
      expect((await search(popup, 'payments-prod')).length).toBeGreaterThan(0);
      await isBackAgain();
    });

    test('an account that answers 403 is dropped, and only that one', async () => {
      await refreshWith({ op: 'ListAccountRoles', query: '333333333333', effect: { kind: 'status', status: 403 } });
      await popup.locator('[role=status][data-inventory=complete][data-accounts="4"]').waitFor();
      expect((await search(popup, 'data-platform')).length).toBe(0);
      await isWholeAgain();
    });

    test.each(
      sampled(
        [
          ['all accounts', 0],
          ['all but one', 1],
        ],
        1,
      ),
    )('roles that are refused of %s make no list without these: the old one is kept', async (_, after) => {
      await refreshWith({ op: 'ListAccountRoles', after, effect: { kind: 'status', status: 403 } });
      await popup.getByText('AWS refuses to tell the roles of many accounts, so the old list is kept.').waitFor();
      await popup.locator('[role=status][data-inventory=partial][data-accounts="5"]').waitFor();
      expect((await search(popup, 'payments-prod')).length).toBeGreaterThan(0);
      await isWholeAgain();
    });

    test.each(sampled([401, 403, 404], 1))(
      '%i in words that are not AWS’s is a network problem: nobody is signed out',
      async (status) => {
        const effect = {
          kind: 'body',
          status,
          body: 'Blocked by your organisation',
          contentType: 'text/plain',
        } as const;
        await refreshWith({ op: 'ListAccounts', effect });
        await popup.getByText('Something else answered in place of AWS.').waitFor();
        await popup.locator('[role=status][data-accounts="5"]').waitFor();
        expect(await popup.getByRole('button', { name: 'Sign in' }).count()).toBe(0);
        await isWholeAgain();
      },
    );

    test('signing out calls Logout once and keeps the list to look at', async () => {
      await options.getByRole('button', { name: 'Sign out' }).click();
      await popup.locator('[role=status][data-inventory=ended][data-accounts="5"]').waitFor();
      expect(simulator.ledger.count('Logout', 200)).toBe(1);
      await isBackAgain();
    });

    test.runIf(isLong)('an account that is asked for again while AWS wants a pause says so', async () => {
      await refreshWith({
        op: 'ListAccounts',
        effect: { kind: 'status', status: 429, headers: { 'retry-after': '55' } },
      });
      await popup.getByText('AWS asked for a pause').first().waitFor();
      simulator.faults.set();
      await search(popup, 'payments-prod');
      await popup.keyboard.press('Alt+f');
      await popup.getByText('AWS asked Burgee to slow down').first().waitFor();
    });
  });

  test('no secret that was given out is found in the profile on disk', async () => {
    await burgee.close({ keepProfile: true });
    expect(simulator.ledger.secrets.size).toBeGreaterThan(0);
    expect(await secretsOnDisk(burgee.profile, [...simulator.ledger.secrets])).toEqual([]);
    await rm(burgee.profile, { recursive: true, force: true });
  });
});

describe('when the API cannot be reached from the start of the browser', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let impostor: Server;
  let impostorPort: number;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    const authority = await createAuthority();
    impostor = createServer(authority.loopback, (_, response) => response.end('{"accountList":[]}'));
    impostorPort = await listen(impostor, 0);
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
    await stopListening(impostor);
  });

  test.runIf(isLong)(
    'a name that nobody knows and a certificate of somebody else are network problems: the list is kept, and all goes on without them',
    async () => {
      burgee = await launchBurgee({ simulator });
      await burgee.signInAtPortal(startUrl);
      await allListed(await openLauncher(burgee), simulator.world);
      const signedIn = await burgee.context.cookies();
      await burgee.close({ keepProfile: true });
      for (const place of ['~NOTFOUND', `127.0.0.1:${impostorPort}`]) {
        simulator.ledger.clear();
        burgee = await launchBurgee({ simulator, profile: burgee.profile, args: apiIsAt(simulator, place) });
        await burgee.context.addCookies(signedIn);
        await (await burgee.context.newPage()).goto(`${startUrl}/`);
        const popup = await openLauncher(burgee);
        await popup.getByText('Network problem').waitFor();
        await popup.locator('[role=status][data-accounts="5"]').waitFor();
        expect(await search(popup, 'payments-prod')).not.toEqual([]);
        expect(await popup.getByRole('button', { name: 'Sign in' }).count()).toBe(0);
        expect(burgee.errors).toEqual([]);
        await burgee.close({ keepProfile: true });
      }
      burgee = await launchBurgee({ simulator, profile: burgee.profile });
      await burgee.context.addCookies(signedIn);
      await (await burgee.context.newPage()).goto(`${startUrl}/`);
      await allListed(await openLauncher(burgee), simulator.world);
    },
  );
});

/** Sends the portal API's host elsewhere, all others to the simulator still. */
function apiIsAt({ chromiumArguments }: Simulator, place: string): string[] {
  return chromiumArguments.map((argument) =>
    argument.replace('=MAP *', `=MAP portal.sso.eu-west-1.amazonaws.com ${place},MAP *`),
  );
}

/** Takes Burgee's hosts away, or gives them back, as a person does on the browser's own page. */
async function setHostAccess({ context, extensionId }: Burgee, hostAccess: string): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    (change) => {
      const { developerPrivate } = Reflect.get(globalThis, 'chrome') as {
        developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> };
      };
      return developerPrivate.updateExtensionConfiguration(change);
    },
    { extensionId, hostAccess },
  );
  await page.close();
}
