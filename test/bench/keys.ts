import type { CDPSession, Page } from 'playwright';
import type { Burgee } from '../e2e/browser';
import { openLauncher } from '../e2e/launcher';
import { round, within } from './statistics';

const MOST_MS = 8;

/** Typed letter by letter, taken away again letter by letter, in a popup of their own each group. */
const groups = [
  ['payments prod admin', 'platfrom dev', 'zurich'],
  ['log arch', '1234', 'ppa', 'orders staging view'],
  ['read stag s3', 'telemetry api prod', 'audit'],
  ['kepler batch qa', 'paymnets prd', 'data lake'],
  ['serach dev', 'github', 'vault core prod eu'],
];

interface Key {
  /** What stood in the field after the key. */
  readonly words: string;
  readonly scriptMs: number;
}

/**
 * All script of the popup's page from a real key press until its list is on screen and the frame after it has come:
 * what hears the key, the search, the drawing and whatever else runs by then, as Chromium itself counts it
 * (`ScriptDuration`, time on the processor: a busy machine makes it wait longer, not work longer). The time in which the
 * browser lays out and paints is no script.
 */
export async function benchKeys(burgee: Burgee, entries: number): Promise<void> {
  const keys: Key[] = [];
  for (const group of groups) keys.push(...(await typed(burgee, group)));
  const times = keys.map(({ scriptMs }) => scriptMs);
  const p99 = within(times, 0.99);
  const worst = keys.toSorted((one, other) => other.scriptMs - one.scriptMs).slice(0, 5);
  console.log(
    `keys, ${entries} entries: ${keys.length} presses in ${groups.length} popups, letters and deletions; script on the processor from the press to the list on screen: ` +
      `median ${round(within(times, 0.5))} ms, p95 ${round(within(times, 0.95))} ms, p99 ${round(p99)} ms (target ${MOST_MS} ms, ratio ${round((p99 / MOST_MS) * 10) / 10})`,
  );
  console.log(`  slowest: ${worst.map(({ words, scriptMs }) => `“${words}” ${round(scriptMs)} ms`).join(', ')}`);
}

async function typed(burgee: Burgee, group: readonly string[]): Promise<Key[]> {
  const page = await openLauncher(burgee);
  await page.waitForLoadState('networkidle');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const keys: Key[] = [];
  for (const words of group) {
    for (const letter of words) keys.push(await pressed(page, cdp, letter === ' ' ? 'Space' : letter));
    for (const _ of words) keys.push(await pressed(page, cdp, 'Backspace'));
  }
  await page.close();
  return keys;
}

async function pressed(page: Page, cdp: CDPSession, key: string): Promise<Key> {
  const before = await countedMs(cdp);
  await page.keyboard.press(key);
  const drawn = 'new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))';
  await cdp.send('Runtime.evaluate', { expression: drawn, awaitPromise: true });
  const after = await countedMs(cdp);
  return { words: await page.getByRole('combobox').inputValue(), scriptMs: after - before };
}

async function countedMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1_000;
}
