import { every, later } from './later';

const SOON_MS = 40;
/** Shorter than a frame: a page that removes us in every frame is answered before that frame is painted. */
const AT_ONCE_MS = 8;
const HEARTBEAT_MS = 400;
/** So often between two heartbeats a page removes us on purpose, perhaps before any frame is painted with us. */
const MANY_LOSSES = 6;

/**
 * Keeps something of ours in the page whatever the page does: removal, `document.write`, rewritten attributes. Bounded:
 * however often the page fights, `insist` runs at most every 8 ms where we were removed, otherwise every 40 ms, and
 * `beat` at every heartbeat, told whether the page did nothing but remove us since the last; of that it is told at once.
 * `reset` is told at once when the page's root is a new one: `document.open()` has taken all listeners away by then.
 */
export function keepPresent(
  page: Document,
  element: Element,
  { insist, reset, beat }: { insist(): void; reset(): void; beat(isFought: boolean): void },
  signal: AbortSignal,
): void {
  let isDue = false;
  const soon = (): void => {
    if (isDue || signal.aborted) return;
    isDue = true;
    const now = (): void => {
      isDue = false;
      follow();
      put();
    };
    later(SOON_MS, now, signal);
  };
  /** What has not been in the page yet can't be lost. */
  let wasInPlace = false;
  const put = (): void => {
    insist();
    wasInPlace ||= element.parentNode === html;
  };
  let lastMs = 0;
  let losses = 0;
  const observer = new MutationObserver(() => {
    follow();
    const isInPlace = element.parentNode === html;
    if (wasInPlace && !isInPlace && ++losses === MANY_LOSSES) beat(true);
    const nowMs = performance.now();
    if (isInPlace || signal.aborted || nowMs - lastMs < AT_ONCE_MS) return soon();
    lastMs = nowMs;
    put();
  });
  let html: Element | undefined;
  const follow = (): void => {
    if (page.documentElement === html) return;
    const isFirst = html === undefined;
    html = page.documentElement ?? undefined;
    observer.disconnect();
    observer.observe(page, { childList: true });
    if (html) observer.observe(html, { childList: true });
    observer.observe(element, { attributes: true });
    if (!isFirst) reset();
  };
  follow();
  const heartbeat = (): void => {
    soon();
    beat(losses >= MANY_LOSSES);
    losses = 0;
  };
  every(HEARTBEAT_MS, heartbeat, signal);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
