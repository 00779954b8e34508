import { controlOf, dangerOf } from './danger';

export interface GuardWorld {
  /** True where this tab's account is guarded now. */
  isOn(): boolean;
  /** Asks the person; `stopped` is what the control says. */
  ask(stopped: string, allow: () => void): void;
  /** Says that something may be dangerous, without stopping it. */
  warn(about: string): void;
  /** True for events of our own element. */
  isOurs(event: Event): boolean;
}

const ARMED_MS = 5 * 60_000;
const POINTER = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'] as const;

/**
 * Stops a press on a control that destroys or opens up until the person has confirmed the account. The press itself is
 * never repeated by us: after the confirmation the person presses again. Where it is not sure, it only warns.
 */
export function startGuard(world: GuardWorld, signal: AbortSignal): void {
  let armedUntilMs = 0;
  const arm = (): void => void (armedUntilMs = performance.now() + ARMED_MS);

  function look(event: Event): void {
    if (!event.isTrusted || !world.isOn() || performance.now() < armedUntilMs || world.isOurs(event)) return;
    const control = controlOf(event.composedPath());
    const danger = control ? dangerOf(control) : 'none';
    if (!control || danger === 'none') return;
    const says = (control.getAttribute('aria-label') ?? control.textContent ?? '').trim().slice(0, 80);
    const isPress = event.type === 'click' || event.type === 'keydown';
    if (danger === 'likely') {
      if (isPress) world.warn(says);
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isPress) world.ask(says, arm);
  }

  for (const kind of POINTER) addEventListener(kind, look, { capture: true, signal });
  for (const kind of ['keydown', 'keyup'] as const) {
    addEventListener(kind, (event) => (event.key === 'Enter' || event.key === ' ') && look(event), {
      capture: true,
      signal,
    });
  }
}
