import { type Context, Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { escape, json } from './html';
import { familyOf, hostsOfRegion } from './hosts';
import { openApiSession, portalByHost, type State } from './state';
import type { WorldPortal } from './world';

const COOKIE = 'x-amz-sso_authn';

/** The access portal's own pages: sign-in button, account list, and the routes behind `#`. */
export function portalPages(state: State): Hono {
  const pages = new Hono();

  pages.get('/sim/session', (c) => {
    const portal = portalOf(state, c);
    if (!portal) return c.notFound();
    const { token } = openApiSession(state, portal, 'portal');
    setCookie(c, COOKIE, token, { path: '/', secure: true, httpOnly: true });
    return c.redirect(`${portal.startUrl}/`);
  });

  pages.get('*', (c) => {
    const portal = portalOf(state, c);
    if (!portal) return c.text('no such portal', 404);
    const hosts = hostsOfRegion(portal.region);
    c.header('link', `<https://${hosts.portalApi}/>; rel=preconnect`);
    c.header('cache-control', 'no-store');
    return c.html(page(state, portal));
  });

  return pages;
}

function portalOf(state: State, c: Context): WorldPortal | undefined {
  const url = new URL(c.req.url);
  return portalByHost(state, url.hostname, url.pathname);
}

function page(state: State, portal: WorldPortal): string {
  const { oidc, portalApi, partition } = hostsOfRegion(portal.region);
  const env = {
    FDLEnabled: true,
    PKCEEnabled: true,
    allowAllCookiesByDefault: false,
    oidcApiEndpoint: `https://${oidc}`,
    panoramaEnabled: true,
    partition,
    region: portal.region,
    shortbreadEnabled: true,
    stage: 'prod',
  };
  const facts = {
    startUrl: portal.startUrl,
    api: `https://${portalApi}`,
    signin: `https://${portal.region}.signin.aws/platform/${portal.directoryId}/login`,
    state: `${portal.directoryId}|${portal.startUrl}`,
    cookie: COOKIE,
    cookieMode: state.settings.portalCookie,
    cookieDelayMs: state.settings.portalCookieDelayMs,
    console: `https://${familyOf(portal.region).console}/`,
    apps: Object.fromEntries(portal.apps.map(({ id, url }) => [id, url])),
    user: portal.user.name,
    accounts: state.accountsOf(portal).slice(0, 10),
  };
  return `<!doctype html>
<html lang="en"><head><meta charset="UTF-8"><meta name="version" content="2">
<title>AWS access portal</title>
<link rel="icon" href="data:,">
<script id="env" type="application/json">${json(env)}</script>
<style>
  body{font:15px system-ui,sans-serif;margin:0;background:#f2f3f3;color:#16191f}
  header{background:#232f3e;color:#fff;padding:14px 24px;display:flex;justify-content:space-between;align-items:center}
  main{max-width:900px;margin:32px auto;background:#fff;border:1px solid #d5dbdb;border-radius:12px;padding:24px}
  button{font:inherit;padding:8px 20px;border-radius:20px;border:0;background:#ff9900;cursor:pointer}
  td,th{padding:8px 14px;text-align:left;border-bottom:1px solid #eaeded;font-weight:400}
</style></head>
<body><div id="root"></div>
<script id="facts" type="application/json">${json(facts)}</script>
<script>${script}</script>
</body></html>`;
}

/** The page's behaviour, after what public code shows of the real portal: token cookie, hash routes, federation call. */
const script = `
const facts = JSON.parse(document.getElementById('facts').textContent);
const root = document.getElementById('root');
const make = (tag, attributes = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), attributes);
  node.append(...children);
  return node;
};
const token = () => {
  const found = document.cookie.split('; ').find((part) => part.startsWith(facts.cookie + '='));
  return found && decodeURIComponent(found.slice(facts.cookie.length + 1));
};
const api = (path, init = {}) => fetch(facts.api + path, { ...init, headers: { 'x-amz-sso_bearer_token': token() ?? '', ...init.headers } });
function toSignIn() {
  sessionStorage.setItem('route', location.hash);
  location.assign(facts.signin + '?redirect=' + encodeURIComponent(facts.startUrl + '/') + '&state=' + encodeURIComponent(facts.state));
}
async function comeBack() {
  const answer = await fetch(facts.api + '/auth/sso-token', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ authCode: new URLSearchParams(location.search).get('workflowResultHandle'), state: facts.state, orgId: 'view' }),
  });
  if (!answer.ok) return show(make('p', { textContent: 'Sign-in failed.' }));
  const { token: fresh } = await answer.json();
  const value = facts.cookieMode === 'encoded' ? fresh.replace(/[.]/g, '%2E') : fresh;
  await new Promise((resolve) => setTimeout(resolve, facts.cookieDelayMs));
  if (facts.cookieMode !== 'missing') document.cookie = facts.cookie + '=' + value + '; path=/; secure';
  history.replaceState(null, '', facts.startUrl + '/' + (sessionStorage.getItem('route') || '#/'));
  sessionStorage.removeItem('route');
  route();
}
async function toConsole(query) {
  const accountId = query.get('account_id');
  const roleName = query.get('role_name');
  if (!roleName) return show(make('h1', { textContent: 'Choose a role' }), ...roleLinks(accountId));
  const answer = await api('/federation/console?account_id=' + accountId + '&role_name=' + encodeURIComponent(roleName));
  if (answer.status === 401) return toSignIn();
  if (!answer.ok) return show(make('h1', { textContent: 'No access' }), make('p', { textContent: (await answer.json()).message }));
  const { signInToken, signInFederationLocation, destination } = await answer.json();
  const login = new URLSearchParams({
    Action: 'login',
    SigninToken: signInToken,
    Issuer: facts.startUrl + '/#/console?account_id=' + accountId + '&role_name=' + encodeURIComponent(roleName),
    Destination: query.get('destination') || destination || facts.console,
  });
  location.replace(signInFederationLocation + '?' + login);
}
function roleLinks(accountId) {
  const account = facts.accounts.find(({ id }) => id === accountId);
  return (account?.roles ?? []).map((name) =>
    make('p', {}, Object.assign(make('a', { textContent: name, href: '#/console?account_id=' + accountId + '&role_name=' + encodeURIComponent(name) }), {})));
}
function list() {
  const rows = facts.accounts.map(({ id, name, email }) => {
    const row = make('tr', {}, make('th', { textContent: name }), make('td', {}, make('a', { textContent: id, href: '#/console?account_id=' + id })), make('td', { textContent: email }));
    row.setAttribute('aria-level', '1');
    return row;
  });
  const table = make('table', {}, make('tbody', {}, ...rows));
  table.setAttribute('role', 'treegrid');
  show(make('h1', { textContent: 'AWS access portal' }), table);
}
async function signOut() {
  await api('/logout', { method: 'POST' });
  document.cookie = facts.cookie + '=; path=/; secure; max-age=0';
  location.hash = '#/';
}
function show(...nodes) {
  const out = make('button', { textContent: 'Sign out', onclick: signOut });
  const header = make('header', {}, make('b', { textContent: 'AWS access portal' }), token() ? make('span', {}, facts.user + ' ', out) : '');
  root.replaceChildren(header, make('main', {}, ...nodes));
}
function route() {
  const [path, search] = location.hash.slice(1).split('?');
  if (path === '/signout') return signOut();
  if (!token()) {
    const button = make('button', { textContent: 'Sign in', onclick: toSignIn });
    return show(make('h1', { textContent: 'AWS access portal' }), button);
  }
  if (path === '/console') return toConsole(new URLSearchParams(search));
  if (path.startsWith('/saml/default/')) {
    const app = facts.apps[decodeURIComponent(path.split('/').at(-1))];
    return app ? location.replace(app) : show(make('h1', { textContent: 'No access' }));
  }
  list();
}
addEventListener('hashchange', route);
if (new URLSearchParams(location.search).has('workflowResultHandle')) comeBack();
else route();
`;

/** `{region}.signin.aws`: the page where the person signs in; one button stands for password and second factor. */
export function identityCenterSignIn(): Hono {
  const pages = new Hono();
  pages.get('/platform/:directory/login', (c) => {
    const back = new URL(c.req.query('redirect') ?? '');
    back.searchParams.set('workflowResultHandle', 'approved');
    back.searchParams.set('state', c.req.query('state') ?? '');
    return c.html(`<!doctype html><html lang="en"><title>Sign in</title><link rel="icon" href="data:,">
<body style="font:16px system-ui;max-width:26em;margin:4em auto"><h1>Sign in</h1>
<p>Whoever presses the button is signed in as the person of this world.</p>
<form action="${escape(back.origin + back.pathname)}">
${[...back.searchParams].map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`).join('')}
<button id="sign-in">Sign in</button></form></body></html>`);
  });
  return pages;
}
