import type { AccountId, RoleName } from '../model/account';
import { credentialsText } from '../model/credentials-text';
import { fail, type Outcome, succeed } from '../model/failure';
import type { StartUrl } from '../model/portal';
import { say } from '../model/say';
import type { OwnPolicy } from './policy';
import type { OwnPreferences } from './preferences';
import type { RoleSessions } from './role-sessions';
import { sessionFailure, type Sessions } from './sessions';
import type { World } from './world';

export interface CredentialsToCopy {
  /** A secret: goes from here to the clipboard and nowhere else. */
  readonly text: string;
  readonly expiresAtMs: number;
}

interface Parts {
  readonly sessions: Sessions;
  readonly preferences: OwnPreferences;
  readonly policy: OwnPolicy;
  readonly roleSessions: Pick<RoleSessions, 'learn'>;
}

/** Temporary credentials of a role, as text to paste. They are asked of AWS for each copy and kept by nobody. */
export function createRoleCredentials({ aws, now }: World, { sessions, preferences, policy, roleSessions }: Parts) {
  return async (role: {
    portal: StartUrl;
    accountId: AccountId;
    roleName: RoleName;
  }): Promise<Outcome<CredentialsToCopy>> => {
    const { portal, accountId, roleName } = role;
    const { copyCredentials, credentialForm } = await preferences.read();
    if (!copyCredentials && (await policy.isLocked('copyCredentials'))) return fail({ reason: 'managed' });
    if (!copyCredentials) return fail({ reason: 'refused', why: say('credentialsOff') });
    const session = await sessions.best(portal);
    if (!session) return fail({ reason: 'signed-out', portal });
    const answer = await aws.portalApi(session.region)?.credentials(session.token, accountId, roleName);
    if (!answer) return fail({ reason: 'unknown-region', portal, region: session.region });
    if (!answer.ok && answer.failure.kind === 'forbidden') return fail({ reason: 'gone', what: 'role' });
    if (!answer.ok) {
      if (answer.failure.kind === 'unauthorized') await sessions.refused(session);
      return fail(sessionFailure(answer.failure, portal, now()));
    }
    const { expiresAtMs, ...credentials } = answer.value;
    const nowMs = answer.serverNowMs ?? now();
    if (expiresAtMs <= nowMs) return fail({ reason: 'refused', why: say('credentialsEnded') });
    await roleSessions.learn(portal, roleName, { expiresAtMs, nowMs }).catch(() => undefined);
    const text = credentialsText(credentialForm, credentials, { accountId, roleName });
    return text === undefined
      ? fail({ reason: 'refused', why: say('credentialsUnfit') })
      : succeed({ text, expiresAtMs });
  };
}
