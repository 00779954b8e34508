import { oidcHost } from './partition';
import type { StartUrl } from './portal';
import type { OidcClient } from './session';

/**
 * A "Sign in with AWS" under way: authorization code with PKCE, as the AWS CLI does it. Stored before the tab opens, so
 * that a stopped worker can go on with it. Holds secrets: lives in `storage.session` only.
 */
export interface PendingSignIn {
  readonly portal: StartUrl;
  readonly region: string;
  readonly client: OidcClient;
  readonly state: string;
  readonly verifier: string;
  readonly port: number;
  readonly startedAtMs: number;
  /** The tab that Burgee opened for it; `undefined` until it is open. */
  readonly tabId: number | undefined;
  /** The code that came back; written before it is redeemed. */
  readonly code: string | undefined;
  /** How often redeeming was begun. */
  readonly tries: number;
}

/** Why a sign-in with AWS ended without a session. */
export type SignInProblem =
  | 'denied'
  | 'code-refused'
  | 'code-expired'
  | 'slow-down'
  | 'redirect-refused'
  | 'client-refused'
  | 'no-code'
  | 'too-late'
  | 'bad-token'
  | 'interrupted'
  | 'other';

export const SCOPE = 'sso:account:access';
/** Registered without a port; AWS accepts any port for a loopback address (RFC 8252, section 7.3). */
export const REGISTERED_REDIRECT = 'http://127.0.0.1/oauth/callback';
export const SIGN_IN_LIVES_MS = 10 * 60_000;
const CALLBACK_PATH = '/oauth/callback';
const LOWEST_PORT = 49_152;
const HIGHEST_PORT = 65_535;

/** A port of the dynamic range. Nothing listens on it: it only makes the address Burgee's own. */
export function portFrom(random: number): number {
  return LOWEST_PORT + Math.floor(random * (HIGHEST_PORT - LOWEST_PORT + 1));
}

export function redirectOf({ port }: Pick<PendingSignIn, 'port'>): string {
  return `http://127.0.0.1:${port}${CALLBACK_PATH}`;
}

/** Where the person signs in and allows access; always the derived regional endpoint, whatever an answer may name. */
export function authorizeUrl(pending: PendingSignIn, challenge: string): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: pending.client.id,
    redirect_uri: redirectOf(pending),
    state: pending.state,
    code_challenge_method: 'S256',
    scopes: SCOPE,
    code_challenge: challenge,
  });
  return `https://${oidcHost(pending.region) ?? ''}/authorize?${query}`;
}

export type Callback =
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'problem'; readonly problem: SignInProblem };

const notOurs: Callback = { kind: 'not-ours' };

/** Cheap, and false for nearly every address that a tab goes to. */
export function mayBeCallback(address: string): boolean {
  return /^(?:http:\/\/127\.0\.0\.1:\d+|https:\/\/oidc\.[^/]+)\/oauth\/callback(?:\?|$)/.test(address);
}

/**
 * Reads the address that a tab went to as the answer to a pending sign-in: the loopback address, or the same path at
 * the host that gave the code, where the browser was told to lead it back (`lib/browser/loopback.ts`). Another port,
 * path, tab or state is not ours and changes nothing (`aws sso login` uses the same path on its own port).
 */
export function readCallback(address: string, tabId: number, pending: PendingSignIn, nowMs: number): Callback {
  const ours = [redirectOf(pending), `https://${oidcHost(pending.region) ?? ''}${CALLBACK_PATH}`];
  if (!ours.some((own) => address === own || address.startsWith(`${own}?`))) return notOurs;
  if (pending.tabId !== undefined && pending.tabId !== tabId) return notOurs;
  const query = new URL(address).searchParams;
  if (query.get('state') !== pending.state || pending.code !== undefined) return notOurs;
  if (nowMs - pending.startedAtMs > SIGN_IN_LIVES_MS) return { kind: 'problem', problem: 'too-late' };
  const error = query.get('error');
  if (error !== null) return { kind: 'problem', problem: problemOf(error) };
  const code = query.get('code');
  return code ? { kind: 'code', code } : { kind: 'problem', problem: 'no-code' };
}

const problems: Readonly<Record<string, SignInProblem>> = {
  access_denied: 'denied',
  invalid_grant: 'code-refused',
  expired_token: 'code-expired',
  slow_down: 'slow-down',
  invalid_redirect_uri: 'redirect-refused',
  invalid_client: 'client-refused',
  unauthorized_client: 'client-refused',
  invalid_client_metadata: 'client-refused',
};

/** What an OIDC error means: its code (`invalid_grant`) or its exception's name (`InvalidGrantException`). */
export function problemOf(error: string): SignInProblem {
  const code = error
    .replace(/Exception$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
    .toLowerCase();
  return Object.hasOwn(problems, code) ? (problems[code] ?? 'other') : 'other';
}
