import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Simulator } from '../simulator/simulator';
import type { Burgee } from './browser';
import { ec2, enter, guarded } from './console';
import { textInLabel } from './inside-label';
import { labelled } from './launcher';

/** Runs in the page: boxes and choices as consoles draw them. What was switched stands in the log. */
function protections(): void {
  document.querySelector('main')?.insertAdjacentHTML(
    'afterbegin',
    `<p><label><input type="checkbox" id="native" checked> <b id="native-label">Enable deletion protection</b></label></p>
     <p><span id="drawn-wrapper"><input type="checkbox" id="drawn" checked aria-labelledby="drawn-label">
       <span id="drawn-label">Block all public access</span></span></p>
     <p><span role="switch" id="switch" aria-checked="true" tabindex="0">Termination protection</span></p>
     <fieldset><legend>Stop protection</legend><label><input type="radio" name="r" id="kept" checked> Enabled</label>
       <label><input type="radio" name="r" id="given-up"> <b id="given-up-label">Disabled</b></label></fieldset>
     <p><label><input type="checkbox" id="unprotected"> <b id="unprotected-label">Deletion protection</b></label></p>`,
  );
  const did = (what: string): void => void document.querySelector('#log')?.append(`${what} `);
  for (const id of ['native', 'given-up', 'unprotected'])
    document.querySelector(`#${id}`)?.addEventListener('change', () => did(id));
  for (const id of ['drawn-wrapper', 'switch'])
    document.querySelector(`#${id}`)?.addEventListener('click', () => did(id));
}

describe('a protection that somebody is about to switch off', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let page: Page;

  beforeAll(async () => {
    ({ simulator, burgee } = await guarded({ viewport: { width: 1280, height: 1200 } }));
    page = await enter(burgee, '111111111111', 'AdministratorAccess');
  });
  beforeEach(async () => {
    await page.goto(ec2);
    await labelled(page, '111111111111', 'production');
    await page.evaluate(protections);
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  async function staysOn(says: string): Promise<void> {
    await expect.poll(() => textInLabel(page)).toContain('Burgee stopped');
    expect(await textInLabel(page)).toContain(says);
    expect(await page.locator('#log').textContent()).toBe('');
    expect(await page.locator('#native').isChecked()).toBe(true);
    expect(await page.locator('#kept').isChecked()).toBe(true);
  }

  test.each([
    ['native', 'Enable deletion protection'],
    ['native-label', 'Enable deletion protection'],
    ['drawn', 'Block all public access'],
    ['drawn-label', 'Block all public access'],
    ['switch', 'Termination protection'],
    ['given-up-label', 'Disabled'],
  ])('stays on when #%s is clicked', async (id, says) => {
    await page.locator(`#${id}`).click();
    await staysOn(says);
  });

  test.each([
    ['native', 'Space'],
    ['drawn', 'Space'],
    ['switch', 'Enter'],
    ['kept', 'ArrowDown'],
  ])('stays on when #%s gets %s', async (id, key) => {
    await page.locator(`#${id}`).focus();
    await page.keyboard.press(key);
    await staysOn('');
  });

  test('is switched on unasked, by its box, its label and the keyboard', async () => {
    await page.locator('#unprotected-label').click();
    await page.evaluate(() => Object.assign(document.querySelector('#unprotected') ?? {}, { checked: false }));
    await page.locator('#unprotected').click();
    await page.evaluate(() => Object.assign(document.querySelector('#unprotected') ?? {}, { checked: false }));
    await page.locator('#unprotected').press('Space');
    expect(await page.locator('#log').textContent()).toBe('unprotected '.repeat(3));
    expect(await textInLabel(page)).not.toContain('Deletion protection');
  });
});
