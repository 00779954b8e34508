import { browser } from './native';

/** Style sheets that a page can neither read nor take away. A tab, or a page in it, that has gone by now is no failure. */
export const pageStyles = {
  /** Into that document, where the browser tells documents apart; else into whatever the tab shows. */
  async insert(tabId: number, documentId: string | undefined, css: string): Promise<void> {
    const target = documentId === undefined ? { tabId, frameIds: [0] } : { tabId, documentIds: [documentId] };
    await browser.scripting.insertCSS({ target, css, origin: 'USER' }).catch(() => undefined);
  },
};
