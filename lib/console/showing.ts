import { isMatching } from './natively';

/**
 * What only shows other things, as far as one can tell: a tab, the head of a column that sorts, what opens a menu or a
 * section, what is picked from a list, and a link that leads through the console.
 */
const SHOWING =
  '[role="tab"], th *, [role="columnheader"] *, [aria-expanded], [aria-haspopup="dialog"], [role="option"], nav a[href*="/"]:not([role], [onclick])';
/** A link that says more than a deed does leads to what a table lists under that name. */
const LISTED = ':is(td, [role="gridcell"]) a[href*="/"]:not([role], [onclick])';
const WORDS_OF_A_DEED = 2;
const LINK = 'a[href^="http"]:not([role], [onclick])';

export function isShowing(control: HTMLElement): boolean {
  const words = (control.textContent ?? '').trim().split(/\s+/);
  return isMatching(control, SHOWING) || (isMatching(control, LISTED) && words.length > WORDS_OF_A_DEED);
}

/** A link out of the console destroys nothing there, whatever the page that it leads to is about. */
export function leadsAway(control: HTMLElement): boolean {
  if (!isMatching(control, LINK)) return false;
  const { hostname } = control as HTMLAnchorElement;
  return hostname !== control.ownerDocument.location.hostname && !/(?:^|\.)console\./.test(hostname);
}
