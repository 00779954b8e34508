import { randomInt, randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { urlIn } from './pages';
import { refuse } from './portal-answer';
import { openApiSession } from './sessions';
import { portalByHost, type State } from './state';

/** The portal page's own sign-in: a workflow is begun, approved at `{region}.signin.aws`, and redeemed. Not for clients. */
export function loginApi(state: State): Hono {
  const api = new Hono();

  api.get('/login', (c) => {
    const back = urlIn(c.req.query('redirect_url'));
    const portal = back && portalByHost(state, back.hostname, back.pathname);
    if (!portal || c.req.query('directory_id') !== 'view')
      return refuse(state, c, 400, 'InvalidRequestException', 'Invalid redirect url');
    const handle = randomUUID();
    const csrfToken = String(randomInt(100_000_000, 999_999_999));
    state.workflows.set(handle, { portal, csrfToken, state: randomUUID(), code: undefined });
    // It also shows a client that forgets to leave cookies out.
    setCookie(c, 'loginCsrfToken', csrfToken, { path: '/', secure: true, httpOnly: true, sameSite: 'None' });
    const signin = `https://${portal.region}.signin.aws/platform/${portal.directoryId}/login`;
    return c.json({ redirectUrl: `${signin}?workflowStateHandle=${handle}`, csrfToken });
  });

  api.post('/auth/sso-token', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const found = [...state.workflows].find(([, { code }]) => code !== undefined && code === form.get('authCode'));
    const [handle, workflow] = found ?? [];
    if (!handle || !workflow || workflow.state !== form.get('state') || form.get('orgId') !== 'view')
      return refuse(state, c, 400, 'InvalidRequestException', 'Invalid code');
    if (c.req.header('x-amz-sso-csrf-token') !== workflow.csrfToken)
      return refuse(state, c, 403, 'ForbiddenException', 'No access');
    state.workflows.delete(handle);
    return c.json({
      token: openApiSession(state, workflow.portal, 'portal').token,
      redirectUrl: `${workflow.portal.startUrl}/`,
      errorMessage: null,
      relayId: null,
      initType: 'SAML_IDP',
    });
  });

  return api;
}
