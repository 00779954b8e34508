/** An element as plain data: its name, its attributes, and what is in it; text is text. */
export type Picture = readonly [
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...inside: (Picture | string)[],
];

const SVG = 'http://www.w3.org/2000/svg';

/** Elements that load nothing and run nothing. */
const harmless = new Set(['main', 'h1', 'div', 'span', 'bdi', 'kbd', 'input', 'footer', 'button', 'svg', 'path']);

/** Takes an element as it stands in the page, without what was typed into it. */
export function pictureOf(element: Element): Picture {
  const attributes = Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
  const inside = [...element.childNodes].map((node) =>
    node instanceof Element ? pictureOf(node) : (node.textContent ?? ''),
  );
  return [element.localName, attributes, ...inside];
}

/** Builds the element anew, node by node as it was. Throws where the data is no picture of harmless elements. */
export function drawn(page: Document, [name, attributes, ...inside]: Picture, isInSvg = false): Element {
  if (!harmless.has(name)) throw new TypeError('not an element of the launcher');
  const isSvg = isInSvg || name === 'svg';
  const element = isSvg ? page.createElementNS(SVG, name) : page.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) throw new TypeError('not an attribute of the launcher');
    // As an attribute the extension's own security policy would refuse it.
    if (key === 'style') (element as HTMLElement).style.cssText = value;
    else element.setAttribute(key, value);
  }
  element.append(...inside.map((part) => (typeof part === 'string' ? part : drawn(page, part, isSvg))));
  return element;
}
