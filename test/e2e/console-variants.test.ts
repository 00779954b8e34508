import type { Frame, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Simulator } from '../simulator/simulator';
import type { Burgee } from './browser';
import { ec2, enter, signedIn, signInAs } from './console';
import { sampled } from './how-long';
import { label, labelled } from './launcher';
import { noted, noteLabel } from './noted';

const grey = '#5f6368';
const dev = ['222222222222', 'DeveloperAccess'] as const;

function arnOf(account: string, rest = 'assumed-role/AWSReservedSSO_DeveloperAccess_0123456789abcdef/jane'): string {
  return `arn:aws:sts::${account}:${rest}`;
}

function metaOf(account: string, more: object = {}): string {
  return JSON.stringify({ accountId: account, sessionARN: arnOf(account), prismModeEnabled: false, ...more });
}

describe('console pages of every kind', () => {
  let simulator: Simulator;
  let burgee: Burgee;

  /** It goes from page to page. */
  let tab: Page;

  beforeAll(async () => {
    ({ simulator, burgee } = await signedIn());
    tab = await enter(burgee, ...dev, ec2, burgee.context.pages()[0]);
  });
  afterEach(async () => {
    for (const page of burgee.context.pages()) if (page !== tab) await page.close();
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  async function withCookie(value: string, address = `${ec2}&sim=no-meta`): Promise<Page> {
    await enter(burgee, ...dev, ec2, tab);
    const at = { domain: '.amazon.com', path: '/', secure: true, sameSite: 'None' } as const;
    await burgee.context.addCookies([{ name: 'aws-userInfo', value, ...at }]);
    await tab.goto(address);
    return tab;
  }

  test.each(['strict-csp', 'fixed-footer', 'busy'] as const)('%s: the label is right', async (variant) => {
    const page = await enter(burgee, ...dev, `${ec2}&sim=${variant}`, tab);
    await labelled(page, '222222222222', 'development');
  });

  test.each(['broken-meta', 'strange-meta', 'huge-meta'] as const)('%s: nobody’s, in grey', async (variant) => {
    const page = await enter(burgee, ...dev, `${ec2}&sim=${variant}`, tab);
    const shown = await label(page, 'unknown');
    expect(shown['data-colour']).toBe(grey);
    expect(shown['data-account-id']).toBeUndefined();
  });

  test('five megabytes of metadata hold the page up for no more than 50 ms', async () => {
    const page = await enter(burgee, ...dev, `${ec2}&sim=huge-meta`, tab);
    await label(page, 'unknown');
    const longest = await page.evaluate(async () => {
      let most = 0;
      const watch = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) most = Math.max(most, duration);
      });
      watch.observe({ type: 'longtask' });
      for (let turn = 0; turn < 20; turn += 1) {
        document.head.append(document.createElement('style'));
        await new Promise((done) => requestAnimationFrame(done));
      }
      return most;
    });
    expect(longest).toBeLessThanOrEqual(50);
  });

  test('metadata that names another account than the cookie is a conflict', async () => {
    const page = await enter(burgee, ...dev, `${ec2}&sim=other-account-meta`, tab);
    const shown = await label(page, 'conflict');
    expect(shown['data-colour']).toBe(grey);
    expect(shown['data-account-id']).toBeUndefined();
  });

  test.each([
    ['plain', (json: string) => json],
    ['percent-encoded', encodeURIComponent],
  ])('a %s cookie is understood where there is no metadata', async (_, encode) => {
    const json = JSON.stringify({ arn: arnOf('222222222222'), alias: 'team', username: 'assumed-role%2FX%2Fjane' });
    const page = await withCookie(encode(json));
    await labelled(page, '222222222222', 'development');
    expect((await label(page, 'known'))['data-role-name']).toBe('DeveloperAccess');
  });

  test.each(sampled(['%', '{}', '{"arn":"arn:aws:s3:::bucket"}', '[1]'], 2))(
    'a cookie like %s says nothing',
    async (value) => {
      const page = await withCookie(value);
      await label(page, 'unknown');
    },
  );

  test.each([
    ['assumed-role/AWSReservedSSO_Read_Only-Access_0123456789abcdef/jane@example.com', 'Read_Only-Access'],
    ['assumed-role/Deploy/session', 'Deploy'],
    ['user/jane', 'jane'],
    ['federated-user/jane', 'jane'],
    ['root', 'root'],
  ])('%s is understood', async (resource, name) => {
    const service = resource === 'root' || resource.startsWith('user') ? 'iam' : 'sts';
    const page = await signInAs(burgee, `arn:aws:${service}::222222222222:${resource}`, ec2, tab);
    await labelled(page, '222222222222', 'development');
    expect((await label(page, 'known'))['data-role-name']).toBe(name);
  });

  test.each(['switched-role', 'other-account-meta'])(
    '%s: at no moment does it name the account that its cookie names',
    async (variant) => {
      await (await enter(burgee, ...dev)).close();
      simulator.settings.consoleBodyDelayMs = 300;
      const page = await burgee.context.newPage();
      await noteLabel(page, 'data-account-id');
      await page.goto(`${ec2}&sim=${variant}`);
      await label(page, variant === 'switched-role' ? 'known' : 'conflict');
      expect(await noted(page)).not.toContain('222222222222');
      simulator.settings.consoleBodyDelayMs = 0;
    },
  );

  test('an account that no portal lists is known, in a colour of its own', async () => {
    const page = await signInAs(burgee, arnOf('777777777777'));
    await labelled(page, '777777777777', 'other');
    const shown = await label(page, 'known');
    expect(shown['data-colour']).not.toBe(grey);
    expect(shown['aria-label']).toContain('777777777777');
  });

  test('an account that no portal lists is as dangerous as its alias says, and guarded so', async () => {
    const options = await burgee.openPage('options.html');
    await options.getByLabel('Ask before anything destructive').check();
    const page = await signInAs(burgee, arnOf('777777777777'), `${ec2}&sim=prod-alias`);
    await labelled(page, '777777777777', 'production');
    expect((await label(page, 'known'))['aria-label']).toBe('acme-prod, 777777777777, DeveloperAccess, Production');
    await expect
      .poll(() => storedLook(options, '777777777777'))
      .toMatchObject({ level: 'production', isGuarded: true });
    await options.getByLabel('Ask before anything destructive').uncheck();
  });

  test.each(
    sampled(
      [
        'https://console.aws.amazon.com/console/home',
        'https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-2#/roles',
        'https://s3.console.aws.amazon.com/s3/buckets?region=us-east-1',
        'https://health.aws.amazon.com/health/home',
        'https://phd.aws.amazon.com/phd/home',
        'https://lightsail.aws.amazon.com/ls/webapp/home',
        'https://support.console.aws.amazon.com/support/home',
      ],
      3,
    ),
  )('%s is labelled', async (address) => {
    const page = await enter(burgee, ...dev, ec2, tab);
    await page.goto(address);
    await labelled(page, '222222222222', 'development');
  });

  test('a host below the console’s of a form that is not known is nobody’s', async () => {
    const page = await enter(burgee, ...dev, ec2, tab);
    await page.goto('https://222222222222-abcdefghij.eu-west-1.console.aws.amazon.com/ec2/home');
    await label(page, 'unknown');
  });

  test('a menu that comes later and names another account than the cookie is a conflict', async () => {
    const page = await enter(burgee, ...dev, `${ec2}&sim=no-meta`, tab);
    await labelled(page, '222222222222', 'development');
    await page.evaluate(() => {
      document.querySelector('[data-testid="account-detail-menu"]')?.remove();
      const menu = document.querySelector('#nav-usernameMenu');
      if (menu) menu.textContent = 'Konto-ID: 1111-1111-1111';
    });
    const shown = await label(page, 'conflict');
    expect(shown['data-colour']).toBe(grey);
    expect(shown['data-account-id']).toBeUndefined();
  });

  test('metadata that comes later colours the page, whatever its first half said', async () => {
    const page = await enter(burgee, ...dev, `${ec2}&sim=late-meta`, tab);
    await labelled(page, '222222222222', 'development');
    await page.locator('meta[name="awsc-session-data"]').waitFor({ state: 'attached' });
    await labelled(page, '222222222222', 'development');
  });

  test.each([true, false])(
    'a page that moves on to another account is neutral, then its colour within 500 ms (cookie follows: %s)',
    async (isCookieFollowing) => {
      const page = await enter(burgee, '111111111111', 'AdministratorAccess');
      await labelled(page, '111111111111', 'production');
      const seen = await page.evaluate(watchMove, {
        meta: metaOf('222222222222'),
        cookie: isCookieFollowing ? encodeURIComponent(JSON.stringify({ arn: arnOf('222222222222') })) : undefined,
      });
      expect(seen.wrong).toEqual([]);
      expect(seen.tookMs).toBeLessThan(500);
      await labelled(page, '222222222222', 'development');
    },
  );

  test('a console in a frame of another site gets no label', async () => {
    await (await enter(burgee, ...dev)).close();
    const page = await burgee.context.newPage();
    await page.goto('https://docs.aws.amazon.com/');
    const loaded = page.waitForEvent('framenavigated', (frame: Frame) => frame.url().includes('console.aws'));
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
    }, ec2);
    const frame = await loaded;
    await frame.locator('#terminate-instance').waitFor();
    expect(await frame.locator('burgee-label').count()).toBe(0);
    expect(await page.locator('burgee-label').count()).toBe(0);
  });

  test('a console without encryption gets no label', async () => {
    const page = await burgee.context.newPage();
    await page.route('http://**', (route) => route.fulfill({ contentType: 'text/html', body: '<p id="plain">plain' }));
    await page.goto('http://eu-west-1.console.aws.amazon.com/');
    await page.locator('#plain').waitFor();
    expect(await page.locator('burgee-label').count()).toBe(0);
  });
});

async function storedLook(page: Page, accountId: string): Promise<unknown> {
  return page.evaluate(async (key) => {
    const { storage } = Reflect.get(globalThis, 'chrome') as {
      storage: { local: { get(key: string): Promise<Record<string, unknown>> } };
    };
    return (await storage.local.get(key))[key];
  }, `look:${accountId}`);
}

/** Runs in the page: replaces the metadata and notes every account shown until the new one is, but the neutral look. */
async function watchMove({ meta, cookie }: { meta: string; cookie: string | undefined }): Promise<{
  wrong: string[];
  tookMs: number;
}> {
  const own = document.querySelector('burgee-label');
  const wrong: string[] = [];
  const startedMs = performance.now();
  document.querySelector('meta[name="awsc-session-data"]')?.setAttribute('content', meta);
  let follows = cookie;
  await new Promise<void>((done) => {
    const look = (): void => {
      const account = own?.getAttribute('data-account-id');
      const ageMs = performance.now() - startedMs;
      if (follows && own?.getAttribute('data-state') !== 'known') {
        document.cookie = `aws-userInfo=${follows};domain=.amazon.com;path=/;secure`;
        follows = undefined;
      }
      if (account === '222222222222' || ageMs > 2_000) return done();
      // One frame for the change to be noticed.
      if (account && own?.getAttribute('data-state') === 'known' && ageMs > 60) wrong.push(account);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return { wrong, tookMs: performance.now() - startedMs };
}
