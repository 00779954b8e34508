import type { Context } from 'hono';
import { takeCall } from './sessions';
import type { ApiSession, State } from './state';

const TOKEN_HEADER = 'x-amz-sso_bearer_token';
/** A page token that always leads to the first page, for the fault of lists that never end. */
export const ENDLESS_TOKEN = 'AGAIN';

/** Answers for a session that is good at this host and not over its pace; else AWS's own refusal. */
export async function withSession(
  state: State,
  c: Context,
  answer: (session: ApiSession) => Response | Promise<Response>,
): Promise<Response> {
  const session = sessionOf(state, c);
  if (!session) return refuse(state, c, 401, 'UnauthorizedException', 'Session token not found or invalid');
  if (!takeCall(state, session)) return refuse(state, c, 429, 'TooManyRequestsException', 'HTTP 429 Unknown Code');
  return answer(session);
}

/** As `withSession`, for calls at which only the portal's own session has been seen. */
export function withPortalSession(
  state: State,
  c: Context,
  answer: (session: ApiSession) => Response | Promise<Response>,
): Promise<Response> {
  return withSession(state, c, (session) =>
    session.kind === 'portal' || state.settings.oidcTokenAtPortalCalls === 'accept'
      ? answer(session)
      : refuse(state, c, 401, 'UnauthorizedException', 'Session token not found or invalid'),
  );
}

function sessionOf(state: State, c: Context): ApiSession | undefined {
  const session = state.apiSessions.get(tokenIn(c.req.raw.headers) ?? '');
  const region = new URL(c.req.url).hostname.split('.')[2];
  return session && isLive(session) && session.portal.region === region ? session : undefined;
}

export function isLive(session: ApiSession): boolean {
  return !session.isRevoked && session.endsAtMs > Date.now();
}

export function tokenIn(headers: Headers): string | undefined {
  return headers.get(TOKEN_HEADER) ?? headers.get('authorization')?.replace(/^Bearer /, '');
}

/** AWS's error body, with the type where the settings put it. */
export function refuse(
  state: State,
  c: Context,
  status: 400 | 401 | 403 | 404 | 405 | 429,
  type: string,
  message: string,
): Response {
  const { errorType } = state.settings;
  const namespaced = `com.amazonaws.switchboard.portal#${type}`;
  if (errorType !== 'body-only') c.header('x-amzn-errortype', errorType === 'header' ? type : namespaced);
  return c.json({ message, __type: namespaced }, status);
}

interface Slice<Item> {
  readonly items: readonly Item[];
  /** `undefined` leaves the field out. */
  readonly next: string | null | undefined;
}

/** The page that a documented list call asks for: 20 unless told, 1 to 100, else refused. */
export function documentedPage<Item>(
  state: State,
  c: Context,
  all: readonly Item[],
  scope: string,
): Slice<Item> | Response {
  const size = Number(c.req.query('max_result') ?? 20);
  if (!Number.isInteger(size) || size < 1 || size > 100)
    return refuse(
      state,
      c,
      400,
      'InvalidRequestException',
      'ResultSize parameter must be within the valid limits of: 1-100',
    );
  const page = pageAt(state, c, all, scope, Math.min(size, state.settings.mostPerPage));
  return page ?? refuse(state, c, 400, 'InvalidRequestException', 'Invalid next token');
}

/** The page that an `/instance/…` call asks for; its size is AWS's choice. */
export function undocumentedPage<Item>(
  state: State,
  c: Context,
  all: readonly Item[],
  scope: string,
): Slice<Item> | Response {
  return pageAt(state, c, all, scope, 98) ?? refuse(state, c, 400, 'InvalidRequestException', 'Invalid token');
}

const noFurtherPage = { null: null, absent: undefined, empty: '', text: 'null' } as const;

function pageAt<Item>(
  { settings }: State,
  c: Context,
  all: readonly Item[],
  scope: string,
  size: number,
): Slice<Item> | undefined {
  const token = c.req.query('next_token');
  const offset = token === undefined || token === ENDLESS_TOKEN ? 0 : offsetIn(token, scope);
  if (offset === undefined) return undefined;
  const isLast = offset + size >= all.length;
  const next = isLast
    ? noFurtherPage[settings.lastPage]
    : Buffer.from(`${scope}@${offset + size}`).toString('base64url');
  return { items: all.slice(offset, offset + size), next };
}

function offsetIn(token: string, scope: string): number | undefined {
  const [own, offset] = Buffer.from(token, 'base64url').toString().split('@');
  return own === scope && Number.isInteger(Number(offset)) ? Number(offset) : undefined;
}
