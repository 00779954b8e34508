import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Simulator } from '../simulator/simulator';
import type { Burgee } from './browser';
import { ec2, enter, enterByPortal, signedIn, signInAs, startUrl } from './console';
import { firstConsoleFrame, hasBadge } from './frames';
import { sampled } from './how-long';
import { inLabel, insideLabel, pressInLabel, textInLabel } from './inside-label';
import { label, labelled, openLauncher, pressAndLeave, search } from './launcher';

describe('the label of a console tab', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  /** A tab that several tests use. */
  let kept: Page | undefined;

  beforeAll(async () => {
    ({ simulator, burgee } = await signedIn());
  });
  afterEach(async () => {
    for (const page of burgee.context.pages().slice(1)) if (page !== kept) await page.close();
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  test('names account, number, role and level, and is a child of the root element', async () => {
    const page = await enter(burgee, '111111111111', 'AdministratorAccess');
    await labelled(page, '111111111111', 'production');
    const shown = await label(page, 'known');
    expect(shown).toMatchObject({ role: 'note', 'data-role-name': 'AdministratorAccess', 'data-colour': '#c8102e' });
    expect(shown['aria-label']).toBe('payments-prod, 111111111111, AdministratorAccess, Production');
    expect(
      await page.evaluate(() => document.querySelector('burgee-label')?.parentElement === document.documentElement),
    ).toBe(true);
    expect(await page.evaluate(() => document.querySelector('burgee-label')?.shadowRoot)).toBeNull();
  });

  test('is in its account’s colour in the first frame of the page', async () => {
    const eyes = burgee.context.pages()[0] ?? (await burgee.context.newPage());
    await enter(burgee, '111111111111', 'AdministratorAccess');
    const page = await burgee.context.newPage();
    simulator.settings.consoleBodyGate = 'body';
    const first = await firstConsoleFrame(page, eyes, async () => {
      const loaded = page.goto(ec2);
      await page.locator('head style').waitFor({ state: 'attached' });
      simulator.faults.gate('body').open();
      await loaded;
    });
    simulator.settings.consoleBodyGate = '';
    expect(await hasBadge(eyes, first, '#c8102e')).toBe(true);
  });

  test('comes with the first that the page has to show, and not before', async () => {
    await enter(burgee, '111111111111', 'AdministratorAccess');
    const page = await burgee.context.newPage();
    await page.addInitScript(noteArrival);
    simulator.settings.consoleBodyDelayMs = 300;
    await page.goto(ec2);
    simulator.settings.consoleBodyDelayMs = 0;
    await label(page, 'known');
    expect(await page.evaluate(() => Reflect.get(window, 'arrival') as unknown)).toEqual({ isEmpty: false, paints: 0 });
  });

  test('has its account’s record at hand before the console is asked for, also among many', async () => {
    const many = await openLauncher(burgee);
    await many.evaluate(expectOthers);
    const gate = simulator.faults.gate('federation');
    simulator.faults.set({ op: 'FederateConsole', times: 1, effect: { kind: 'hold', gate } });
    await search(many, 'payments-prod');
    await pressAndLeave(many, 'Enter');
    const settings = await burgee.openPage('options.html');
    await expect.poll(() => settings.evaluate(firstExpected)).toBe('111111111111');
    gate.open();
    const page = await enterByPortal(burgee, '222222222222', 'DeveloperAccess');
    await labelled(page, '222222222222', 'development');
    await expect.poll(() => settings.evaluate(firstExpected)).toBe('222222222222');
    simulator.faults.clear();
  });

  test('opens its menu for a press that came while the page still loads', async () => {
    const page = await enter(burgee, '222222222222', 'DeveloperAccess');
    simulator.settings.consoleRestGate = 'menu';
    const loaded = page.goto(ec2);
    await labelled(page, '222222222222', 'development');
    await pressInLabel(page, '⋯');
    simulator.faults.gate('menu').open();
    await loaded;
    simulator.settings.consoleRestGate = '';
    await expect.poll(() => textInLabel(page)).toContain('Copy account number');
  });

  test('stands before the page’s own header does', async () => {
    const page = await enter(burgee, '222222222222', 'DeveloperAccess');
    await labelled(page, '222222222222', 'development');
    await page.addInitScript(() => {
      const seen = new MutationObserver(() => {
        if (!document.querySelector('#awsc-nav-header')) return;
        document.documentElement.dataset['labelFirst'] = String(document.querySelector('burgee-label') !== null);
        seen.disconnect();
      });
      seen.observe(document, { childList: true, subtree: true });
    });
    await page.goto(`${ec2}&sim=late-header`);
    await page.locator('#awsc-nav-header').waitFor();
    expect(await page.locator('html').getAttribute('data-label-first')).toBe('true');
  });

  describe('in a tab that goes from page to page', () => {
    let page: Page;

    beforeAll(async () => {
      page = kept = await enter(burgee, '222222222222', 'DeveloperAccess');
    });
    afterAll(() => page.close());

    test.each(['no-meta', 'late-header', 'late-meta', 'german', 'iframe-only', 'region-unsupported', 'string-prism'])(
      'is right on a page with %s',
      async (variant) => {
        await page.goto(`${ec2}&sim=${variant}`);
        await labelled(page, '222222222222', 'development');
      },
    );
  });

  test('is unknown and grey where the metadata is broken', async () => {
    const page = await enter(burgee, '222222222222', 'DeveloperAccess', `${ec2}&sim=broken-meta`);
    const shown = await label(page, 'unknown');
    expect(shown['data-account-id']).toBeUndefined();
    expect(shown['data-colour']).toBe('#5f6368');
  });

  test('shows the account of a switched role', async () => {
    const page = await enter(burgee, '222222222222', 'DeveloperAccess', `${ec2}&sim=switched-role`);
    await labelled(page, '999999999999', 'other');
  });

  test('names IAM users and marks root', async () => {
    const user = await signInAs(burgee, 'arn:aws:iam::222222222222:user/teams/jane');
    await labelled(user, '222222222222', 'development');
    expect((await label(user, 'known'))['data-role-name']).toBe('teams/jane');
    await user.close();
    const root = await signInAs(burgee, 'arn:aws:iam::111111111111:root');
    await labelled(root, '111111111111', 'production');
    expect((await label(root, 'known'))['aria-label']).toContain('ROOT USER');
  });

  test('is unknown where nobody is signed in', async () => {
    await burgee.context.clearCookies({ domain: '.amazon.com' });
    const page = await burgee.context.newPage();
    await page.goto(ec2);
    await label(page, 'unknown');
  });

  test('does not appear on look-alike hosts', async () => {
    for (const host of [
      'us-east-1.console.aws.amazon.com.evil.example',
      'console-aws.amazon.com.example',
      'xconsole.aws.amazon.com',
      'docs.aws.amazon.com',
    ]) {
      const page = await burgee.context.newPage();
      await page.goto(`https://${host}/`);
      expect(await page.locator('burgee-label').count()).toBe(0);
    }
  });

  test('another sign-in veils the tab before a click reaches its page', async () => {
    const old = await enter(burgee, '111111111111', 'AdministratorAccess');
    await labelled(old, '111111111111', 'production');
    await enter(burgee, '222222222222', 'DeveloperAccess');
    await old.bringToFront();
    const box = await old.locator('#terminate-instance').boundingBox();
    await old.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
    await label(old, 'stale');
    expect(await old.locator('#log').textContent()).toBe('');
    await old.keyboard.press('Tab');
    await old.keyboard.press('Enter');
    expect(await old.locator('#log').textContent()).toBe('');
  });

  test('the veil leads on as the new session, or back to the old one, to this very page', async () => {
    const page = await enter(burgee, '111111111111', 'AdministratorAccess', `${ec2}&tab=details`);
    await labelled(page, '111111111111', 'production');
    await page.evaluate(() => (location.hash = '#Volumes:'));
    await (await enter(burgee, '222222222222', 'DeveloperAccess')).close();
    await label(page, 'stale');
    await expect
      .poll(() => textInLabel(page))
      .toContain(
        'This page was loaded as payments-prod (111111111111, AdministratorAccess). You are now payments-dev (222222222222, DeveloperAccess).',
      );
    await pressInLabel(page, 'Go back to payments-prod');
    await labelled(page, '111111111111', 'production');
    expect(page.url()).toBe(`${ec2}&tab=details#Volumes:`);
    await (await enter(burgee, '222222222222', 'DeveloperAccess')).close();
    await label(page, 'stale');
    await pressInLabel(page, 'Reload as');
    await labelled(page, '222222222222', 'development');
  });

  test('an ended session is renewed by one click, which returns to this very page', async () => {
    const page = await enter(burgee, '222222222222', 'DeveloperAccess', `${ec2}&tab=volumes`);
    await labelled(page, '222222222222', 'development');
    await burgee.context.clearCookies({ domain: '.amazon.com' });
    await label(page, 'ended');
    await pressInLabel(page, 'Sign in again');
    await labelled(page, '222222222222', 'development');
    expect(page.url()).toBe(`${ec2}&tab=volumes`);
  });

  test('numbers of other accounts are explained under the pointer and when pasted', async () => {
    const page = await enter(burgee, '111111111111', 'AdministratorAccess');
    await labelled(page, '111111111111', 'production');
    await page.locator('#foreign-arn').hover();
    await expect.poll(() => textInLabel(page)).toContain('This is payments-dev (222222222222)');
    await page.locator('#foreign-id').hover();
    await expect.poll(() => textInLabel(page)).toContain('This is data-platform-staging (333333333333)');
    await page.locator('h1').hover();
    await expect.poll(() => textInLabel(page)).not.toContain('This is');
    await page.locator('#principal').evaluate((input: HTMLInputElement) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '999999999999, arn:aws:iam::444444444444:root');
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    });
    const warning = 'You pasted a number of Log Archive (444444444444)';
    await expect.poll(() => textInLabel(page)).toContain(warning);
    await page.locator('#foreign-arn').hover();
    await expect.poll(() => textInLabel(page)).toContain('This is payments-dev (222222222222)');
    expect(await textInLabel(page)).toContain(warning);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('Log Archive');
  });

  test('what was pasted into a field that is longer than the window is told within the window', async () => {
    const page = await enter(burgee, '111111111111', 'AdministratorAccess');
    await labelled(page, '111111111111', 'production');
    await page.locator('#principal').evaluate((input: HTMLInputElement) => {
      input.style.height = '3000px';
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '444444444444');
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    });
    await expect.poll(() => textInLabel(page)).toContain('You pasted a number of Log Archive');
    const { top, bottom, height } = await inLabel(page, (root) => {
      const box = root.querySelector('.hint')?.getBoundingClientRect();
      return { top: box?.top ?? -1, bottom: box?.bottom ?? -1, height: innerHeight };
    });
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(height);
  });

  test('numbers in fields, in frames, in components and parted by their looks are explained too', async () => {
    const page = await enter(burgee, '111111111111', 'AdministratorAccess');
    await labelled(page, '111111111111', 'production');
    await page.evaluate(putNumbers);
    await page.frameLocator('#within').locator('#n4').waitFor();
    const places = ['#n1', '#n2', '#n3', '#n5 code', '#n6', '#n7'].map((place) => page.locator(place));
    for (const place of [...places, page.frameLocator('#within').locator('#n4')]) {
      await place.hover({ position: { x: 12, y: 8 } });
      await expect.poll(() => textInLabel(page)).toContain('This is payments-dev (222222222222)');
      await page.locator('h1').hover();
      await expect.poll(() => textInLabel(page)).not.toContain('This is');
    }
    await page.locator('#secret').hover({ position: { x: 12, y: 8 } });
    await page.locator('#foreign-id').hover();
    await expect.poll(() => textInLabel(page)).toContain('This is data-platform-staging (333333333333)');
  });

  test('a number is explained for as long as it lies under the pointer', async () => {
    const page = await enter(burgee, '111111111111', 'AdministratorAccess');
    await labelled(page, '111111111111', 'production');
    await page.evaluate(putList);
    const [list, first] = [page.locator('#numbers'), page.locator('#numbers p').first()];
    const isExplained = (what: string) =>
      expect.poll(async () => /This is [^(]*/.exec(await textInLabel(page))?.[0] ?? 'nothing').toBe(what);
    const point = async (): Promise<void> => {
      await page.locator('h1').hover();
      await first.hover({ position: { x: 12, y: 8 } });
      await isExplained('This is payments-dev ');
    };
    await point();
    await page.mouse.wheel(0, 100);
    await isExplained('This is Log Archive ');
    await list.evaluate((own) => void (own.scrollTop = 0));
    await isExplained('This is payments-dev ');
    await first.evaluate((own) => void (own.textContent = 'gone'));
    await isExplained('nothing');
    await first.evaluate((own) => void (own.textContent = '222222222222'));
    await point();
    await page.mouse.move(-20, -20);
    await isExplained('nothing');
    await point();
    await page.locator('#elsewhere').hover();
    await isExplained('nothing');
  });

  test.each(
    sampled(
      [
        ['222222222222,333333333333', '333333333333', 'This is data-platform-staging '],
        ['222222222222,333333333333', '222222222222', 'This is payments-dev '],
        ['["arn:aws:iam::111111111111:root","arn:aws:iam::333333333333:root"]', '111111111111', 'nothing'],
        [
          '["arn:aws:iam::111111111111:root","arn:aws:iam::333333333333:root"]',
          'root"]',
          'This is data-platform-staging ',
        ],
        ['{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"}}', 'Effect', 'nothing'],
        ['logs-222222222222-111111111111', '111111111111', 'nothing'],
        ['account 2222 2222 2222 here', '2222 2222 2222', 'This is payments-dev '],
      ],
      2,
    ),
  )('of several numbers in %s the one under %s is told', async (text, pointed, told) => {
    const page = await enter(burgee, '111111111111', 'AdministratorAccess');
    await labelled(page, '111111111111', 'production');
    const [own, other] = await page.evaluate(putText, { text, pointed });
    await page.mouse.move(other.x, other.y);
    await expect.poll(() => textInLabel(page)).toContain('This is Log Archive');
    await page.mouse.move(own.x, own.y);
    await expect.poll(async () => /This is [^(]*/.exec(await textInLabel(page))?.[0] ?? 'nothing').toBe(told);
  });

  test('a number in an editor that lets the pointer through its lines is explained', async () => {
    const page = await enter(burgee, '111111111111', 'AdministratorAccess');
    await labelled(page, '111111111111', 'production');
    const { x, y } = await page.evaluate(putEditor);
    await page.mouse.move(x, y);
    await expect.poll(() => textInLabel(page)).toContain('This is payments-dev (222222222222)');
  });

  test('a session that ends leaves a grey label', async () => {
    const page = await enter(burgee, '222222222222', 'DeveloperAccess');
    await labelled(page, '222222222222', 'development');
    await burgee.context.clearCookies({ name: 'aws-userInfo' });
    expect((await label(page, 'ended'))['data-colour']).toBe('#5f6368');
  });

  test('comes back within half a second whenever the page removes or hides it', async () => {
    const page = await enter(burgee, '111111111111', 'AdministratorAccess');
    await labelled(page, '111111111111', 'production');
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = '* { display: none !important }';
      document.head.append(style);
      document.querySelector('burgee-label')?.remove();
    });
    await page.locator('burgee-label').waitFor({ state: 'attached', timeout: 500 });
    await expect
      .poll(
        () => page.evaluate(() => getComputedStyle(document.querySelector('burgee-label') ?? document.body).display),
        { timeout: 500 },
      )
      .toBe('block');
    await page.evaluate(() => {
      document.open();
      document.write('<!doctype html><title>rewritten</title><p>new page');
      document.close();
    });
    await page.locator('burgee-label').waitFor({ state: 'attached', timeout: 1_000 });
  });

  test('comes back to a page that writes itself anew with nothing but words, and does not end', async () => {
    const page = await enter(burgee, '111111111111', 'AdministratorAccess');
    await labelled(page, '111111111111', 'production');
    await page.evaluate(() => {
      document.open();
      document.write('Please wait');
    });
    await page.locator('burgee-label').waitFor({ state: 'attached', timeout: 1_000 });
    expect(await page.evaluate(() => document.readyState)).toBe('loading');
  });

  test('moves along without a page load, and the title keeps the account in front', async () => {
    const page = await enter(burgee, '222222222222', 'DeveloperAccess');
    await labelled(page, '222222222222', 'development');
    await page.locator('#spa-link').click();
    await expect.poll(() => page.title()).toBe('payments-dev ⚑ S3 | moved');
    await labelled(page, '222222222222', 'development');
  });

  describe('on a page that has much at its foot', () => {
    let page: Page;

    beforeAll(async () => {
      page = kept = await enter(burgee, '111111111111', 'AdministratorAccess');
    });
    afterAll(() => page.close());
    beforeEach(async () => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.reload();
      await labelled(page, '111111111111', 'production');
    });

    /** Above what the last 40 pixels of the window hold. */
    const standsAboveFoot = (): Promise<void> =>
      expect
        .poll(async () => {
          const { box } = await insideLabel(page, 'badge');
          return box.y + box.height;
        })
        .toBeLessThanOrEqual(760);

    test.each([1280, 390])('covers no control of the page at %i pixels', async (width) => {
      await page.setViewportSize({ width, height: 800 });
      const covered = await page.evaluate(controlsUnderLabel);
      expect(covered).toEqual([]);
    });

    test.each(sampled(['component', 'frame', 'frame of a component'], 1))(
      'covers no control in a %s',
      async (where) => {
        await page.evaluate(putBar, where);
        await standsAboveFoot();
      },
    );

    test.each(
      sampled(
        [
          ['label of a hidden box', '<label>I acknowledge <input type="checkbox" style="opacity:0;width:1px"></label>'],
          ['editor', '<div contenteditable>text</div>'],
          ['slider', '<div role="slider" tabindex="0"></div>'],
          ['node of a tree', '<div role="treeitem">Item</div>'],
          ['place that takes the focus', '<div tabindex="0">text</div>'],
          ['place that hears a press', '<div onclick="this.id = \'pressed\'">text</div>'],
          ['film', '<video controls></video>'],
        ],
        3,
      ),
    )('covers no %s', async (_, markup) => {
      await page.evaluate((html) => {
        document.body.insertAdjacentHTML('beforeend', html);
        const bar = document.body.lastElementChild as HTMLElement;
        bar.style.cssText += 'position:fixed;left:0;bottom:0;width:100%;height:40px';
      }, markup);
      await standsAboveFoot();
    });

    test.each(
      sampled(
        [
          [1280, 670],
          [390, 225],
        ],
        1,
      ),
    )('covers no icon of 16 pixels at %i pixels', async (width, left) => {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate((at) => {
        const icon = document.createElement('button');
        icon.style.cssText = `position:fixed;left:${at}px;bottom:8px;width:16px;height:16px;padding:0`;
        document.body.replaceChildren(icon);
      }, left);
      await expect
        .poll(async () => {
          const { box } = await insideLabel(page, 'badge');
          return box.x + box.width <= left || box.x >= left + 16 || box.y + box.height <= 776;
        })
        .toBe(true);
    });

    test('covers no control of a page that takes the focus all over', async () => {
      await page.evaluate(() => {
        document.body.tabIndex = 0;
        document.body.style.minHeight = '100vh';
      });
      await page.evaluate(putBar, 'component');
      await standsAboveFoot();
    });
  });
});

/** Runs in the page: a bar at the window's foot, 40 pixels high, whose only button fills it. */
function putBar(where: string): void {
  const button = '<button style="width:100%;height:40px">Save</button>';
  const put = <Part extends HTMLElement>(part: Part, into: Node = document.body): Part => {
    part.style.cssText = 'position:fixed;left:0;bottom:0;width:100%;height:40px;border:0';
    into.appendChild(part);
    return part;
  };
  const frame = document.createElement('iframe');
  frame.srcdoc = `<body style="margin:0">${button}`;
  if (where === 'frame') put(frame);
  const root = where === 'frame' ? undefined : put(document.createElement('div')).attachShadow({ mode: 'open' });
  if (where === 'component' && root) root.innerHTML = button;
  else if (root) put(frame, root);
}

/** Runs in the page: controls in view whose middle does not belong to them. */
function controlsUnderLabel(): string[] {
  return [...document.querySelectorAll('a[href], button, input')].flatMap((control) => {
    const { left, top, width, height } = control.getBoundingClientRect();
    if (width === 0 || top < 0 || top + height > innerHeight) return [];
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit?.tagName === 'BURGEE-LABEL' ? [control.outerHTML.slice(0, 80)] : [];
  });
}

describe('the label with several sessions side by side', () => {
  test('each tab shows its own account, whatever the shared cookie says', async () => {
    const { simulator, burgee } = await signedIn('small-multi-session');
    const accounts = [
      ['111111111111', 'ReadOnlyAccess', 'production'],
      ['222222222222', 'DeveloperAccess', 'development'],
      ['333333333333', 'DataScientist', 'staging'],
      ['444444444444', 'SecurityAudit', 'other'],
      ['055555555555', 'AdministratorAccess', 'sandbox'],
    ] as const;
    const tabs: Page[] = [];
    for (const [accountId, roleName] of accounts) {
      const page = await burgee.context.newPage();
      await page.goto(`${startUrl}/#/console?account_id=${accountId}&role_name=${roleName}`);
      await page.waitForURL(/\d{12}-[0-9a-z]{8}\..*console\.aws/);
      tabs.push(page);
    }
    for (const [index, [accountId, roleName, level]] of accounts.entries()) {
      const tab = tabs[index];
      if (!tab) throw new Error('a tab is missing');
      await labelled(tab, accountId, level);
      expect((await label(tab, 'known'))['data-role-name']).toBe(roleName);
    }
    await burgee.close();
    await simulator.close();
  });
});

/** Runs in the page. */
function putList(): void {
  const list = document.createElement('div');
  list.id = 'numbers';
  list.style.cssText = 'height: 100px; overflow: auto';
  for (const number of ['222222222222', '444444444444', '']) {
    const line = document.createElement('p');
    line.style.cssText = 'height: 100px; margin: 0';
    line.textContent = number;
    list.append(line);
  }
  const frame = document.createElement('iframe');
  frame.id = 'elsewhere';
  frame.src = 'https://docs.aws.amazon.com/';
  document.querySelector('main')?.prepend(list, frame);
}

function putNumbers(): void {
  const put = document.createElement('div');
  put.innerHTML = `<p><input id=n1 value="222222222222"></p><p><textarea id=n2>222222222222, 333333333333</textarea></p>
<p><code id=n3>arn:aws:iam::<b>222222222222</b>:role/<i>deploy</i></code></p>
<p><span id=n6>2222<wbr>-2222-<b>2222</b></span></p><p><span id=n7>222222222222</span><span>333333333333</span></p>
<p id=n5></p><iframe id=within srcdoc="<p><span id=n4>222222222222</span></p>"></iframe>
<p><input id=secret type=password value="222222222222"></p>`;
  document.querySelector('main')?.prepend(put);
  const root = document.querySelector('#n5')?.attachShadow({ mode: 'open' });
  if (root) root.innerHTML = '<code>222222222222</code>';
}

/** Runs in the page: puts a text and another account's number there; gives the points in the middle of both. */
function putText({ text, pointed }: { text: string; pointed: string }) {
  const put = document.createElement('div');
  const [own, other] = [document.createElement('pre'), document.createElement('pre')];
  [own.textContent, other.textContent] = [text, '444444444444'];
  put.append(own, other);
  document.querySelector('main')?.prepend(put);
  return [middleOf(own, pointed), middleOf(other, '4')] as const;

  function middleOf({ firstChild }: Node, part: string): { x: number; y: number } {
    const range = document.createRange();
    const at = firstChild?.nodeValue?.indexOf(part) ?? -1;
    if (!firstChild || at < 0) throw new Error(`no ${part} there`);
    range.setStart(firstChild, at);
    range.setEnd(firstChild, at + part.length);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }
}

/** Runs in the page before its own scripts: notes what the page had to show, and had shown, when the label came. */
function noteArrival(): void {
  const watch = new MutationObserver(() => {
    if (!document.querySelector('burgee-label')) return;
    watch.disconnect();
    const isEmpty = !document.body?.firstElementChild;
    Reflect.set(window, 'arrival', { isEmpty, paints: performance.getEntriesByType('paint').length });
  });
  watch.observe(document, { childList: true, subtree: true });
}

/** Runs in the page: lines of an editor as Ace draws them, which lets the pointer through them. Gives a point on the number. */
function putEditor(): { x: number; y: number } {
  const put = document.createElement('div');
  put.innerHTML = `<div class="ace_editor" style="position:relative;width:600px;height:90px;font:14px monospace">
<div class="ace_scroller" style="position:absolute;inset:0;overflow:hidden"><div class="ace_content" style="position:absolute;width:600px;height:90px">
<div class="ace_layer ace_print-margin-layer" style="position:absolute;inset:0;pointer-events:none"></div>
<div class="ace_layer ace_text-layer" style="position:absolute;inset:0;pointer-events:none"><div class="ace_line_group" style="position:absolute;top:0;height:20px"><div class="ace_line" style="height:20px;white-space:pre"><span class="ace_paren">{</span></div></div>
<div class="ace_line_group" style="position:absolute;top:20px;height:20px"><div class="ace_line" style="height:20px;white-space:pre">  <span class="ace_variable">"AWS"</span>: <span class="ace_string" id="arn">"arn:aws:iam::222222222222:root"</span></div></div></div>
</div></div></div>`;
  document.querySelector('main')?.prepend(put);
  const box = document.querySelector('#arn')?.getBoundingClientRect();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + 10 };
}

interface Expected {
  readonly account: string;
  readonly look: unknown;
}
interface Storage {
  readonly local: {
    get(key: string): Promise<Record<string, Expected[] | undefined>>;
    set(items: Record<string, Expected[]>): Promise<void>;
  };
}

/** Runs in the page: as many other accounts are expected as can be. */
async function expectOthers(): Promise<void> {
  const { local } = (Reflect.get(globalThis, 'chrome') as { storage: Storage }).storage;
  const { 'expected-looks': [one] = [] } = await local.get('expected-looks');
  const others = Array.from({ length: 16 }, (_, at) => ({ account: String(900_000_000_000 + at), look: one?.look }));
  await local.set({ 'expected-looks': others });
}

/** Runs in the page. */
async function firstExpected(): Promise<string | undefined> {
  const { local } = (Reflect.get(globalThis, 'chrome') as { storage: Storage }).storage;
  return (await local.get('expected-looks'))['expected-looks']?.[0]?.account;
}
