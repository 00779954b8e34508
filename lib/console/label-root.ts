import labelStyle from './label.css?inline';
import { make } from './node';

/** A page can register a property and so decide its value, in closed roots too: ours have names that it can't know. */
export const OWN = `--${crypto.randomUUID()}`;
const styleText = labelStyle.replaceAll('--', OWN);

/** A page may have defined our element for itself and claimed its root: then the root hangs on an element inside. */
export function closedRoot(page: Document, element: HTMLElement): ShadowRoot {
  const root = attach(element) ?? attach(inner(page, element));
  if (!root) throw new Error('no shadow root');
  adoptStyle(page, root);
  return root;
}

function inner(page: Document, element: HTMLElement): HTMLElement {
  const host = make(page, 'div');
  element.replaceChildren(host);
  return host;
}

function attach(host: HTMLElement): ShadowRoot | undefined {
  try {
    return host.attachShadow({ mode: 'closed' });
  } catch {
    return undefined;
  }
}

/** Constructed style sheets are outside the page's CSP; where they can't be adopted from here, a style element does. */
export function adoptStyle(page: Document, root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styleText);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = make(page, 'style');
    style.textContent = styleText;
    root.append(style);
  }
}
