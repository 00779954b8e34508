import type { BrowserContext, Page } from 'playwright';
import type { Happening } from './unasked-tabs';

/** What a page says when a person has pressed something in it. */
const ACTED = 'a person pressed something';
/** Where a person deals with Burgee: its own pages, and consoles with its label. A portal's own buttons are not Burgee's. */
export const BURGEES =
  /^(?:chrome|moz)-extension:|^https:\/\/(?:[^/]+\.)?(?:console\.(?:aws\.amazon|amazonaws)|aws\.amazon\.com)/;

/** Runs in every page before its own scripts. */
const listening = `for (const kind of ['pointerdown', 'keydown'])
  addEventListener(kind, (event) => event.isTrusted && console.debug('${ACTED}'), { capture: true, passive: true });`;

export interface Happenings {
  /** All so far, in the order in which it happened. */
  all(): readonly Happening[];
  /** A person did something that no automated browser can: in the address bar, with a hotkey, in a menu. */
  acted(): void;
  /** It was the test that opened this tab. */
  own(page: Page): void;
}

/**
 * Writes down, as it happens, what persons do and which tabs come that neither the test nor a page's link opened. Nothing
 * where times are taken: listening to each key takes as long as some of what is timed.
 */
export async function watchHappenings(context: BrowserContext, isTimed: boolean): Promise<Happenings> {
  const happenings: (Happening & { readonly page?: Page })[] = [];
  const own = new Set<Page>();
  const acted = (): void => void happenings.push({ kind: 'act', atMs: performance.now() });

  if (isTimed) return { acted, own: () => {}, all: () => [] };
  const newPage = context.newPage.bind(context);
  context.newPage = async () => {
    const page = await newPage();
    own.add(page);
    return page;
  };
  await context.addInitScript({ content: listening });
  context.on('console', (message) => {
    if (message.text() === ACTED && BURGEES.test(message.page()?.url() ?? '')) acted();
  });
  context.on('page', async (page) => {
    const tab = { kind: 'tab' as const, atMs: performance.now(), address: page.url(), page };
    happenings.push(tab);
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame() && !isSomewhere(tab.address)) tab.address = frame.url();
    });
    if ((await page.opener()) !== null) own.add(page);
  });

  return {
    acted,
    own: (page) => void own.add(page),
    all: () => happenings.filter(({ page }) => page === undefined || !own.has(page)),
  };
}

/** False for a tab that has not gone anywhere yet. */
function isSomewhere(address: string): boolean {
  return address !== '' && address !== 'about:blank';
}
