/** What happened in a browser, in the order in which it did. */
export type Happening =
  /** A person pressed a key or a button, on a page of Burgee's or on a console with Burgee's label. */
  | { readonly kind: 'act'; readonly atMs: number }
  /** A tab or window came that neither the test nor a page's own link opened: the address that it went to first. */
  | { readonly kind: 'tab'; readonly atMs: number; readonly address: string };

/** How long after an act a tab may come because of it: registering with AWS and a busy machine are within it. */
const ACT_LASTS_MS = 20_000;
/** A portal's link to a console or an application. Several may be marked and opened by one press of a key. */
const LAUNCH = /^https:\/\/[^/]+\/[^#]*#\/(?:console|saml)\b/;

/**
 * The addresses that Burgee opened without being asked. A tab is asked for by the last act before it, once; only
 * launches may share one. Pages of the browser and of Burgee itself count for nothing.
 */
export function openedUnasked(happenings: readonly Happening[]): string[] {
  const unasked: string[] = [];
  let act: { readonly atMs: number; isUsed: boolean } | undefined;
  for (const happening of happenings) {
    if (happening.kind === 'act') {
      act = { atMs: happening.atMs, isUsed: false };
      continue;
    }
    const { address, atMs } = happening;
    if (!/^https?:/.test(address)) continue;
    const isLaunch = LAUNCH.test(address);
    if (act === undefined || atMs - act.atMs > ACT_LASTS_MS || (act.isUsed && !isLaunch)) unasked.push(address);
    else if (!isLaunch) act.isUsed = true;
  }
  return unasked.map(withoutSecrets);
}

/** An address as it may stand in a test's report. */
function withoutSecrets(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}
