import type { Row } from '../model/row';
import { hearEarly } from './early-events';
import { readFirstScreen } from './first-screen';
import { drawn } from './picture';

const HANDOVER = 'burgeeFirstScreen';
const LONGEST_WAIT_MS = 200;

/** A first screen that stands in the page, for the launcher that takes it over. */
export interface ShownFirst {
  readonly rows: readonly Row[];
  readonly isPainted: Promise<void>;
  /** Settles when no word is being put together in the field. */
  composed(): Promise<void>;
  words(): string;
  /** Leaves keys and clicks to the launcher; gives what does those again that came before. */
  end(): () => void;
}

/** Shows what there is to show, and then loads the launcher that the page names. */
export function openFirst(page: Document): void {
  showFirst(page);
  const { launcher } = page.body.dataset;
  // While one develops, the page loads it itself.
  if (launcher === undefined) return;
  const script = Object.assign(page.createElement('script'), { type: 'module', src: launcher });
  const shown = shownFirst();
  if (shown) void shown.isPainted.then(() => page.head.append(script));
  else page.head.append(script);
}

/**
 * Puts the kept picture of the launcher into the page, as it was the last time, with the field ready for letters. Where
 * there is none that fits, or it is broken, the page stays empty for the launcher to fill.
 */
function showFirst(page: Document): void {
  const kept = readFirstScreen(page);
  if (!kept) return;
  try {
    const panel = drawn(page, kept.picture);
    const field = panel.querySelector('input');
    if (!field) return;
    // All that is in the body, so that the launcher finds it where it would put it itself and does not move it.
    page.body.replaceChildren(panel);
    Object.assign(page.documentElement, { lang: kept.lang, dir: kept.dir });
    field.focus();
    const early = hearEarly(page, field);
    const shown: ShownFirst = {
      rows: kept.rows,
      isPainted: framed(),
      composed: early.composed,
      words: () => field.value,
      end: early.end,
    };
    Reflect.set(globalThis, HANDOVER, shown);
  } catch {
    page.body.replaceChildren();
  }
}

/** What the page shows already; `undefined` where it is empty. */
export function shownFirst(): ShownFirst | undefined {
  return Reflect.get(globalThis, HANDOVER) as ShownFirst | undefined;
}

/** After the next frame. A page that nobody sees has none and does not wait for it. */
function framed(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, LONGEST_WAIT_MS);
  });
}
