import { browser } from './native';

/** Style sheets that a page can neither read nor take away. A tab that has gone by now is no failure. */
export const pageStyles = {
  async insert(tabId: number, css: string): Promise<void> {
    await browser.scripting.insertCSS({ target: { tabId, frameIds: [0] }, css, origin: 'USER' }).catch(() => undefined);
  },
};
