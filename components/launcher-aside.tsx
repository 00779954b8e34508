import { render } from 'preact';
import type { RowList } from '../lib/model/row-list';
import { LauncherList } from './launcher-list';

const aside = document.createElement('div');
const none: ReadonlyMap<string, never> = new Map<string, never>();
const doesNothing = (): void => {};

/** Draws rows in no page, so that the browser has made the drawing fast before the first key; without rows it clears up. */
export function drawAside(rows: RowList | undefined): void {
  const list = rows && (
    <LauncherList
      rows={rows}
      active={0}
      marked={none}
      portalNames={none}
      onOpen={doesNothing}
      onEnter={doesNothing}
      onMenu={doesNothing}
      onPoint={doesNothing}
    />
  );
  render(list ?? null, aside);
}
