import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyPersonal } from '../../lib/model/personal';
import { packDirectory } from '../../lib/model/snapshot';
import { type Burgee, launchBurgee } from '../e2e/browser';
import { toolbarPopup } from '../e2e/toolbar-popup';
import { organisation } from '../organisation/organisation';
import { startSimulator } from '../simulator/simulator';
import { benchKeys } from './keys';
import { median, round } from './statistics';

const RUNS = 15;

/**
 * The popup with the worker stopped, against a bare page without script, in turn in the same browser: from opening it to
 * rows painted, which is what a person waits for, and from the navigation of its page alone, below its button and in a
 * tab.
 */
export async function benchPopup(): Promise<void> {
  const extension = await mkdtemp(join(tmpdir(), 'burgee-bench-'));
  await cp('.output/chrome-mv3-test', extension, { recursive: true });
  await writeFile(
    join(extension, 'bare.html'),
    '<!doctype html><meta charset="utf-8"><title>bare</title><p role="option">bare</p>',
  );
  await writeFile(join(extension, 'aside.html'), '<!doctype html><meta charset="utf-8"><title>aside</title>');
  const simulator = await startSimulator({ world: 'small' });
  // A screen with room for all of what hangs below the button.
  const args = ['--screen-info={1600x1200}'];
  const burgee = await launchBurgee({ simulator, extension, isTimed: true, args });
  for (const entries of [10_000, 50_000]) {
    await fill(burgee, entries);
    await openedBefore(burgee);
    for (const timed of [inTab, belowButton]) {
      const [bare, popup] = [new Map<string, number[]>(), new Map<string, number[]>()];
      for (let run = 0; run < RUNS; run += 1) {
        for (const [name, times] of [
          ['bare.html', bare],
          ['popup.html', popup],
        ] as const) {
          await burgee.killWorker();
          for (const [from, ms] of Object.entries(await timed(burgee, name))) {
            times.set(from, [...(times.get(from) ?? []), ms]);
          }
        }
      }
      for (const [from, times] of bare) {
        console.log(`popup ${from}, ${entries} entries: ${against(times, popup.get(from) ?? [])}`);
      }
    }
    await benchKeys(burgee, entries);
  }
  await burgee.close();
  await simulator.close();
  await rm(extension, { recursive: true, force: true });
}

function against(bare: readonly number[], popup: readonly number[]): string {
  const [ofBare, ofPopup] = [median(bare), median(popup)];
  return `bare page ${round(ofBare)} ms, rows ${round(ofPopup)} ms, ratio ${(ofPopup / ofBare).toFixed(2)}`;
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

/** Opens the popup until its list is read: the rows that it then shows are what the next opening has first. */
async function openedBefore(burgee: Burgee): Promise<void> {
  const page = await burgee.openPage('popup.html');
  await page.locator('[role=status][data-inventory]').waitFor();
  await page.close();
}

/** To the first paint of anything, which of the launcher is that of its rows. */
async function belowButton(burgee: Burgee, name: string): Promise<Record<string, number>> {
  const aside = await burgee.openPage('aside.html');
  await aside.evaluate(`chrome.action.setPopup({ popup: '${name}' })`);
  const asked = Number(await aside.evaluate('chrome.action.openPopup(), performance.timeOrigin + performance.now()'));
  const popup = await toolbarPopup(burgee, name);
  const { navigated, painted } = await popup.painted();
  if ((await popup.kinds()).length === 0) throw new Error(`${name} was painted without rows`);
  await popup.close();
  await aside.close();
  return {
    'below its button, from opening it': painted - asked,
    'below its button, from its navigation': painted - navigated,
  };
}

/** To the frame after the first row is in the page. */
async function inTab(burgee: Burgee, name: string): Promise<Record<string, number>> {
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
  return { 'in a tab, from its navigation': ms };
}
