/** The cookies of a page, each as `name=value`. */
export interface Cookies {
  /** Asks for them aside; `told` is called with the answer. */
  ask(): void;
  all(): readonly string[];
  /** False while the browser has yet to tell them: to want them now would hold the page up. */
  areTold(): boolean;
  /** From now on they are read anew each time. */
  readAnew(): void;
  /** What counts as cookies besides, in place of what counted before. */
  besides(others: readonly string[]): void;
}

/**
 * Asking a page for `document.cookie` makes it wait for another process of the browser, at the very start of its life for
 * a tenth of the time to its first paint. So they are asked for aside first, and `told` is called with the answer, which
 * holds until they are to be read anew. Where the browser can't be asked so they are read at once.
 */
export function createCookies(page: Document, told: () => void): Cookies {
  let ahead: readonly string[] | undefined;
  let beside: readonly string[] = [];
  let isAsking = 'cookieStore' in globalThis;

  async function ask(): Promise<void> {
    try {
      const all = await cookieStore.getAll();
      if (isAsking) ahead = all.map(({ name, value }) => `${name}=${value}`);
    } catch {
      // A page in a sandbox may not ask.
    }
    isAsking = false;
    told();
  }

  return {
    ask: () => void (isAsking && ask()),
    all: () => [...(ahead ?? cookiesOf(page)), ...beside],
    areTold: () => !isAsking,
    readAnew() {
      isAsking = false;
      ahead = undefined;
    },
    besides: (others) => void (beside = others),
  };
}

/** A page in a sandbox has none: reading them throws there. */
function cookiesOf(page: Document): readonly string[] {
  try {
    return page.cookie.split('; ');
  } catch {
    return [];
  }
}
