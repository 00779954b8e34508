import type { SessionArn } from '../model/arn';
import { isOtherSession } from '../model/identity';
import { readCookie } from './evidence';

const LOOK_AGAIN_MS = 200;

/**
 * Follows the session under the page by its cookie and tells when it is another one than before. Cookie events where
 * the browser has them, a look five times a second while the page can be seen, and one at every way back into it.
 */
export function watchSession(
  page: Document,
  told: (now: SessionArn | undefined) => void,
  signal: AbortSignal,
): () => void {
  let last = readCookie(page);
  const look = (): void => {
    const now = readCookie(page);
    if (!isOtherSession(last, now)) return;
    last = now;
    told(now);
  };
  const timer = setInterval(() => page.visibilityState === 'visible' && look(), LOOK_AGAIN_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  if ('cookieStore' in globalThis) cookieStore.addEventListener('change', look, { signal });
  page.addEventListener('visibilitychange', look, { signal });
  for (const name of ['focus', 'pageshow'] as const) addEventListener(name, look, { signal });
  return look;
}
