import { textColour } from '../model/colour';
import { formatAccountId } from '../model/account';
import { labelStyle } from './label-style';
import { placeBadge } from './place-badge';
import type { View } from './view';
import { levelNames, words } from './words';

const TAG = 'burgee-label';

export interface LabelChoices {
  copyId(): Promise<boolean>;
  copyLink(): Promise<boolean>;
  hide(): void;
  signInAgain(): void;
}

/** A question that stands between the person and the page; the first answer has the focus. */
export interface Question {
  readonly says: string;
  readonly answers: readonly (readonly [label: string, run: () => void])[];
}

export interface Label {
  readonly element: HTMLElement;
  show(view: View): void;
  veil(question: Question): void;
  /** A short word beside a point, or in the corner. */
  hint(text: string, colour: string, at?: { x: number; y: number }): void;
  unhint(): void;
  unveil(): void;
  isVeiled(): boolean;
  /** Puts the element back where it belongs, if it is not there. */
  insist(): void;
  place(): void;
  remove(): void;
}

/** The label: one element of our own below `<html>`, its inside closed to the page. */
export function createLabel(page: Document, choices: LabelChoices): Label {
  for (const old of page.querySelectorAll(TAG)) old.remove();
  const element = page.createElement(TAG);
  const root = element.attachShadow({ mode: 'closed' });
  adoptStyle(page, root);
  const frame = part(page, 'div', 'frame');
  const badge = part(page, 'div', 'badge');
  root.append(frame, badge);
  badge.dataset['at'] = 'bottom-left';
  let veil: HTMLElement | undefined;
  let hint: HTMLElement | undefined;

  function show(view: View): void {
    describe(element, view);
    for (const own of [frame, badge]) {
      own.dataset['state'] = view.state;
      own.dataset['level'] = view.level ?? '';
      own.dataset['form'] = view.form;
      own.style.setProperty('--colour', view.colour);
      own.style.setProperty('--text', textColour(view.colour));
    }
    badge.replaceChildren(...badgeParts(page, view, choices));
    insist();
  }

  function insist(): void {
    // Inline and important: the page's own style sheets can't hide it.
    for (const [name, value] of ownStyle) {
      if (element.style.getPropertyValue(name) !== value || element.style.getPropertyPriority(name) !== 'important') {
        element.style.setProperty(name, value, 'important');
      }
    }
    const html = page.documentElement;
    if (html && element.parentNode !== html) html.append(element);
  }

  return {
    element,
    show,
    insist,
    place: () => placeBadge(page, element, badge),
    veil(question) {
      veil?.remove();
      veil = veilPart(page, question);
      root.append(veil);
      insist();
      veil.querySelector('button')?.focus();
    },
    unveil() {
      veil?.remove();
      veil = undefined;
    },
    hint(text, colour, at) {
      hint?.remove();
      hint = part(page, 'div', 'hint', text);
      hint.style.setProperty('--colour', colour);
      if (at) {
        hint.style.left = `${Math.max(8, Math.min(at.x, page.documentElement.clientWidth - 320))}px`;
        hint.style.top = `${at.y + 18}px`;
      }
      root.append(hint);
      insist();
    },
    unhint() {
      hint?.remove();
      hint = undefined;
    },
    isVeiled: () => veil !== undefined,
    remove: () => element.remove(),
  };
}

const ownStyle = [
  ['display', 'block'],
  ['position', 'fixed'],
  ['top', '0'],
  ['left', '0'],
  ['width', '0'],
  ['height', '0'],
  ['opacity', '1'],
  ['visibility', 'visible'],
  ['transform', 'none'],
  ['filter', 'none'],
  ['clip-path', 'none'],
  ['z-index', '2147483647'],
] as const;

/** Constructed style sheets are outside the page's CSP; where they can't be adopted from here, a style element does. */
function adoptStyle(page: Document, root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(labelStyle);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = page.createElement('style');
    style.textContent = labelStyle;
    root.append(style);
  }
}

function describe(element: HTMLElement, view: View): void {
  const attributes: Record<string, string | undefined> = {
    role: 'note',
    'aria-label': view.says,
    'data-state': view.state,
    'data-account-id': view.accountId,
    'data-role-name': view.roleName || undefined,
    'data-level': view.level,
    'data-colour': view.colour,
  };
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

function badgeParts(page: Document, view: View, choices: LabelChoices): Node[] {
  const text = part(page, 'span', 'text');
  text.append(part(page, 'bdi', 'name', view.title));
  const id = view.accountId && formatAccountId(view.accountId);
  if (id && id !== view.title) text.append(part(page, 'span', 'soft', id));
  if (view.isRoot) text.append(part(page, 'span', 'mark', words.root));
  else if (view.roleName) text.append(part(page, 'bdi', 'soft', view.roleName));
  if (view.region) text.append(part(page, 'span', 'soft', view.region));
  if (view.level === 'production') text.prepend(part(page, 'span', 'mark', levelNames.production.toUpperCase()));
  if (view.state === 'ended')
    return [
      text,
      part(page, 'span', 'soft', words.ended),
      button(page, words.signInAgain, () => choices.signInAgain()),
    ];
  if (view.accountId === undefined) return [text];
  return [text, menuButton(page, choices)];
}

function menuButton(page: Document, choices: LabelChoices): HTMLElement {
  const open = button(page, '⋯', () => {
    if (open.querySelector('.menu')) return open.replaceChildren('⋯');
    const menu = part(page, 'span', 'menu');
    const item = (label: string, run: () => Promise<boolean> | void): HTMLElement =>
      button(page, label, async (event) => {
        event.stopPropagation();
        if (await run()) open.replaceChildren(words.copied);
        else open.replaceChildren('⋯');
      });
    menu.append(
      item(words.copyId, () => choices.copyId()),
      item(words.copyLink, () => choices.copyLink()),
      item(words.hide, () => choices.hide()),
    );
    open.append(menu);
  });
  open.style.position = 'relative';
  open.setAttribute('aria-label', words.menu);
  return open;
}

function veilPart(page: Document, { says, answers }: Question): HTMLElement {
  const veil = part(page, 'div', 'veil');
  const card = part(page, 'div', 'card');
  card.setAttribute('role', 'alertdialog');
  card.setAttribute('aria-modal', 'true');
  card.setAttribute('aria-label', says);
  const buttons = part(page, 'div', '');
  buttons.append(...answers.map(([label, run]) => button(page, label, run)));
  card.append(part(page, 'p', '', says), buttons);
  veil.append(card);
  return veil;
}

function part(page: Document, tag: string, className: string, text = ''): HTMLElement {
  const node = page.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

function button(page: Document, label: string, run: (event: Event) => void): HTMLElement {
  const node = part(page, 'button', '', label);
  node.addEventListener('click', (event) => {
    event.preventDefault();
    if (event.isTrusted) run(event);
  });
  return node;
}
