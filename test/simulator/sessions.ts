import { randomBytes } from 'node:crypto';
import type { ApiSession, State } from './state';
import type { WorldPortal } from './world';

/** A secret that no earlier one equals, known to the ledger. */
export function secret(state: State, prefix: string): string {
  return state.ledger.gaveOut(`${prefix}${randomBytes(24).toString('base64url')}`);
}

export function openApiSession(
  state: State,
  portal: WorldPortal,
  kind: ApiSession['kind'],
  refreshToken?: string,
): ApiSession {
  const now = Date.now();
  const life = kind === 'portal' ? state.settings.portalSessionMs : state.settings.accessTokenMs;
  const session: ApiSession = {
    token: secret(state, kind === 'portal' ? 'pst.' : 'aoa'),
    portal,
    kind,
    createdAtMs: now,
    endsAtMs: now + life,
    isRevoked: false,
    refreshToken,
    tokens: state.settings.throttle.burst,
    refilledAtMs: now,
  };
  state.apiSessions.set(session.token, session);
  return session;
}

/** Ends a session at once, as an administrator or a sign-out does; what would renew it ends too. */
export function revoke(state: State, session: ApiSession): void {
  session.isRevoked = true;
  if (session.refreshToken !== undefined) state.oidc.refreshTokens.delete(session.refreshToken);
}

/** Takes one call from the session's bucket; false means 429. */
export function takeCall(state: State, session: ApiSession): boolean {
  const now = Date.now();
  const { burst, perSecond } = state.settings.throttle;
  session.tokens = Math.min(burst, session.tokens + ((now - session.refilledAtMs) / 1_000) * perSecond);
  session.refilledAtMs = now;
  if (session.tokens < 1) return false;
  session.tokens -= 1;
  return true;
}
