import { source } from 'axe-core';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { sampled } from './how-long';
import { inLabel } from './inside-label';

/** Each state is looked at in all of them in a long run, otherwise in one. The colours of the tokens: unit/house/contrast.test.ts. */
const colours = sampled(
  [
    { colorScheme: 'dark', forcedColors: 'none' },
    { colorScheme: 'light', forcedColors: 'none' },
    { colorScheme: 'light', forcedColors: 'active' },
  ] as const,
  1,
);

/** Fails where axe-core complains of a page in a state, by whatever colours. */
export async function clean(page: Page, state: string, find = violations): Promise<void> {
  for (const media of colours) {
    await page.emulateMedia(media);
    expect([state, media, await find(page)]).toEqual([state, media, []]);
  }
}

/** What axe-core complains of on a page: rule and element. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(complaints, undefined);
}

/** What axe-core complains of in the label of a console page; what the page itself does wrong is not ours. */
export async function violationsInLabel(page: Page): Promise<string[]> {
  await page.evaluate(source);
  // A closed root is closed to axe too: what the element answers to this page's scripts is changed for the test.
  await inLabel(page, (root) => void Object.defineProperty(root.host, 'shadowRoot', { value: root }));
  return page.evaluate(complaints, 'burgee-label');
}

/** Runs in the page. */
async function complaints(within: string | undefined): Promise<string[]> {
  interface Axe {
    run(context: object, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
  }
  const axe = Reflect.get(globalThis, 'axe') as Axe;
  const part = (within === undefined ? null : document.querySelector(within)) ?? document;
  const found = await axe.run(part, { rules: { 'target-size': { enabled: true } } });
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}
