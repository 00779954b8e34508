import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { withPortalSession, withSession } from './portal-answer';
import { revoke } from './sessions';
import type { State } from './state';

const ORIGIN = '00000000-0000-0000-0000-000000000002';

/** The same for the same person, whichever Region answers. */
function identityOf({ email }: { readonly email: string }): string {
  return `00000000-0000-0000-0000-${createHash('sha256').update(email).digest('hex').slice(0, 12)}`;
}

/** Who is signed in, until when, and signing out. */
export function personApi(state: State): Hono {
  const api = new Hono();

  api.get('/user', (c) =>
    withPortalSession(state, c, ({ portal: { user, directoryId } }) => {
      const [givenName = '', familyName = ''] = user.name.split(' ');
      return c.json({
        accountId: '111111111111',
        adGUID: null,
        adImmutableId: null,
        authContextClass: null,
        awsAccessAttributes: null,
        awsFederationNotReadyReasonDetails: null,
        awsFederationStatus: null,
        directoryType: '',
        email: user.email,
        employeeId: null,
        externalAttributes: null,
        familyName,
        givenName,
        groups: [],
        identityStoreUserId: identityOf(user),
        managedActiveDirectoryId: directoryId,
        middleName: null,
        name: user.name,
        originSessionId: ORIGIN,
        preferredUsername: givenName.toLowerCase(),
        sourceGUID: null,
        ssoInstanceId: 'ssoins-1111222233334444',
        subject: user.email,
        userId: Buffer.from(user.email).toString('hex'),
      });
    }),
  );

  api.get('/token/whoAmI', (c) =>
    withPortalSession(state, c, ({ portal, createdAtMs, endsAtMs }) =>
      c.json({
        userIdentifier: Buffer.from(portal.user.email).toString('base64'),
        token: null,
        createDate: createdAtMs,
        tokenType: 'NATIVE',
        expireDate: endsAtMs,
        accountId: '111111111111',
        directoryId: portal.directoryId,
        authenticationType: 'NATIVE',
        identityStoreUserId: identityOf(portal.user),
        originSessionId: ORIGIN,
      }),
    ),
  );

  api.post('/logout', (c) =>
    withSession(state, c, (session) => {
      revoke(state, session);
      return c.body(null, 200);
    }),
  );

  return api;
}
