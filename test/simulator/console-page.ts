import { type Context, Hono } from 'hono';
import { consoleBody } from './console-body';
import { header, languageNamed, sessionMeta, type View } from './console-header';
import { addressFor, currentSession, leave, openSessions } from './console-sessions';
import { consoleVariantNamed } from './console-variant';
import { type Role, roleOfHost } from './hosts';
import { escape, json, newNonce, pageFile, plainPage } from './pages';
import type { ConsoleSession, State } from './state';

const FAVICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%23e7157b'/%3E%3C/svg%3E";

interface Files {
  readonly style: string;
  readonly behaviour: string;
  readonly fights: string;
  readonly busy: string;
}

/** Console pages for any service path, after the ids and names that public code relies on. */
export function consolePages(state: State): Hono {
  const pages = new Hono();
  const files: Files = {
    style: pageFile('console.css'),
    behaviour: pageFile('console.js'),
    fights: pageFile('console-fights.js'),
    busy: pageFile('console-busy.js'),
  };

  pages.get('/console/logout!doLogout', (c) => {
    leave(c, state);
    return c.html(plainPage('You have signed out', ''));
  });

  pages.get('*', (c) => {
    const url = new URL(c.req.url);
    const role = roleOfHost(url.hostname);
    if (role.kind !== 'console') return c.notFound();
    c.header('cache-control', state.settings.consoleCacheControl);
    if (state.settings.multiSession && role.session === undefined && isPlain(role, url))
      return choose(state, c, role, url);
    const session = currentSession(c, state);
    return session ? show(state, c, session, viewOf(state, role, url), files) : signedOut(c, role.family.signin);
  });

  return pages;
}

type ConsoleRole = Extract<Role, { kind: 'console' }>;

/** Services with hosts of their own stay where they are; the rest goes to its session's host. */
function isPlain({ family }: ConsoleRole, url: URL): boolean {
  return url.hostname === family.console || url.hostname.endsWith(`.${family.console}`);
}

function choose(state: State, c: Context, { family }: ConsoleRole, url: URL): Response | Promise<Response> {
  const [only, ...more] = openSessions(c, state);
  if (!only) return signedOut(c, family.signin);
  if (more.length === 0) return c.redirect(addressFor(state, only, url, family.console).href);
  const links = [only, ...more].map((session) => {
    const address = addressFor(state, session, url, family.console).href;
    return `<p><a href="${escape(address)}">${escape(session.accountId)} ${escape(session.displayName)}</a></p>`;
  });
  return c.html(plainPage('Choose a session', links.join('')));
}

function signedOut(c: Context, signin: string): Response | Promise<Response> {
  return c.html(plainPage('Your session has ended', `<p><a href="https://${escape(signin)}/">Sign in again</a></p>`));
}

function viewOf(state: State, role: ConsoleRole, url: URL): View {
  const variant = consoleVariantNamed(url.searchParams.get('sim') ?? state.settings.consoleVariant);
  return {
    path: url.pathname,
    region: role.region ?? url.searchParams.get('region') ?? 'us-east-1',
    variant,
    isMulti: role.session !== undefined,
    signin: role.family.signin,
    language: languageNamed(variant === 'german' ? 'de' : url.searchParams.get('lang')),
  };
}

function show(state: State, c: Context, session: ConsoleSession, view: View, files: Files): Response {
  const nonce = newNonce();
  if (view.variant === 'strict-csp')
    c.header(
      'content-security-policy',
      `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src data:; trusted-types; require-trusted-types-for 'script'`,
    );
  const head = headOf(session, view, nonce, files);
  const [top, rest] = view.variant === 'iframe-only' ? iframe(nonce) : bodyOf(session, view, nonce, files);
  const busy = work(state.settings.consoleWorkMs, nonce);
  return c.body(inParts([head, () => untilBody(state), busy + top, () => untilRest(state), rest]), 200, {
    'content-type': 'text/html; charset=utf-8',
  });
}

async function untilBody({ settings, faults }: State): Promise<void> {
  const { consoleBodyDelayMs: delayMs, consoleBodyGate: gate } = settings;
  if (gate !== '') await faults.gate(gate).wait();
  if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
}

async function untilRest({ settings: { consoleRestGate: gate }, faults }: State): Promise<void> {
  if (gate !== '') await faults.gate(gate).wait();
}

/** A real console page sends its head early and takes its time for the rest: what is waited for stands between its parts. */
function inParts(parts: readonly (string | (() => Promise<void>))[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      for (const part of parts) {
        if (typeof part === 'string') controller.enqueue(encoder.encode(part));
        else await part();
      }
      controller.close();
    },
  });
}

function headOf(session: ConsoleSession, view: View, nonce: string, { style }: Files): string {
  const meta = sessionMeta(session, view);
  const regions = { regions: [{ id: view.region, name: view.region, location: '', optIn: false }] };
  return `<!doctype html>
<html lang="${view.language.code}"><head><meta charset="utf-8"><title>${escape(titleOf(view.path))} | ${escape(view.region)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" type="image/svg+xml" href="${FAVICON}">
${view.variant === 'late-meta' ? '' : meta}
<meta name="awsc-mezz-region" id="awsc-mezz-region" content="${escape(view.region)}">
<meta name="awsc-mezz-data" content="${escape(JSON.stringify(regions))}">
<meta name="awsc-lang" content="${view.language.code}"><meta name="awsc-csrf-token" content="EXAMPLE">
<meta id="awsc-signin-endpoint" content="${escape(`${view.region}.${view.signin}`)}">
<style nonce="${nonce}">${style}</style></head>
`;
}

/** A script that stands before the body and takes its time. */
function work(ms: number, nonce: string): string {
  return ms === 0
    ? ''
    : `<script nonce="${nonce}">for (const until = performance.now() + ${ms}; performance.now() < until; );</script>`;
}

function iframe(nonce: string): [top: string, rest: string] {
  return [
    '<body><iframe src="about:blank" title="service"></iframe>',
    `<script nonce="${nonce}"></script></body></html>`,
  ];
}

/** Up to the console's own header, and what comes below it. */
function bodyOf(
  session: ConsoleSession,
  view: View,
  nonce: string,
  { behaviour, fights, busy }: Files,
): [top: string, rest: string] {
  const { variant } = view;
  const top = header(session, view);
  const scripts = [accountInfo(session), behaviour];
  if (variant === 'late-header')
    scripts.push(later(400, `document.getElementById('awsc-navigation-container').innerHTML = ${json(top)}`));
  if (variant === 'late-meta')
    scripts.push(later(300, `document.head.insertAdjacentHTML('beforeend', ${json(sessionMeta(session, view))})`));
  if (variant === 'fights') scripts.push(fights);
  if (variant === 'busy') scripts.push(busy);
  return [
    `<body>
<div id="awsc-navigation-container">${variant === 'late-header' ? '' : top}</div>
`,
    `<main id="app">${variant === 'region-unsupported' ? '<h1>This service is not available in this Region.</h1>' : consoleBody(view.path, view.region)}</main>
${footer(variant === 'fixed-footer')}
${scripts.map((script) => `<script nonce="${nonce}">${script}</script>`).join('\n')}
</body></html>`,
  ];
}

/** Over the bottom of the window, with its controls on the left, as the console shows it to most people. */
function footer(isFixed: boolean): string {
  const controls = isFixed ? '<button id="cloudshell">CloudShell</button><button id="feedback">Feedback</button>' : '';
  return `<div id="awsc-nav-footer-content"${isFixed ? ' class="at-the-bottom"' : ''}>${controls}<span data-testid="awsc-footer-copyright">© 2026, Amazon Web Services, Inc. or its affiliates.</span></div>`;
}

function later(ms: number, statement: string): string {
  return `setTimeout(() => { ${statement}; }, ${ms});`;
}

/** What the console's own scripts leave in the page's world. */
function accountInfo({ accountId, displayName, from }: ConsoleSession): string {
  const info = {
    loginDisplayNameAccount: from?.accountId ?? accountId,
    loginDisplayNameUser: from?.displayName ?? displayName,
    roleDisplayNameAccount: from ? accountId : null,
    roleDisplayNameUser: from ? displayName : null,
  };
  return `window.ConsoleNavService = { AccountInfo: ${json(info)} }; window.AWSC = { Auth: { getMbtc: () => 'EXAMPLECSRF' } };`;
}

function titleOf(path: string): string {
  const service = path.split('/')[1] ?? '';
  return service === 'console' || service === '' ? 'Console Home' : service.toUpperCase();
}
