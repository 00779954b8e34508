import { Hono } from 'hono';
import { escape, json } from './html';
import { roleOfHost } from './hosts';
import { currentSession, leaveConsole } from './signin';
import type { ConsoleSession, State } from './state';

/** How a console page may differ; chosen with `?sim=` so that any page can be asked for. */
const variants = [
  'no-meta',
  'broken-meta',
  'late-header',
  'late-meta',
  'german',
  'iframe-only',
  'region-unsupported',
  'switched-role',
  'string-prism',
] as const;
type Variant = (typeof variants)[number];

/** Console pages for any service path, after the ids and names that public code relies on. */
export function consolePages(state: State): Hono {
  const pages = new Hono();

  pages.get('/console/logout!doLogout', (c) => {
    leaveConsole(c);
    return c.html('<!doctype html><title>Signed out</title><h1>You have signed out.</h1>');
  });

  pages.get('*', (c) => {
    const url = new URL(c.req.url);
    const role = roleOfHost(url.hostname);
    if (role.kind !== 'console') return c.notFound();
    const session = currentSession(c, state);
    c.header('cache-control', 'no-store');
    if (!session) return c.html(signedOut(role.family.signin));
    const variant = variants.find((name) => name === url.searchParams.get('sim'));
    const region = role.region ?? url.searchParams.get('region') ?? 'us-east-1';
    return c.html(
      page(session, {
        path: url.pathname,
        region,
        variant,
        isMulti: role.session !== undefined,
        signin: role.family.signin,
      }),
    );
  });

  return pages;
}

interface View {
  readonly path: string;
  readonly region: string;
  readonly variant: Variant | undefined;
  readonly isMulti: boolean;
  readonly signin: string;
}

function signedOut(signin: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Amazon Web Services Sign-In</title><link rel="icon" href="data:,"></head>
<body><h1>Your session has ended</h1><p><a href="https://${escape(signin)}/">Sign in again</a></p></body></html>`;
}

function page(session: ConsoleSession, view: View): string {
  if (view.variant === 'iframe-only') {
    return `<!doctype html><html><head><meta charset="utf-8"><title>Service</title>${meta(session, view)}</head>
<body><iframe src="about:blank" title="service" style="border:0;width:100%;height:400px"></iframe><script></script></body></html>`;
  }
  const service = view.path.split('/')[1] ?? 'console';
  const lateMeta =
    view.variant === 'late-meta'
      ? `<script>setTimeout(() => document.head.insertAdjacentHTML('beforeend', ${json(meta(session, view))}), 300)</script>`
      : '';
  const late = view.variant === 'late-header';
  const headerHtml = header(session, view);
  return `<!doctype html>
<html lang="${view.variant === 'german' ? 'de' : 'en'}"><head><meta charset="utf-8"><title>${escape(titleOf(service))} | ${escape(view.region)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%23e7157b'/%3E%3C/svg%3E">
${view.variant === 'late-meta' ? '' : meta(session, view)}
<meta name="awsc-mezz-region" id="awsc-mezz-region" content="${escape(view.region)}">
<meta name="awsc-lang" content="en"><meta name="awsc-csrf-token" content="EXAMPLE">
<meta id="awsc-signin-endpoint" content="${escape(`${view.region}.${view.signin}`)}">
<style>${css}</style></head>
<body>
<div id="awsc-navigation-container">${late ? '' : headerHtml}</div>
<main id="app">${view.variant === 'region-unsupported' ? '<h1>This service is not available in this Region.</h1>' : body(service, view.region)}</main>
<div id="awsc-nav-footer-content"><span data-testid="awsc-footer-copyright">© 2026, Amazon Web Services, Inc. or its affiliates.</span></div>
${late ? `<script>setTimeout(() => { document.getElementById('awsc-navigation-container').innerHTML = ${json(headerHtml)}; }, 400)</script>` : ''}${lateMeta}
<script>${behaviour}</script>
</body></html>`;
}

function meta(session: ConsoleSession, view: View): string {
  if (view.variant === 'no-meta') return '';
  if (view.variant === 'broken-meta') return `<meta name="awsc-session-data" content='{"accountId":"1111'>`;
  const isSwitched = view.variant === 'switched-role';
  const prism = view.variant === 'string-prism' ? String(view.isMulti) : view.isMulti;
  const data = {
    accountId: isSwitched ? '999999999999' : session.accountId,
    accountAlias: '',
    displayName: isSwitched ? 'OrganizationAccountAccessRole/jane' : session.displayName,
    sessionARN: isSwitched ? 'arn:aws:sts::999999999999:assumed-role/OrganizationAccountAccessRole/jane' : session.arn,
    infrastructureRegion: view.region,
    prismModeEnabled: prism,
    ...(view.isMulti ? { sessionDifferentiator: session.id } : {}),
    signInEndpoint: `${view.region}.${view.signin}`,
  };
  return `<meta name="awsc-session-data" content="${escape(JSON.stringify(data))}">`;
}

function header(session: ConsoleSession, view: View): string {
  const grouped = session.accountId.replace(/(\d{4})(\d{4})(\d{4})/, '$1-$2-$3');
  const user = escape(session.displayName.replace(/^AWSReservedSSO_(.+)_[0-9a-f]{16}\//, '$1/'));
  const label = view.variant === 'german' ? 'Konto-ID' : 'Account ID';
  return `<div id="awsc-nav-header"><header data-testid="awsc-nav-header"><nav>
 <div id="awsc-top-level-nav">
  <a data-testid="nav-logo" href="/console/home">aws</a>
  <button data-testid="aws-services-list-button">Services</button>
  <div id="aws-unified-search-container"><input data-testid="awsc-concierge-input" placeholder="Search" aria-label="Search"></div>
  <a data-testid="awsc-nav-scallop-icon" id="tools-experience-ingress" href="#">&gt;_</a>
  <div data-testid="awsc-phd__bell-icon">&#9834;</div>
  <span data-testid="awsc-nav-support-menu-button">?</span>
  <span data-testid="awsc-nav-quick-settings-button">&#9881;</span>
  <ul id="awsc-navigation__more-menu--list">
   <li><div data-testid="awsc-nav-regions-menu-button"><button data-testid="more-menu__awsc-nav-regions-menu-button" aria-controls="menu--regions"><span>${escape(view.region)}</span></button></div></li>
   <li><div data-testid="awsc-nav-account-menu-button"><button id="nav-usernameMenu" data-testid="more-menu__awsc-nav-account-menu-button" aria-controls="menu--account">
     <div data-testid="awsc-account-info-tile"><div><span>${label}: ${grouped}</span></div><div><span>${user}</span></div></div>
   </button>
   ${view.variant === 'region-unsupported' ? '' : `<div id="menu--account" hidden><div data-testid="account-detail-menu"><span>${grouped}</span></div></div>`}</div></li>
  </ul>
 </div></nav></header></div>`;
}

function titleOf(service: string): string {
  return service === 'console' ? 'Console Home' : service.toUpperCase();
}

function body(service: string, region: string): string {
  const rows = ['web-1', 'web-2', 'worker-1', 'reporting']
    .map(
      (name, index) =>
        `<tr><td><input type="checkbox" aria-label="Select ${name}"></td><td>${name}</td><td>i-0a1b2c3d4e5f6000${index}</td><td>Running</td><td>t3.large</td><td>${region}a</td></tr>`,
    )
    .join('');
  return `<h1>${escape(titleOf(service))}</h1>
<p>
  <button id="start-instance">Start instance</button>
  <button id="stop-instance" data-testid="stop-instance">Stop instance</button>
  <button id="terminate-instance" data-testid="terminate-instance">Terminate (delete) instance</button>
  <button id="delete-database">Delete database</button>
</p>
<table><thead><tr><th></th><th>Name</th><th>Instance ID</th><th>State</th><th>Type</th><th>Zone</th></tr></thead><tbody>${rows}</tbody></table>
<p>Trusted: <code id="foreign-arn">arn:aws:iam::222222222222:role/deploy</code> and account <code id="foreign-id">333333333333</code>.</p>
<p><label>Principal <input id="principal" size="60"></label></p>
<p id="log" role="log"></p>
<p><a id="spa-link" href="/s3/home">S3</a></p>`;
}

const css = `
body{font:14px system-ui,sans-serif;margin:0;color:#16191f;background:#fff}
header nav{background:#161d26;color:#fff;height:40px}
#awsc-top-level-nav{display:flex;align-items:center;gap:12px;height:40px;padding:0 16px}
#awsc-top-level-nav a{color:#fff;text-decoration:none;font-weight:700}
#awsc-top-level-nav button{background:none;border:0;color:#fff;font:inherit}
#aws-unified-search-container{flex:1;min-width:40px}#aws-unified-search-container input{width:min(420px,100%);background:#2a3441;border:1px solid #5f6b7a;border-radius:6px;color:#fff;padding:4px 8px}
ul{list-style:none;display:flex;gap:8px;margin:0;padding:0}
#nav-usernameMenu{font-size:11px;text-align:right}
main{padding:20px;min-height:70vh}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #e9ebed;padding:8px;text-align:left}
main button{border:2px solid #0972d3;background:#fff;color:#0972d3;border-radius:20px;padding:4px 16px;font:inherit}
#awsc-nav-footer-content{background:#161d26;color:#fff;padding:8px 16px;font-size:12px}
@media (max-width:600px){#aws-unified-search-container,#tools-experience-ingress,[data-testid=awsc-phd__bell-icon],[data-testid=awsc-nav-support-menu-button]{display:none}}
@media (prefers-color-scheme:dark){body{background:#0f1b2a;color:#d1d5db}main button{background:#0f1b2a;color:#539fe5;border-color:#539fe5}td,th{border-color:#354150}}
`;

/** Pages tell in `#log` which controls were pressed, and move without a load as the console's own links do. */
const behaviour = `
document.addEventListener('click', (event) => {
  const button = event.target.closest?.('main button');
  if (button) document.getElementById('log').textContent += button.id + ' ';
  const link = event.target.closest?.('#spa-link');
  if (!link) return;
  event.preventDefault();
  history.pushState(null, '', link.getAttribute('href'));
  document.title = 'S3 | moved';
});
`;
