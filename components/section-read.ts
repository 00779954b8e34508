/** How far below the page's head a section may begin and still be the one that is read: the gap between two. */
const GAP_PX = 48;

/**
 * Which section of the page is read: the last whose beginning has come up to the head, at the page's end the last of
 * all. One that was jumped to is read for as long as it stands where the jump put it: at the head, or below it where
 * the page ends before it can come up that far.
 */
export function sectionRead(ids: readonly string[], jumpedTo: string | undefined): string | undefined {
  const page = document.documentElement;
  const head = parseFloat(getComputedStyle(page).scrollPaddingTop) || 0;
  const isAtEnd = page.scrollTop > 0 && page.scrollTop + page.clientHeight >= page.scrollHeight - 1;
  const topOf = (id: string): number => document.getElementById(id)?.getBoundingClientRect().top ?? Infinity;
  const isThere = (id: string): boolean => Math.abs(topOf(id) - head) < 2 || (isAtEnd && topOf(id) > head);
  if (jumpedTo !== undefined && ids.includes(jumpedTo) && isThere(jumpedTo)) return jumpedTo;
  if (isAtEnd) return ids.at(-1);
  return ids.findLast((id) => topOf(id) <= head + GAP_PX) ?? ids[0];
}
