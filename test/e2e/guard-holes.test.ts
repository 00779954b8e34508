import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Simulator } from '../simulator/simulator';
import type { Burgee } from './browser';
import { isLong, sampled } from './how-long';
import { ec2, enter, guarded } from './console';
import { pressInLabel, textInLabel } from './inside-label';
import { labelled } from './launcher';

/** Runs in the page: every way that a console may offer to destroy something. What was reached stands in the log. */
function dangers(): void {
  const main = document.querySelector('main');
  const did = (what: string): void => {
    const log = document.querySelector('#log');
    if (log) log.textContent += `${what} `;
  };
  function make(tag: string, id: string, text = '', attributes: Record<string, string> = {}): HTMLElement {
    const node = document.createElement(tag);
    node.id = id;
    node.textContent = text;
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    for (const kind of ['click', 'mousedown', 'pointerup', 'touchend']) node.addEventListener(kind, () => did(id));
    main?.prepend(node);
    return node;
  }
  make('button', 'x1', '🗑', { 'aria-label': 'Delete' });
  make('button', 'x2', '', { title: 'Terminate instance', style: 'width:40px;height:30px' });
  make('div', 'x3', 'Delete bucket', { style: 'cursor:pointer' });
  make('div', 'x4', 'Delete rule', { tabindex: '0' }).addEventListener('keydown', () => did('x4'));
  make('span', 'x5', 'Yes, delete it', { role: 'button', tabindex: '0' });
  make('button', 'x6', 'Permanently delete 3 objects');
  make('button', 'x7', 'OK', { 'data-testid': 'confirm-delete' });
  make('button', 'x8', 'Weiter', { 'data-testid': 'terminateInstances' });
  make('input', 'x9', '', { type: 'submit', value: 'Delete stack' });
  make('a', 'x10', 'Delete', { href: '#deleted', role: 'menuitem' });
  make('button', 'x11', '').append(nested(20, 'Delete'));
  const label = make('span', 'x12-label', 'Delete table');
  make('button', 'x12', '✓', { 'aria-labelledby': label.id });
  const host = make('x-button', 'x13', 'Delete function');
  const root = host.attachShadow({ mode: 'open' });
  root.append(Object.assign(document.createElement('button'), { id: 'inner' }));
  root.firstElementChild?.append(document.createElement('slot'));
  const closed = make('x-closed', 'x14');
  closed.style.display = 'inline-block';
  closed
    .attachShadow({ mode: 'closed' })
    .append(Object.assign(document.createElement('button'), { textContent: 'Delete queue' }));

  make('button', 'x15').append(Object.assign(document.createElement('img'), { alt: 'Delete', width: 20, height: 20 }));
  const layout = make('li', 'x16', '', { role: 'presentation', 'data-testid': 'terminate-instance' });
  layout.append(Object.assign(document.createElement('span'), { role: 'menuitem', textContent: 'Sonlandır' }));
  const choice = make('label', 'x17', 'Make public', { style: 'cursor:default' });
  const radio = Object.assign(document.createElement('input'), { type: 'radio' });
  radio.addEventListener('change', () => did('x17 chosen'));
  choice.prepend(radio);
  const asks = make('div', 'x18', '', { role: 'dialog', 'aria-label': 'Delete bucket invoices?' });
  asks.append(component('open', '<button>Confirm</button>'));
  const closedAsks = make('div', 'x19', '', { role: 'dialog', 'aria-label': 'Delete bucket invoices?' });
  closedAsks.append(component('closed', '<button>Confirm</button>'));
  const dialogOf = '<div role=dialog aria-labelledby=h><h2 id=h>Terminate instances?</h2><slot></slot></div>';
  const put = component('open', dialogOf);
  put.append(Object.assign(document.createElement('button'), { textContent: 'Confirm', id: 'put' }));
  make('div', 'x20').append(put);

  const list = make('ul', 'k1', '', { role: 'menu', tabindex: '0', 'aria-activedescendant': 'k1-item' });
  const active = { id: 'k1-item', role: 'menuitem', textContent: 'Terminate instance' };
  list.append(Object.assign(document.createElement('li'), active));
  make('button', 'k2', 'Actions', { 'aria-activedescendant': 'k2-item' });
  make('div', 'k2-item', 'Delete snapshot', { role: 'menuitem' });
  for (const id of ['k1', 'k2'])
    for (const kind of ['keydown', 'keyup'])
      document.querySelector(`#${id}`)?.addEventListener(kind, (event) => {
        if (['Enter', ' '].includes((event as KeyboardEvent).key)) did(`${id} ${kind}`);
      });

  const form = document.createElement('form');
  const typed = Object.assign(document.createElement('input'), { id: 'f1' });
  form.append(typed, Object.assign(document.createElement('button'), { textContent: 'Delete' }));
  form.addEventListener('submit', (event) => (event.preventDefault(), did('f1')));
  const dialog = document.createElement('div');
  dialog.setAttribute('role', 'dialog');
  const confirm = Object.assign(document.createElement('input'), { id: 'f2', placeholder: 'delete' });
  confirm.addEventListener('keydown', ({ key }) => void (key === 'Enter' && did('f2')));
  const reached = Object.assign(document.createElement('input'), { id: 'f4', tabIndex: 0 });
  reached.addEventListener('keydown', ({ key }) => void (key === 'Enter' && did('f4')));
  const menu = make('input', 'f3', '', { 'aria-activedescendant': 'item' });
  menu.addEventListener('keydown', ({ key }) => void (key === 'Enter' && did('f3')));
  const item = Object.assign(document.createElement('div'), { id: 'item', textContent: 'Terminate instance' });
  dialog.append(confirm, reached, Object.assign(document.createElement('button'), { textContent: 'Delete' }), item);
  const frame = Object.assign(document.createElement('iframe'), {
    id: 'frame',
    srcdoc: '<button id=b>Delete</button>',
  });
  frame.addEventListener('load', () =>
    frame.contentDocument?.querySelector('#b')?.addEventListener('click', () => did('frame')),
  );
  main?.prepend(form, dialog, frame);

  function component(mode: 'open' | 'closed', inside: string): HTMLElement {
    const own = document.createElement('x-inside');
    own.style.display = 'inline-block';
    own.attachShadow({ mode }).innerHTML = inside;
    return own;
  }

  function nested(depth: number, text: string): HTMLElement {
    const node = document.createElement('span');
    node.append(depth === 0 ? text : nested(depth - 1, text));
    return node;
  }
}

/** Runs in the page; gives where its button is. Where such a form stands, no automation finds its way to anything. */
function putStrangeForm(): { x: number; y: number } {
  const form = document.createElement('form');
  for (const name of ['matches', 'tagName', 'getAttribute', 'textContent', 'querySelectorAll', 'closest'])
    form.append(Object.assign(document.createElement('input'), { name, type: 'hidden' }));
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Delete' });
  button.addEventListener('click', () => void document.querySelector('#log')?.append('strange'));
  form.append(button);
  document.querySelector('main')?.prepend(form);
  const { left, top } = button.getBoundingClientRect();
  return { x: left + 5, y: top + 5 };
}

const controls = Array.from({ length: 13 }, (_, index) => `x${index + 1}`);

let simulator: Simulator;
let burgee: Burgee;

beforeAll(async () => {
  ({ simulator, burgee } = await guarded({ viewport: { width: 1280, height: 1200 } }));
});
afterAll(async () => {
  await burgee.close();
  await simulator.close();
});

describe('a delete that tries to get past the guard', () => {
  let page: Page;

  beforeAll(async () => {
    page = await enter(burgee, '111111111111', 'AdministratorAccess');
  });
  beforeEach(async () => {
    await page.goto(ec2);
    await labelled(page, '111111111111', 'production');
    await page.evaluate(dangers);
    await page.frameLocator('#frame').locator('#b').waitFor();
  });
  afterAll(() => page.close());

  async function stopped(): Promise<void> {
    await expect.poll(() => textInLabel(page)).toContain('Burgee stopped');
    expect(await page.locator('#log').textContent()).toBe('');
    expect(page.url()).toBe(ec2);
  }

  test.each(sampled(controls, 4))('by a click on control %s fails', async (id) => {
    await page.locator(`#${id}`).click();
    await stopped();
    expect(await textInLabel(page)).toContain('payments-prod (111111111111)');
  });

  test.each(sampled(['x1', 'x4', 'x5', 'x6', 'x7', 'x8', 'x10', 'x11', 'x12'], 3))(
    'by Enter on control %s fails',
    async (id) => {
      await page.locator(`#${id}`).focus();
      await page.keyboard.press('Enter');
      await stopped();
    },
  );

  test.each(sampled(['x1', 'x5', 'x6'], 1))('by Space on control %s fails', async (id) => {
    await page.locator(`#${id}`).focus();
    await page.keyboard.press('Space');
    await stopped();
  });

  test.each(['x15', 'x16 span'])('by a click on what only a picture or the layout names, %s, fails', async (id) => {
    await page.locator(`#${id}`).click();
    await stopped();
  });

  test.each(sampled(['x18 x-inside', 'x19 x-inside', 'x20 #put'], 1))(
    'by a confirmation of what the dialog around a component asks, %s, fails',
    async (id) => {
      await page.locator(`#${id}`).click();
      await stopped();
    },
  );

  test('in a form whose fields have the names of its own members fails', async () => {
    const { x, y } = await page.evaluate(putStrangeForm);
    await page.mouse.click(x, y);
    await stopped();
  });

  test('by a choice that opens something up fails, and nothing is chosen', async () => {
    await page.locator('#x17 input').click();
    await stopped();
    expect(await page.locator('#x17 input').isChecked()).toBe(false);
  });

  test.each(
    sampled(
      [
        ['k1', 'Enter'],
        ['k1', 'Space'],
        ['k2', 'Enter'],
        ['k2', 'Space'],
      ],
      2,
    ),
  )('by a key on %s, which points at the choice, fails: %s', async (id, key) => {
    await page.locator(`#${id}`).focus();
    await page.keyboard.press(key);
    await stopped();
  });

  test.each(sampled(['f1', 'f2', 'f3', 'f4'], 1))('by a typed confirmation and Enter in %s fails', async (id) => {
    await page.locator(`#${id}`).pressSequentially('delete');
    await page.keyboard.press('Enter');
    await stopped();
  });

  test('by Enter on a component’s own button fails', async () => {
    await page.locator('#x13 button').focus();
    await page.keyboard.press('Enter');
    await stopped();
  });

  test('in a closed component fails', async () => {
    await page.locator('#x14').click();
    await stopped();
  });

  test('beside it in a closed component, or on an empty place around it, is let be', async () => {
    await page.locator('#x14').evaluate((old) => {
      const put = (id: string, mode: 'open' | 'closed', inside: string): void => {
        const host = document.createElement('x-tools');
        host.id = id;
        host.style.cssText = 'display: block; padding: 40px';
        host.attachShadow({ mode }).innerHTML = inside;
        old.before(host);
      };
      put('closed-tools', 'closed', '<button style="width:120px;height:30px">Start</button><button>Delete</button>');
      put('open-tools', 'open', '<button>Delete</button>');
      put('asked-last', 'closed', '<button style="width:120px;height:30px">Delete</button>');
    });
    await page.locator('#closed-tools').click({ position: { x: 60, y: 52 } });
    await page.locator('#closed-tools').click({ position: { x: 10, y: 10 } });
    await page.locator('#open-tools').click({ position: { x: 10, y: 10 } });
    expect(await textInLabel(page)).not.toContain('Burgee stopped');
    await page.locator('#asked-last').click({ position: { x: 60, y: 52 } });
    await stopped();
  });

  test('in a frame within a component is warned of', async () => {
    const frame = await page.locator('#x14').evaluateHandle((old) => {
      const host = document.createElement('div');
      host.attachShadow({ mode: 'open' }).innerHTML = '<iframe srcdoc="<button>Delete</button>"></iframe>';
      old.before(host);
      return host.shadowRoot?.querySelector('iframe');
    });
    const inside = await frame.asElement()?.contentFrame();
    await inside?.locator('button').click();
    await expect.poll(() => textInLabel(page)).toContain('Careful');
  });

  test('within a frame of the page fails', async () => {
    const button = page.frameLocator('#frame').locator('#b');
    await button.click();
    await stopped();
    await pressInLabel(page, 'Leave it');
    await button.focus();
    await page.keyboard.press('Enter');
    await stopped();
  });

  test('is asked about once, then let through for a while, and never pressed by Burgee itself', async () => {
    await page.locator('#x6').click();
    await pressInLabel(page, 'I mean payments-prod');
    await expect.poll(() => textInLabel(page)).toContain('Press it again: for 5 minutes Burgee does not ask');
    expect(await page.locator('#log').textContent()).toBe('');
    await page.locator('#x6').click();
    await page.locator('#x7').click();
    expect(await page.locator('#log').textContent()).toMatch(/x6.*x7/);
  });

  test('Escape leaves it', async () => {
    await page.locator('#x6').click();
    await stopped();
    await page.keyboard.press('Escape');
    await expect.poll(() => textInLabel(page)).not.toContain('Burgee stopped');
    expect(await page.locator('#log').textContent()).toBe('');
  });

  test('a script of the page can’t answer for the person', async () => {
    await page.locator('#x6').click();
    await stopped();
    await page.evaluate(() => {
      const own = document.querySelector<HTMLElement>('burgee-label');
      own?.click();
      own?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      for (const key of ['Escape', 'Enter']) own?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    });
    expect(await textInLabel(page)).toContain('Burgee stopped');
  });
});

const stoppedAfterReplacement =
  'Burgee stopped “Terminate (delete) instance”. This page was loaded as payments-prod (111111111111, AdministratorAccess). You are now payments-dev (222222222222, DeveloperAccess).';

describe('a guarded page that is not what it was', () => {
  async function production(): Promise<Page> {
    const page = await enter(burgee, '111111111111', 'AdministratorAccess');
    await labelled(page, '111111111111', 'production');
    await page.waitForLoadState('load');
    return page;
  }

  test('is guarded once it was shown although its session was replaced', async () => {
    const page = await production();
    await (await enter(burgee, '222222222222', 'DeveloperAccess')).close();
    await pressInLabel(page, 'Just show');
    await expect.poll(() => textInLabel(page)).not.toContain('You are now');
    await page.locator('#terminate-instance').click();
    await expect.poll(() => textInLabel(page)).toContain(stoppedAfterReplacement);
    await pressInLabel(page, 'I mean payments-dev');
    await page.locator('#terminate-instance').click();
    await expect.poll(() => page.locator('#log').textContent()).toContain('terminate-instance');
  });

  test('is guarded once it does not say any more whose it is', async () => {
    const page = await production();
    await page.evaluate(() => document.querySelector('meta[name=awsc-session-data]')?.setAttribute('content', '{'));
    await page.locator('burgee-label:not([data-state=known])').waitFor({ state: 'attached' });
    await page.locator('#terminate-instance').click();
    await expect
      .poll(() => textInLabel(page))
      .toContain('Burgee stopped “Terminate (delete) instance”. Burgee does not know whose console this is');
    await pressInLabel(page, 'I mean payments-prod');
    await expect.poll(() => textInLabel(page)).toContain('does not ask on this page of payments-prod');
  });

  test('names whose it was and who is there now, also where it has come to say nothing before that', async () => {
    const page = await production();
    await page.evaluate(() => document.querySelector('meta[name=awsc-session-data]')?.setAttribute('content', '{'));
    await page.locator('burgee-label:not([data-state=known])').waitFor({ state: 'attached' });
    await (await enter(burgee, '222222222222', 'DeveloperAccess')).close();
    await pressInLabel(page, 'Just show');
    await expect.poll(() => textInLabel(page)).not.toContain('You are now');
    await page.locator('#terminate-instance').click();
    await expect.poll(() => textInLabel(page)).toContain(stoppedAfterReplacement);
  });
});

describe('a page whose first script listens to everything', () => {
  test.runIf(isLong)('hears nothing of a press that is stopped', async () => {
    const page = await enter(burgee, '111111111111', 'AdministratorAccess');
    await page.route('**/*early', (route) => route.fulfill({ contentType: 'text/html', body: listening }));
    await page.goto(`${ec2}&early`);
    await labelled(page, '111111111111', 'production');
    await page.locator('#start').click();
    await expect.poll(() => page.locator('#log').textContent()).toContain('click start');
    await page.locator('#log').evaluate((log) => void (log.textContent = ''));
    await page.locator('#delete').click();
    await expect.poll(() => textInLabel(page)).toContain('Burgee stopped');
    expect(await page.locator('#log').textContent()).not.toContain('delete');
    await page.close();
  });
});

/** Its script is the first to listen, but for what was there before it. */
const listening = `<!doctype html><script>
for (const kind of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
  addEventListener(kind, ({ target }) => (document.querySelector('#log').textContent += kind + ' ' + target.id + ' '), true);
</script><p id="log"></p><main></main><button id="start">Start</button><button id="delete">Delete database</button>`;

describe('a page that is guarded and not parsed yet', () => {
  test('takes no press before the guard stands, and is guarded from then on', async () => {
    await (await enter(burgee, '111111111111', 'AdministratorAccess')).close();
    const page = await burgee.context.newPage();
    const release = await slowlyParsed(page);
    await page.goto(`${ec2}&slow`, { waitUntil: 'commit' });
    await labelled(page, '111111111111', 'production');
    await page.locator('#delete').click({ noWaitAfter: true });
    expect(await page.evaluate(() => document.readyState)).toBe('loading');
    expect(await page.locator('#log').textContent()).toBe('');
    release();
    await page.waitForLoadState('load');
    await page.locator('#delete').click();
    await expect.poll(() => textInLabel(page)).toContain('Delete database');
    expect(await page.locator('#log').textContent()).toBe('');
    await page.close();
  });
});

/** Answers for the page with one that shows its controls and then waits for a script; settles with what lets that come. */
async function slowlyParsed(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/slow.js', async (route) => {
    await released;
    await route.fulfill({ contentType: 'text/javascript', body: '' });
  });
  await page.route('**/*slow', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>slow</title><p id="log"></p>
        <button id="delete" onclick="document.querySelector('#log').textContent += 'deleted '">Delete database</button>
        <script src="/slow.js"></script>`,
    }),
  );
  return () => release();
}
