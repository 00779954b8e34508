/*
 * A form's fields stand in for its members by their names: one called "matches" takes the form's own `matches` away, for
 * every script. What is asked of elements that may be forms is asked by the browser's own functions, which no page can
 * reach from here.
 */

/** False also for what is no element. */
export function isMatching(target: EventTarget, selector: string): target is HTMLElement {
  try {
    return Element.prototype.matches.call(target as Element, selector);
  } catch {
    return false;
  }
}

export function closestTo(node: Element, selector: string): Element | null {
  return Element.prototype.closest.call(node, selector);
}

export function allIn(scope: Element, selector: string): HTMLElement[] {
  return [...(Element.prototype.querySelectorAll.call(scope, selector) as NodeListOf<HTMLElement>)];
}
