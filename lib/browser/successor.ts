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

interface Running {
  readonly ending: AbortController;
  isOrphaned(): boolean;
}

/**
 * Makes this script the only one of its kind in this page: what an earlier version left is ended. Gives nothing where
 * one of this version lives, which knows what has happened to the page since. Scripts of one extension share a world that
 * the page does not reach, so no event that a page could forge tells them of each other.
 */
export function takeOver(): AbortController | undefined {
  const before = Reflect.get(globalThis, RUNNING) as Running | undefined;
  if (before && !before.ending.signal.aborted && !before.isOrphaned()) return undefined;
  before?.ending.abort();
  const ending = new AbortController();
  Reflect.set(globalThis, RUNNING, { ending, isOrphaned } satisfies Running);
  return ending;
}
