import { DIALOG } from './control';
import { isBareHeading, plain } from './danger-said';
import { isMatching } from './natively';

const MOST_STEPS = 100;
const MOST_TEXT = 200;
const HEADING = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

/** A component shows what it holds within its own inside; its inside is shown where the component is. */
function above(node: Element): Element | null {
  if (node.assignedSlot) return node.assignedSlot;
  return node.parentElement ?? hostOf(node);
}

function hostOf(node: Element): Element | null {
  const root = node.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
}

/** The dialog around a control, also one around the component that the control is part of. */
function dialogAround(control: Element): Element | undefined {
  let node: Element | null = control;
  for (let step = 0; node && step < MOST_STEPS; step += 1, node = above(node))
    if (isMatching(node, DIALOG)) return node;
  return undefined;
}

/** What the dialog around a control asks: its name, its heading, or else how it begins. `''` where there is none. */
export function questionAround(control: Element): string {
  const dialog = dialogAround(control);
  if (!dialog) return '';
  const heading = dialog.querySelector(HEADING);
  const texts = [
    dialog.getAttribute('aria-label'),
    labelledBy(dialog),
    heading?.textContent,
    hostOf(dialog)?.querySelector(HEADING)?.textContent,
    (dialog.textContent ?? '').replace(heading?.textContent ?? '', '').slice(0, MOST_TEXT),
  ];
  return texts.find((text) => text?.trim() && !isBareHeading(plain(text))) ?? '';
}

/** The text of the elements that are said to name this one. */
export function labelledBy(
  node: Pick<Element, 'getAttribute'> & Partial<Pick<Node, 'getRootNode'>>,
  by = 'aria-labelledby',
): string {
  const ids = node.getAttribute(by)?.split(' ').slice(0, 4) ?? [];
  const root = node.getRootNode?.() as Partial<NonElementParentNode> | undefined;
  return ids.map((id) => root?.getElementById?.(id)?.textContent ?? '').join(' ');
}
