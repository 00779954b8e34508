import type { Ears } from './ears';
import { sessionCookies } from './evidence';

const LOOK_AGAIN_MS = 200;

/**
 * Tells when the cookies that name sessions change. Cookie events where the browser has them (they reach tabs in the
 * background too), a look five times a second while the page can be seen, and one at every way back into it.
 */
export function watchSession(page: Document, ears: Ears, told: () => void, signal: AbortSignal): () => void {
  let last = sessionCookies(page);
  const look = (): void => {
    const now = sessionCookies(page);
    if (now === last) return;
    last = now;
    told();
  };
  const timer = setInterval(() => page.visibilityState === 'visible' && look(), LOOK_AGAIN_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  if ('cookieStore' in globalThis) cookieStore.addEventListener('change', look, { signal });
  ears.on('visibilitychange', look, { capture: true });
  for (const kind of ['focus', 'pageshow'] as const) ears.on(kind, look, { capture: true });
  return look;
}
