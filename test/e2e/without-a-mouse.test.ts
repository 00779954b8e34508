import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { enter, startUrl } from './console';
import { inLabel } from './inside-label';
import { allListed, labelled, openLauncher, search } from './launcher';

let simulator: Simulator;
let burgee: Burgee;
let popup: Page;

beforeAll(async () => {
  simulator = await startSimulator({ world: 'small' });
  burgee = await launchBurgee({ simulator });
  await burgee.signInAtPortal(startUrl);
  popup = await openLauncher(burgee);
  await allListed(popup, simulator.world);
});
afterAll(async () => {
  await burgee.close();
  await simulator.close();
});

describe('what a screen reader is told', () => {
  test('names the field, the list, and each row with its level in words', async () => {
    await search(popup, 'payments');
    const tree = await popup.locator('main').ariaSnapshot();
    expect(tree).toContain('- combobox "Search accounts, roles and apps" [expanded]');
    expect(tree).toContain('- listbox "Accounts, roles and apps"');
    expect(tree).toMatch(/option "payments-dev Development 222222222222/);
    expect(tree).toMatch(/option "payments-prod PROD 111111111111/);
    await search(popup, '');
  });

  test('is said politely when something was done, and when nothing fits', async () => {
    const told = popup.locator('[aria-live=polite]');
    await popup.keyboard.press('Alt+P');
    await expect.poll(() => told.textContent()).toContain('is pinned');
    await popup.keyboard.press('Control+z');
    await search(popup, 'nothing like this');
    await expect.poll(() => told.textContent()).toContain('Nothing matches');
    await search(popup, '');
  });

  test('is said of what was taken back with another layout of the keyboard on, or with capitals locked', async () => {
    const told = popup.locator('[aria-live=polite]');
    const star = popup.getByRole('option', { selected: true }).getByText('★');
    for (const key of ['я', 'Z']) {
      await popup.keyboard.press('Alt+P');
      await expect.poll(() => told.textContent()).toContain('is pinned');
      await star.waitFor();
      await pressKey(popup, { key, code: 'KeyZ', modifiers: CTRL });
      await expect.poll(() => told.textContent()).not.toContain('is pinned');
      await star.waitFor({ state: 'detached' });
    }
  });

  test('names the field by the question that it answers', async () => {
    await popup.keyboard.press('F2');
    await popup.getByRole('combobox', { name: /^Label for data-platform-staging/ }).waitFor();
    await popup.keyboard.type('Anything else');
    expect(await popup.getByRole('option').allTextContents()).toEqual([
      expect.stringMatching(/^data-platform-staging/),
    ]);
    expect(await popup.locator('[aria-live=polite]').textContent()).not.toContain('Nothing matches');
    await popup.keyboard.press('Escape');
    await popup.getByRole('combobox', { name: 'Search accounts, roles and apps' }).waitFor();
  });

  test('is the language of the page', async () => {
    expect(await popup.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      expect.stringMatching(/^en/),
      'ltr',
    ]);
  });
});

const CTRL = 2;

/** A press as another layout of the keyboard gives it. */
async function pressKey(page: Page, key: { key: string; code: string; modifiers: number }): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  for (const type of ['rawKeyDown', 'keyUp'] as const) await devTools.send('Input.dispatchKeyEvent', { type, ...key });
  await devTools.detach();
}

describe.each(['popup.html', 'options.html', 'welcome.html'] as const)('with the keyboard alone, on %s,', (name) => {
  test('Tab comes to every control and leads out again, and each shows that it has the focus', async () => {
    const page = await burgee.openPage(name);
    await page.getByRole('button').first().waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const all = await page.evaluate(markControls);
    expect(all.length).toBeGreaterThan(1);
    const reached = new Set<string>();
    const unseen: string[] = [];
    for (let left = all.length * 2 + 10; left > 0 && reached.size < all.length; left -= 1) {
      await page.keyboard.press('Tab');
      const { mark, isSeen } = await page.evaluate(focused);
      if (mark !== '') reached.add(mark);
      if (mark !== '' && !isSeen) unseen.push(mark);
    }
    expect(all.filter((control) => !reached.has(control))).toEqual([]);
    expect(unseen).toEqual([]);
    await page.close();
  });
});

describe('in colours that the system forces, without motion', () => {
  test('the active row is told from the others, levels stand in words, and nothing moves', async () => {
    await popup.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    const looks = await popup.getByRole('option').evaluateAll((rows) =>
      rows.map((row) => {
        const { backgroundColor, outlineStyle } = getComputedStyle(row);
        return [row.getAttribute('aria-selected') === 'true', `${backgroundColor} ${outlineStyle}`] as const;
      }),
    );
    const [active] = looks.filter(([isActive]) => isActive);
    expect(looks.filter(([isActive, look]) => !isActive && look === active?.[1])).toEqual([]);
    const level = popup.getByRole('option', { name: /payments-dev/ }).locator('.row-level');
    expect((await level.boundingBox())?.width).toBeGreaterThan(30);
    expect(await popup.evaluate(() => document.getAnimations().length)).toBe(0);
    await popup.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  });
});

describe('the colours to choose from', () => {
  test('are told apart where the system forces its own, and show the focus on the one that is chosen too', async () => {
    const options = await burgee.openPage('options.html');
    await options.locator('#rules .empty button').first().click();
    const colours = options.locator('.colour');
    await colours.first().waitFor();
    for (const forcedColors of ['none', 'active'] as const) {
      await options.emulateMedia({ forcedColors });
      const grounds = await colours.evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
      expect(new Set(grounds).size).toBe(grounds.length);
      const chosen = options.locator('.colour[aria-pressed=true]');
      const outline = (): Promise<string> => chosen.evaluate((one) => getComputedStyle(one).outline);
      await options.locator('.colours input').focus();
      const before = await outline();
      await options.keyboard.press('Tab');
      expect(await chosen.evaluate((one) => one === document.activeElement)).toBe(true);
      expect(await outline()).not.toBe(before);
    }
    await options.locator('.rule-head .icon-button').last().click();
    await options.close();
  });
});

describe('a question on a console page', () => {
  test('is an alert dialog that keeps the focus inside, and gives it back to the button that was pressed', async () => {
    const options = await burgee.openPage('options.html');
    await options.getByLabel('Ask before anything destructive').check();
    const tab = await enter(burgee, '111111111111', 'AdministratorAccess');
    await labelled(tab, '111111111111', 'production');
    await tab.locator('#terminate-instance').focus();
    await tab.keyboard.press('Enter');
    await expect
      .poll(() => inLabel(tab, asked))
      .toMatchObject({ role: 'alertdialog', isModal: true, focus: 'Leave it' });
    const { ring, ground } = await inLabel(tab, ringOf);
    expect(ring).toMatch(/^rgb/);
    expect(ring).not.toBe(ground);
    for (let step = 0; step < 4; step += 1) {
      await tab.keyboard.press('Tab');
      expect(await tab.evaluate(() => document.activeElement?.tagName)).toMatch(/BURGEE-LABEL|BODY/);
    }
    await tab.keyboard.press('Escape');
    await expect.poll(() => tab.evaluate(() => document.activeElement?.id)).toBe('terminate-instance');
  });
});

/** Runs in the page. */
function markControls(): string[] {
  const controls = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')];
  const reachable = controls.filter(
    (control) => control.tabIndex >= 0 && control.checkVisibility() && !control.matches(':disabled'),
  );
  // Of the radio buttons of one choice only one is a stop: the arrows lead on.
  const stops = reachable.filter((control) => !control.matches('input[type=radio]:not(:checked)'));
  return stops.map((control, index) => {
    const mark = `${index} ${control.tagName} ${(control.textContent ?? '').slice(0, 30)}`;
    control.dataset['mark'] = mark;
    return mark;
  });
}

/** Runs in the page. */
function focused(): { mark: string; isSeen: boolean } {
  const control = document.activeElement as HTMLElement | null;
  const around = control?.closest('.search');
  const shows = (element: Element): boolean => getComputedStyle(element).outlineStyle !== 'none';
  const isSeen =
    control !== null &&
    (shows(control) || (around !== null && around !== undefined && getComputedStyle(around).boxShadow !== 'none'));
  return { mark: control?.dataset['mark'] ?? '', isSeen };
}

/** Runs in the label: the colour of the ring around what has the focus, and of what the ring lies on. */
function ringOf(root: ShadowRoot): { ring: string; ground: string } {
  const card = root.querySelector('.card');
  const { outlineStyle = 'none', outlineColor = '' } = root.activeElement ? getComputedStyle(root.activeElement) : {};
  return {
    ring: outlineStyle === 'none' ? 'none' : outlineColor,
    ground: card ? getComputedStyle(card).backgroundColor : '',
  };
}

/** Runs in the label. */
function asked(root: ShadowRoot): { role: string | null; isModal: boolean; focus: string } {
  const dialog = root.querySelector('dialog');
  return {
    role: dialog?.getAttribute('role') ?? null,
    isModal: dialog?.matches(':modal') ?? false,
    focus: root.activeElement?.getAttribute('aria-label') ?? '',
  };
}
