import { browser } from './native';

const SETTLED_MS = 250;
/** Nothing to use a launcher in, so that it is sooner still growing. */
const LEAST_ROOM = 200;

/**
 * Says on the page's root where it is: `toolbar`, below its button, where a page makes its own room; or `page`, in a tab
 * or window, where it takes the room that it has. So it does below its button too once the browser gives no more.
 */
export function sayWhere(root: HTMLElement): void {
  const isBelowButton = browser.extension.getViews({ type: 'popup' }).includes(window);
  root.dataset['in'] = isBelowButton ? 'toolbar' : 'page';
  if (!isBelowButton) return;
  let settled: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    if (innerHeight >= LEAST_ROOM && root.scrollHeight > innerHeight) root.dataset['in'] = 'page';
  };
  const wait = (): void => {
    clearTimeout(settled);
    settled = setTimeout(look, SETTLED_MS);
  };
  addEventListener('resize', wait);
  wait();
}
