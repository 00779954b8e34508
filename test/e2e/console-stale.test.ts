import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Simulator } from '../simulator/simulator';
import type { Burgee } from './browser';
import { isLong, sampled } from './how-long';
import { ec2, enter, signedIn, signInAs } from './console';
import { pressInLabel, textInLabel } from './inside-label';
import { label, labelled } from './launcher';
import { noted, noteLabel } from './noted';

const production = ['111111111111', 'AdministratorAccess'] as const;
const development = ['222222222222', 'DeveloperAccess'] as const;
const host = new URL(ec2).hostname;

function arnIn(account: string, role: string): string {
  return `arn:aws:sts::${account}:assumed-role/AWSReservedSSO_${role}_0123456789abcdef/jane`;
}

/** A form, a link, a frame and a field, each telling in the log that it was reached. */
function controls(): void {
  const tell = (what: string): void => {
    const log = document.querySelector('#log');
    if (log) log.textContent += `${what} `;
  };
  const form = document.createElement('form');
  const field = document.createElement('input');
  const button = document.createElement('button');
  const frame = document.createElement('iframe');
  form.id = 'form';
  field.id = 'field';
  button.id = 'send';
  button.textContent = 'Send';
  button.draggable = true;
  frame.id = 'inner';
  frame.srcdoc = '<button id="deep">Deep</button>';
  form.append(field, button);
  document.querySelector('main')?.prepend(form, frame);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    tell('submit');
  });
  button.addEventListener('click', () => tell('click'));
  for (const kind of [
    'keydown',
    'input',
    'paste',
    'pointerdown',
    'mousedown',
    'touchstart',
    'contextmenu',
    'dragstart',
  ]) {
    form.addEventListener(kind, () => tell(kind));
  }
  frame.addEventListener('load', () => {
    frame.contentDocument?.querySelector('#deep')?.addEventListener('click', () => tell('deep'));
  });
}

async function tap(page: Page, x: number, y: number): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await cdp.detach();
}

async function drag(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 60, { steps: 4 });
  await page.mouse.up();
}

/** Runs in the page: notes how long after the cookie has changed the label says so. */
function timeStaleness(): void {
  const store = Reflect.get(globalThis, 'cookieStore') as EventTarget;
  store.addEventListener('change', () => {
    const changedMs = performance.now();
    const told = (): void => void Reflect.set(window, 'staleAfterMs', performance.now() - changedMs);
    const own = document.querySelector('burgee-label');
    if (own?.getAttribute('data-state') === 'stale') told();
    else if (own) new MutationObserver(told).observe(own, { attributeFilter: ['data-state'] });
  });
}

/** From its first frame on it lets nothing else run for a while. */
const busyPage = `<!doctype html><title>EC2</title>
<meta name="awsc-session-data" content='${JSON.stringify({
  accountId: '111111111111',
  sessionARN: 'arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_AdministratorAccess_0123456789abcdef/jane',
})}'>
<body><p id="log"></p><button style="width:400px;height:200px">Reboot</button><script>
  document.querySelector('button').addEventListener('click', () => document.querySelector('#log').append('clicked'));
  requestAnimationFrame(() => {
    fetch('/began');
    setTimeout(() => { for (const end = performance.now() + 1500; performance.now() < end; ); });
  });
</script>`;

let simulator: Simulator;
let burgee: Burgee;

beforeAll(async () => {
  ({ simulator, burgee } = await signedIn());
});
afterEach(async () => {
  for (const page of burgee.context.pages().slice(1)) await page.close();
});
afterAll(async () => {
  await burgee.close();
  await simulator.close();
});

/** The portal's session stays. */
function forgetWhoIsIn(): Promise<void> {
  return burgee.context.clearCookies({ name: 'aws-userInfo' });
}

describe('a page whose session was replaced', () => {
  /** The cookie that a sign-in as somebody else leaves; the tab in front stays in front. */
  async function signInElsewhere(account = '222222222222', domain = '.amazon.com'): Promise<void> {
    const arn = arnIn(account, 'DeveloperAccess');
    await leaveCookie(encodeURIComponent(JSON.stringify({ arn })), domain);
  }

  async function leaveCookie(value: string, domain = '.amazon.com'): Promise<void> {
    const at = { domain, path: '/', secure: true, sameSite: 'None' } as const;
    await burgee.context.addCookies([{ name: 'aws-userInfo', value, ...at }]);
  }

  async function open(): Promise<Page> {
    const page = await enter(burgee, ...production);
    await labelled(page, '111111111111', 'production');
    await page.evaluate(controls);
    return page;
  }

  async function log(page: Page): Promise<string> {
    return (await page.locator('#log').textContent()) ?? '';
  }

  test('no click reaches a page that was replaced while it was busy with its very first frames', async () => {
    await enter(burgee, ...production);
    const page = await burgee.context.newPage();
    await page.route('**/*busy', (route) => route.fulfill({ contentType: 'text/html', body: busyPage }));
    const began = page.waitForRequest('**/began');
    const loaded = page.goto(`${ec2}&busy`);
    await began;
    await signInElsewhere();
    await page.mouse.click(100, 100);
    await loaded;
    // Where the browser told the first cookies only after the other sign-in, the page contradicts them from its start.
    await page.locator('burgee-label:is([data-state="stale"], [data-state="conflict"])').waitFor({ state: 'attached' });
    expect(await log(page)).toBe('');
  });

  test('a page whose session is replaced while it loads is veiled before its first frame', async () => {
    await (await enter(burgee, ...production)).close();
    const page = await burgee.context.newPage();
    await noteLabel(page, 'data-state');
    simulator.settings.consoleBodyGate = 'body';
    const loaded = page.goto(ec2);
    await page.locator('head style').waitFor({ state: 'attached' });
    await signInElsewhere();
    simulator.faults.gate('body').open();
    await loaded;
    simulator.settings.consoleBodyGate = '';
    await label(page, 'stale');
    expect(await noted(page)).toEqual(['stale']);
  });

  test.each(
    sampled(
      [
        ['a click', (page: Page) => page.mouse.click(0, 0)],
        ['Enter on a button', (page: Page) => page.keyboard.press('Enter')],
        ['Space on a button', (page: Page) => page.keyboard.press('Space')],
        ['Enter in a field', (page: Page) => page.keyboard.press('Enter')],
        ['typing in a field', (page: Page) => page.keyboard.type('abc')],
        ['pasted text', (page: Page) => page.keyboard.press('Control+V')],
      ],
      3,
    ),
  )('%s right after it does not reach the page', async (name, act) => {
    const page = await open();
    await page.locator(/field|pasted/.test(name) ? '#field' : '#send').focus();
    const box = await page.locator('#send').boundingBox();
    await signInElsewhere();
    if (name === 'a click' && box) await page.mouse.click(box.x + 4, box.y + 4);
    else await act(page);
    await label(page, 'stale');
    expect(await log(page)).toBe('');
    expect(await page.locator('#field').inputValue()).toBe('');
  });

  test.each(
    sampled(
      [
        ['a right click', (page: Page, x: number, y: number) => page.mouse.click(x, y, { button: 'right' })],
        ['a middle click', (page: Page, x: number, y: number) => page.mouse.click(x, y, { button: 'middle' })],
        ['a finger', tap],
        ['a drag', drag],
      ],
      2,
    ),
  )('%s right after it does not reach the page', async (_, act) => {
    const page = await open();
    const box = await page.locator('#send').boundingBox();
    const [x, y] = [(box?.x ?? 0) + 4, (box?.y ?? 0) + 4];
    await signInElsewhere();
    await act(page, x, y);
    await label(page, 'stale');
    expect(await log(page)).toBe('');
  });

  test('nothing reaches a frame of the page either', async () => {
    const page = await open();
    const deep = page.frameLocator('#inner').locator('#deep');
    await deep.click();
    await expect.poll(() => log(page)).toBe('deep ');
    const box = await deep.boundingBox();
    await signInElsewhere();
    if (box) await page.mouse.click(box.x + 4, box.y + 4);
    await page.keyboard.press('Enter');
    await label(page, 'stale');
    expect(await log(page)).toBe('deep ');
  });

  test('a held key and a double click do not answer the question', async () => {
    const page = await open();
    await page.locator('#send').focus();
    await page.keyboard.down('Enter');
    await signInElsewhere();
    await label(page, 'stale');
    for (let turn = 0; turn < 5; turn += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    expect(await textInLabel(page)).toContain('You are now payments-dev (222222222222, DeveloperAccess)');
    await label(page, 'stale');
  });

  test('every tab learns it within half a second, those in the background too', async () => {
    const tabs = [await open(), await open(), await open()];
    await tabs[2]?.bringToFront();
    for (const tab of tabs) await tab.evaluate(timeStaleness);
    await signInElsewhere();
    for (const tab of tabs) {
      await label(tab, 'stale');
      expect(await tab.evaluate(() => Reflect.get(window, 'staleAfterMs') as number)).toBeLessThan(500);
    }
    for (const tab of tabs) expect((await label(tab, 'stale'))['data-colour']).toBe('#5f6368');
  });

  test('with the worker stopped, all the same', async () => {
    const page = await open();
    await burgee.killWorker();
    await signInElsewhere();
    await label(page, 'stale');
    expect(await textInLabel(page)).toContain('This page was loaded as payments-prod');
  });

  test('“just show” shows it, still grey, until the next change', async () => {
    const page = await open();
    await signInElsewhere();
    await label(page, 'stale');
    await pressInLabel(page, 'Just show the page');
    await page.locator('#send').click();
    expect(await log(page)).toContain('click');
    await label(page, 'stale');
    const before = await log(page);
    await signInElsewhere('333333333333');
    await expect.poll(() => textInLabel(page)).toContain('data-platform-staging');
    await page.keyboard.press('Enter');
    expect(await log(page)).toBe(before);
  });

  test.runIf(isLong)(
    'stays veiled when the scripts are started in it once more, as after a new permission',
    async () => {
      const page = await enter(burgee, '111111111111', 'AdministratorAccess', `${ec2}&sim=no-meta`);
      await labelled(page, '111111111111', 'production');
      await (await enter(burgee, '222222222222', 'DeveloperAccess')).close();
      await label(page, 'stale');
      const worker = await burgee.worker();
      await worker.evaluate(startScriptsAgain, '*sim=no-meta*');
      await label(page, 'stale');
      await expect.poll(() => textInLabel(page)).toContain('You are now payments-dev');
    },
  );

  test('“just show” does not hold once somebody else was there in between', async () => {
    const page = await open();
    const cookies = await burgee.context.cookies('https://eu-west-1.console.aws.amazon.com/');
    await signInElsewhere();
    await label(page, 'stale');
    await pressInLabel(page, 'Just show the page');
    await burgee.context.addCookies(cookies);
    await labelled(page, '111111111111', 'production');
    await page.locator('#send').focus();
    await signInElsewhere();
    await page.keyboard.press('Enter');
    await expect.poll(() => textInLabel(page)).toContain('You are now payments-dev');
    await pressInLabel(page, 'Just show the page');
    await signInElsewhere('333333333333');
    await expect.poll(() => textInLabel(page)).toContain('You are now data-platform-staging');
    await signInElsewhere();
    await page.keyboard.press('Enter');
    await expect.poll(() => textInLabel(page)).toContain('You are now payments-dev');
    expect(await log(page)).toBe('');
  });

  test('it is as before when the old session comes back', async () => {
    const page = await open();
    const cookies = await burgee.context.cookies('https://eu-west-1.console.aws.amazon.com/');
    await signInElsewhere();
    await label(page, 'stale');
    await burgee.context.addCookies(cookies);
    await labelled(page, '111111111111', 'production');
    expect(await textInLabel(page)).not.toContain('Just show');
    await page.locator('#send').click();
    expect(await log(page)).toContain('click');
  });

  test.each(
    sampled(
      [
        [
          '111111111111',
          'AdministratorAccess',
          'conflict',
          'loaded as payments-prod (111111111111, AdministratorAccess)',
        ],
        ['222222222222', 'ReadOnlyAccess', 'stale', 'loaded as payments-dev (222222222222, ReadOnlyAccess)'],
      ],
      1,
    ),
  )('a page of %s, %s that was on its way is veiled: %s', async (account, role, state, says) => {
    const page = await enter(burgee, ...production);
    const sessionARN = arnIn(account, role);
    const meta = JSON.stringify({ accountId: account, sessionARN, prismModeEnabled: false }).replaceAll('"', '&quot;');
    const body = `<head><title>EC2</title><meta name="awsc-session-data" content="${meta}"></head><main></main><p id="log"></p>`;
    await page.route('**/*on-its-way', async (route) => {
      await signInElsewhere();
      await route.fulfill({ contentType: 'text/html', body });
    });
    await page.goto(`${ec2}&on-its-way`);
    await page.evaluate(controls);
    await page.locator('#send').focus();
    await page.keyboard.press('Enter');
    await label(page, state);
    await expect.poll(() => textInLabel(page)).toContain(says);
    expect(await textInLabel(page)).toContain('You are now payments-dev (222222222222, DeveloperAccess)');
    expect(await log(page)).toBe('');
    await page.unroute('**/*on-its-way');
    await pressInLabel(page, 'Go back to');
    expect(await label(page, 'known')).toMatchObject({ 'data-account-id': account, 'data-role-name': role });
  });

  test.each(
    sampled(
      [
        ['there are two that disagree', () => signInElsewhere('222222222222', host)],
        ['it can’t be read', () => leaveCookie('%7B%22arn%22')],
      ],
      1,
    ),
  )('it is veiled where the cookie does not tell who is in now: %s', async (_, act) => {
    const page = await open();
    await page.locator('#send').focus();
    await act();
    await page.keyboard.press('Enter');
    await label(page, 'stale');
    await expect
      .poll(() => textInLabel(page))
      .toContain('The session under this page was replaced: payments-prod (111111111111, AdministratorAccess)');
    expect(await log(page)).toBe('');
    await burgee.context.clearCookies({ name: 'aws-userInfo', domain: host });
    await (await enter(burgee, ...production)).close();
    await labelled(page, '111111111111', 'production');
    expect(await textInLabel(page)).not.toContain('Just show');
  });

  test.each(
    sampled(
      [
        [
          'as forms are',
          (json: string) => encodeURIComponent(json).replaceAll('%2C', '%2C+'),
          'payments-dev (222222222222',
        ],
        ['so that nobody can read it', (json: string) => json.slice(0, -1), 'The session under this page was replaced'],
      ],
      1,
    ),
  )('it is veiled where the cookie was written %s all along', async (_, write, says) => {
    const written = (account: string, role: string): string =>
      write(JSON.stringify({ arn: arnIn(account, role), alias: '', username: 'jane' }));
    await (await enter(burgee, ...production)).close();
    await leaveCookie(written(...production));
    const page = await burgee.context.newPage();
    await page.goto(`${ec2}&written`);
    await labelled(page, '111111111111', 'production');
    await page.evaluate(controls);
    await page.locator('#send').focus();
    await leaveCookie(written(...development));
    await page.keyboard.press('Enter');
    await label(page, 'stale');
    await expect.poll(() => textInLabel(page)).toContain(says);
    expect(await log(page)).toBe('');
    await pressInLabel(page, 'Just show the page');
    await page.locator('#send').click();
    expect(await log(page)).toContain('click');
    await leaveCookie(written(production[0], 'ReadOnlyAccess'));
    await page.keyboard.press('Enter');
    await expect.poll(() => textInLabel(page)).toContain('Just show the page');
    await leaveCookie(written(...production));
    await labelled(page, '111111111111', 'production');
  });

  test('while two cookies disagree no page is loaded as anybody’s', async () => {
    const page = await open();
    await signInElsewhere('222222222222', host);
    await page.reload();
    expect((await label(page, 'conflict'))['data-account-id']).toBeUndefined();
    await burgee.context.clearCookies({ name: 'aws-userInfo', domain: host });
    await labelled(page, '111111111111', 'production');
  });

  test.each(
    sampled(
      [
        ['was broken all along', `${ec2}&sim=broken-meta`],
        ['breaks under the veil', ec2],
      ],
      1,
    ),
  )('it is veiled where its record %s', async (_, address) => {
    const page = await enter(burgee, ...production, address);
    await page.locator('burgee-label').waitFor({ state: 'attached' });
    await page.evaluate(controls);
    await page.locator('#send').focus();
    await signInElsewhere();
    await page.keyboard.press('Enter');
    await expect.poll(() => textInLabel(page)).toContain('AdministratorAccess). You are now');
    await page.evaluate(() => {
      document.querySelector('meta[name="awsc-session-data"]')?.setAttribute('content', '{');
    });
    await label(page, 'unknown');
    await page.keyboard.press('Enter');
    expect(await textInLabel(page)).toContain('Go back to');
    expect(await log(page)).toBe('');
  });

  test('another role in the same account is another session', async () => {
    const page = await open();
    await (await enter(burgee, '111111111111', 'ReadOnlyAccess')).close();
    await label(page, 'stale');
    expect(await textInLabel(page)).toContain('You are now payments-prod (111111111111, ReadOnlyAccess)');
  });

  test('where no portal knows the old account, the way back says so', async () => {
    const page = await signInAs(burgee, 'arn:aws:iam::777777777777:user/jane');
    await labelled(page, '777777777777', 'other');
    await (await enter(burgee, ...development)).close();
    await label(page, 'stale');
    await pressInLabel(page, 'Go back to');
    await expect.poll(() => textInLabel(page)).toContain('No portal that Burgee knows lists 7777-7777-7777 (jane)');
    await pressInLabel(page, 'Reload this page');
    await labelled(page, '222222222222', 'development');
  });

  test('signed out, it is grey; one click renews the session and returns here', async () => {
    const page = await enter(burgee, ...production, `${ec2}&tab=security#Rules:`);
    await labelled(page, '111111111111', 'production');
    const other = await burgee.context.newPage();
    await other.goto('https://console.aws.amazon.com/console/logout!doLogout');
    expect((await label(page, 'ended'))['data-colour']).toBe('#5f6368');
    await page.bringToFront();
    await pressInLabel(page, 'Sign in again');
    await labelled(page, '111111111111', 'production');
    expect(page.url()).toBe(`${ec2}&tab=security#Rules:`);
  });
});

test('a page that comes back from the back/forward cache is veiled before it can be acted in', async () => {
  const own = await signedIn('small', { ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  own.simulator.settings.consoleCacheControl = 'max-age=0';
  const page = await enter(own.burgee, ...production);
  await labelled(page, '111111111111', 'production');
  await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => (document.body.id = `kept-${persisted}`)));
  await page.goto('https://docs.aws.amazon.com/');
  await (await enter(own.burgee, ...development)).close();
  await page.goBack({ waitUntil: 'commit' });
  await page.locator('#kept-true').waitFor();
  await label(page, 'stale');
  await page.locator('#terminate-instance').evaluate((node: HTMLElement) => node.click());
  expect(await page.locator('#log').textContent()).toBe('');
  await own.close();
});

describe('a role that is switched in another tab and leaves the cookie as it is', () => {
  beforeAll(async () => {
    await forgetWhoIsIn();
    simulator.settings.userInfoOfSwitchedRole = 'kept';
  });
  afterAll(() => void (simulator.settings.userInfoOfSwitchedRole = 'own'));

  async function switchRole(tab?: Page): Promise<Page> {
    const page = tab ?? (await burgee.context.newPage());
    const back = encodeURIComponent(`${ec2}&switched`);
    await page.goto(
      `https://signin.aws.amazon.com/switchrole?account=222222222222&roleName=Deploy&redirect_uri=${back}`,
    );
    await page.locator('#switchrole_input_button').click();
    await labelled(page, '222222222222', 'development');
    return page;
  }

  async function open(): Promise<Page> {
    const page = await enter(burgee, ...production);
    await labelled(page, '111111111111', 'production');
    return page;
  }

  test.each(sampled([true, false], 1))(
    'veils the pages of the account that it was switched from (worker stopped: %s)',
    async (isStopped) => {
      const [page, beside] = [await open(), await burgee.context.newPage()];
      await beside.goto(`${ec2}&sim=no-meta`);
      await labelled(beside, '111111111111', 'production');
      if (isStopped) await burgee.killWorker();
      const switched = await switchRole();
      for (const tab of [page, beside]) {
        await label(tab, 'stale');
        expect(await textInLabel(tab)).toContain('replaced: payments-prod (111111111111, AdministratorAccess)');
      }
      await labelled(switched, '222222222222', 'development');
      await page.bringToFront();
      await pressInLabel(page, 'Reload this page');
      await labelled(page, '222222222222', 'development');
      await labelled(switched, '222222222222', 'development');
    },
  );

  test('veils the switched role’s pages once the first account is there again, and frees the others', async () => {
    const page = await open();
    const switched = await switchRole();
    await label(page, 'stale');
    await label(switched, 'known');
    simulator.settings.userInfoOfSwitchedRole = 'own';
    const back = await signInAs(burgee, (await cookieArn(page)) ?? '');
    await labelled(back, '111111111111', 'production');
    simulator.settings.userInfoOfSwitchedRole = 'kept';
    await label(switched, 'stale');
    await labelled(page, '111111111111', 'production');
  });

  test('leaves nobody’s name on a page that tells its account in its menu alone', async () => {
    const page = await switchRole(await open());
    await page.goto(`${ec2}&sim=no-meta`);
    const shown = await label(page, 'conflict');
    expect(shown['data-colour']).toBe('#5f6368');
    expect(shown['data-account-id']).toBeUndefined();
  });

  test('leaves alone whoever is in the same role, and the tab that goes on to it', async () => {
    const first = await switchRole(await open());
    const second = await burgee.context.newPage();
    await second.goto(`${ec2}&another`);
    await labelled(second, '222222222222', 'development');
    await first.reload();
    await labelled(first, '222222222222', 'development');
    await labelled(second, '222222222222', 'development');
  });
});

async function cookieArn(page: Page): Promise<string | undefined> {
  const cookies = await page.context().cookies(ec2);
  const info = cookies.find(({ name }) => name === 'aws-userInfo');
  return info && (JSON.parse(decodeURIComponent(info.value)) as { arn: string }).arn;
}

describe('a copy of a page that the browser has kept', () => {
  let cacheControl: string;

  beforeAll(async () => {
    await forgetWhoIsIn();
    cacheControl = simulator.settings.consoleCacheControl;
    simulator.settings.consoleCacheControl = 'max-age=600';
  });
  afterAll(() => void (simulator.settings.consoleCacheControl = cacheControl));

  /** As the browser's own menu does. */
  async function duplicate(page: Page): Promise<Page> {
    burgee.personActs();
    const opened = burgee.context.waitForEvent('page');
    const worker = await burgee.worker();
    await worker.evaluate(async (url) => {
      const { tabs } = Reflect.get(globalThis, 'chrome') as {
        tabs: { query(what: object): Promise<{ id: number; url: string }[]>; duplicate(id: number): Promise<void> };
      };
      const all = await tabs.query({ url: 'https://*.console.aws.amazon.com/*' });
      const tab = all.find((one) => one.url === url);
      if (tab) await tabs.duplicate(tab.id);
    }, page.url());
    return opened;
  }

  test.each(
    sampled(
      [
        ['says nothing of whose it is', 'no-meta', 'unknown'],
        ['is a switched role’s', 'switched-role', 'conflict'],
        ['says whose it is', 'german', 'conflict'],
      ],
      1,
    ),
  )('is not taken for that of whoever is signed in now, where it %s', async (_, variant, state) => {
    const page = await enter(burgee, ...production, `${ec2}&sim=${variant}`);
    await label(page, 'known');
    await (await enter(burgee, ...development)).close();
    await label(page, 'stale');
    const twin = await duplicate(page);
    const shown = await label(twin, state);
    expect(shown['data-colour']).toBe('#5f6368');
    expect(shown['data-account-id']).toBeUndefined();
    await page.goto('https://docs.aws.amazon.com/');
    await page.goBack();
    await label(page, state);
    await page.reload();
    if (variant !== 'switched-role') await labelled(page, '222222222222', 'development');
  });

  test.runIf(isLong)('is nobody’s for sure either where it was fetched before it was wanted', async () => {
    const page = await enter(burgee, ...production);
    const address = '/s3/home?region=eu-west-1&sim=no-meta';
    const wasFetched = (): boolean =>
      simulator.ledger.entries.some(({ path, status }) => path === '/s3/home' && status === 200);
    await page.evaluate((url) => {
      const rules = document.createElement('script');
      rules.type = 'speculationrules';
      rules.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [url], eagerness: 'immediate' }] });
      document.head.append(rules);
    }, address);
    await expect.poll(wasFetched).toBe(true);
    await (await enter(burgee, ...development)).close();
    await page.evaluate((url) => location.assign(url), address);
    await page.waitForURL(/s3/);
    await page.locator('#nav-usernameMenu', { hasText: '1111-1111-1111' }).waitFor();
    expect((await label(page, 'unknown'))['data-colour']).toBe('#5f6368');
  });

  test('is the same account’s while nobody else has signed in, and is veiled as the first one once somebody has', async () => {
    const page = await enter(burgee, ...production, `${ec2}&copied`);
    await labelled(page, '111111111111', 'production');
    const twin = await duplicate(page);
    await labelled(twin, '111111111111', 'production');
    await burgee.killWorker();
    await (await enter(burgee, ...development)).close();
    for (const tab of [page, twin]) {
      await label(tab, 'stale');
      expect(await textInLabel(tab)).toContain(
        'This page was loaded as payments-prod (111111111111, AdministratorAccess)',
      );
    }
  });
});

test('with sessions side by side a tab is replaced and ends with its own session, and only then', async () => {
  const own = await signedIn('small-multi-session');
  const one = await enter(own.burgee, ...production);
  const other = await enter(own.burgee, ...development);
  await labelled(one, '111111111111', 'production');
  await labelled(other, '222222222222', 'development');
  const switched = await own.burgee.context.newPage();
  await switched.goto(`${one.url()}&sim=switched-role`);
  await label(one, 'stale');
  expect(await textInLabel(one)).toContain('payments-prod (111111111111, AdministratorAccess)');
  expect((await label(switched, 'known'))['data-account-id']).toBe('999999999999');
  await labelled(other, '222222222222', 'development');
  await switched.goto(one.url());
  await labelled(one, '111111111111', 'production');
  const leave = await own.burgee.context.newPage();
  await leave.goto(new URL('/console/logout!doLogout', other.url()).href);
  await label(other, 'ended');
  await labelled(one, '111111111111', 'production');
  await own.close();
});

/** Runs in the worker: starts the scripts in a console tab; settles when they have run. */
async function startScriptsAgain(address: string): Promise<void> {
  interface Chrome {
    tabs: { query(filter: { url: string }): Promise<{ id: number }[]> };
    scripting: { executeScript(how: { target: { tabId: number }; files: string[] }): Promise<unknown> };
  }
  const { tabs, scripting } = Reflect.get(globalThis, 'chrome') as Chrome;
  const [tab] = await tabs.query({ url: `https://*.console.aws.amazon.com/${address}` });
  if (!tab) throw new Error('no such tab');
  const files = ['/console-tab.js', '/console-aside.js', '/console-guard.js'];
  await scripting.executeScript({ target: { tabId: tab.id }, files });
}
