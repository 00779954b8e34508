import { useEffect } from 'preact/hooks';

const CONTROL = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/** Where a control stands: itself, then what it lies in from the inside out, each with its place among its siblings. */
interface Place {
  readonly control: HTMLElement;
  readonly path: readonly { readonly within: Element; readonly at: number }[];
}

/**
 * A control that goes while it has the focus, as the button does that removes its own line, hands the focus to what
 * took its place, or else to what stands before it. A page without a focus is read from its top again.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Place | undefined;
    /** Where the person was before the notice of what was done, which is at the page's end wherever it shows. */
    let before: Place | undefined;

    const note = ({ target }: Event): void => {
      const control = target instanceof Element ? target.closest<HTMLElement>(CONTROL) : null;
      last = control ? placeOf(control) : undefined;
      if (control && !control.closest('.told')) before = last;
    };
    const look = (): void => {
      if (!last || document.activeElement !== document.body) return;
      const place =
        last.control.isConnected || last.path.every(({ within }) => !within.matches('.told')) ? last : before;
      const heir = place && heirOf(place);
      last = undefined;
      heir?.focus({ preventScroll: true });
      heir?.scrollIntoView({ block: 'nearest' });
    };

    const changes = new MutationObserver(look);
    changes.observe(document.body, { childList: true, subtree: true });
    addEventListener('focusin', note);
    addEventListener('mousedown', note);
    return () => {
      changes.disconnect();
      removeEventListener('focusin', note);
      removeEventListener('mousedown', note);
    };
  }, []);
}

function placeOf(control: HTMLElement): Place {
  const path: { within: Element; at: number }[] = [];
  for (let node: Element = control; node.parentElement && node !== document.body; node = node.parentElement)
    path.push({ within: node.parentElement, at: [...node.parentElement.children].indexOf(node) });
  return { control, path };
}

/** The control itself where it was only moved; else the next one within what is left around it, or the one before. */
function heirOf({ control, path }: Place): HTMLElement | undefined {
  if (control.isConnected) return control;
  for (const { within, at } of path) {
    if (!within.isConnected) continue;
    const children = [...within.children];
    const next = children.slice(at).flatMap(controlsIn)[0] ?? children.slice(0, at).flatMap(controlsIn).at(-1);
    if (next) return next;
  }
  return undefined;
}

function controlsIn(part: Element): HTMLElement[] {
  const controls = [...(part.matches(CONTROL) ? [part] : []), ...part.querySelectorAll(CONTROL)];
  return controls.filter(
    (one): one is HTMLElement => one instanceof HTMLElement && one.checkVisibility() && !one.matches(':disabled'),
  );
}
