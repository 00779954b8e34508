/** Whether the page has anything to show by now. */
export function hasContent(page: Document): boolean {
  return page.readyState !== 'loading' || Boolean(page.body?.firstElementChild);
}

/**
 * Gives what tells whether the page has anything to show; where it has not yet, `come` is called before the frame in which
 * it has. What is painted before that costs a frame of its own, for which the page's first one waits, and takes the page
 * before it off the screen.
 */
export function awaitContent(page: Document, come: () => void): () => boolean {
  let observer: MutationObserver | undefined;
  function look(): void {
    if (!hasContent(page)) return;
    observer?.disconnect();
    observer = undefined;
    come();
  }
  return () => {
    if (hasContent(page)) return true;
    observer ??= new MutationObserver(look);
    observer.observe(page, { childList: true, subtree: true });
    return false;
  };
}
