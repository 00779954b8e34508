const HTML = 'http://www.w3.org/1999/xhtml';

/**
 * Makes an element of HTML, whatever kind of document it is for: one of SVG makes others by itself. Chromium shows data
 * as a tree only where none was made in it while it was read.
 */
export function make<Tag extends keyof HTMLElementTagNameMap>(page: Document, tag: Tag): HTMLElementTagNameMap[Tag];
export function make(page: Document, tag: string, options?: ElementCreationOptions): HTMLElement;
export function make(page: Document, tag: string, options?: ElementCreationOptions): HTMLElement {
  const maker = page.contentType.endsWith('/xml') ? page.implementation.createHTMLDocument() : page;
  return maker.createElementNS(HTML, tag, options) as HTMLElement;
}

/** Makes an element with a class and a text; never markup. */
export function part(page: Document, tag: string, className: string, text = ''): HTMLElement {
  const node = make(page, tag);
  node.className = className;
  node.textContent = text;
  return node;
}

/**
 * Gives an element a text that may name other accounts. The style sheet writes it: what stands there as text, a page can
 * look for (`window.find`) and select, also in a closed root.
 */
export function saysAside<Node extends HTMLElement>(node: Node, text: string): Node {
  node.dataset['says'] = text;
  return node;
}

/** What the buttons of the label do. */
export interface Buttons {
  make(label: string, run: () => void): HTMLElement;
  /** To be listened with on the label's root: one listener for all, so that it can be put back when a page takes it away. */
  readonly pressed: (event: Event) => void;
}

/**
 * Buttons that only a person can press: no script of the page, no key that is held down since before they came, no
 * second half of a double click.
 */
export function createButtons(page: Document): Buttons {
  const runs = new WeakMap<EventTarget, () => void>();
  return {
    make(label, run) {
      const node = part(page, 'button', '', label);
      node.setAttribute('type', 'button');
      runs.set(node, run);
      return node;
    },
    pressed(event) {
      if (event instanceof KeyboardEvent) {
        if (event.repeat) event.preventDefault();
        return;
      }
      const run = event.composedPath().flatMap((target) => runs.get(target) ?? [])[0];
      const isDouble = event instanceof MouseEvent && event.detail > 1;
      if (run && event.isTrusted && !isDouble) run();
    },
  };
}
