import { isShadowRoot } from './control';
import { isMatching } from './natively';

/** Opens a shadow root, closed ones too, where the browser lets extensions do so. */
export type Inside = (host: HTMLElement) => ShadowRoot | null;

/** Names of components of a page's own, and of the few other elements that may have an inside. */
const COMPONENT = /-|^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/i;

/** The path of a press, innermost first, also within components that keep their inside to themselves. */
export function pressedPath(event: Event, inside: Inside): EventTarget[] {
  const path = event.composedPath();
  let isHidden = false;
  for (let host = path[0]; host && hostsInside(host); host = path[0]) {
    const root = inside(host);
    // What stands in an open one is on the path already, unless that one stands in a closed one.
    isHidden ||= root?.mode === 'closed';
    const pressed = root && isHidden ? pressedIn(root, event) : null;
    if (!pressed || !root?.contains(pressed)) break;
    path.unshift(...pathTo(pressed));
  }
  return path;
}

/** What may have an inside. */
export function hostsInside(target: EventTarget): target is HTMLElement {
  return isMatching(target, '*') && COMPONENT.test(target.tagName);
}

/** Where the pointer is; for a key, and for a click that some other tool makes, the focus. */
function pressedIn(root: ShadowRoot, event: Event): Element | null {
  const { clientX, clientY, changedTouches } = event as Partial<PointerEvent & TouchEvent>;
  const touch = changedTouches?.[0];
  const [x, y] = touch ? [touch.clientX, touch.clientY] : [clientX, clientY];
  return x && y ? root.elementFromPoint(x, y) : root.activeElement;
}

function pathTo(node: Node | null): EventTarget[] {
  if (!node) return [];
  return isShadowRoot(node) ? [node] : [node, ...pathTo(node.parentNode)];
}
