import { browser } from './native';

/**
 * Opens an address in a tab and tells where the tab comes to: each address that Burgee may see, and `undefined` for a page
 * that has loaded unseen. Gives how to stop.
 */
export function openFollowed(address: string, told: (at: string | undefined) => void): () => void {
  let own: number | undefined;
  const listen = (
    id: number,
    change: { url?: string | undefined; status?: string | undefined },
    tab: { url?: string | undefined },
  ): void => {
    if (id !== own) return;
    if (change.url !== undefined) told(change.url);
    else if (change.status === 'complete') told(tab.url);
  };
  browser.tabs.onUpdated.addListener(listen);
  void browser.tabs.create({ url: address }).then(({ id }) => (own = id));
  return () => browser.tabs.onUpdated.removeListener(listen);
}
