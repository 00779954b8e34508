import { type Buttons, make, part, saysAside } from './node';

/** A question that stands between the person and the page. */
export interface Question {
  readonly says: string;
  readonly answers: readonly (readonly [label: string, run: () => void])[];
  /** The answer that has the focus; none where every answer changes something. */
  readonly isFirstSafe: boolean;
}

/**
 * A modal dialog over everything: the browser itself keeps clicks, keys and the focus from the page below it and from
 * frames that nobody can look into.
 */
export function veilPart(
  page: Document,
  buttons: Buttons,
  { says, answers, isFirstSafe }: Question,
): HTMLDialogElement {
  const veil = make(page, 'dialog');
  veil.className = 'veil';
  veil.setAttribute('role', 'alertdialog');
  veil.setAttribute('aria-label', says);
  const card = part(page, 'div', 'card');
  card.tabIndex = -1;
  const row = part(page, 'div', '');
  row.append(...answers.map(([label, run]) => answer(buttons.make('', run), label)));
  card.append(saysAside(part(page, 'p', ''), says), row);
  (isFirstSafe ? row.firstElementChild : card)?.setAttribute('autofocus', '');
  veil.append(card);
  return veil;
}

function answer(button: HTMLElement, label: string): HTMLElement {
  button.setAttribute('aria-label', label);
  return saysAside(button, label);
}

/** Puts the dialog above all that the page has opened since. */
export function raiseVeil(veil: HTMLDialogElement): void {
  if (!veil.isConnected) return;
  if (veil.open) veil.close();
  veil.showModal();
}
