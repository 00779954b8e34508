import type { Point } from './label';

/** The text under a point, and where in it the point is. */
export interface TextAt {
  readonly text: string;
  readonly offset: number;
}

/** How far a line of text is followed over its parts, both ways. */
const MOST_PARTS = 20;
const MOST_SIGNS = 120;
const MOST_STEPS_UP = 6;
const MOST_LINES = 200;
const LONGEST_PART = 1_000;
const LONGEST_VALUE = 20_000;
const TEXT = 3;

/**
 * What stands under a point: the value of a field, or the text there, first by itself, then joined where only its looks
 * part it (`arn:aws:iam::<b>222222222222</b>:root`). `roots`: components that the point is in. A fixed amount of work,
 * however large the page.
 */
export function textsAt(page: Document, { x, y }: Point, roots: readonly ShadowRoot[] = []): TextAt[] {
  const caret = page.caretPositionFromPoint?.(x, y, { shadowRoots: [...roots] });
  const node = caret?.offsetNode;
  if (!caret || !node) return [];
  if (node.nodeType !== TEXT) {
    const value = isWithin(node as Element, x, y) ? valueOf(node as Element, caret.offset) : [];
    return value.length > 0 ? value : inEditor(node as Element, x, y);
  }
  const range = page.createRange();
  range.selectNodeContents(node);
  // The nearest text is reported even for points far beside it.
  return isWithin(range, x, y) ? around(page, node as Text, caret.offset) : [];
}

function isWithin(drawn: Partial<Pick<Element, 'getClientRects'>>, x: number, y: number): boolean {
  const boxes = [...(drawn.getClientRects?.() ?? [])];
  return boxes.some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
}

/** What is written in a field is shown, but for a password. */
function valueOf(field: Element, offset: number): TextAt[] {
  const { value, type } = field as Partial<HTMLInputElement>;
  return typeof value === 'string' && type !== 'password' ? [{ text: value.slice(0, LONGEST_VALUE), offset }] : [];
}

/** Ace, the editor in the console's own components, lets the pointer through its lines: they are found by where they stand. */
function inEditor(node: Partial<Pick<Element, 'closest'>>, x: number, y: number): TextAt[] {
  const lines = [...(node.closest?.('.ace_editor')?.querySelectorAll('.ace_line') ?? [])].slice(0, MOST_LINES);
  const line = lines.find((one) => isWithin(one, x, y));
  if (!line) return [];
  const range = line.ownerDocument.createRange();
  const walker = line.ownerDocument.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let before = 0; walker.nextNode(); before += (walker.currentNode as Text).length) {
    const part = walker.currentNode as Text;
    range.selectNodeContents(part);
    const at = isWithin(range, x, y) ? signAt(part, range, x, y) : -1;
    if (at >= 0) return [{ text: (line.textContent ?? '').slice(0, LONGEST_VALUE), offset: before + at }];
  }
  return [];
}

/** Which sign of a text is at a point; -1 where none of the first is. */
function signAt(text: Text, range: Range, x: number, y: number): number {
  for (let at = 0; at < Math.min(text.length, LONGEST_PART); at += 1) {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    if (isWithin(range, x, y)) return at;
  }
  return -1;
}

function around(page: Document, node: Text, offset: number): TextAt[] {
  const walker = page.createTreeWalker(lineOf(node), NodeFilter.SHOW_TEXT);
  let before = node.data.slice(Math.max(0, offset - MOST_SIGNS), offset);
  let behind = node.data.slice(offset, offset + MOST_SIGNS);
  const alone = { text: before + behind, offset: before.length };
  walker.currentNode = node;
  for (let part = 0; part < MOST_PARTS && before.length < MOST_SIGNS && walker.previousNode(); part += 1)
    before = (walker.currentNode as Text).data.slice(-MOST_SIGNS) + before;
  walker.currentNode = node;
  for (let part = 0; part < MOST_PARTS && behind.length < MOST_SIGNS && walker.nextNode(); part += 1)
    behind += (walker.currentNode as Text).data.slice(0, MOST_SIGNS);
  return [alone, { text: before + behind, offset: before.length }];
}

/** The nearest thing around a text that stands by itself: a paragraph, a cell, a button. */
function lineOf(node: Text): Node {
  let line: Node = node.parentNode ?? node;
  for (let step = 0; step < MOST_STEPS_UP && isInline(line); step += 1) line = line.parentNode ?? line;
  return line;
}

function isInline(node: Node): boolean {
  const view = node.ownerDocument?.defaultView;
  return 'tagName' in node && view?.getComputedStyle(node as Element).display === 'inline' && node.parentNode !== null;
}
