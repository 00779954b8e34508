/** Whether the page has an element or words to show by now. Of one that has no body that is known once it is read. */
export function hasContent(page: Document): boolean {
  const { body } = page;
  if (!body) return page.readyState !== 'loading';
  return Boolean(body.firstElementChild || body.textContent.trim());
}

/**
 * Gives what tells whether the page has anything to show; where it has not yet, `come` is called before the frame in which
 * it has. What is painted before that costs a frame of its own, for which the page's first one waits, and takes the page
 * before it off the screen.
 */
export function awaitContent(page: Document, come: () => void, ending: AbortSignal): () => boolean {
  let observer: MutationObserver | undefined;
  function look(): void {
    if (!hasContent(page)) return;
    observer?.disconnect();
    observer = undefined;
    come();
  }
  ending.addEventListener('abort', () => observer?.disconnect(), { once: true });
  return () => {
    if (hasContent(page)) return true;
    observer ??= new MutationObserver(look);
    observer.observe(page, { childList: true, characterData: true, subtree: true });
    return false;
  };
}
