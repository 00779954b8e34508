import { turnOf } from './checkable';
import { CONTROL, DIALOG } from './control';
import { dangerOf } from './danger';
import { allIn, isMatching } from './natively';

const SCOPE = `form, ${DIALOG}`;
const TYPED = /^(?:text|search|email|tel|url|password|number|)$/;
const MOST_CONTROLS = 60;

/**
 * What Enter or Space would press elsewhere: the choice that the focused list, button or field only points at; by Enter in
 * a field the button that sends its form, or in a dialog ("type delete to confirm") or on the dialog itself the one that
 * destroys; in a field of several lines by Enter together with Ctrl or Cmd.
 */
export function confirmedBy(path: readonly EventTarget[], key: string, isWithCtrl = false): HTMLElement | undefined {
  const field = path.find((target): target is HTMLInputElement => isMatching(target, '*'));
  if (!field || (key !== 'Enter' && isWritten(field))) return undefined;
  const pointedAt = field.getAttribute('aria-activedescendant');
  const root = field.getRootNode() as Partial<DocumentOrShadowRoot & NonElementParentNode>;
  if (pointedAt) return (root.getElementById?.(pointedAt) as HTMLElement | null) ?? undefined;
  const isSent = isWritten(field) || (isWithCtrl && field.tagName === 'TEXTAREA') || isMatching(field, DIALOG);
  if (key !== 'Enter' || !isSent) return undefined;
  for (const scope of path) {
    const pressed = isMatching(scope, SCOPE) ? buttonPressedIn(scope) : undefined;
    if (pressed) return pressed;
  }
  return undefined;
}

/** A space is written there. */
function isWritten(field: HTMLInputElement): boolean {
  return field.tagName === 'INPUT' && TYPED.test(field.type);
}

/** A form that has no button to send it leaves the key to its page, as a dialog does. */
function buttonPressedIn(scope: HTMLElement): HTMLElement | undefined {
  return (isMatching(scope, 'form') ? sendingButton(scope) : undefined) ?? destroyingButton(scope);
}

/** The first button that sends the form. */
export function sendingButton(form: HTMLElement): HTMLElement | undefined {
  return allIn(form, 'button:not([type]), [type="submit"]')[0];
}

/** No switch: Enter in a field turns none. */
function destroyingButton(scope: HTMLElement): HTMLElement | undefined {
  return allIn(scope, CONTROL)
    .slice(0, MOST_CONTROLS)
    .find((control) => turnOf(control) === undefined && dangerOf(control) === 'sure');
}
