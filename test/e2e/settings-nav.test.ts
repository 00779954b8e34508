import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { startUrl } from './console';
import { sampled } from './how-long';
import { allListed, openLauncher } from './launcher';

describe('the settings', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let options: Page;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    burgee = await launchBurgee({ simulator });
    await burgee.signInAtPortal(startUrl);
    await allListed(await openLauncher(burgee), simulator.world);
    options = await burgee.openPage('options.html');
    await options.locator('.portal').first().waitFor();
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  const links = (): ReturnType<Page['locator']> => options.locator('.settings-nav a');
  const marked = (): Promise<string[]> => options.locator('.settings-nav a[aria-current]').allTextContents();

  test.each(
    sampled(
      [
        [1280, 800],
        [1280, 1600],
        [900, 500],
      ],
      1,
    ),
  )('mark at the side the section that was jumped to, in a window of %d by %d', async (width, height) => {
    await options.setViewportSize({ width, height });
    const names = await links().allTextContents();
    expect(names.length).toBeGreaterThan(8);
    for (const name of [...names, ...names.toReversed()]) {
      await options.getByRole('navigation').getByRole('link', { name, exact: true }).click();
      await expect.poll(marked, { timeout: 3_000 }).toEqual([name]);
    }
  });

  test('mark the section that a jump by an address named', async () => {
    await options.setViewportSize({ width: 1280, height: 800 });
    await options.goto(`${options.url().split('#')[0]}#files`);
    await options.reload();
    await options.locator('.portal').first().waitFor();
    await expect.poll(marked).toEqual(['Import and export']);
  });

  test('mark the section that the wheel leads to, at both ends the first and the last', async () => {
    await options.setViewportSize({ width: 1280, height: 800 });
    await options.mouse.move(700, 500);
    await options.mouse.wheel(0, -100_000);
    await expect.poll(marked).toEqual(['Access portals']);
    await options.mouse.wheel(0, 100_000);
    await expect.poll(marked).toEqual(['Diagnostics']);
    await options.mouse.wheel(0, -100_000);
    await expect.poll(marked).toEqual(['Access portals']);
  });

  test('have buttons that stay where they are while the browser tells which permissions there are', async () => {
    const page = await burgee.openPage('options.html');
    await page.getByText('Every permission that it needs is granted').waitFor();
    expect(await page.evaluate(shifts)).toEqual([]);
    await page.close();
  });
});

/** Runs in the page: what has moved within a portal's card since the page was opened. */
function shifts(): Promise<string[]> {
  interface Shift extends PerformanceEntry {
    readonly sources: readonly { readonly node: Node | null }[];
  }
  return new Promise((done) => {
    const seen: string[] = [];
    const watch = new PerformanceObserver((list) => {
      for (const { node } of (list.getEntries() as Shift[]).flatMap(({ sources }) => sources))
        if (node?.parentElement?.closest('.portal')) seen.push(node.textContent ?? '');
    });
    watch.observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => done(seen)));
  });
}
