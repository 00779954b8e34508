import type { Page } from 'playwright';

/** From the next load on, every value that an attribute of the page's label ever has is noted, each change once. */
export async function noteLabel(page: Page, attribute: string): Promise<void> {
  await page.addInitScript((name) => {
    const states: string[] = [];
    Reflect.set(window, 'noted', states);
    const watch = new MutationObserver(() => {
      const value = document.querySelector('burgee-label')?.getAttribute(name);
      if (value && value !== states.at(-1)) states.push(value);
    });
    watch.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: [name] });
  }, attribute);
}

/** What was noted since the page began. */
export function noted(page: Page): Promise<string[]> {
  return page.evaluate(() => Reflect.get(window, 'noted') as string[]);
}
