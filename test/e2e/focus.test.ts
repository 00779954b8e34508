import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SignedIn, signedIn, startUrl } from './console';
import { openLauncher, tellWorker } from './launcher';

const rules = ['one', 'two', 'three'].map((name, at) => ({ id: name, place: at + 1, when: { name }, set: {} }));
const nord = { accountId: '999988887777', roleName: 'Deploy', label: 'Nord' };
const pinned = ['111111111111', '222222222222'].map((id) => `account|${startUrl}|${id}`);
const hidden = `account|${startUrl}|055555555555`;

describe('the focus in the settings', () => {
  let own: SignedIn;
  let launcher: Page;
  let page: Page;
  let address: string;

  beforeAll(async () => {
    own = await signedIn();
    launcher = await openLauncher(own.burgee);
    page = await own.burgee.openPage('options.html');
    address = page.url();
  });
  beforeEach(async () => {
    // What the page was still sending comes before what is set up here, not after it.
    await page.goto('about:blank');
    await tellWorker(launcher, 'setRules', { rules });
    await tellWorker(launcher, 'setChained', { roles: [nord] });
    for (const key of pinned) await tellWorker(launcher, 'pin', { key });
    await tellWorker(launcher, 'hide', { key: hidden });
    await page.goto(address);
    await page.locator('#launcher ul li').first().waitFor();
    await page.locator('#rules li').nth(2).waitFor();
  });
  afterAll(async () => {
    expect(own.burgee.errors).toEqual([]);
    await own.close();
  });

  const region = (name: string) => page.getByRole('region', { name, exact: true });
  const button = (of: string, name: string) => region(of).getByRole('button', { name, exact: true }).first();
  const isAt = (name: RegExp): Promise<void> => expect.poll(() => page.evaluate(focused)).toMatch(name);

  test('goes on to the next line when a line is removed by its own button, and to what stands there when none is left', async () => {
    await button('Rules', 'Remove: two').press('Enter');
    await isAt(/^three/);
    await button('Rules', 'Remove: three').press('Enter');
    await isAt(/^Remove: one/);
    await page.keyboard.press('Enter');
    await isAt(/^Names with the word “prod”/);
    await page.keyboard.press('Enter');
    await isAt(/^prod/);
  });

  test('goes back to where it was when what was done last is undone', async () => {
    await button('Rules', 'Remove: one').press('Enter');
    await isAt(/^two/);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).press('Enter');
    await isAt(/^two/);
  });

  test('stays with a line that is moved, also to an end of its list', async () => {
    await button('Rules', 'Move up: two').press('Enter');
    await expect.poll(() => region('Rules').getByRole('listitem').first().textContent()).toMatch(/^two/);
    await isAt(/^Move up: two$/);
    await page.keyboard.press('Enter');
    await isAt(/^Move up: two$/);
    await button('Launcher', 'Move down: payments-prod').press('Enter');
    await expect.poll(() => region('Launcher').getByRole('listitem').first().textContent()).toMatch(/^payments-dev/);
    await isAt(/^Move down: payments-prod$/);
  });

  test('is not lost with what was pinned, hidden, chained, asked or shown', async () => {
    await button('Launcher', 'Unpin: payments-prod').press('Enter');
    await isAt(/^Unpin: payments-dev$/);
    await button('Launcher', 'Show again: sandbox-jane').press('Enter');
    await expect.poll(() => region('Launcher').getByRole('button', { name: 'Show again' }).count()).toBe(0);
    await isAt(/^Unpin: payments-dev$/);
    await button('Chained roles', 'Remove: Nord 999988887777 Deploy').press('Enter');
    await isAt(/^Account number/);
    await button(startUrl, 'Remove').press('Enter');
    await isAt(/^Keep it$/);
    await page.keyboard.press('Enter');
    await isAt(/^Remove$/);
    await button('Rules', 'Add a rule').press('Enter');
    await isAt(/^Name$/);
    await button('Rules', 'Colour #c8102e').press('Enter');
    await button('Rules', 'Leave open').press('Enter');
    await isAt(/^Colour/);
  });

  test('comes to what a file would change, and goes back to where that was asked', async () => {
    const role = 'role_arn = arn:aws:iam::123456789012:role/Audit';
    await region('Import and export').getByLabel('or paste it here').fill(`[profile one]\n${role}\n`);
    await button('Import and export', 'Preview the changes').press('Enter');
    await isAt(/^Configuration of/);
    await button('Import and export', 'Cancel').press('Enter');
    await isAt(/^Preview the changes$/);
  });

  test('is never below the head of the page or the notice of what was done last', async () => {
    await page.setViewportSize({ width: 1080, height: 600 });
    await button('Rules', 'Remove: one').press('Enter');
    await page.getByRole('searchbox').first().focus();
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let stop = 0; stop < 60; stop += 1) {
        await page.keyboard.press(key);
        expect(await page.evaluate(coveredBy)).toBe('');
      }
    }
  });
});

/** Runs in the page. */
function focused(): string {
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body) return '';
  const { labels } = activeElement as Partial<HTMLInputElement>;
  return activeElement.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? activeElement.textContent ?? '';
}

/** Runs in the page: what lies over the upper or the lower edge of the control that has the focus. */
function coveredBy(): string {
  const control = document.activeElement;
  if (!control || control === document.body) return '';
  const { left, top, bottom, width } = control.getBoundingClientRect();
  for (const y of [top + 1, bottom - 1]) {
    const met = document.elementFromPoint(left + width / 2, y)?.closest('.settings-head, .told');
    if (met && !met.contains(control)) return `${met.className} over ${control.textContent}`;
  }
  return '';
}
