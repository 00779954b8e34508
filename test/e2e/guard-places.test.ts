import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ec2, enter, guarded, type SignedIn } from './console';
import { sampled } from './how-long';
import { pressInLabel, textInLabel } from './inside-label';
import { label, labelled } from './launcher';

let own: SignedIn;
let page: Page;

beforeAll(async () => {
  own = await guarded({ viewport: { width: 1280, height: 1200 } });
  page = await enter(own.burgee, '111111111111', 'AdministratorAccess');
});
beforeEach(async () => {
  await page.goto(ec2);
  await labelled(page, '111111111111', 'production');
});
afterAll(() => own.close());

/** Puts this at the page's start. */
async function put(html: string): Promise<void> {
  await page.evaluate((inside) => document.querySelector('main')?.insertAdjacentHTML('afterbegin', inside), html);
}

/** Gives the element a root of its own with this inside. */
async function putInside(selector: string, mode: 'open' | 'closed', html: string): Promise<void> {
  await page
    .locator(selector)
    .evaluate((host, [kind, inside]) => void (host.attachShadow({ mode: kind }).innerHTML = inside), [
      mode,
      html,
    ] as const);
}

describe('what is written on a guarded page', () => {
  test.each([
    [
      'beside a button that deletes',
      '<div role=dialog tabindex=-1><h2>Delete table orders?</h2><input id=t><button>Delete</button></div>',
    ],
    ['into an editor', '<div tabindex=-1><div contenteditable role=textbox id=t style="min-height:40px"></div></div>'],
    ['into a field that a page makes reachable', '<textarea id=t tabindex=0 aria-label="Delete policy"></textarea>'],
  ])('arrives, %s', async (_, html) => {
    await put(html);
    await page.locator('#t').click();
    await page.keyboard.type('delete my old table');
    expect(await page.locator('#t').evaluate((field) => ('value' in field ? field.value : field.textContent))).toBe(
      'delete my old table',
    );
    expect(await textInLabel(page)).not.toContain('Burgee stopped');
  });

  test('arrives in a component that is called like what deletes', async () => {
    await put('<x-field id=host aria-label="Delete confirmation"></x-field>');
    await putInside('#host', 'open', '<input>');
    await page.locator('#host input').pressSequentially('a b');
    expect(await page.locator('#host input').inputValue()).toBe('a b');
  });
});

describe('a delete in a closed root', () => {
  test.each(sampled(['article', 'div', 'h2', 'nav', 'span', 'section'], 2))(
    'of an ordinary <%s> fails',
    async (tag) => {
      await put(`<${tag} id=host style="display:block"></${tag}>`);
      await putInside('#host', 'closed', '<button style="width:200px;height:40px">Delete bucket</button>');
      await page.locator('#host').click({ position: { x: 20, y: 20 } });
      await expect.poll(() => textInLabel(page)).toContain('Burgee stopped “Delete bucket”');
    },
  );
});

describe('a frame that nobody can look into', () => {
  const sandboxed = (id: string): string =>
    `<iframe id="${id}" title="${id}" sandbox="allow-scripts" srcdoc="<input><button>Delete</button>"></iframe>`;
  const warnsOf = (id: string): Promise<void> => expect.poll(() => textInLabel(page)).toContain(`Careful: “${id}”`);

  test('is warned of again when another one is pressed, and when the warning has gone', async () => {
    await put(sandboxed('first') + sandboxed('second'));
    await page.frameLocator('#first').locator('input').click();
    await warnsOf('first');
    await page.frameLocator('#second').locator('input').click();
    await warnsOf('second');
    await expect.poll(() => textInLabel(page), { timeout: 12_000 }).not.toContain('Careful');
    await page.frameLocator('#second').locator('button').click();
    await warnsOf('second');
  });

  test('is warned of within one that can be looked into', async () => {
    await put('<iframe id="outer" srcdoc=""></iframe>');
    await page.locator('#outer').evaluate((outer, html) => {
      const { contentDocument } = outer as HTMLIFrameElement;
      if (contentDocument) contentDocument.body.innerHTML = html;
    }, sandboxed('inner'));
    await page.frameLocator('#outer').frameLocator('#inner').locator('button').click();
    await warnsOf('inner');
  });

  test('is warned of where it stands deeper than the guard hears', async () => {
    await put('<div id="frames"></div>');
    await page.locator('#frames').evaluate((within) => {
      for (let depth = 1, into = within; depth <= 4; depth += 1) {
        const frame = into.ownerDocument.createElement('iframe');
        frame.title = `depth ${depth}`;
        into.append(frame);
        if (frame.contentDocument) into = frame.contentDocument.body;
        if (depth === 4) into.innerHTML = '<button>Delete</button>';
      }
    });
    await page
      .frames()
      .find((frame) => frame.parentFrame()?.parentFrame()?.parentFrame()?.parentFrame())
      ?.click('button');
    await warnsOf('depth 4');
  });
});

test('a page that is shown in spite of its veil asks before a deed in the guarded account that has taken its place', async () => {
  const dev = await enter(own.burgee, '222222222222', 'DeveloperAccess');
  await labelled(dev, '222222222222', 'development');
  await (await enter(own.burgee, '111111111111', 'AdministratorAccess')).close();
  await label(dev, 'stale');
  await pressInLabel(dev, 'Just show the page');
  await dev.locator('#start-instance').click();
  await dev.locator('#terminate-instance').click();
  await expect
    .poll(() => textInLabel(dev))
    .toContain(
      'Burgee stopped “Terminate (delete) instance”. This page was loaded as payments-dev (222222222222, DeveloperAccess). You are now payments-prod (111111111111, AdministratorAccess).',
    );
  expect(await dev.locator('#log').textContent()).toBe('start-instance ');
  await pressInLabel(dev, 'I mean payments-prod');
  await dev.locator('#terminate-instance').click();
  await expect.poll(() => dev.locator('#log').textContent()).toBe('start-instance terminate-instance ');
  await dev.close();
});

describe('a page that is shown in spite of its veil warns of a deed, and lets it through,', () => {
  const terminated = (of: Page): Promise<string | null> => of.locator('#log').textContent();

  async function terminate(of: Page, state: 'conflict' | 'stale'): Promise<void> {
    await label(of, state);
    await pressInLabel(of, 'Just show the page');
    await of.locator('#start-instance').click();
    await of.locator('#terminate-instance').click();
    await expect.poll(() => terminated(of)).toBe('start-instance terminate-instance ');
  }

  test('where it contradicts itself and one of its accounts is guarded', async () => {
    await page.goto(`${ec2}&sim=other-account-meta`);
    await terminate(page, 'conflict');
    await expect.poll(() => textInLabel(page)).toContain('Careful: “Terminate (delete) instance” in payments-prod');
  });

  test('but not where none of them is', async () => {
    const dev = await enter(own.burgee, '222222222222', 'DeveloperAccess', `${ec2}&sim=other-account-meta`);
    await terminate(dev, 'conflict');
    expect(await textInLabel(dev)).not.toContain('Careful');
    await dev.close();
  });
});
