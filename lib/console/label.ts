import { type Colour, textColour } from '../model/colour';
import { say } from '../model/say';
import { type BadgeChoices, badgeParts } from './badge';
import { awaitContent } from './content';
import { adoptStyle, closedRoot, OWN } from './label-root';
import type { FitPart } from './fit-part';
import { createButtons, make, part, saysAside } from './node';
import { type Question, raiseVeil, veilPart } from './veil';
import { isTold, type View } from './view';

const TAG = 'burgee-label';

/** In the window, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where something stands: how far from which sides of the window, in pixels. */
export type Spot = Readonly<Partial<Record<'left' | 'top' | 'bottom', number>>>;

export interface Label {
  readonly element: HTMLElement;
  show(view: View, choices: BadgeChoices): void;
  /** Leaves the badge and the frame away, or shows them again; the element itself goes on telling. */
  hide(isHidden: boolean): void;
  veil(question: Question): void;
  unveil(): void;
  isVeiled(): boolean;
  /** A short word at a spot, or in the corner; gives what takes it away again. */
  hint(text: string, colour: Colour, at?: Spot): () => void;
  /** Puts everything back where it belongs, if it is not there: nowhere, before the page has anything to show or `raise` came. */
  insist(): void;
  /**
   * Where the page's root itself is not shown, nothing is: it is shown again, and the label as large as ever. What the
   * page has laid over the label where no event tells it, inside a component, comes below it again. Needs the page's
   * styles: not for often.
   */
  showRoot(): void;
  /**
   * Comes above what the page has put on top since, and stays there. Before the first time it lies above all but that:
   * the browser works out the page's styles for it, which it has yet to do once for the first paint. The frame around the
   * window comes with it: it is as large as the page, and drawing it would hold the first paint up.
   */
  raise(): void;
  /** Takes what keeps it as large as ever, in the part of the page that is seen. */
  fit(how?: FitPart): void;
  /** Hands out the badge, to be moved to where it covers no control of the page, or to see what lies there. */
  place(how: (host: HTMLElement, badge: HTMLElement) => void): void;
}

/** The label: one element of our own below `<html>`, its inside closed to the page. */
export function createLabel(page: Document, ending: AbortSignal): Label {
  for (const old of page.querySelectorAll(TAG)) old.remove();
  // A page may define an element of this name for itself: ours belongs to no registry.
  const element = make(page, TAG, { customElementRegistry: null });
  const root = closedRoot(page, element);
  const layer = part(page, 'div', 'layer');
  layer.popover = 'manual';
  const frame = part(page, 'div', 'frame');
  const badge = part(page, 'div', 'badge');
  badge.dataset['at'] = 'bottom';
  // There before it says anything: screen readers read what comes into it.
  const told = part(page, 'div', '');
  told.setAttribute('role', 'status');
  const news = part(page, 'span', 'news');
  told.append(news);
  layer.append(badge, told);
  root.append(layer);
  const buttons = createButtons(page);
  let shown: View | undefined;
  let chosen: BadgeChoices | undefined;
  let veil: { part: HTMLDialogElement; question: Question } | undefined;
  let fitPart: FitPart | undefined;
  let isRaised = false;
  const isTime = awaitContent(page, insist, ending);
  /** The element's own style as the browser writes it. */
  let ownStyle: string | undefined;

  function key(event: Event): void {
    buttons.pressed(event);
    if (!(event instanceof KeyboardEvent)) return;
    if (veil && event.key === 'Escape') {
      event.preventDefault();
      if (veil.question.isFirstSafe && event.isTrusted) veil.question.answers[0]?.[1]();
    } else chosen?.menu()?.key(event);
  }

  function insist(): void {
    if (!shown || ending.aborted) return;
    describe(element, shown);
    if (element.style.cssText !== ownStyle) {
      element.style.cssText = OWN_STYLE;
      ownStyle = element.style.cssText;
    }
    const html = page.documentElement;
    if (html && element.parentNode !== html && (isRaised || isTime())) html.append(element);
    root.addEventListener('click', buttons.pressed);
    root.addEventListener('keydown', key);
    // A page that adopts the element into another document takes its style sheets away.
    if (root.adoptedStyleSheets.length === 0 && !root.querySelector('style')) adoptStyle(page, root);
    if (!element.isConnected) return;
    if (isRaised && !layer.matches(':popover-open')) layer.showPopover();
    if (veil && !veil.part.matches(':modal')) raiseVeil(veil.part);
  }

  function raise(): void {
    if (ending.aborted) return;
    if (!frame.parentNode) layer.prepend(frame);
    const isFirst = !isRaised;
    isRaised = true;
    // What a page takes away comes back in measure: it may call for this in answer to its coming.
    if (!element.isConnected) return isFirst ? insist() : undefined;
    if (!layer.contains(root.activeElement)) {
      if (layer.matches(':popover-open')) layer.hidePopover();
      layer.showPopover();
    }
    if (veil) raiseVeil(veil.part);
  }

  function fit(): void {
    for (const { style } of [layer, ...(veil ? [veil.part] : [])]) fitPart?.(page, element, style);
  }

  /** Whether something else would be met where the badge's button is, or the badge that has none. */
  function isCovered(): boolean {
    const met = badge.querySelector('button') ?? badge;
    const { x, y, width, height } = met.getBoundingClientRect();
    met.style.pointerEvents = 'auto';
    const isMet = page.elementFromPoint(x + width / 2, y + height / 2) === element;
    met.style.pointerEvents = '';
    return width > 0 && !isMet;
  }

  function unveil(): void {
    // Closed before it goes: the browser gives the focus back to where it was.
    veil?.part.close();
    veil?.part.remove();
    veil = undefined;
  }

  return {
    element,
    insist,
    unveil,
    isVeiled: () => veil !== undefined,
    fit: (how = fitPart) => ((fitPart = how), fit()),
    place: (how) => how(element, badge),

    show(view, choices) {
      const isOver = view.ending?.isOver === true;
      if (
        shown &&
        (shown.state !== view.state || shown.accountId !== view.accountId || (isOver && !shown.ending?.isOver))
      )
        news.textContent = view.says;
      shown = view;
      chosen = choices;
      if (isTold(view)) speak(layer);
      const text = textColour(view.colour);
      const { dataset, style } = layer;
      dataset['state'] = view.state;
      dataset['level'] = view.level ?? '';
      dataset['form'] = view.form;
      style.setProperty(`${OWN}colour`, view.colour);
      style.setProperty(`${OWN}text`, text);
      // Away from the text, so that what stands on a button reads no worse than what stands beside it.
      style.setProperty(`${OWN}shade`, text === '#ffffff' ? '#0004' : '#fff6');
      badge.replaceChildren(...badgeParts(page, buttons, view, choices));
      insist();
    },

    hide(isHidden) {
      layer.dataset['hidden'] = String(isHidden);
    },

    veil(question) {
      unveil();
      veil = { part: veilPart(page, buttons, question), question };
      speak(veil.part);
      root.append(veil.part);
      fit();
      insist();
    },

    hint(text, colour, at) {
      const hint = saysAside(part(page, 'div', 'hint'), text);
      hint.style.setProperty(`${OWN}colour`, colour);
      for (const [side, px] of Object.entries(at ?? {})) hint.style.setProperty(side, `${px}px`);
      told.append(hint);
      insist();
      return () => hint.remove();
    },

    showRoot() {
      const html = page.documentElement;
      if (!html) return;
      const { style } = html;
      const computed = getComputedStyle(html);
      for (const [name, back] of rootStyle)
        if (AWAY.test(computed.getPropertyValue(name))) style.setProperty(name, back, 'important');
      fit();
      if (isRaised && page.visibilityState === 'visible' && isCovered()) raise();
    },

    raise,
  };
}

/** The label speaks the browser's language, whatever the page speaks. */
function speak(own: HTMLElement): void {
  own.lang = say('language');
  own.dir = say('textDirection');
}

/** Inline and important: the page's own style sheets can't hide it. */
const OWN_STYLE = [
  'display: block',
  'position: fixed',
  'top: 0',
  'left: 0',
  'width: 0',
  'height: 0',
  'opacity: 1',
  'visibility: visible',
  'transform: none',
  'filter: none',
  'clip-path: none',
  'content-visibility: visible',
  'z-index: 2147483647',
]
  .map((one) => `${one} !important`)
  .join('; ');

/** By what a page hides its root with all in it, or puts a picture in its place, and how the root is shown again. */
const rootStyle = [
  ['display', 'block'],
  ['content-visibility', 'visible'],
  ['content', 'normal'],
] as const;
const AWAY = /none|hidden|\(/;

/** Exactly these attributes: what a page adds or changes on our element is taken back. */
function describe(element: HTMLElement, view: View): void {
  const attributes: Readonly<Record<string, string | undefined>> = {
    role: 'note',
    'aria-label': view.says,
    'data-state': view.state,
    'data-account-id': view.accountId,
    'data-role-name': view.roleName || undefined,
    'data-level': view.level,
    'data-colour': view.colour,
  };
  for (const name of element.getAttributeNames())
    if (name !== 'style' && attributes[name] === undefined) element.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && element.getAttribute(name) !== value) element.setAttribute(name, value);
}
