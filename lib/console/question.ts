import { CHOICE, CONTROL, DIALOG, FIELD } from './control';
import { isBareHeading, plain } from './danger-said';
import { closestTo, isMatching } from './natively';

const MOST_STEPS = 100;
const MOST_TEXT = 300;
const MOST_NODES = 300;
/** What can be pressed or filled in is not what is asked. */
const OWN = `${CONTROL}, ${CHOICE}, ${FIELD}, label, style, script`;
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

/** What a dialog asks. */
export interface Asked {
  /** Its name and its heading, unless they leave it to what follows to say what is asked. */
  readonly names: readonly string[];
  /** How it begins below them. */
  body(): string;
}

/** What the dialog around a control asks; `undefined` where there is none. */
export function askedAround(control: Element): Asked | undefined {
  const dialog = dialogAround(control);
  if (!dialog) return undefined;
  const host = hostOf(dialog);
  const heading = dialog.querySelector(HEADING);
  const hostHeading = host?.querySelector(HEADING);
  const texts = [
    dialog.getAttribute('aria-label'),
    labelledBy(dialog),
    heading?.textContent,
    hostHeading?.textContent,
  ].filter((text) => text !== null && text !== undefined);
  return {
    names: texts.filter((text) => text.trim() !== '' && !isBareHeading(plain(text))),
    body: () => `${textOf(dialog, heading)} ${host ? textOf(host, hostHeading) : ''}`.trim(),
  };
}

/** What the dialog around a control is about: its name, its heading, or else how it begins. `''` where there is none. */
export function questionAround(control: Element): string {
  const asked = askedAround(control);
  return asked?.names[0] ?? asked?.body() ?? '';
}

/** How a dialog begins, without its heading: its blocks do not run together. */
function textOf(dialog: Element, heading: Element | null | undefined): string {
  const walker = dialog.ownerDocument.createTreeWalker(dialog, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let count = 0; count < MOST_NODES && text.length < MOST_TEXT && walker.nextNode(); count += 1) {
    const { data, parentElement: parent } = walker.currentNode as Text;
    if (parent && !heading?.contains(parent) && !closestTo(parent, OWN)) text += ` ${data.trim()}`;
  }
  return text.slice(0, MOST_TEXT);
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
