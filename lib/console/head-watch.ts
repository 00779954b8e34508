import { later } from './later';

const AT_MOST_EVERY_MS = 500;

/** Tells when the page's head changes: metadata, title, icons. Waits for a head that the parser has not reached. */
export function watchHead(page: Document, told: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(() => {
    follow();
    told();
  });
  const follow = (): void => {
    observer.disconnect();
    observer.observe(page, { childList: true });
    if (page.documentElement) observer.observe(page.documentElement, { childList: true });
    if (page.head)
      observer.observe(page.head, {
        childList: true,
        subtree: true,
        characterData: true,
        attributes: true,
        attributeFilter: ['content', 'href'],
      });
  };
  follow();
  page.addEventListener('DOMContentLoaded', told, { signal });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

/** Runs `task` now if it has not run lately, else once when it may: at most twice a second, the last call never lost. */
export function atMostTwiceASecond(task: () => void, signal: AbortSignal): () => void {
  let lastMs = -AT_MOST_EVERY_MS;
  let isWaiting = false;
  const run = (): void => {
    isWaiting = false;
    lastMs = performance.now();
    task();
  };
  return () => {
    if (isWaiting || signal.aborted) return;
    const waitMs = lastMs + AT_MOST_EVERY_MS - performance.now();
    isWaiting = waitMs > 0;
    if (isWaiting) later(waitMs, run, signal);
    else run();
  };
}
