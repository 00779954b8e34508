import type { Page } from 'playwright';
import { vi } from 'vitest';

interface DomNode {
  readonly nodeName: string;
  readonly nodeValue?: string;
  readonly nodeId: number;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

/** Text inside the label's closed root, as the browser's own tools see it: pages and scripts can't. */
export async function textInLabel(page: Page): Promise<string> {
  return textOf(await labelNode(page));
}

/** Presses the button inside the label that has this text, as soon as it is drawn. */
export async function pressInLabel(page: Page, text: string): Promise<void> {
  const { x, y, width, height } = await vi.waitFor(() => buttonBox(page, text), { timeout: 10_000 });
  await page.mouse.click(x + width / 2, y + height / 2);
}

async function buttonBox(page: Page, text: string): Promise<Box> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const label = find(await documentBy(cdp), ({ nodeName }) => nodeName === 'BURGEE-LABEL');
    const button = label && find(label, (node) => node.nodeName === 'BUTTON' && ownText(node).includes(text));
    if (!button) throw new Error(`no button “${text}” in the label: ${label ? textOf(label) : 'no label'}`);
    return boxOf((await cdp.send('DOM.getBoxModel', { nodeId: button.nodeId })).model.content);
  } finally {
    await cdp.detach();
  }
}

async function labelNode(page: Page): Promise<DomNode> {
  const label = find(await document(page), ({ nodeName }) => nodeName === 'BURGEE-LABEL');
  if (!label) throw new Error('the page has no label');
  return label;
}

async function document(page: Page): Promise<DomNode> {
  const cdp = await page.context().newCDPSession(page);
  const root = await documentBy(cdp);
  await cdp.detach();
  return root;
}

async function documentBy(cdp: Awaited<ReturnType<ReturnType<Page['context']>['newCDPSession']>>): Promise<DomNode> {
  const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
  return root;
}

function find(node: DomNode, fits: (node: DomNode) => boolean): DomNode | undefined {
  if (fits(node)) return node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = find(child, fits);
    if (found) return found;
  }
  return undefined;
}

function ownText(node: DomNode): string {
  const texts = (node.children ?? []).filter(({ nodeName }) => nodeName === '#text');
  return [saidAside(node), ...texts.map(({ nodeValue }) => nodeValue ?? '')].join('');
}

function textOf(node: DomNode): string {
  if (node.nodeName === '#text') return node.nodeValue ?? '';
  if (node.nodeName === 'STYLE') return '';
  const inside = [...(node.shadowRoots ?? []), ...(node.children ?? [])].map(textOf);
  return [saidAside(node), ...inside].filter(Boolean).join(' ');
}

/** What the style sheet writes there. */
function saidAside({ attributes = [] }: DomNode): string {
  const at = attributes.indexOf('data-says');
  return at < 0 ? '' : (attributes[at + 1] ?? '');
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a part of the label with this class stands; fails where it takes no place. */
export async function insideLabel(page: Page, className: string): Promise<{ box: Box }> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const label = find(await documentBy(cdp), ({ nodeName }) => nodeName === 'BURGEE-LABEL');
    const found = label && find(label, (node) => classesOf(node).includes(className));
    if (!found) throw new Error(`no ${className} in the label`);
    const { model } = await cdp.send('DOM.getBoxModel', { nodeId: found.nodeId });
    return { box: boxOf(model.border) };
  } finally {
    await cdp.detach();
  }
}

/** From the corners, clockwise from the upper left one. */
function boxOf([x = 0, y = 0, right = 0, , , bottom = 0]: readonly number[]): Box {
  return { x, y, width: right - x, height: bottom - y };
}

function classesOf({ attributes = [] }: DomNode): string[] {
  const at = attributes.indexOf('class');
  return at < 0 ? [] : (attributes[at + 1] ?? '').split(' ');
}

/** What a function finds in the label's closed root; it runs in the page, with the root as its argument. */
export async function inLabel<Found>(page: Page, look: (root: ShadowRoot) => Found): Promise<Found> {
  const cdp = await page.context().newCDPSession(page);
  const label = find(await documentBy(cdp), ({ nodeName }) => nodeName === 'BURGEE-LABEL');
  const nodeId = label?.shadowRoots?.[0]?.nodeId;
  if (nodeId === undefined) throw new Error('the label has no root');
  const { object } = await cdp.send('DOM.resolveNode', { nodeId });
  const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
    functionDeclaration: `function () { return (${look.toString()})(this); }`,
    returnByValue: true,
    ...(object.objectId === undefined ? {} : { objectId: object.objectId }),
  });
  await cdp.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as Found;
}
