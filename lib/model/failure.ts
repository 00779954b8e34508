import type { StartUrl } from './portal';
import type { SignInProblem } from './sign-in';

/** A foreseen failure: plain data, so that it survives a message. Everything unforeseen throws. */
export type Failure =
  | { readonly reason: 'signed-out'; readonly portal: StartUrl }
  /** Somebody is signed in at the portal, and its page leaves no token that Burgee could read. */
  | { readonly reason: 'session-hidden'; readonly portal: StartUrl }
  | { readonly reason: 'network'; readonly detail: NetworkDetail }
  | { readonly reason: 'throttled'; readonly retryAtMs: number }
  | { readonly reason: 'permission-missing'; readonly origins: readonly string[] }
  /** The browser was asked for what a setting needs, and it was not given. */
  | { readonly reason: 'permission-refused' }
  /** The portal is in a region that this version of Burgee does not know; it can't be listed. */
  | { readonly reason: 'unknown-region'; readonly portal: StartUrl; readonly region: string }
  | { readonly reason: 'gone'; readonly what: 'account' | 'role' | 'app' | 'portal' | 'tab' }
  | { readonly reason: 'sign-in'; readonly portal: StartUrl; readonly problem: SignInProblem }
  /** `why` is a sentence that people read. */
  | { readonly reason: 'refused'; readonly why: string }
  /** The worker took no notice of a message; `why` is for the diagnostics. */
  | { readonly reason: 'turned-away'; readonly why: string }
  | { readonly reason: 'storage' }
  /** The person's organisation has decided it by policy. */
  | { readonly reason: 'managed' };

export type NetworkDetail =
  | 'offline'
  | 'timeout'
  | 'server-error'
  | 'not-json'
  | 'unexpected-shape'
  | 'too-large'
  | 'unreachable'
  | 'list-shrank-to-nothing'
  | 'roles-refused';

/** What an action gives back: never an exception for what was foreseen. */
export type Outcome<Value = void> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

export function succeed(): Outcome;
export function succeed<Value>(value: Value): Outcome<Value>;
export function succeed<Value>(value?: Value): Outcome<Value | undefined> {
  return { ok: true, value };
}

/** What is nobody's fault and may be over at the next try. */
export function isPassing({ reason }: Failure): boolean {
  return reason === 'network' || reason === 'throttled';
}

export function fail(failure: Failure): Outcome<never> {
  return { ok: false, failure };
}
