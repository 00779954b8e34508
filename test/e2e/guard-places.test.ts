import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ec2, enter, guarded, type SignedIn } from './console';
import { textInLabel } from './inside-label';
import { labelled } from './launcher';

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
  test.each(['article', 'div', 'h2', 'nav', 'span', 'section'])('of an ordinary <%s> fails', async (tag) => {
    await put(`<${tag} id=host style="display:block"></${tag}>`);
    await putInside('#host', 'closed', '<button style="width:200px;height:40px">Delete bucket</button>');
    await page.locator('#host').click({ position: { x: 20, y: 20 } });
    await expect.poll(() => textInLabel(page)).toContain('Burgee stopped “Delete bucket”');
  });
});
