import type { Page } from 'playwright';
import { inLabel } from './inside-label';

/** What does not fit on a page: text that is cut off, controls that lie over each other or beside the page. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(`(${measure.toString()})(document.body)`);
}

/** What does not fit in the label of a console page. */
export function misfitsInLabel(page: Page): Promise<string[]> {
  return inLabel(page, measure);
}

/** Runs in the page. */
function measure(root: ParentNode): string[] {
  const shown = [...root.querySelectorAll<HTMLElement>('*')].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden, svg'),
  );
  const called = (element: Element): string =>
    `<${element.tagName.toLowerCase()}${element.className ? ` class="${String(element.className)}"` : ''}> ${(element.textContent ?? '').trim().slice(0, 50)}`;
  const isWithinCut = (element: Element): boolean => {
    for (let around = element.parentElement; around && around !== document.body; around = around.parentElement)
      if (getComputedStyle(around).overflowX !== 'visible') return true;
    return false;
  };
  const found: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (root === document.body && scrollWidth > clientWidth)
    found.push(`the page is ${scrollWidth} wide in ${clientWidth}`);

  for (const element of shown) {
    const style = getComputedStyle(element);
    const isCut = style.overflowX !== 'visible' && style.overflowX !== 'auto' && style.overflowX !== 'scroll';
    const mayBeCut = style.textOverflow === 'ellipsis' && element.closest('[title], .row, .footer-who, .inside, .text');
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && isCut && !mayBeCut)
      found.push(`cut off: ${called(element)} (${element.scrollWidth} in ${element.clientWidth})`);
    const box = element.getBoundingClientRect();
    if (box.width > 0 && (box.left < -1 || box.right > clientWidth + 1) && !isWithinCut(element))
      found.push(`beside the page: ${called(element)} (${Math.round(box.left)} to ${Math.round(box.right)})`);
  }

  const controls = shown.filter((element) => element.matches('button, input, select, textarea, summary, a[href]'));
  for (const [index, one] of controls.entries()) {
    for (const other of controls.slice(index + 1)) {
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      const overlap = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (overlap > 1 && height > 1 && !one.contains(other) && !other.contains(one))
        found.push(`over each other: ${called(one)} and ${called(other)}`);
    }
  }

  for (const button of controls.filter((element) => element.matches('button, summary, nav a'))) {
    const text = document.createRange();
    text.selectNodeContents(button);
    const [inner, outer] = [text.getBoundingClientRect(), button.getBoundingClientRect()];
    if (inner.width > outer.width + 1 || inner.height > outer.height + 1) found.push(`bursts: ${called(button)}`);
  }
  return found;
}
