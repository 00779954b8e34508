import { Faults } from './faults';
import { Ledger } from './ledger';
import { defaultSettings, type Settings } from './settings';
import type { World, WorldAccount, WorldPortal } from './world';

/** A session that the portal API accepts, made by the portal's own sign-in or by OIDC. */
export interface ApiSession {
  readonly token: string;
  readonly portal: WorldPortal;
  readonly kind: 'portal' | 'oidc';
  readonly createdAtMs: number;
  endsAtMs: number;
  isRevoked: boolean;
  /** What renews it, for sessions made by OIDC; signing out ends it too. */
  readonly refreshToken?: string | undefined;
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
  /** Set while the person has switched role: the ARN and name they came from. */
  readonly from?: { readonly accountId: string; readonly displayName: string };
  /** AWS's own colour of a switched role, six hex digits. */
  readonly colour?: string;
  readonly endsAtMs: number;
}

/** A sign-in at `{region}.signin.aws` that is under way. */
export interface Workflow {
  readonly portal: WorldPortal;
  readonly csrfToken: string;
  readonly state: string;
  code: string | undefined;
}

interface Assigned {
  readonly accountId: string;
  readonly roleName: string;
  readonly portal: WorldPortal;
}

/** What `/federation?Action=login` takes: made by the portal, or from role credentials by `getSigninToken`. */
interface SigninToken extends Assigned {
  readonly madeBy: 'portal' | 'credentials';
}

interface RoleCredentials extends Assigned {
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

export interface State {
  readonly world: World;
  readonly ledger: Ledger;
  readonly faults: Faults;
  readonly settings: Settings;
  readonly apiSessions: Map<string, ApiSession>;
  readonly signinTokens: Map<string, SigninToken>;
  /** Role credentials that were given out, by access key. */
  readonly credentials: Map<string, RoleCredentials>;
  readonly consoleSessions: Map<string, ConsoleSession>;
  readonly workflows: Map<string, Workflow>;
  readonly oidc: OidcState;
  /** Overrides of the assignments, so that a world can change while it runs. */
  accountsOf(portal: WorldPortal): readonly WorldAccount[];
  setAccounts(portal: WorldPortal, accounts: readonly WorldAccount[]): void;
}

interface OidcState {
  readonly clients: Map<string, OidcClient>;
  readonly codes: Map<string, OidcCode>;
  readonly refreshTokens: Map<string, { readonly clientId: string; readonly portal: WorldPortal }>;
  readonly devices: Map<string, Device>;
}

export interface OidcClient {
  readonly secret: string;
  readonly redirectUris: readonly string[];
  /** Empty: registered without, as device clients are. */
  readonly grantTypes: readonly string[];
  readonly scopes: readonly string[];
  readonly issuer: string | undefined;
  readonly endsAtMs: number;
}

interface OidcCode {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly portal: WorldPortal;
  readonly endsAtMs: number;
  isUsed: boolean;
}

export interface Device {
  readonly clientId: string;
  readonly userCode: string;
  readonly portal: WorldPortal;
  readonly endsAtMs: number;
  decision: 'pending' | 'approved' | 'denied';
  polledAtMs: number;
}

export function createState(world: World): State {
  const changed = new Map<WorldPortal, readonly WorldAccount[]>();
  return {
    world,
    ledger: new Ledger(),
    faults: new Faults(),
    settings: defaultSettings(world),
    apiSessions: new Map(),
    signinTokens: new Map(),
    credentials: new Map(),
    consoleSessions: new Map(),
    workflows: new Map(),
    oidc: { clients: new Map(), codes: new Map(), refreshTokens: new Map(), devices: new Map() },
    accountsOf: (portal) => changed.get(portal) ?? portal.accounts,
    setAccounts: (portal, accounts) => void changed.set(portal, accounts),
  };
}

export function portalByHost(state: State, host: string, path: string): WorldPortal | undefined {
  const own = state.world.portals.filter((portal) => new URL(portal.startUrl).hostname === host);
  return own.find((portal) => path.startsWith(new URL(portal.startUrl).pathname)) ?? own[0];
}
