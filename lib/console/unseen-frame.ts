import { DEEPEST, MOST_FRAMES } from './ears';
import type { GuardedTab } from './guard';
import { later } from './later';
import { hostsInside, type Inside } from './pressed-path';

const LOOK_EVERY_MS = 300;
/** By then a warning has gone, and with it the browser's memory of the press that it came with. */
const AGAIN_AFTER_MS = 6_000;
const FRAME = /^(?:i?frame|object|embed)$/i;

/**
 * Says that the guard does not see into a frame where somebody works: when the focus comes there, also from another frame,
 * and at what is pressed there once the warning has gone. For as long as a frame has the focus, nothing else tells of it.
 */
export function watchUnseenFrames(tab: GuardedTab, isArmed: () => boolean): void {
  const { page, ears, inside, isOn, warn, signal } = tab;
  let warned: { readonly of: Element; readonly atMs: number } | undefined;
  let isLooking = false;

  function look(): void {
    isLooking = false;
    const found = focusedFrame(page, inside);
    if (!found) return void (warned = undefined);
    const isOther = found.frame !== warned?.of;
    const isGone = performance.now() - (warned?.atMs ?? 0) > AGAIN_AFTER_MS;
    if (!found.isSeen && isOn() && !isArmed() && (isOther || (isGone && isPressed()))) {
      warned = { of: found.frame, atMs: performance.now() };
      warn(found.frame.title || 'iframe');
    }
    isLooking = true;
    later(LOOK_EVERY_MS, look, signal);
  }

  ears.on('blur', () => void (isLooking || look()));
  look();
}

/** A press within any frame is one of the page around it too. */
function isPressed(): boolean {
  return (navigator as Partial<Navigator>).userActivation?.isActive !== false;
}

/** The innermost frame that has the focus, as far as one can look. */
function focusedFrame(
  page: Document,
  inside: Inside,
  depth = 1,
): { readonly frame: HTMLIFrameElement; readonly isSeen: boolean } | undefined {
  const focus = focused(page, inside);
  if (!focus || !FRAME.test(focus.tagName)) return undefined;
  const frame = focus as HTMLIFrameElement;
  const isSeen = depth <= DEEPEST && isHeard(frame);
  const within = isSeen && frame.contentDocument ? focusedFrame(frame.contentDocument, inside, depth + 1) : undefined;
  return within ?? { frame, isSeen };
}

/** Frames within components are not among those of the page's window. */
function isHeard({ contentDocument, contentWindow, ownerDocument }: HTMLIFrameElement): boolean {
  const view = ownerDocument.defaultView;
  if (!view || !contentDocument) return false;
  return Array.from({ length: MOST_FRAMES }, (_, index) => view[index]).includes(contentWindow ?? view);
}

/** What has the focus, also within components. */
function focused({ activeElement }: DocumentOrShadowRoot, inside: Inside): Element | null {
  const root = activeElement && hostsInside(activeElement) ? inside(activeElement) : null;
  return root?.activeElement ? focused(root, inside) : activeElement;
}
