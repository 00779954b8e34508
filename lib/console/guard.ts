import { controlAt, dangerOf, saysOf } from './danger';
import type { Danger } from './danger-said';
import type { Ears } from './ears';
import { isMatching } from './natively';
import { type Inside, pressedPath } from './pressed-path';
import { confirmedBy, sendingButton } from './typed-confirmation';
import { watchUnseenFrames } from './unseen-frame';

/** A tab as the guard finds it. */
export interface GuardedTab {
  readonly page: Document;
  readonly ears: Ears;
  readonly signal: AbortSignal;
  /** Takes what judges each event by which a person acts, before the page gets it. */
  guards(judge: (event: Event) => void): void;
  /** True where this tab's account is guarded now. */
  isOn(): boolean;
  /** False where nobody can be sure in whose account a press would act: then the guard only warns. */
  isSure(): boolean;
  /** The accounts that a confirmation would be for. */
  whose(): string;
  /** Asks the person; `stopped` is what the control says. */
  ask(stopped: string, allow: () => void): void;
  /** Says that something may be dangerous, without stopping it. */
  warn(about: string): void;
  /** The inside of a closed component; `null` where the browser does not open it. */
  readonly inside: Inside;
  /** True for events of our own element. */
  isOurs(event: Event): boolean;
}

interface Finding {
  readonly says: string;
  readonly danger: Danger;
}

const ARMED_MS = 5 * 60_000;
/** Enter only sends the form there, which is heard by itself. */
const TICKED_BY_SPACE = 'input[type="checkbox"], input[type="radio"]';
const POINTER = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'];
const KEYS = ['keydown', 'keyup'];
const TOUCH = ['touchstart', 'touchend'];

/**
 * Stops a press on a control that destroys or opens up until the person has confirmed the account. The press itself is
 * never repeated by us: after the confirmation the person presses again. Where it is not sure, it only warns. What was
 * confirmed holds for the account that the tab was in then: in another one it is asked anew.
 */
export function startGuard(tab: GuardedTab): void {
  const { whose } = tab;
  let armed: { readonly untilMs: number; readonly account: string } | undefined;
  const isArmed = (): boolean => armed !== undefined && performance.now() < armed.untilMs && armed.account === whose();
  const isIdle = (event: Event): boolean => !event.isTrusted || !tab.isOn() || isArmed() || tab.isOurs(event);

  function ask(says: string): void {
    const account = whose();
    tab.ask(says, () => void (armed = { untilMs: performance.now() + ARMED_MS, account }));
  }

  function judge(event: Event, found: Finding | undefined, isPress: boolean): void {
    if (!found || found.danger === 'none') return;
    if (found.danger === 'likely' || !tab.isSure()) {
      if (isPress) tab.warn(found.says);
      return;
    }
    if (event.cancelable) event.preventDefault();
    event.stopImmediatePropagation();
    if (isPress) ask(found.says);
  }

  function onPointer(event: MouseEvent): void {
    if (event.button !== 0) return;
    const path = pressedPath(event, tab.inside);
    const flipped = event.type === 'click' ? path[0] : undefined;
    judge(event, finding(controlAt(path, flipped), flipped), event.type === 'click');
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    const path = pressedPath(event, tab.inside);
    const control = controlAt(path);
    const isPressed = event.key === ' ' || !control || !isMatching(control, TICKED_BY_SPACE);
    const found = [
      isPressed ? finding(control) : undefined,
      finding(confirmedBy(path, event.key, event.ctrlKey || event.metaKey)),
    ];
    const worst = found.find((one) => one?.danger === 'sure') ?? found.find((one) => one?.danger === 'likely');
    judge(event, worst, event.type === 'keydown');
  }

  watchUnseenFrames(tab, isArmed);
  tab.guards((event) => {
    if (isIdle(event)) return;
    if (POINTER.includes(event.type)) onPointer(event as MouseEvent);
    else if (KEYS.includes(event.type)) onKey(event as KeyboardEvent);
    else if (TOUCH.includes(event.type) && tab.isSure()) hold(event, pressedPath(event, tab.inside));
    else if (event.type === 'submit') judge(event, finding(submitterOf(event as SubmitEvent)), true);
    else if (event.type === 'change') judge(event, chosen(event.target), true);
  });
}

function finding(control: HTMLElement | undefined, flipped?: EventTarget): Finding | undefined {
  return control && { says: saysOf(control), danger: dangerOf(control, flipped) };
}

/** A finger is held back without `preventDefault`, which would also keep the click away that is asked about. */
function hold(event: Event, path: readonly EventTarget[]): void {
  const found = finding(controlAt(path));
  if (found?.danger === 'sure') event.stopImmediatePropagation();
}

function submitterOf({ submitter, target }: SubmitEvent): HTMLElement | undefined {
  return submitter ?? (target ? sendingButton(target as HTMLElement) : undefined);
}

/** The choice has been made in the list already: all that is left is a warning. */
function chosen(target: EventTarget | null): Finding | undefined {
  if (!target || !('selectedOptions' in target)) return undefined;
  const [option] = (target as HTMLSelectElement).selectedOptions;
  return option && dangerOf(option) !== 'none' ? { says: saysOf(option), danger: 'likely' } : undefined;
}
