import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Simulator } from '../simulator/simulator';
import type { Burgee } from './browser';
import { ec2, enter, signedIn, signInAs, startUrl } from './console';
import { type Box, inLabel, insideLabel, pressInLabel, textInLabel } from './inside-label';
import { label, labelled } from './launcher';
import { shareOf } from './pixels';

const red = '#c8102e';
const grey = '#5f6368';

describe('how a console tab looks', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let options: Page;

  beforeAll(async () => {
    ({ simulator, burgee } = await signedIn());
    options = await burgee.openPage('options.html');
  });
  afterEach(async () => {
    for (const page of burgee.context.pages()) if (/console\.aws|awsapps/.test(page.url())) await page.close();
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  async function production(variant = ''): Promise<Page> {
    const page = await enter(burgee, '111111111111', 'AdministratorAccess', variant ? `${ec2}&sim=${variant}` : ec2);
    await labelled(page, '111111111111', 'production');
    return page;
  }

  async function redIn(page: Page, clip: Box): Promise<number> {
    return shareOf(options, await page.screenshot({ clip }), red);
  }

  /** The badge's own red, left of its text, and the frame's along the left edge. */
  async function isRed(page: Page): Promise<boolean> {
    const { box } = await insideLabel(page, 'badge');
    const frame = { x: 0, y: 100, width: 4, height: 100 };
    return (await redIn(page, { ...box, width: 12 })) > 0.3 && (await redIn(page, frame)) > 0.5;
  }

  test.each([
    ['on paper', { media: 'print' }],
    ['in the dark', { colorScheme: 'dark' }],
    ['with colours forced by the system', { forcedColors: 'active' }],
  ] as const)('production is red and striped %s', async (_, media) => {
    const page = await production();
    await page.emulateMedia(media);
    await expect.poll(() => isRed(page)).toBe(true);
    expect(await textInLabel(page)).toContain('PRODUCTION payments-prod 1111-1111-1111 AdministratorAccess eu-west-1');
  });

  test('the tab strip shows the flag in the account’s colour, also after the page has put up another icon', async () => {
    const page = await production();
    await expect.poll(() => iconOf(options, page)).toContain(encodeURIComponent(red));
    await page.evaluate(() => {
      const icon = document.createElement('link');
      icon.rel = 'shortcut icon';
      icon.href = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';
      for (const own of document.querySelectorAll('link[rel~="icon"]')) own.remove();
      document.head.append(icon);
    });
    await expect.poll(() => page.locator('link[rel="shortcut icon"][media="not all"]').count()).toBe(1);
    await expect.poll(() => iconOf(options, page)).toContain(encodeURIComponent(red));
  });

  test.each([
    ['at 400 %', { width: 320, height: 200 }, 'ltr'],
    ['on a phone', { width: 390, height: 800 }, 'ltr'],
    ['from right to left', { width: 1280, height: 800 }, 'rtl'],
  ] as const)('the badge lies within the window %s, and its menu can be used', async (_, size, direction) => {
    const page = await production();
    await page.setViewportSize(size);
    await page.evaluate((dir) => document.documentElement.setAttribute('dir', dir), direction);
    await expect
      .poll(async () => {
        const { box } = await insideLabel(page, 'badge');
        return box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width && box.y + box.height <= size.height;
      })
      .toBe(true);
    await pressInLabel(page, '⋯');
    await pressInLabel(page, 'Copy account number');
    await expect.poll(() => textInLabel(page)).toContain('Copied');
  });

  test('stands in the part of the page that is seen, as large as ever, where a person spreads two fingers', async () => {
    const page = await production();
    const { box: before } = await insideLabel(page, 'badge');
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Input.synthesizePinchGesture', { x: 200, y: 150, scaleFactor: 2 });
    await expect
      .poll(async () => {
        const [{ box }, sight] = [await insideLabel(page, 'badge'), await page.evaluate(inSight)];
        // The box counts from where what is seen begins.
        const isInside = box.x >= 0 && box.x + box.width <= sight.width;
        const isAtFoot = Math.abs(box.y + box.height - sight.height) < 2;
        const size = Math.round((box.width / before.width) * sight.scale * 50) / 50;
        return { isInside, isAtFoot, isMagnified: sight.scale > 1.9, size };
      })
      .toEqual({ isInside: true, isAtFoot: true, isMagnified: true, size: 1 });
    await pressInLabel(page, '⋯');
    await pressInLabel(page, 'Copy account number');
    await expect.poll(() => textInLabel(page)).toContain('Copied');
    await cdp.detach();
  });

  test('the menu copies number and link, and leads to other accounts and to the account’s colour', async () => {
    const page = await production();
    await burgee.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(ec2).origin });
    const press = async (item: string): Promise<void> => {
      await pressInLabel(page, '⋯');
      await pressInLabel(page, item);
    };
    const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    await press('Copy account number');
    await expect.poll(copied).toBe('111111111111');
    await press('Copy link to this page');
    await expect.poll(copied).toContain(`${startUrl}/#/console?account_id=111111111111&role_name=AdministratorAccess`);
    await page.evaluate(() => history.pushState(null, '', '/s3/buckets/here?region=us-east-1#deep'));
    // The badge is drawn anew for the other region, and its menu with it.
    await expect.poll(() => textInLabel(page)).toContain('us-east-1');
    await press('Copy link to this page');
    await expect.poll(copied).toContain(encodeURIComponent('/s3/buckets/here?region=us-east-1#deep'));
    const settings = burgee.context.waitForEvent('page');
    await press('Colour this account…');
    expect((await settings).url()).toContain('/options.html#rules?account=111111111111');
    await (await settings).close();
    const palette = burgee.context.waitForEvent('page');
    await page.bringToFront();
    await press('This page in another account…');
    expect((await palette).url()).toContain('/popup.html');
    await (await palette).close();
  });

  test('the menu goes when the keyboard or a click leaves it', async () => {
    const page = await production();
    const isOpen = (): Promise<boolean> => inLabel(page, (root) => root.querySelector('.menu:not([hidden])') !== null);
    await pressInLabel(page, '⋯');
    for (let item = 0; item < 4; item += 1) await page.keyboard.press('Tab');
    expect(await isOpen()).toBe(true);
    await page.keyboard.press('Tab');
    await expect.poll(isOpen).toBe(false);
    await pressInLabel(page, '⋯');
    expect(await isOpen()).toBe(true);
    await page.mouse.click(200, 300);
    await expect.poll(isOpen).toBe(false);
  });

  test('hidden in this tab, it is still told to scripts and to the toolbar', async () => {
    const page = await production();
    await pressInLabel(page, '⋯');
    await pressInLabel(page, 'Hide in this tab');
    const frame = { x: 0, y: 100, width: 4, height: 100 };
    await expect.poll(() => redIn(page, frame)).toBe(0);
    await labelled(page, '111111111111', 'production');
    await page.reload();
    await expect.poll(() => isRed(page)).toBe(true);
  });

  test('steps aside where the pointer rests on it, and lets the click through', async () => {
    const page = await production();
    await page.evaluate(() =>
      addEventListener('click', ({ target }) => void (document.title = (target as Element).tagName)),
    );
    await expect.poll(() => isRed(page)).toBe(true);
    const { box } = await insideLabel(page, 'badge');
    await page.mouse.move(box.x + 80, box.y + 10);
    // What is left below it is the frame's.
    await expect.poll(() => redIn(page, { ...box, height: box.height - 5 })).toBe(0);
    await page.mouse.click(box.x + 80, box.y + 10);
    await expect.poll(() => page.title()).toMatch(/HTML|BODY|MAIN|DIV/);
    await page.mouse.move(200, 300);
    await expect.poll(() => isRed(page)).toBe(true);
  });
});

describe('what the label says to scripts and other tools', () => {
  let simulator: Simulator;
  let burgee: Burgee;

  beforeAll(async () => {
    ({ simulator, burgee } = await signedIn());
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  /** Every attribute of the label but its style. */
  async function told(page: Page, state: string): Promise<Record<string, string>> {
    const { style: _, ...rest } = await label(page, state);
    return rest;
  }

  test('known, stale, ended, unknown and in conflict: all of it and no more', async () => {
    const page = await enter(burgee, '111111111111', 'AdministratorAccess');
    await labelled(page, '111111111111', 'production');
    const known = {
      role: 'note',
      'aria-label': 'payments-prod, 111111111111, AdministratorAccess, Production',
      'data-state': 'known',
      'data-account-id': '111111111111',
      'data-role-name': 'AdministratorAccess',
      'data-level': 'production',
      'data-colour': red,
    };
    expect(await told(page, 'known')).toEqual(known);

    await (await enter(burgee, '222222222222', 'DeveloperAccess')).close();
    expect(await told(page, 'stale')).toEqual({
      ...known,
      'data-state': 'stale',
      'data-colour': grey,
      'aria-label': `The session under this page was replaced: ${known['aria-label']}`,
    });

    await burgee.context.clearCookies({ name: 'aws-userInfo' });
    expect(await told(page, 'ended')).toEqual({
      ...known,
      'data-state': 'ended',
      'data-colour': grey,
      'aria-label': `This session has ended: ${known['aria-label']}`,
    });
    await page.close();

    const unknown = await enter(burgee, '222222222222', 'DeveloperAccess', `${ec2}&sim=broken-meta`);
    expect(await told(unknown, 'unknown')).toEqual({
      role: 'note',
      'aria-label': 'Burgee does not know whose console this is',
      'data-state': 'unknown',
      'data-colour': grey,
    });
    await unknown.close();

    const conflict = await enter(burgee, '222222222222', 'DeveloperAccess', `${ec2}&sim=other-account-meta`);
    expect(await told(conflict, 'conflict')).toEqual({
      role: 'note',
      'aria-label': 'This page contradicts itself about its account',
      'data-state': 'conflict',
      'data-colour': grey,
    });
  });

  test('an account without a level says none, and one without a role says none', async () => {
    const page = await signInAs(burgee, 'arn:aws:iam::444444444444:root');
    await labelled(page, '444444444444', 'other');
    const { 'data-colour': colour, ...rest } = await told(page, 'known');
    expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    expect(rest).toEqual({
      role: 'note',
      'aria-label': 'Log Archive, 444444444444, ROOT USER',
      'data-state': 'known',
      'data-account-id': '444444444444',
      'data-role-name': 'root',
      'data-level': 'other',
    });
  });
});

/** The icon that the browser shows for a tab, as it tells an extension page. */
async function iconOf(options: Page, page: Page): Promise<string> {
  return options.evaluate(async (url) => {
    interface Chrome {
      tabs: { query(filter: object): Promise<{ url?: string; favIconUrl?: string }[]> };
    }
    const { tabs } = Reflect.get(globalThis, 'chrome') as Chrome;
    return (await tabs.query({})).findLast((tab) => tab.url === url)?.favIconUrl ?? 'none';
  }, page.url());
}

function inSight() {
  const { width = 0, height = 0, scale = 0 } = visualViewport ?? {};
  return { width, height, scale };
}
