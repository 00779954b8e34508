import { controlAt, dangerOf, type Inside, saysOf } from './danger';
import type { Danger } from './danger-said';
import type { Ears } from './ears';
import { isMatching } from './natively';
import { confirmedBy, sendingButton } from './typed-confirmation';

export interface GuardWorld {
  /** True where this tab's account is guarded now. */
  isOn(): boolean;
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
const POINTER = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'] as const;

/**
 * Stops a press on a control that destroys or opens up until the person has confirmed the account. The press itself is
 * never repeated by us: after the confirmation the person presses again. Where it is not sure, it only warns. What was
 * confirmed holds for the account that `whose` named then: in another one it is asked anew.
 */
export function startGuard(page: Document, world: GuardWorld, ears: Ears, whose: () => string | undefined): void {
  let armed: { readonly untilMs: number; readonly account: string | undefined } | undefined;
  const isArmed = (): boolean => armed !== undefined && performance.now() < armed.untilMs && armed.account === whose();
  const isIdle = (event: Event): boolean => !event.isTrusted || !world.isOn() || isArmed() || world.isOurs(event);

  function ask(says: string): void {
    const account = whose();
    world.ask(says, () => void (armed = { untilMs: performance.now() + ARMED_MS, account }));
  }

  function judge(event: Event, found: Finding | undefined, isPress: boolean): void {
    if (!found || found.danger === 'none') return;
    if (found.danger === 'likely') {
      if (isPress) world.warn(found.says);
      return;
    }
    if (event.cancelable) event.preventDefault();
    event.stopImmediatePropagation();
    if (isPress) ask(found.says);
  }

  function onPointer(event: MouseEvent): void {
    if (isIdle(event) || event.button !== 0) return;
    const path = event.composedPath();
    const flipped = event.type === 'click' ? path[0] : undefined;
    judge(event, finding(controlAt(path, world.inside, flipped), flipped), event.type === 'click');
  }

  function onKey(event: KeyboardEvent): void {
    if (isIdle(event) || (event.key !== 'Enter' && event.key !== ' ')) return;
    const path = event.composedPath();
    const control = controlAt(path, world.inside);
    const isPressed = event.key === ' ' || !control || !isMatching(control, TICKED_BY_SPACE);
    const found = [isPressed ? finding(control) : undefined, finding(confirmedBy(path, event.key))];
    const worst = found.find((one) => one?.danger === 'sure') ?? found.find((one) => one?.danger === 'likely');
    judge(event, worst, event.type === 'keydown');
  }

  for (const kind of POINTER) ears.on(kind, onPointer, { capture: true, frames: true });
  for (const kind of ['keydown', 'keyup'] as const) ears.on(kind, onKey, { capture: true, frames: true });
  for (const kind of ['touchstart', 'touchend'] as const)
    ears.on(kind, (event) => void (isIdle(event) || hold(event, world.inside)), {
      capture: true,
      passive: true,
      frames: true,
    });
  ears.on('submit', (event) => void (isIdle(event) || judge(event, finding(submitterOf(event)), true)), {
    capture: true,
    frames: true,
  });
  ears.on('change', (event) => void (isIdle(event) || judge(event, chosen(event.target), true)), {
    capture: true,
    frames: true,
  });
  ears.on('blur', () => void (world.isOn() && warnOfFrame(page, world, isArmed())));
}

function finding(control: HTMLElement | undefined, flipped?: EventTarget): Finding | undefined {
  return control && { says: saysOf(control), danger: dangerOf(control, flipped) };
}

/** A finger is held back without `preventDefault`, which would also keep the click away that is asked about. */
function hold(event: TouchEvent, inside: Inside): void {
  const found = finding(controlAt(event.composedPath(), inside));
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

/** The focus went into a frame that nobody can look into: the guard says that it does not see there. */
function warnOfFrame(page: Document, world: GuardWorld, isArmed: boolean): void {
  const frame = page.activeElement;
  if (isArmed || frame?.tagName !== 'IFRAME' || (frame as HTMLIFrameElement).contentDocument) return;
  world.warn((frame as HTMLIFrameElement).title || 'iframe');
}
