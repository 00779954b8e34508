import { isRow, type Row } from '../model/row';
import { browser } from './native';
import type { Picture } from './picture';

const KEY = 'first-screen';

/**
 * What the launcher showed first the last time, kept in the page's own `localStorage`: the only storage that answers
 * without waiting. Not reachable for content scripts; holds names and numbers, no secret.
 */
interface FirstScreen {
  readonly rows: readonly Row[];
  /** How the launcher's page looked with them. */
  readonly picture: Picture;
  /** As on `<html>`. */
  readonly lang: string;
  readonly dir: string;
}

/** What was kept by this very build in this very language; `undefined` where there is none, or none that can be read. */
export function readFirstScreen(page: Document): FirstScreen | undefined {
  try {
    const { stamp, ...kept } = JSON.parse(localStorage.getItem(KEY) ?? '') as FirstScreen & { stamp: string };
    return stamp === stampOf(page) && kept.rows.every(isRow) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps rows with their picture for the next opening; takes away what was kept where there are no rows. */
export function keepFirstScreen(page: Document, rows: readonly Row[], draw: () => Picture): void {
  if (rows.length === 0) return forgetFirstScreen();
  const { lang, dir } = page.documentElement;
  try {
    localStorage.setItem(KEY, JSON.stringify({ stamp: stampOf(page), rows, picture: draw(), lang, dir }));
  } catch {
    // Full or switched off: the next opening waits for the snapshot instead.
  }
}

export function forgetFirstScreen(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Switched off: there is nothing to forget.
  }
}

/** Two builds never share a stamp: the name of the page's script has its content's hash in it. */
function stampOf(page: Document): string {
  const { version } = browser.runtime.getManifest();
  return [version, browser.i18n.getUILanguage(), page.body.dataset['launcher']].join(' ');
}
