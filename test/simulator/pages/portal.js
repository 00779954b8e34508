/* The access portal's behaviour, after what public code shows of the real one: token cookie, hash routes, API calls. */
const facts = JSON.parse(document.getElementById('facts').textContent);
const root = document.getElementById('root');
const PAGE = 50;

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function button(label, pressed, attributes = {}) {
  const node = make('button', attributes, label);
  node.addEventListener('click', pressed);
  return node;
}

function token() {
  const found = document.cookie.split('; ').find((part) => part.startsWith(`${facts.cookie}=`));
  return found && decodeURIComponent(found.slice(facts.cookie.length + 1));
}

const isHidden = () => facts.cookieMode === 'http-only';
const isSignedIn = () => (isHidden() ? facts.hasHiddenCookie : token() !== undefined);

function api(path, init = {}) {
  const headers = { ...init.headers, ...(isHidden() ? {} : { 'x-amz-sso_bearer_token': token() ?? '' }) };
  return fetch((isHidden() ? '/sim/api' : facts.api) + path, { ...init, headers });
}

/** The page's own data, which costs no call of the API. */
async function own(path, search = {}) {
  const query = new URLSearchParams({ ...search, portal: facts.startUrl });
  const answer = await fetch(`/sim/${path}?${query}`);
  if (answer.status === 401) {
    show(make('h1', {}, 'Your session has ended'), button('Sign in', toSignIn));
    throw new Error('signed out');
  }
  return answer.json();
}

async function toSignIn() {
  sessionStorage.setItem('route', location.hash);
  const query = new URLSearchParams({ directory_id: 'view', redirect_url: `${facts.startUrl}/` });
  const answer = await fetch(`${facts.api}/login?${query}`, { credentials: 'include' });
  const { redirectUrl, csrfToken } = await answer.json();
  sessionStorage.setItem('csrf', csrfToken);
  location.assign(redirectUrl);
}

async function comeBack(query) {
  const answer = await fetch(`${facts.api}/auth/sso-token`, {
    method: 'POST',
    credentials: 'include',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-amz-sso-csrf-token': sessionStorage.getItem('csrf') ?? '',
    },
    body: new URLSearchParams({
      authCode: query.get('workflowResultHandle'),
      state: query.get('state'),
      orgId: 'view',
    }),
  });
  const path = `${facts.startPath}/${sessionStorage.getItem('route') || '#/'}`;
  sessionStorage.clear();
  if (!answer.ok) {
    history.replaceState(null, '', path);
    return route();
  }
  await keep((await answer.json()).token);
  history.replaceState(null, '', path);
  return route();
}

async function keep(fresh) {
  if (facts.cookieDelayMs > 0) await new Promise((done) => setTimeout(done, facts.cookieDelayMs));
  if (facts.cookieMode === 'missing') return;
  if (isHidden()) {
    await fetch('/sim/cookie', { method: 'POST', body: fresh });
    facts.hasHiddenCookie = true;
    return;
  }
  const value = facts.cookieMode === 'encoded' ? fresh.replaceAll('.', '%2E') : fresh;
  document.cookie = `${facts.cookie}=${value}; path=/; secure`;
}

async function toConsole(query) {
  const accountId = query.get('account_id') ?? '';
  const roleName = query.get('role_name');
  if (!roleName) return chooseRole(accountId, query.get('destination'));
  const asked = new URLSearchParams({ account_id: accountId, role_name: roleName });
  const answer = await api(`/federation/console?${asked}`);
  if (answer.status === 401) return show(make('h1', {}, 'Your session has ended'), button('Sign in', toSignIn));
  if (!answer.ok) return show(make('h1', {}, 'No access'), make('p', {}, (await answer.json()).message));
  const { signInToken, signInFederationLocation, destination } = await answer.json();
  const login = new URLSearchParams({
    Action: 'login',
    SigninToken: signInToken,
    Issuer: `${facts.startUrl}/#/console?${asked}`,
    Destination: query.get('destination') || destination || facts.console,
  });
  return location.replace(`${signInFederationLocation}?${login}`);
}

async function chooseRole(accountId, destination) {
  const links = await roleLinks(accountId, destination);
  show(make('h1', {}, 'Choose a role'), ...(links.length ? links.map((link) => make('p', {}, link)) : ['No access']));
}

async function roleLinks(accountId, destination) {
  const answer = await api(`/assignment/roles?${new URLSearchParams({ account_id: accountId, max_result: '100' })}`);
  if (!answer.ok) return [];
  const { roleList } = await answer.json();
  return roleList.map(({ roleName }) => {
    const query = new URLSearchParams({
      account_id: accountId,
      role_name: roleName,
      ...(destination ? { destination } : {}),
    });
    return make('a', { 'data-testid': 'federation-link', href: `#/console?${query}`, target: '_blank' }, roleName);
  });
}

async function list(tab, offset = 0) {
  const { rows, total } = await own(tab, { offset });
  const table = make(
    'table',
    { role: 'treegrid' },
    make('tbody', {}, ...rows.map(tab === 'accounts' ? accountRow : appRow)),
  );
  show(
    make('h1', {}, 'AWS access portal'),
    make('nav', {}, tabLink('accounts', 'Accounts'), tabLink('applications', 'Applications')),
    filter(table),
    table,
    make('p', { class: 'pages' }, ...pager(tab, offset, total)),
  );
}

const tabLink = (tab, label) => make('a', { 'data-testid': tab, href: `#/?tab=${tab}` }, label);

function filter(table) {
  const input = make('input', {
    'data-testid': 'list-header-text-filter',
    placeholder: 'Filter by name, ID, or email address',
  });
  input.addEventListener('input', () => {
    for (const row of table.querySelectorAll('tr[aria-level="1"]'))
      row.hidden = !row.textContent.toLowerCase().includes(input.value.toLowerCase());
  });
  return input;
}

function pager(tab, offset, total) {
  const back = button('‹', () => list(tab, offset - PAGE), { 'aria-label': 'Previous page' });
  const next = button('›', () => list(tab, offset + PAGE), { 'aria-label': 'Next page' });
  back.disabled = offset === 0;
  next.disabled = offset + PAGE >= total;
  return [back, ` ${total} `, next];
}

function accountRow({ id, name, email }) {
  const cell = make('div', {
    'data-testid': 'account-list-cell',
    role: 'button',
    tabindex: '0',
    'aria-expanded': 'false',
  });
  cell.append(make('strong', {}, name));
  const link = make('a', { 'data-testid': 'account-federation-link', href: `#/console?account_id=${id}` }, id);
  const row = make('tr', { 'aria-level': '1', 'data-selection-item': 'item', 'aria-expanded': 'false' });
  row.append(make('th', { scope: 'row' }, cell), make('td', {}, link), make('td', {}, email));
  cell.addEventListener('click', () => toggle(row, cell, id));
  return row;
}

async function toggle(row, cell, accountId) {
  const isOpen = row.getAttribute('aria-expanded') === 'true';
  for (const node of [row, cell]) node.setAttribute('aria-expanded', String(!isOpen));
  if (isOpen) {
    while (row.nextElementSibling?.getAttribute('aria-level') === '2') row.nextElementSibling.remove();
    return;
  }
  const keys = () =>
    make('a', { 'data-testid': 'role-creation-action-button', role: 'button', tabindex: '0' }, 'Access keys');
  const links = await roleLinks(accountId);
  row.after(
    ...links.map((link) =>
      make('tr', { 'aria-level': '2' }, make('th', { scope: 'row' }, link), make('td', { colspan: '2' }, keys())),
    ),
  );
}

function appRow({ id, name, kind }) {
  const link = make('a', { 'data-testid': 'app-card', href: `#/saml/default/${encodeURIComponent(name)}/${id}` }, name);
  return make('tr', { 'aria-level': '1' }, make('th', { scope: 'row' }, link), make('td', {}, kind));
}

async function toApp(path) {
  const { url } = await own('app', { id: decodeURIComponent(path.split('/').at(-1)) });
  return url ? location.replace(url) : show(make('h1', {}, 'No access'));
}

async function device(query) {
  const code = query.get('user_code') ?? '';
  const { known } = await own('device', { user_code: code });
  if (!known)
    return show(make('h1', {}, 'Authorization requested'), make('p', {}, 'The code is invalid or has expired.'));
  const decide = async (decision) => {
    await own('device', { user_code: code, decision });
    show(
      make('h1', {}, decision === 'approved' ? 'Request approved' : 'Request denied'),
      make('p', {}, 'You can close this window.'),
    );
  };
  const allow = () =>
    show(
      make('h1', {}, 'Allow access to your data?'),
      button('Allow access', () => decide('approved'), { id: 'allow' }),
      button('Deny access', () => decide('denied'), { id: 'deny' }),
    );
  return show(
    make('h1', {}, 'Authorization requested'),
    make('p', {}, 'Confirm that this code matches the one in your terminal:'),
    make('p', {}, make('strong', {}, code)),
    button('Confirm and continue', allow, { id: 'confirm' }),
  );
}

async function signOut() {
  await api('/logout', { method: 'POST' });
  if (isHidden()) {
    await fetch('/sim/cookie', { method: 'POST', body: '' });
    facts.hasHiddenCookie = false;
  }
  document.cookie = `${facts.cookie}=; path=/; secure; max-age=0`;
  if (location.hash === '#/') return route();
  location.hash = '#/';
}

function show(...nodes) {
  const person = make('span', {}, `${facts.user} `, button('Sign out', signOut));
  root.replaceChildren(
    make('header', {}, make('b', {}, 'AWS access portal'), isSignedIn() ? person : ''),
    make('main', {}, ...nodes),
  );
}

function route() {
  const [path, search] = location.hash.slice(1).split('?');
  const query = new URLSearchParams(search);
  if (path === '/signout') return signOut();
  if (!isSignedIn()) return show(make('h1', {}, 'AWS access portal'), button('Sign in', toSignIn));
  if (path === '/console') return toConsole(query);
  if (path === '/device') return device(query);
  if (path.startsWith('/saml/default/')) return toApp(path);
  return list(query.get('tab') === 'applications' ? 'applications' : 'accounts');
}

addEventListener('hashchange', route);
const search = new URLSearchParams(location.search);
if (search.has('workflowResultHandle')) comeBack(search);
else route();
