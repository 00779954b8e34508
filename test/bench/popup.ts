import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { emptyPersonal } from '../../lib/model/personal';
import { packDirectory } from '../../lib/model/snapshot';
import { type Burgee, launchBurgee } from '../e2e/browser';
import { organisation } from '../organisation/organisation';
import { startSimulator } from '../simulator/simulator';
import { median, round } from './statistics';

const RUNS = 15;

/** The popup as a tab, the worker not asked: from navigation to rows painted, against a bare page without script in the same browser. */
export async function benchPopup(): Promise<void> {
  const extension = await mkdtemp(join(tmpdir(), 'burgee-bench-'));
  await cp('.output/chrome-mv3-test', extension, { recursive: true });
  await writeFile(
    join(extension, 'bare.html'),
    '<!doctype html><meta charset="utf-8"><title>bare</title><p role="option">bare</p>',
  );
  const simulator = await startSimulator({ world: 'small' });
  const burgee = await launchBurgee({ simulator, extension });
  for (const entries of [10_000, 50_000]) {
    await fill(burgee, entries);
    await painted(burgee, 'popup.html');
    const bare: number[] = [];
    const popup: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      bare.push(await painted(burgee, 'bare.html'));
      popup.push(await painted(burgee, 'popup.html'));
    }
    const keys = await keyTimes(burgee);
    console.log(
      `popup, ${entries} entries: bare page ${round(median(bare))} ms, rows ${round(median(popup))} ms, ratio ${round((median(popup) / median(bare)) * 10) / 10}` +
        `; key to list: median ${round(median(keys))} ms, p99 ${round([...keys].sort((a, b) => a - b)[Math.floor(keys.length * 0.99)] ?? 0)} ms of script`,
    );
  }
  await burgee.close();
  await simulator.close();
  await rm(extension, { recursive: true, force: true });
}

/** Puts a directory of that size where pages read it. */
async function fill(burgee: Burgee, entries: number): Promise<void> {
  const page = await burgee.openPage('options.html');
  const packed = packDirectory(organisation(entries));
  await page.evaluate(
    async ([directory, personal]) => {
      const cache = await caches.open('burgee');
      await cache.put('https://burgee.invalid/directory', new Response(directory));
      await cache.put('https://burgee.invalid/personal', new Response(personal));
    },
    [packed, JSON.stringify(emptyPersonal)] as const,
  );
  await page.close();
}

/** Milliseconds from the start of the navigation to the frame after the first row is in the page. */
async function painted(burgee: Burgee, name: string): Promise<number> {
  const page = await burgee.context.newPage();
  await page.addInitScript(() => {
    const rows = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector('[role=option]')) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    Reflect.set(globalThis, 'painted', rows);
  });
  await page.goto(`chrome-extension://${burgee.extensionId}/${name}`);
  const ms = await page.evaluate(() => Reflect.get(globalThis, 'painted') as Promise<number>);
  await page.close();
  return ms;
}

/** Script time of each key press, from the event to the list in the page. */
async function keyTimes(burgee: Burgee): Promise<number[]> {
  const page = await burgee.openPage('popup.html');
  await page.getByRole('option').first().waitFor();
  await page.waitForLoadState('networkidle');
  const times: number[] = [];
  for (const words of ['payments prod admin', 'platfrom dev', 'log arch', '1234', 'ppa', 'read stag s3']) {
    await page.getByRole('combobox').fill('');
    for (const letter of words) times.push(await keyTime(page, letter));
  }
  await page.close();
  return times;
}

function keyTime(page: Page, letter: string): Promise<number> {
  return page.evaluate(async (typed) => {
    const input = document.querySelector('input');
    if (!input) throw new Error('the popup has no search field');
    const start = performance.now();
    input.value += typed;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    // The list is drawn in a microtask or in the next frame's callback: both before this one's.
    await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
    const script = performance.now() - start;
    await new Promise((resolve) => requestAnimationFrame(() => resolve(undefined)));
    return script;
  }, letter);
}
