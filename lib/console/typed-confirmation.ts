import { CONTROL } from './control';
import { dangerOf } from './danger';

const SCOPE = 'form, dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"]';
const TYPED = /^(?:text|search|email|tel|url|password|number|)$/;
const MOST_CONTROLS = 60;

/**
 * What Enter in a field would press: the button that sends its form, or in a dialog ("type delete to confirm") the one
 * that destroys. The field that only points at a choice of a list presses that choice.
 */
export function confirmedBy(path: readonly EventTarget[]): HTMLElement | undefined {
  const field = path.find((target): target is HTMLInputElement => 'tagName' in target);
  if (!field) return undefined;
  const pointedAt = field.getAttribute('aria-activedescendant');
  const root = field.getRootNode() as Partial<DocumentOrShadowRoot & NonElementParentNode>;
  if (pointedAt) return (root.getElementById?.(pointedAt) as HTMLElement | null) ?? undefined;
  if (field.tagName !== 'INPUT' || !TYPED.test(field.type)) return undefined;
  for (const scope of path) {
    if (!('matches' in scope) || !(scope as HTMLElement).matches(SCOPE)) continue;
    const pressed = buttonPressedIn(scope as HTMLElement);
    if (pressed) return pressed;
  }
  return undefined;
}

function buttonPressedIn(scope: HTMLElement): HTMLElement | undefined {
  return scope.tagName === 'FORM' ? sendingButton(scope) : destroyingButton(scope);
}

function sendingButton(form: HTMLElement): HTMLElement | undefined {
  return form.querySelector<HTMLElement>('button:not([type]), [type="submit"]') ?? undefined;
}

function destroyingButton(scope: HTMLElement): HTMLElement | undefined {
  return [...scope.querySelectorAll<HTMLElement>(CONTROL)]
    .slice(0, MOST_CONTROLS)
    .find((control) => dangerOf(control) === 'sure');
}
