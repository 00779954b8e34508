import type { StartUrl } from './portal';

/** A launch whose portal was signed out: its tab stands at the portal's sign-in and goes on once there is a session. */
export interface WaitingLaunch {
  readonly portal: StartUrl;
  readonly link: string;
  readonly tabId: number;
  readonly atMs: number;
}

/** After this long nobody expects a console to open any more. */
const WAITS_MS = 15 * 60_000;

export function isStillWaiting({ atMs }: WaitingLaunch, nowMs: number): boolean {
  return nowMs - atMs <= WAITS_MS;
}

/**
 * True where the tab stands on the portal and not at the link's own route: the portal lost the route while the person
 * signed in. Elsewhere (at the sign-in page, in the console, or at the route) the portal is at work itself.
 */
export function hasLostItsRoute({ portal, link }: WaitingLaunch, address: string): boolean {
  const origin = new URL(portal).origin;
  return address.startsWith(`${origin}/`) && address !== link && !/#\/(?:console|saml)/.test(address);
}
