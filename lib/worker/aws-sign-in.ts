import type { AwsFailure } from '../aws/aws-failure';
import type { Tokens } from '../aws/oidc-api';
import type { Portal } from '../model/directory';
import { fail, type Failure, type Outcome, succeed } from '../model/failure';
import { oidcHost } from '../model/partition';
import { base64url, challengeOf, VERIFIER_BYTES } from '../model/pkce';
import type { StartUrl } from '../model/portal';
import { loopbackPattern, signInOrigins } from '../model/portal-hosts';
import type { OidcClient, Session } from '../model/session';
import {
  authorizeUrl,
  mayBeCallback,
  type PendingSignIn,
  portFrom,
  problemOf,
  readCallback,
  redirectOf,
  SIGN_IN_LIVES_MS,
  type SignInProblem,
} from '../model/sign-in';
import type { Diary } from './diary';
import { forgetClient, isClientRefused } from './oidc-clients';
import { createSerial } from './serial';
import { sessionFailure, type Sessions } from './sessions';
import type { StatusBoard } from './status-board';
import type { World } from './world';

const SIGN_IN_ALARM = 'sign-in';
const MOST_TRIES = 2;
const RESUME_MINUTES = 0.5;
/** Where AWS asks for patience before it takes a code, which does not live long. */
const SHORT_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;
/** A client this close to its end is not used for another sign-in. */
const CLIENT_MARGIN_MS = 24 * 3_600_000;

export type AwsSignIn = ReturnType<typeof createAwsSignIn>;

/**
 * "Sign in with AWS": authorization code with PKCE. No server listens for the answer: the browser shows the address that
 * the tab is sent to, and a rule keeps that request inside the browser. Everything is stored before it is done, so that
 * a worker that stops at any moment leaves either a session or one "sign in again".
 */
export function createAwsSignIn(
  world: World,
  { board, sessions, diary }: { board: StatusBoard; sessions: Sessions; diary: Diary },
  signedIn: (session: Session) => Promise<void>,
) {
  const { aws, browser, now } = world;
  const inTurn = createSerial();

  async function begin({ startUrl, region }: Portal): Promise<Outcome> {
    const missing = await browser.permissions.missing(signInOrigins(region));
    if (missing.length > 0) return fail({ reason: 'permission-missing', origins: missing });
    await abandon((pending) => pending.portal === startUrl);
    const client = await clientFor(startUrl, region);
    if ('reason' in client) return fail(client);
    const pending: PendingSignIn = {
      portal: startUrl,
      region,
      client,
      state: base64url(crypto.getRandomValues(new Uint8Array(24))),
      verifier: base64url(crypto.getRandomValues(new Uint8Array(VERIFIER_BYTES))),
      port: portFrom(world.random()),
      startedAtMs: now(),
      tabId: undefined,
      code: undefined,
      tries: 0,
    };
    await put(pending);
    await browser.loopback.block(pending.port, oidcHost(region) ?? '');
    await board.portal(startUrl, { signIn: { state: 'at-aws', sinceMs: now() } });
    await browser.alarms.set(SIGN_IN_ALARM, { everyMinutes: RESUME_MINUTES });
    const tabId = await browser.tabs.open(authorizeUrl(pending, await challengeOf(pending.verifier)), 'tab');
    await put({ ...pending, tabId });
    await diary.note('sign-in-opened', startUrl);
    return succeed();
  }

  /** The registered client of a portal, which tells AWS whose sign-in page to show; registered anew near its end. */
  async function clientFor(portal: StartUrl, region: string): Promise<OidcClient | Failure> {
    const held = await browser.clients.read();
    const own = held.find((client) => client.portal === portal && client.endsAtMs - now() > CLIENT_MARGIN_MS);
    if (own) return { id: own.id, secret: own.secret, endsAtMs: own.endsAtMs };
    const answer = await aws.oidcApi(region)?.register(portal, now());
    if (!answer) return { reason: 'unknown-region', portal, region };
    if (!answer.ok) return failureOf(portal, answer.failure, now());
    const others = held.filter((client) => client.portal !== portal);
    await browser.clients.write([...others, { ...answer.value, portal }]);
    return answer.value;
  }

  /** Looks whether an address that a tab shows is the answer to a sign-in, and goes on with it. */
  async function arrived(tabId: number, address: string): Promise<void> {
    for (const pending of await browser.signIns.read()) {
      const callback = readCallback(address, tabId, pending, now());
      if (callback.kind === 'not-ours') continue;
      const own = { ...pending, tabId };
      if (callback.kind === 'problem') return failed(own, callback.problem);
      return redeem({ ...own, code: callback.code });
    }
  }

  async function redeem(pending: PendingSignIn): Promise<void> {
    const { portal, region, client, code, verifier } = pending;
    if (code === undefined || pending.tries >= MOST_TRIES) return failed(pending, 'interrupted');
    const trying = { ...pending, tries: pending.tries + 1 };
    await put(trying);
    await board.portal(portal, { signIn: { state: 'redeeming', sinceMs: now() } });
    const answer = await aws.oidcApi(region)?.redeem(client, code, verifier, redirectOf(pending));
    if (!answer?.ok) {
      const failure = answer?.failure ?? { kind: 'invalid', code: '' };
      if (trying.tries < MOST_TRIES && (await isForAnotherTry(failure))) return redeem(trying);
      return endedWith(trying, failureOf(portal, failure, now()));
    }
    if (answer.value.lifeMs === 0) return failed(trying, 'bad-token');
    const session = sessionOf(trying, answer.value);
    await sessions.hold(session);
    await clear(trying);
    await board.portal(portal, { signIn: undefined });
    await diary.note('signed-in', portal, { by: 'oidc' });
    await signedIn(await named(session));
  }

  function sessionOf({ portal, region, client }: PendingSignIn, tokens: Tokens): Session {
    const { accessToken: token, refreshToken, lifeMs } = tokens;
    const renewal = refreshToken === undefined ? undefined : { refreshToken, client, givenAtMs: now(), triedAtMs: 0 };
    const times = { madeAtMs: now(), endsAtMs: now() + lifeMs };
    return { portal, region, source: 'oidc', token, ...times, userId: '', userName: '', renewal };
  }

  /** Whose session it is, where AWS tells that of such a token (it is documented of the portal's own only). */
  async function named(session: Session): Promise<Session> {
    const api = aws.portalApi(session.region);
    const who = await api?.whoAmI(session.token);
    if (!who?.ok) return session;
    const person = await api?.user(session.token);
    const known = { ...session, userId: who.value.userId, userName: person?.ok ? person.value.name : '' };
    await sessions.replace(session, known);
    return known;
  }

  function failed(pending: PendingSignIn, problem: SignInProblem): Promise<void> {
    return endedWith(pending, { reason: 'sign-in', portal: pending.portal, problem });
  }

  async function endedWith(pending: PendingSignIn, failure: Failure): Promise<void> {
    const because = failure.reason === 'sign-in' ? failure.problem : failure.reason;
    if (because === 'client-refused') await forgetClient(browser, pending.portal);
    await board.portal(pending.portal, { signIn: { state: 'failed', failure } });
    await clear(pending);
    await diary.note('sign-in-failed', pending.portal, { because });
  }

  /** Redeemed or given up: the tab that holds the code goes last. */
  async function clear({ state, tabId }: PendingSignIn): Promise<void> {
    const left = (await browser.signIns.read()).filter((own) => own.state !== state);
    await browser.signIns.write(left);
    if (tabId !== undefined) await browser.tabs.close(tabId);
    await browser.loopback.keepOnly(left.map(({ port }) => port));
    if (left.length === 0) await browser.alarms.clear(SIGN_IN_ALARM);
  }

  async function abandon(matches: (pending: PendingSignIn) => boolean): Promise<void> {
    for (const pending of (await browser.signIns.read()).filter(matches)) {
      await board.portal(pending.portal, { signIn: undefined });
      await clear(pending);
    }
  }

  async function put(pending: PendingSignIn): Promise<void> {
    const others = (await browser.signIns.read()).filter(({ state }) => state !== pending.state);
    await browser.signIns.write([...others, pending]);
  }

  /** Where a worker that stopped left a sign-in, and what becomes of it. */
  async function goOn(pending: PendingSignIn): Promise<void> {
    if ((await sessions.of(pending.portal)).some((session) => isFrom(session, pending))) {
      await board.portal(pending.portal, { signIn: undefined });
      return clear(pending);
    }
    if (pending.code !== undefined) return redeem(pending);
    if (now() - pending.startedAtMs > SIGN_IN_LIVES_MS) return failed(pending, 'too-late');
    const atAws = await browser.tabs.at(`https://${oidcHost(pending.region) ?? ''}/*`);
    const callback = [...(await browser.tabs.at(loopbackPattern)), ...atAws].find(
      ({ id, url }) => readCallback(url, id, pending, now()).kind !== 'not-ours',
    );
    if (callback) return arrived(callback.id, callback.url);
    if (pending.tabId !== undefined) {
      const isOpen = await browser.tabs.exists(pending.tabId);
      return isOpen ? undefined : abandon(({ state }) => state === pending.state);
    }
    const tab = atAws.find(({ url }) => url.includes(pending.state));
    return tab ? put({ ...pending, tabId: tab.id }) : failed(pending, 'interrupted');
  }

  return {
    /** Opens AWS's own page, at the person's click. */
    begin: (portal: Portal): Promise<Outcome> => inTurn(() => begin(portal)),

    /** A tab went to an address. Cheap for all that is not a callback. */
    async tabMoved(tabId: number, address: string): Promise<void> {
      if (mayBeCallback(address)) await inTurn(() => arrived(tabId, address));
    },

    /** The person closed the sign-in's tab: nothing is under way any more. */
    tabClosed: (tabId: number): Promise<void> =>
      inTurn(() => abandon((pending) => pending.tabId === tabId && pending.code === undefined)),

    forget: (portal: StartUrl): Promise<void> =>
      inTurn(async () => {
        await abandon((pending) => pending.portal === portal);
        await forgetClient(browser, portal);
      }),

    /** After a stop of the worker, and at the alarm. */
    resume: (): Promise<void> =>
      inTurn(async () => {
        const pending = await browser.signIns.read();
        for (const one of pending) await goOn(one);
        if (pending.length === 0) await browser.loopback.keepOnly([]);
      }),
  };
}

/** Whether the same question may be answered in a moment, which has passed by then. */
async function isForAnotherTry(failure: AwsFailure): Promise<boolean> {
  if (failure.kind !== 'throttled') return failure.kind === 'network';
  const waitMs = Math.min(failure.retryAfterMs ?? SHORT_WAIT_MS, LONGEST_WAIT_MS);
  await new Promise((passed) => setTimeout(passed, waitMs));
  return true;
}

/** True for the session that this very sign-in made: the record and the tab were not cleared away in time. */
function isFrom({ source, madeAtMs }: Session, { code, startedAtMs }: PendingSignIn): boolean {
  return source === 'oidc' && code !== undefined && madeAtMs >= startedAtMs;
}

function failureOf(portal: StartUrl, failure: AwsFailure, nowMs: number): Failure {
  if (isClientRefused(failure)) return { reason: 'sign-in', portal, problem: 'client-refused' };
  if (failure.kind === 'invalid') return { reason: 'sign-in', portal, problem: problemOf(failure.code) };
  return sessionFailure(failure, portal, nowMs);
}
