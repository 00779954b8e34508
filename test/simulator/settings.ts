import type { ConsoleVariant } from './console-variant';
import type { World } from './world';

/** What of the simulated AWS can be turned while it runs. */
export interface Settings {
  /** Calls that a session may make at once, and how many it gets back per second. */
  throttle: { burst: number; perSecond: number };
  /** Life of a portal session and of an OIDC access token. */
  portalSessionMs: number;
  accessTokenMs: number;
  /** What a refresh gives: a new refresh token, the same, or none in the answer. */
  refreshTokens: 'rotate' | 'keep' | 'omit';
  /** How long role sessions last, in the console and by credentials. */
  consoleSessionMs: number;
  /** How the portal leaves its token: a readable cookie, percent-encoded, one that only the server sees, or none. */
  portalCookie: 'plain' | 'encoded' | 'http-only' | 'missing';
  /** The portal sets its cookie so much later than its page. */
  portalCookieDelayMs: number;
  /** Whether tokens of OIDC are good for the undocumented calls other than `/instance/…`; nobody has seen it. */
  oidcTokenAtPortalCalls: 'refuse' | 'accept';
  /** Where the portal's page tells its region: today's page, that of before 2024, or nowhere but in its answer's headers. */
  regionSign: 'env' | 'meta' | 'headers';
  /** The most that a documented list gives per page, whatever is asked for. */
  mostPerPage: number;
  /** How a list says that there is no further page. */
  lastPage: 'null' | 'absent' | 'empty' | 'text';
  /** Under which name the undocumented list gives its next page. */
  instancePageToken: 'paginationToken' | 'nextToken' | 'next_token';
  /** How API errors carry their type. */
  errorType: 'header' | 'namespaced-header' | 'body-only';
  multiSession: boolean;
  /** Whether a role that is switched gets an `aws-userInfo` of its own, or leaves that of whoever switched; not known. */
  userInfoOfSwitchedRole: 'own' | 'kept';
  /** What the `Date` header of API answers is off by. */
  clockSkewMs: number;
  /** Where `aws sso login` sends the person: the portal's `#/device`, or the host that it used before. */
  deviceHost: 'portal' | 'legacy';
  /** How console pages differ unless their own `?sim=` says so. */
  consoleVariant: ConsoleVariant | '';
  /** A console page sends its head at once and its body so much later. */
  consoleBodyDelayMs: number;
  /** Its own scripts keep it busy so much longer before the body, as the real one's do. */
  consoleWorkMs: number;
  /** It waits for this gate before the body, where one is named. */
  consoleBodyGate: string;
  /** It waits for this gate below its header, where one is named. */
  consoleRestGate: string;
  /** `cache-control` of console pages; whether the real ones may be kept for the way back is not known. */
  consoleCacheControl: string;
}

/** AWS as it is, as far as anybody knows. */
export function defaultSettings(world: World): Settings {
  return {
    throttle: { burst: 20, perSecond: 10 },
    portalSessionMs: 8 * 3_600_000,
    accessTokenMs: 3_600_000,
    consoleSessionMs: 12 * 3_600_000,
    refreshTokens: 'rotate',
    portalCookie: 'plain',
    portalCookieDelayMs: 0,
    oidcTokenAtPortalCalls: 'refuse',
    regionSign: 'env',
    mostPerPage: 100,
    lastPage: 'null',
    instancePageToken: 'paginationToken',
    errorType: 'header',
    multiSession: world.multiSession,
    userInfoOfSwitchedRole: 'own',
    clockSkewMs: 0,
    deviceHost: 'portal',
    consoleVariant: '',
    consoleBodyDelayMs: 0,
    consoleWorkMs: 0,
    consoleBodyGate: '',
    consoleRestGate: '',
    consoleCacheControl: 'no-store',
  };
}
