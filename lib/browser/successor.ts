import { browser } from './native';

/**
 * True when the extension was updated, switched off or removed under this script. In Chromium `chrome.runtime` itself is
 * gone then (measured in 156); in Firefox the access may throw.
 */
export function isOrphaned(): boolean {
  try {
    return browser.runtime?.id === undefined;
  } catch {
    return true;
  }
}

const RUNNING = Symbol.for('burgee: running');

/**
 * Makes this script the only one of its kind in this page: what ran before is ended. Scripts of one extension share a
 * world that the page does not reach, so no event that a page could forge tells them of each other.
 */
export function takeOver(): AbortController {
  const before: unknown = Reflect.get(globalThis, RUNNING);
  if (before instanceof AbortController) before.abort();
  const ending = new AbortController();
  Reflect.set(globalThis, RUNNING, ending);
  return ending;
}
