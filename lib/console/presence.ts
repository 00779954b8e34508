const SOON_MS = 40;
const HEARTBEAT_MS = 400;

/**
 * Keeps something of ours in the page whatever the page does: removal, `document.write`, rewritten attributes. Bounded:
 * however often the page fights, `insist` runs at most every 40 ms, and `beat` at every heartbeat. `reset` is told at once when the page's root is a
 * new one: `document.open()` has taken all listeners away by then.
 */
export function keepPresent(
  page: Document,
  element: Element,
  { insist, reset, beat }: { insist(): void; reset(): void; beat(): void },
  signal: AbortSignal,
): void {
  let isDue = false;
  const soon = (): void => {
    if (isDue || signal.aborted) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      if (signal.aborted) return;
      follow();
      insist();
    }, SOON_MS);
  };
  const observer = new MutationObserver(() => {
    follow();
    soon();
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
  const heartbeat = setInterval(() => {
    soon();
    beat();
  }, HEARTBEAT_MS);
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearInterval(heartbeat);
    },
    { once: true },
  );
}
