import { isShadowRoot } from './control';
import { isMatching } from './natively';

/** Opens a shadow root, closed ones too, where the browser lets extensions do so. */
export type Inside = (host: HTMLElement) => ShadowRoot | null;

/** Names of components of a page's own. */
const COMPONENT = /-/;

/** The path of a press, innermost first, also within components that keep their inside to themselves. */
export function pressedPath(event: Event, inside: Inside): EventTarget[] {
  const path = event.composedPath();
  for (let host = path[0]; host && isMatching(host, '*') && COMPONENT.test(host.tagName); host = path[0]) {
    const root = inside(host);
    const pressed = root?.mode === 'closed' ? pressedIn(root, event) : null;
    if (!root?.contains(pressed)) break;
    path.unshift(...pathTo(pressed));
  }
  return path;
}

/** Where the pointer is, or for a key the focus. */
function pressedIn(root: ShadowRoot, event: Event): Element | null {
  const { clientX, clientY, changedTouches } = event as Partial<PointerEvent & TouchEvent>;
  const touch = changedTouches?.[0];
  const [x, y] = touch ? [touch.clientX, touch.clientY] : [clientX, clientY];
  return x === undefined || y === undefined ? root.activeElement : root.elementFromPoint(x, y);
}

function pathTo(node: Node | null): EventTarget[] {
  if (!node) return [];
  return isShadowRoot(node) ? [node] : [node, ...pathTo(node.parentNode)];
}
