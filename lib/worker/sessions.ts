import type { AwsFailure } from '../aws/aws-failure';
import type { Failure } from '../model/failure';
import { portalApiHost } from '../model/partition';
import type { StartUrl } from '../model/portal';
import { bestSession, localEnd, parseToken, type Session, type SessionSource } from '../model/session';
import { createSerial } from './serial';
import type { StatusBoard } from './status-board';
import type { World } from './world';

const SESSION_ALARM = 'session-end';

export type Sessions = ReturnType<typeof createSessions>;

export interface Adopted {
  readonly isNew: boolean;
  readonly userId: string;
}

/** Holds the portal sessions: checks them with AWS, keeps them in `storage.session`, knows when they end. */
export function createSessions(world: World, board: StatusBoard) {
  const { aws, browser, now } = world;
  const inTurn = createSerial();

  async function all(): Promise<readonly Session[]> {
    return browser.sessions.read();
  }

  /** The session to use for a portal now; `undefined` where none is alive. */
  async function best(portal: StartUrl): Promise<Session | undefined> {
    return bestSession(
      (await all()).filter((session) => session.portal === portal),
      now(),
    );
  }

  async function tell(portal: StartUrl): Promise<void> {
    const session = await best(portal);
    if (session)
      await board.portal(portal, {
        via: session.source,
        endsAtMs: session.endsAtMs,
        isOver: false,
        user: session.userName,
      });
    else await board.portal(portal, { isOver: true });
    await setAlarm();
  }

  async function setAlarm(): Promise<void> {
    const ends = (await all()).map(({ endsAtMs }) => endsAtMs).filter((endsAtMs) => endsAtMs > now());
    if (ends.length > 0) await browser.alarms.set(SESSION_ALARM, { whenMs: Math.min(...ends) + 1_000 });
    else await browser.alarms.clear(SESSION_ALARM);
  }

  async function put(session: Session): Promise<void> {
    const others = (await all()).filter(({ portal, source }) => portal !== session.portal || source !== session.source);
    await browser.sessions.write([...others, session]);
  }

  async function drop(matches: (session: Session) => boolean): Promise<void> {
    const left = (await all()).filter((session) => !matches(session));
    await browser.sessions.write(left);
  }

  return {
    best,

    /**
     * Takes a token for a portal after asking AWS whose it is and how long it lasts. A token that is held already is
     * not asked about again.
     */
    adopt: (portal: StartUrl, region: string, source: SessionSource, raw: unknown): Promise<Adopted | Failure> =>
      inTurn(async () => {
        const token = parseToken(raw);
        if (!token) return { reason: 'refused', why: 'That is not a token.' };
        const held = (await all()).find((session) => session.token === token && session.portal === portal);
        if (held && held.endsAtMs > now()) return { isNew: false, userId: held.userId };
        const api = aws.portalApi(region);
        if (!api) return { reason: 'unknown-region', portal };
        const missing = await browser.permissions.missing([`https://${portalApiHost(region) ?? ''}/*`]);
        if (missing.length > 0) return { reason: 'permission-missing', origins: missing };
        const answer = await api.whoAmI(token);
        if (!answer.ok) return sessionFailure(answer.failure, portal, now());
        const { expiresAtMs, userId } = answer.value;
        const endsAtMs = localEnd(expiresAtMs, answer.serverNowMs, now());
        if (endsAtMs <= now()) return { reason: 'signed-out', portal };
        const name = await api.userName(token);
        await put({ portal, region, source, token, endsAtMs, userId, userName: name.ok ? name.value : '' });
        await tell(portal);
        return { isNew: true, userId };
      }),

    /** AWS refused this token: it is forgotten, and the portal is signed out unless another session is alive. */
    refused: (session: Session): Promise<void> =>
      inTurn(async () => {
        await drop(({ token }) => token === session.token);
        await tell(session.portal);
      }),

    /** Forgets a portal's sessions of one source, or all. */
    forget: (portal: StartUrl, source?: SessionSource): Promise<void> =>
      inTurn(async () => {
        await drop((session) => session.portal === portal && (source === undefined || session.source === source));
        await tell(portal);
      }),

    of: async (portal: StartUrl): Promise<readonly Session[]> =>
      (await all()).filter((session) => session.portal === portal),

    /** At the alarm, at a wake-up: what has ended is forgotten and told. */
    expire: (): Promise<void> =>
      inTurn(async () => {
        const ended = (await all()).filter(({ endsAtMs }) => endsAtMs <= now());
        if (ended.length === 0) return;
        await drop(({ endsAtMs }) => endsAtMs <= now());
        for (const portal of new Set(ended.map((session) => session.portal))) await tell(portal);
      }),
  };
}

/** What a failed call means to a person. */
export function sessionFailure(failure: AwsFailure, portal: StartUrl, nowMs: number): Failure {
  switch (failure.kind) {
    case 'unauthorized':
    case 'forbidden':
      return { reason: 'signed-out', portal };
    case 'throttled':
      return { reason: 'throttled', retryAtMs: nowMs + (failure.retryAfterMs ?? 5_000) };
    case 'network':
      return { reason: 'network', detail: failure.detail };
    case 'invalid':
      return { reason: 'network', detail: 'unexpected-shape' };
    case 'aborted':
      return { reason: 'network', detail: 'unreachable' };
  }
}
