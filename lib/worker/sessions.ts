import type { AwsFailure, AwsResult } from '../aws/aws-failure';
import type { PortalApi, WhoAmI } from '../aws/portal-api';
import type { Failure } from '../model/failure';
import type { StartUrl } from '../model/portal';
import { apiOrigins } from '../model/portal-hosts';
import { bestSession, localEnd, parseToken, renewalDueMs, type Session, type SessionSource } from '../model/session';
import type { Diary } from './diary';
import { createSerial } from './serial';
import type { StatusBoard } from './status-board';
import type { World } from './world';

const SESSION_ALARM = 'session';

export type Sessions = ReturnType<typeof createSessions>;

interface Adopted {
  readonly isNew: boolean;
  readonly userId: string;
}

/** Holds the portal sessions: checks them with AWS, keeps them in `storage.session`, knows when they end. */
export function createSessions(world: World, board: StatusBoard, diary: Diary) {
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
        endsAtMs: session.isEndGuessed ? undefined : session.endsAtMs,
        renewsItself: session.renewal !== undefined,
        isOver: false,
        user: session.userName,
      });
    else await board.portal(portal, { isOver: true });
    await setAlarm();
  }

  /** The next time at which a session ends or is to be renewed. */
  async function setAlarm(): Promise<void> {
    const times = (await all()).flatMap((session) => [
      session.endsAtMs > now() ? session.endsAtMs + 1_000 : Number.POSITIVE_INFINITY,
      Math.max(renewalDueMs(session) ?? Number.POSITIVE_INFINITY, now() + 1_000),
    ]);
    const whenMs = Math.min(...times);
    if (Number.isFinite(whenMs)) await browser.alarms.set(SESSION_ALARM, { whenMs });
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

  /** The same session with what AWS says of it; `undefined` where AWS does not know it. */
  async function checked(session: Session): Promise<Session | undefined> {
    const api = aws.portalApi(session.region);
    const answer = api && (await whoHas(session.token, api));
    return answer?.ok ? { ...session, ...endOf(answer) } : undefined;
  }

  function endOf({ value: { expiresAtMs }, serverNowMs }: AwsResult<WhoAmI> & { ok: true }): Partial<Session> & {
    endsAtMs: number;
  } {
    return { endsAtMs: localEnd(expiresAtMs, serverNowMs, now()), isEndGuessed: expiresAtMs === undefined };
  }

  /** The person's name is for showing only: nothing waits for it. */
  async function learnName(token: string, api: PortalApi): Promise<void> {
    const person = await api.user(token);
    if (!person.ok || person.value.name === '') return;
    await inTurn(async () => {
      const session = (await all()).find((own) => own.token === token);
      if (!session) return;
      await put({ ...session, userName: person.value.name });
      await tell(session.portal);
    });
  }

  /** Changes a session if it is still the one that is held. */
  const replace = (old: Session, next: Session): Promise<boolean> =>
    inTurn(async () => {
      const isHeld = (await all()).some(({ token, portal }) => token === old.token && portal === old.portal);
      if (!isHeld) return false;
      await put(next);
      await tell(next.portal);
      return true;
    });

  return {
    all,
    best,

    /**
     * Takes a portal's own token after asking AWS whose it is and how long it lasts. A token that is held already is not
     * asked about again.
     */
    adopt: (portal: StartUrl, region: string, raw: unknown): Promise<Adopted | Failure> =>
      inTurn(async () => {
        const token = parseToken(raw);
        if (!token) return { reason: 'refused', why: 'not a token' };
        const held = (await all()).find((own) => own.token === token && (own.at ?? own.portal) === portal);
        if (held && held.endsAtMs > now()) return { isNew: false, userId: held.userId };
        const api = aws.portalApi(region);
        if (!api) return { reason: 'unknown-region', portal, region };
        const missing = await browser.permissions.missing(apiOrigins(region));
        if (missing.length > 0) return { reason: 'permission-missing', origins: missing };
        const answer = await whoHas(token, api);
        if (!answer.ok) return sessionFailure(answer.failure, portal, now());
        const { userId } = answer.value;
        const made = { portal, region, source: 'portal', token, madeAtMs: now(), renewal: undefined } as const;
        const session: Session = { ...made, ...endOf(answer), userId, userName: '' };
        await put(session);
        await tell(portal);
        void learnName(token, api);
        await diary.note('signed-in', portal, { by: 'portal' });
        return { isNew: true, userId };
      }),

    /** Takes a session that "Sign in with AWS" made or renewed. */
    hold: (session: Session): Promise<void> =>
      inTurn(async () => {
        await put(session);
        await tell(session.portal);
      }),

    /** A portal turned out to be another address of one that is known: what it holds becomes that one's. */
    move: (from: StartUrl, to: StartUrl): Promise<void> =>
      inTurn(async () => {
        for (const session of (await all()).filter(({ portal }) => portal === from)) {
          await drop((own) => own === session || own.token === session.token);
          await put({ ...session, portal: to, at: session.at ?? from });
        }
        await tell(to);
      }),

    /** The portal's address at which the browser is signed in; its own where it is nowhere. */
    async addressOf(portal: StartUrl): Promise<StartUrl> {
      const session = await best(portal);
      return session?.source === 'portal' ? (session.at ?? portal) : portal;
    },

    replace,

    /** AWS refused this token: it counts as ended. One that can be renewed is kept for that alone. */
    refused: (session: Session): Promise<void> =>
      inTurn(async () => {
        await drop(({ token }) => token === session.token);
        if (session.renewal) await put({ ...session, endsAtMs: now() });
        await tell(session.portal);
        await diary.note('session-ended', session.portal, { by: session.source, because: 'refused' });
      }),

    /** Forgets a portal's sessions of one source, or all. */
    forget: (portal: StartUrl, source?: SessionSource): Promise<void> =>
      inTurn(async () => {
        await drop((session) => session.portal === portal && (source === undefined || session.source === source));
        await tell(portal);
      }),

    /** Forgets the session of a portal's page, unless the person has signed in at another address since. */
    forgetAt: (address: StartUrl): Promise<void> =>
      inTurn(async () => {
        const isThere = ({ at, portal, source }: Session): boolean => source === 'portal' && (at ?? portal) === address;
        const gone = (await all()).filter(isThere);
        await drop(isThere);
        for (const { portal } of gone) await tell(portal);
      }),

    of: async (portal: StartUrl): Promise<readonly Session[]> =>
      (await all()).filter((session) => session.portal === portal),

    /**
     * At the alarm, at a wake-up: what has ended is forgotten and told. This machine's clock may have jumped, so AWS is
     * asked once before a session is given up.
     */
    expire: (): Promise<void> =>
      inTurn(async () => {
        const ended = (await all()).filter(({ endsAtMs }) => endsAtMs <= now());
        for (const session of ended) {
          // It may come to life again; until then nobody is signed in with it.
          if (session.renewal) {
            await tell(session.portal);
            continue;
          }
          const again = session.source === 'portal' ? await checked(session) : undefined;
          await drop(({ token }) => token === session.token);
          if (again) await put(again);
          else await diary.note('session-ended', session.portal, { by: session.source, because: 'time' });
          await tell(session.portal);
        }
        await setAlarm();
      }),
  };
}

/**
 * Whose token it is and until when, by a call that nobody documents. Where that gives no answer of use, the documented
 * list decides whether the token is good, and the person's own page who they are.
 */
async function whoHas(token: string, api: PortalApi): Promise<AwsResult<WhoAmI>> {
  const who = await api.whoAmI(token);
  if (who.ok || isSilence(who.failure)) return who;
  const listed = await api.listAccounts(token, undefined);
  if (!listed.ok) return listed;
  const person = await api.user(token);
  return { ...listed, value: { expiresAtMs: undefined, userId: person.ok ? person.value.userId : '' } };
}

/** True where nothing was said at all, or that it is too soon to ask: another call would fare no better. */
function isSilence(failure: AwsFailure): boolean {
  if (failure.kind === 'network') return failure.detail === 'timeout' || failure.detail === 'unreachable';
  return failure.kind === 'throttled' || failure.kind === 'aborted';
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
    case 'missing':
      return { reason: 'network', detail: 'unexpected-shape' };
    case 'aborted':
      return { reason: 'network', detail: 'unreachable' };
  }
}
