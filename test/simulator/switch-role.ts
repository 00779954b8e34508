import { type Context, Hono } from 'hono';
import { addressFor, openSession, openSessions, sessionAtSignin } from './console-sessions';
import { roleOfHost } from './hosts';
import { escape, plainPage, urlIn } from './pages';
import type { ConsoleSession, State } from './state';

/** Switching to a role of another account, in one session (a form) and in several (an address of its own). */
export function switchRolePages(state: State): Hono {
  const pages = new Hono();

  pages.get('/switchrole', (c) => {
    const field = (label: string, name: string, value = ''): string =>
      `<p><label>${label} <input id="${name}" name="${name === 'accountId' ? 'account' : name}" value="${escape(value)}"></label></p>`;
    const { account, roleName, displayName, color, redirect_uri } = c.req.query();
    return c.html(
      plainPage(
        'Switch Role',
        `<form method="post" action="/switchrole"><input type="hidden" name="action" value="switchFromBasis">
${field('Account ID', 'accountId', account)}${field('IAM role name', 'roleName', roleName)}${field('Display name', 'displayName', displayName)}
${field('Colour', 'color', color)}<input type="hidden" name="redirect_uri" value="${escape(redirect_uri ?? '')}"><button id="switchrole_input_button">Switch Role</button></form>`,
      ),
    );
  });

  pages.post('/switchrole', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const from = sessionAtSignin(c, state);
    const wanted = form.get('action') === 'switchFromBasis' ? wish((name) => form.get(name)) : undefined;
    if (!from || !wanted) return c.html(plainPage('Invalid information in one or more fields', ''), 400);
    const address = switchTo(state, c, from, wanted);
    return address ? c.redirect(address.href) : c.text('Too many sessions.', 400);
  });

  pages.post('/sessions/:id/v1/switchrole', async (c) => {
    const from = openSessions(c, state).find(({ id }) => id === c.req.param('id'));
    const body = (await c.req.json()) as Readonly<Record<string, unknown>>;
    const wanted = wish((name) => {
      const value = body[name === 'redirect_uri' ? 'redirectUri' : name];
      return typeof value === 'string' ? value : null;
    });
    allowConsole(c);
    if (!from || !wanted || c.req.header('x-csrf-protection') !== '1') return c.json({ message: 'Bad request' }, 400);
    const address = switchTo(state, c, from, wanted);
    return address ? c.json({ destination: address.href }) : c.json({ message: 'Too many sessions' }, 400);
  });
  pages.options('/sessions/:id/v1/switchrole', (c) => {
    allowConsole(c);
    return c.body(null, 204);
  });

  return pages;
}

interface Wish {
  readonly account: string;
  readonly roleName: string;
  readonly displayName: string;
  readonly colour: string;
  readonly destination: URL | undefined;
}

function wish(read: (name: string) => string | null): Wish | undefined {
  const account = read('account')?.replaceAll('-', '') ?? '';
  const roleName = read('roleName') ?? '';
  const displayName = read('displayName') || `${roleName} @ ${account}`;
  if (!/^\d{12}$/.test(account) || roleName === '' || displayName.length > 64) return undefined;
  return {
    account,
    roleName,
    displayName,
    colour: read('color') ?? '',
    destination: urlIn(read('redirect_uri') ?? undefined),
  };
}

function switchTo(state: State, c: Context, from: ConsoleSession, wanted: Wish): URL | undefined {
  const role = roleOfHost(new URL(c.req.url).hostname);
  if (role.kind !== 'signin') return undefined;
  const person = from.displayName.split('/').at(-1) ?? '';
  const identity = {
    accountId: wanted.account,
    arn: `arn:${role.family.partition}:sts::${wanted.account}:assumed-role/${wanted.roleName}/${person}`,
    displayName: `${wanted.roleName}/${person}`,
    issuer: from.issuer,
    from: { accountId: from.accountId, displayName: from.displayName },
    colour: wanted.colour,
  };
  const session = openSession(c, state, role.family, identity);
  if (!session) return undefined;
  const destination = wanted.destination ?? new URL(`https://${role.family.console}/console/home`);
  return addressFor(state, session, destination, role.family.console);
}

/** Console pages call this with their cookies. */
function allowConsole(c: Context): void {
  const origin = c.req.header('origin');
  if (!origin || roleOfHost(new URL(origin).hostname).kind !== 'console') return;
  c.header('access-control-allow-origin', origin);
  c.header('access-control-allow-credentials', 'true');
  c.header('access-control-allow-headers', 'content-type, x-csrf-protection');
}
