import { type Context, Hono } from 'hono';
import { addressFor, leave, openSession, sessionAtSignin } from './console-sessions';
import { type Family, roleOfHost } from './hosts';
import { plainPage, urlIn } from './pages';
import { secret } from './sessions';
import type { ConsoleSession, State } from './state';
import { switchRolePages } from './switch-role';

/** `[{region}.]signin.aws.amazon.com` and its kin: federation, role switch, sign-out. Sets what the real one sets. */
export function signinPages(state: State): Hono {
  const pages = new Hono();

  pages.get('/federation', (c) => {
    const action = c.req.query('Action');
    if (action === 'getSigninToken') return signinToken(state, c);
    return action === 'login' ? login(state, c) : c.text('Unknown action.', 400);
  });

  pages.get('/oauth', (c) => {
    if (c.req.query('Action') !== 'logout') return c.text('Unknown action.', 400);
    leave(c, state);
    const back = urlIn(c.req.query('redirect_uri'));
    // The bare host drops the way back (reported by one product that had to add a Region).
    const isRegional = /^[a-z]{2,4}(?:-[a-z]+)+-\d+\.signin\./.test(new URL(c.req.url).hostname);
    return back && isRegional ? c.redirect(back.href) : c.html(plainPage('You have signed out', ''));
  });

  // For tests: sign in as any ARN, as IAM users and root do.
  pages.get('/sim/sign-in', (c) => {
    const arn = c.req.query('arn') ?? '';
    const family = familyAt(c);
    const [, , , , accountId = '', name = ''] = arn.split(':');
    const displayName = name.replace(/^(?:assumed-role|user)\//, '');
    const identity = { accountId, arn, displayName, issuer: `https://${family.signin}/signin` };
    const destination = urlIn(c.req.query('to')) ?? new URL(`https://${family.console}/`);
    return enter(state, c, family, identity, destination);
  });

  // For tests: as if the portal’s page had just been left for a console; it costs a renderer less.
  pages.get('/sim/from-portal', (c) => {
    const {
      portal: startUrl = '',
      account_id: accountId = '',
      role_name: roleName = '',
      destination = '',
    } = c.req.query();
    const portal = state.world.portals.find((one) => one.startUrl === startUrl);
    if (!portal) return c.html(plainPage('No such portal', ''), 404);
    const token = secret(state, 'sgt.');
    state.signinTokens.set(token, { accountId, roleName, portal, madeBy: 'portal' });
    const asked = new URLSearchParams({ account_id: accountId, role_name: roleName });
    const issuer = `${startUrl}/#/console?${asked}`;
    const query = { Action: 'login', SigninToken: token, Issuer: issuer, Destination: destination };
    return c.redirect(`/federation?${new URLSearchParams(query)}`);
  });

  pages.route('/', switchRolePages(state));
  return pages;
}

function signinToken(state: State, c: Context): Response {
  const session = parsed(c.req.query('Session'));
  const known = state.credentials.get(String(session['sessionId']));
  const seconds = Number(c.req.query('SessionDuration') ?? 3_600);
  const isGood = known?.secretAccessKey === session['sessionKey'] && known?.sessionToken === session['sessionToken'];
  if (!known || !isGood || !(seconds >= 900 && seconds <= 43_200)) return c.text('Bad request.', 400);
  const token = secret(state, 'sgt.');
  state.signinTokens.set(token, { ...known, madeBy: 'credentials' });
  return c.json({ SigninToken: token });
}

function login(state: State, c: Context): Response {
  const token = c.req.query('SigninToken') ?? '';
  const wanted = state.signinTokens.get(token);
  if (!wanted) return c.html(plainPage('The sign-in token is invalid or was used', ''), 400);
  const destination = urlIn(c.req.query('Destination'));
  const target = destination && roleOfHost(destination.hostname);
  if (!destination || target?.kind !== 'console' || target.session !== undefined)
    return c.html(plainPage('Page not found', ''), 404);
  const now = sessionAtSignin(c, state);
  if (wanted.madeBy === 'credentials' && now && now.accountId !== wanted.accountId && !state.settings.multiSession)
    return c.html(plainPage('You must first log out before logging into a different AWS account', ''), 400);
  state.signinTokens.delete(token);
  const displayName = `${reservedRole(wanted.roleName)}/${wanted.portal.user.email}`;
  const identity = {
    accountId: wanted.accountId,
    arn: `arn:${target.family.partition}:sts::${wanted.accountId}:assumed-role/${displayName}`,
    displayName,
    issuer: c.req.query('Issuer') ?? '',
  };
  return enter(state, c, target.family, identity, destination);
}

function enter(
  state: State,
  c: Context,
  family: Family,
  identity: Omit<ConsoleSession, 'id' | 'endsAtMs'>,
  destination: URL,
): Response {
  const session = openSession(c, state, family, identity);
  if (!session)
    return c.html(
      plainPage('You have reached the limit of five sessions', '<p>Sign out of one of them first.</p>'),
      400,
    );
  return c.redirect(addressFor(state, session, destination, family.console).href);
}

function familyAt(c: Context): Family {
  const role = roleOfHost(new URL(c.req.url).hostname);
  if (role.kind !== 'signin') throw new Error('Only a sign-in host gets here.');
  return role.family;
}

/** The role that Identity Center makes in the account for a permission set; its suffix depends on the name only. */
function reservedRole(permissionSet: string): string {
  const suffix = Buffer.from(permissionSet).toString('hex').padEnd(16, '0').slice(0, 16);
  return `AWSReservedSSO_${permissionSet}_${suffix}`;
}

function parsed(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
