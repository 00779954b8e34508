import { dangerOf } from '../../../lib/console/danger';
import type { Danger } from '../../../lib/console/danger-said';

/** The element `#x` of a page with that body. */
export function within(html: string): HTMLElement {
  document.body.innerHTML = html;
  const found = document.querySelector<HTMLElement>('#x');
  if (!found) throw new Error('no #x there');
  return found;
}

/** How dangerous it is. */
export function danger(html: string): Danger {
  return dangerOf(within(html));
}

/** An element with those around it, as the path of an event at it. */
export function pathOf(node: HTMLElement): EventTarget[] {
  return node.parentElement ? [node, ...pathOf(node.parentElement)] : [node];
}
