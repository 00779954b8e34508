import { CHOICE, CONTROL } from './control';
import { allIn, closestTo, isMatching } from './natively';
import type { Turn } from './protection';
import { labelledBy, questionAround } from './question';

type Checkable = Pick<HTMLElement, 'getAttribute'> & Partial<Pick<HTMLInputElement, 'checked' | 'tagName'>>;

const GROUP = 'fieldset, [role="group"], [role="radiogroup"], [role="listbox"], select';
const TURNED = /^(?:checkbox|switch|menuitemcheckbox)$/;
/** What is ticked or switched by what surrounds it too. */
const TICKED = `${CHOICE}, [role="switch"]`;
const MOST_AROUND = 6;
const MOST_GROUPS = 3;

export function roleOf(control: Checkable): string {
  const own = control.tagName === 'OPTION' ? 'option' : '';
  return control.getAttribute('role') ?? control.getAttribute('type') ?? own;
}

/**
 * What a press does to a box or a switch; `undefined` where the control is none. When a click of a browser's own box is
 * heard, that box is `flipped` already.
 */
export function turnOf(control: Checkable, flipped?: unknown): Turn | undefined {
  const pressed = control.getAttribute('aria-pressed');
  if (!TURNED.test(roleOf(control)) && pressed === null) return undefined;
  const isOwn = control.getAttribute('type') === 'checkbox' && control.checked !== undefined;
  if (isOwn) return control.checked === (control === flipped) ? 'on' : 'off';
  const said = control.getAttribute('aria-checked') ?? pressed;
  if (said === 'false') return 'on';
  return said === 'true' ? 'off' : 'unknown';
}

/** The names of the groups around a control, and what the dialog around it is about. */
export function namesAround(control: HTMLElement): string[] {
  const groups: Element[] = [];
  for (let group = groupAround(control); group && groups.length < MOST_GROUPS; group = groupAround(group))
    groups.push(group);
  return [...groups.flatMap(namesOf), questionAround(control)];
}

function groupAround(node: Element): Element | null {
  return node.parentElement && closestTo(node.parentElement, GROUP);
}

function namesOf(group: Element): string[] {
  const labels = 'labels' in group ? [...(group as HTMLSelectElement).labels] : [];
  const legends = [...group.children].filter((child) => child.tagName === 'LEGEND');
  const texts = [...labels, ...legends].map((node) => node.textContent ?? '');
  return [group.getAttribute('aria-label') ?? '', labelledBy(group), ...texts];
}

/** The box or choice that a press on its label, or on what is drawn for it, ticks. */
export function choiceNamedBy(path: readonly HTMLElement[]): HTMLElement | undefined {
  for (const element of path.slice(0, MOST_AROUND)) {
    if (isMatching(element, CONTROL)) return undefined;
    const labelled = isMatching(element, 'label') ? (element as HTMLLabelElement).control : null;
    if (labelled) return isMatching(labelled, TICKED) ? labelled : undefined;
    const [choice, another] = allIn(element, TICKED);
    if (choice) return !another && isDrawnFor(choice, element) ? choice : undefined;
  }
  return undefined;
}

/** What surrounds a choice with no other text than that which names or describes it. */
function isDrawnFor(choice: HTMLElement, around: HTMLElement): boolean {
  const ids = ['aria-labelledby', 'aria-describedby'].flatMap((name) => choice.getAttribute(name)?.split(' ') ?? []);
  const texts = allIn(around, '[id]').map((node) => (ids.includes(node.id) ? (node.textContent ?? '') : ''));
  return texts.reduce((left, text) => left.replace(text, ''), around.textContent ?? '').trim() === '';
}
