import type { Label } from './label';
import { every } from './later';
import { hostsInside, type Inside } from './pressed-path';

const LOOK_EVERY_MS = 250;
const DEEPEST = 5;

/**
 * What opens above all else within a component is told of there alone: those that lie where the badge is are listened
 * to, closed ones too, so that a page that opens something in every frame finds the label above it each time.
 */
export function listenInComponents(
  page: Document,
  { label, inside }: { readonly label: Pick<Label, 'place' | 'raise'>; readonly inside: Inside },
  signal: AbortSignal,
): void {
  const heard = new WeakSet<ShadowRoot>();

  function listen(root: ShadowRoot): void {
    if (heard.has(root)) return;
    heard.add(root);
    root.addEventListener('beforetoggle', () => queueMicrotask(label.raise), { capture: true, signal });
  }

  function look(own: HTMLElement, badge: HTMLElement): void {
    const box = badge.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    let met: Element | null = page.elementFromPoint(x, y);
    for (let depth = 0; met && met !== own && hostsInside(met) && depth < DEEPEST; depth += 1) {
      const root = inside(met);
      if (!root) return;
      listen(root);
      const within = root.elementFromPoint(x, y);
      if (within === met) return;
      met = within;
    }
  }

  every(LOOK_EVERY_MS, () => void (page.visibilityState === 'visible' && label.place(look)), signal);
}
