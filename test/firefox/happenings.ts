import { BURGEES } from '../e2e/happenings';
import type { Happening } from '../e2e/unasked-tabs';
import type { Bidi } from './bidi';

export interface Happenings {
  /** All so far, in the order in which it happened. */
  all(): readonly Happening[];
  /** A person presses something in a page at this address. */
  acted(address: string): void;
  /** The test opened this tab itself. */
  own(context: string): void;
}

type Tab = Happening & { readonly kind: 'tab'; readonly context: string; address: string };

/** Writes down, as it happens, what persons do and which tabs come that neither the test nor a page's link opened. */
export async function watchHappenings(bidi: Bidi): Promise<Happenings> {
  const happenings: (Exclude<Happening, { kind: 'tab' }> | Tab)[] = [];
  const known = new Set<string>();

  bidi.onEvent(({ method, params }) => {
    if (method === 'browsingContext.contextCreated' && params.parent === null) {
      if (params.originalOpener !== null) known.add(params.context);
      happenings.push({ kind: 'tab', atMs: performance.now(), address: params.url, context: params.context });
    }
    if (method === 'browsingContext.navigationStarted') {
      const tab = happenings.find((own): own is Tab => own.kind === 'tab' && own.context === params.context);
      if (tab && !isSomewhere(tab.address)) tab.address = params.url;
    }
  });
  const events = ['browsingContext.contextCreated', 'browsingContext.navigationStarted'] as const;
  await bidi.send('session.subscribe', { events: [...events] });
  // Subscribing tells of the tabs that are there already.
  happenings.length = 0;

  return {
    all: () => happenings.filter((own) => own.kind !== 'tab' || !known.has(own.context)),
    acted: (address) => void (BURGEES.test(address) && happenings.push({ kind: 'act', atMs: performance.now() })),
    own: (context) => void known.add(context),
  };
}

/** False for a tab that has not gone anywhere yet. */
function isSomewhere(address: string): boolean {
  return address !== '' && address !== 'about:blank';
}
