import type { Cookies } from './cookies';
import type { Ears } from './ears';
import { isOfSession, sessionCookies } from './evidence';
import { every } from './later';

const LOOK_AGAIN_MS = 200;

/**
 * Tells when the cookies that name sessions change. Cookie events where the browser has them (they reach tabs in the
 * background too), a look five times a second while the page can be seen, and one at every way back into it.
 */
export function watchSession(
  page: Document,
  { cookies, ears, told }: { readonly cookies: Cookies; readonly ears: Ears; told(): void },
  signal: AbortSignal,
): () => void {
  let last: string | undefined;
  const look = (): void => {
    if (!cookies.areTold()) return;
    const [before, now] = [last, sessionCookies(cookies.all())];
    last = now;
    if (before !== undefined && now !== before) told();
  };
  every(LOOK_AGAIN_MS, () => void (page.visibilityState === 'visible' && look()), signal);
  const changed = (event: CookieChangeEvent): void => {
    if (![...event.changed, ...event.deleted].some(({ name = '' }) => isOfSession(name))) return;
    cookies.readAnew();
    look();
  };
  if ('cookieStore' in globalThis) cookieStore.addEventListener('change', changed, { signal });
  for (const kind of ['focus', 'pageshow', 'visibilitychange'] as const) ears.on(kind, look, { capture: true });
  return look;
}
