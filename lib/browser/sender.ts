import { type Browser, browser } from 'wxt/browser';
import type { Sender } from '../model/call';
import { parseConsolePage } from '../model/console-url';
import { parsePortalAddress } from '../model/portal';

/** The class of a message's sender, from what the browser says of it; `undefined` for whom nobody expects. */
export function senderOf(from: Browser.runtime.MessageSender): Sender | undefined {
  if (from.id !== browser.runtime.id || !from.url) return undefined;
  if (from.url.startsWith(browser.runtime.getURL(''))) return { kind: 'page' };
  const tabId = from.tab?.id;
  if (tabId === undefined || from.frameId !== 0) return undefined;
  const url = addressNow(from.url, from.tab?.url);
  if (parseConsolePage(url)) return { kind: 'console', tabId, url, documentId: from.documentId };
  if (parsePortalAddress(from.url).ok) return { kind: 'portal', tabId, url: from.url };
  return undefined;
}

/** The browser names the address at which a page was loaded; where the page has gone on without a load, its tab knows. */
function addressNow(loaded: string, shown: string | undefined): string {
  return shown?.startsWith(`${new URL(loaded).origin}/`) ? shown : loaded;
}
