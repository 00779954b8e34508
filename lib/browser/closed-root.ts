import { browser } from './native';

interface Opening {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

/** The shadow root of an element, closed ones too: browsers open them to scripts of extensions. */
export function closedRoot(host: HTMLElement): ShadowRoot | null {
  const own = (host as HTMLElement & Opening).openOrClosedShadowRoot;
  if (own !== undefined) return own;
  const dom: unknown = Reflect.get(browser, 'dom');
  return dom
    ? (dom as { openOrClosedShadowRoot(host: HTMLElement): ShadowRoot | null }).openOrClosedShadowRoot(host)
    : null;
}
