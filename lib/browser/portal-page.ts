import { parsePortalAddress } from '../model/portal';

/**
 * Where an access portal leaves its session and its region. None of this is documented: whatever is guessed about the
 * portal's page is guessed here and nowhere else.
 */
const TOKEN_COOKIE = 'x-amz-sso_authn';
const API_HOST = /https:\/\/(?:portal\.sso|oidc|log\.sso-portal)\.([a-z0-9-]+)\.(?:amazonaws|api)\./;
/** Lists of accounts and apps in the portal's page, newest first. */
const LISTS = 'table[role="treegrid"], [data-testid="account-list-cell"], portal-instance, portal-application';

export interface PortalPage {
  readonly token: string | undefined;
  readonly region: string | undefined;
  /** It lists something, so somebody is signed in, and still there is no token to be found. */
  readonly isTokenHidden: boolean;
}

function tokenIn(cookies: string): string | undefined {
  const found = cookies.split(/;\s*/).find((part) => part.startsWith(`${TOKEN_COOKIE}=`));
  const value = found?.slice(TOKEN_COOKIE.length + 1).replace(/^"|"$/g, '');
  return value ? decoded(value) : undefined;
}

/** The value is percent-encoded at times. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The address, then the page's `#env`, then older pages' meta tag, then what the page loads from. */
function regionOf(page: Document): string | undefined {
  const parsed = parsePortalAddress(page.location.href);
  if (parsed.ok && parsed.address.region) return parsed.address.region;
  return regionInEnv(page) ?? metaRegion(page) ?? regionInResources(page);
}

function regionInEnv(page: Document): string | undefined {
  try {
    const env: unknown = JSON.parse(page.getElementById('env')?.textContent ?? '');
    const region = typeof env === 'object' && env !== null && 'region' in env ? env.region : undefined;
    return typeof region === 'string' && region !== '' ? region : undefined;
  } catch {
    return undefined;
  }
}

function metaRegion(page: Document): string | undefined {
  return page.querySelector<HTMLMetaElement>('meta[name="region"]')?.content || undefined;
}

function regionInResources(page: Document): string | undefined {
  const addresses = [
    ...performance.getEntriesByType('resource').map(({ name }) => name),
    ...[...page.querySelectorAll('link[href], meta[http-equiv="Content-Security-Policy"]')].map(
      (node) => node.getAttribute('href') ?? node.getAttribute('content') ?? '',
    ),
  ];
  for (const address of addresses) {
    const region = API_HOST.exec(address)?.[1];
    if (region) return region;
  }
  return undefined;
}

/** The answer that brought the page names the API's host in its headers, whoever asks for it. */
async function regionInHeaders({ location }: Document): Promise<string | undefined> {
  try {
    const { headers } = await fetch(location.pathname, { credentials: 'omit' });
    return API_HOST.exec(`${headers.get('link')} ${headers.get('content-security-policy')}`)?.[1];
  } catch {
    return undefined;
  }
}

/** A page may list something a moment before it leaves its token; from then on the token is not to come. */
const HIDDEN_AFTER_MS = 5_000;
const LOOK_AGAIN_MS = 1_000;
/** What could not be taken for want of a network is told again after this. */
const TELL_AGAIN_MS = 5_000;

/**
 * Calls back whenever the page's session changes: a token that appeared, one that was replaced, one that went.
 * Uses the browser's own cookie events where there are any, and looks again each second while the page is visible.
 */
export function watchPortalPage(
  page: Document,
  told: (now: PortalPage) => Promise<'taken' | 'again'>,
  signal: AbortSignal,
): void {
  let last: string | undefined;
  let asked: Promise<string | undefined> | undefined;
  let listedSinceMs: number | undefined;
  /** Then it is no secret where the page keeps it: it has gone. */
  let hadToken = false;
  const look = async (): Promise<void> => {
    const [token, shown] = [tokenIn(page.cookie), regionOf(page)];
    if (shown === undefined && page.readyState === 'complete') asked ??= regionInHeaders(page);
    hadToken ||= token !== undefined;
    listedSinceMs = !hadToken && page.querySelector(LISTS) ? (listedSinceMs ?? performance.now()) : undefined;
    const isTokenHidden = listedSinceMs !== undefined && performance.now() - listedSinceMs > HIDDEN_AFTER_MS;
    const now = { token, region: shown ?? (await asked), isTokenHidden };
    const seen = `${token ?? ''}|${now.region ?? ''}|${isTokenHidden}`;
    if (seen === last) return;
    last = seen;
    if ((await told(now)) === 'again') setTimeout(() => (last = last === seen ? undefined : last), TELL_AGAIN_MS);
  };
  const timer = setInterval(() => page.visibilityState === 'visible' && void look(), LOOK_AGAIN_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  if ('cookieStore' in globalThis) cookieStore.addEventListener('change', look, { signal });
  for (const name of ['DOMContentLoaded', 'visibilitychange'] as const) page.addEventListener(name, look, { signal });
  for (const name of ['load', 'hashchange', 'pageshow', 'focus'] as const) addEventListener(name, look, { signal });
  void look();
}
