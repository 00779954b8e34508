import { randomBytes } from 'node:crypto';
import { Faults } from './faults';
import { Ledger } from './ledger';
import type { World, WorldAccount, WorldPortal } from './world';

/** A session that the portal API accepts, made by the portal's own sign-in or by OIDC. */
export interface ApiSession {
  readonly token: string;
  readonly portal: WorldPortal;
  readonly kind: 'portal' | 'oidc';
  readonly createdAtMs: number;
  endsAtMs: number;
  isRevoked: boolean;
  tokens: number;
  refilledAtMs: number;
}

/** What a console tab is signed in as. */
export interface ConsoleSession {
  readonly id: string;
  readonly accountId: string;
  readonly arn: string;
  readonly displayName: string;
  readonly issuer: string;
}

export interface Settings {
  /** Calls that a session may make at once, and how many it gets back per second. */
  throttle: { burst: number; perSecond: number };
  /** Life of a portal session and of an OIDC access token. */
  portalSessionMs: number;
  accessTokenMs: number;
  /** What a refresh gives: a new refresh token, the same, or none in the answer. */
  refreshTokens: 'rotate' | 'keep' | 'omit';
  /** How the portal leaves its token: a readable cookie, one only the server sees, percent-encoded, late, or none. */
  portalCookie: 'plain' | 'encoded' | 'http-only' | 'missing';
  portalCookieDelayMs: number;
  /** How API errors carry their type. */
  errorType: 'header' | 'namespaced-header' | 'body-only';
  multiSession: boolean;
  clockSkewMs: number;
}

export interface State {
  readonly world: World;
  readonly ledger: Ledger;
  readonly faults: Faults;
  readonly settings: Settings;
  readonly apiSessions: Map<string, ApiSession>;
  readonly signinTokens: Map<string, { accountId: string; roleName: string; portal: WorldPortal }>;
  readonly consoleSessions: Map<string, ConsoleSession>;
  readonly oidc: OidcState;
  /** Overrides of the assignments, so that a world can change while it runs. */
  accountsOf(portal: WorldPortal): readonly WorldAccount[];
  setAccounts(portal: WorldPortal, accounts: readonly WorldAccount[]): void;
}

interface OidcState {
  readonly clients: Map<
    string,
    { secret: string; redirectUris: string[]; grantTypes: string[]; scopes: string[]; endsAtMs: number }
  >;
  readonly codes: Map<
    string,
    { clientId: string; redirectUri: string; challenge: string; portal: WorldPortal; isUsed: boolean }
  >;
  readonly refreshTokens: Map<string, { clientId: string; portal: WorldPortal }>;
  readonly devices: Map<
    string,
    { clientId: string; userCode: string; portal: WorldPortal; isApproved: boolean; endsAtMs: number }
  >;
}

export function createState(world: World): State {
  const changed = new Map<WorldPortal, readonly WorldAccount[]>();
  return {
    world,
    ledger: new Ledger(),
    faults: new Faults(),
    settings: {
      throttle: { burst: 20, perSecond: 10 },
      portalSessionMs: 8 * 3_600_000,
      accessTokenMs: 3_600_000,
      refreshTokens: 'rotate',
      portalCookie: 'plain',
      portalCookieDelayMs: 0,
      errorType: 'header',
      multiSession: world.multiSession,
      clockSkewMs: 0,
    },
    apiSessions: new Map(),
    signinTokens: new Map(),
    consoleSessions: new Map(),
    oidc: { clients: new Map(), codes: new Map(), refreshTokens: new Map(), devices: new Map() },
    accountsOf: (portal) => changed.get(portal) ?? portal.accounts,
    setAccounts: (portal, accounts) => void changed.set(portal, accounts),
  };
}

export function secret(state: State, prefix: string): string {
  return state.ledger.gaveOut(`${prefix}${randomBytes(24).toString('base64url')}`);
}

export function openApiSession(state: State, portal: WorldPortal, kind: ApiSession['kind']): ApiSession {
  const now = Date.now();
  const life = kind === 'portal' ? state.settings.portalSessionMs : state.settings.accessTokenMs;
  const session: ApiSession = {
    token: secret(state, kind === 'portal' ? 'pst.' : 'aoa'),
    portal,
    kind,
    createdAtMs: now,
    endsAtMs: now + life,
    isRevoked: false,
    tokens: state.settings.throttle.burst,
    refilledAtMs: now,
  };
  state.apiSessions.set(session.token, session);
  return session;
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

export function portalByHost(state: State, host: string, path: string): WorldPortal | undefined {
  const own = state.world.portals.filter((portal) => new URL(portal.startUrl).hostname === host);
  return own.find((portal) => path.startsWith(new URL(portal.startUrl).pathname)) ?? own[0];
}
