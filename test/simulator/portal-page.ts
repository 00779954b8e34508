import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { familyOf, hostsOfRegion } from './hosts';
import { json, newNonce, pageFile } from './pages';
import { portalOwnData, TOKEN_COOKIE } from './portal-own-data';
import { portalByHost, type State } from './state';
import type { WorldPortal } from './world';

/** The access portal's own pages: sign-in button, account list, and the routes behind `#`. */
export function portalPages(state: State): Hono {
  const pages = new Hono();
  const files = { script: pageFile('portal.js'), style: pageFile('portal.css') };
  pages.route('/sim', portalOwnData(state));

  pages.get('*', (c) => {
    const url = new URL(c.req.url);
    const portal = portalByHost(state, url.hostname, url.pathname);
    if (!portal || !isOwnPath(portal, url.pathname)) return c.text('There is no such portal.', 404);
    const nonce = newNonce();
    const { portalApi } = hostsOfRegion(portal.region);
    c.header('link', `<https://${portalApi}/>; rel=preconnect`);
    c.header('content-security-policy', policy(portal, nonce));
    c.header('cache-control', 'no-store');
    return c.html(page(state, c, portal, nonce, files));
  });

  return pages;
}

function isOwnPath(portal: WorldPortal, path: string): boolean {
  const own = new URL(portal.startUrl).pathname.replace(/\/$/, '');
  return path === own || path === `${own}/`;
}

function policy({ region }: WorldPortal, nonce: string): string {
  const { portalApi, oidc, domain } = hostsOfRegion(region);
  const logs = `https://log.sso-portal.${region}.${domain}`;
  const connect = [`https://${portalApi}`, `https://${oidc}`, `https://up.sso.${region}.${domain}`, logs, "'self'"];
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    'img-src data:',
    `connect-src ${connect.join(' ')}`,
    `report-uri ${logs}/log`,
  ].join('; ');
}

function page(
  state: State,
  c: Context,
  portal: WorldPortal,
  nonce: string,
  files: { readonly script: string; readonly style: string },
): string {
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
    startPath: new URL(portal.startUrl).pathname.replace(/\/$/, ''),
    api: `https://${portalApi}`,
    console: `https://${familyOf(portal.region).console}/`,
    cookie: TOKEN_COOKIE,
    cookieMode: state.settings.portalCookie,
    cookieDelayMs: state.settings.portalCookieDelayMs,
    hasHiddenCookie: getCookie(c, TOKEN_COOKIE) !== undefined,
    user: portal.user.name,
  };
  return `<!doctype html>
<html lang="en"><head><meta charset="UTF-8"><meta name="version" content="2">
<title>AWS access portal</title>
<link rel="icon" href="data:,">
${state.settings.regionSign === 'env' ? `<script id="env" type="application/json">${json(env)}</script>` : ''}
${state.settings.regionSign === 'meta' ? `<meta name="region" content="${portal.region}"><meta name="stage" content="prod">` : ''}
<style nonce="${nonce}">${files.style}</style></head>
<body><div id="root"></div>
<script id="facts" type="application/json">${json(facts)}</script>
<script nonce="${nonce}">${files.script}</script>
</body></html>`;
}
