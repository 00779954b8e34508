import { isMatching } from './natively';

/**
 * What only shows other things, as far as one can tell: a tab, the head of a column that sorts, what opens a menu or a
 * section, what is picked from a list, and a link that leads through the console or to what a table lists.
 */
const SHOWING =
  '[role="tab"], th *, [role="columnheader"] *, [aria-expanded], [role="option"], :is(nav, td, [role="gridcell"]) a[href*="/"]:not([role], [onclick])';
const LINK = 'a[href^="http"]:not([role], [onclick])';

export function isShowing(control: HTMLElement): boolean {
  return isMatching(control, SHOWING);
}

/** A link out of the console destroys nothing there, whatever the page that it leads to is about. */
export function leadsAway(control: HTMLElement): boolean {
  if (!isMatching(control, LINK)) return false;
  const { hostname } = control as HTMLAnchorElement;
  return hostname !== control.ownerDocument.location.hostname && !/(?:^|\.)console\./.test(hostname);
}
