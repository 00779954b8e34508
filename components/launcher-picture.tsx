import { render } from 'preact';
import type { Row } from '../lib/model/row';
import { createLauncher } from '../lib/state/launcher';
import type { LauncherWorld } from '../lib/state/launcher-world';
import { LauncherPanel } from './launcher-panel';

/** The launcher as it opens with these rows, before its list is read: outside the page, for a picture of it. */
export function launcherWith(firstRows: readonly Row[], world: LauncherWorld): Element {
  const page = document.createElement('div');
  render(<LauncherPanel launcher={createLauncher({ ...world, firstRows })} />, page);
  const panel = page.firstElementChild?.cloneNode(true);
  render(null, page);
  if (!(panel instanceof Element)) throw new Error('the launcher draws nothing');
  return panel;
}
