import type { AwsFailure } from '../aws/aws-failure';
import type { Tokens } from '../aws/oidc-api';
import { problemOf } from '../model/sign-in';
import { type Renewal, renewalDueMs, type Session } from '../model/session';
import type { Diary } from './diary';
import { forgetClient, isClientRefused } from './oidc-clients';
import type { Sessions } from './sessions';
import type { World } from './world';

export type Renewals = ReturnType<typeof createRenewals>;

/** Renews sessions in the background: one renewal at a time per portal, marked before it goes out, never with a tab. */
export function createRenewals(
  { aws, browser, now }: World,
  sessions: Sessions,
  diary: Diary,
  renewed: (session: Session) => Promise<void>,
) {
  function isDue(session: Session): boolean {
    return (renewalDueMs(session) ?? Number.POSITIVE_INFINITY) <= now();
  }

  /** Reads the session again once it is alone with it: somebody may have renewed it in the meantime. */
  async function renew({ portal, token }: Session): Promise<void> {
    const session = (await sessions.of(portal)).find((own) => own.token === token);
    if (!session?.renewal || !isDue(session)) return;
    const trying = { ...session, renewal: { ...session.renewal, triedAtMs: now() } };
    if (!(await sessions.replace(session, trying))) return;
    const { client, refreshToken } = session.renewal;
    const answer = await aws.oidcApi(session.region)?.renew(client, refreshToken);
    if (answer?.ok && answer.value.lifeMs > 0) return take(trying, trying.renewal, answer.value);
    await diary.note('renewal-failed', portal, { because: answer && !answer.ok ? answer.failure.kind : 'answer' });
    if (answer && !answer.ok && isClientRefused(answer.failure)) await forgetClient(browser, portal);
    if (!answer || answer.ok || isFinal(answer.failure))
      await sessions.replace(trying, { ...trying, renewal: undefined });
  }

  /** A refresh token that does not come back stays good, whatever the CLI makes of it. */
  async function take(old: Session, renewal: Renewal, tokens: Tokens): Promise<void> {
    const who = await aws.portalApi(old.region)?.whoAmI(tokens.accessToken);
    const next: Session = {
      ...old,
      token: tokens.accessToken,
      endsAtMs: now() + tokens.lifeMs,
      userId: who?.ok ? who.value.userId : old.userId,
      renewal: { ...renewal, givenAtMs: now(), refreshToken: tokens.refreshToken ?? renewal.refreshToken },
    };
    if (!(await sessions.replace(old, next))) return;
    await diary.note('session-renewed', old.portal);
    await renewed(next);
  }

  return {
    /** Renews what is due. The old token stays in use until its own end where that fails. */
    async renewDue(): Promise<void> {
      const due = (await sessions.all()).filter(isDue);
      await Promise.all(due.map((session) => browser.alone(`renew ${session.portal}`, () => renew(session))));
    },
  };
}

/** True where another try with the same refresh token can't help. */
function isFinal(failure: AwsFailure): boolean {
  if (failure.kind === 'invalid') return problemOf(failure.code) !== 'slow-down';
  return failure.kind === 'unauthorized' || failure.kind === 'forbidden';
}
