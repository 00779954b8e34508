import type { ConsoleVariant } from './console-variant';
import { escape } from './pages';
import type { ConsoleSession } from './state';

export interface View {
  readonly path: string;
  readonly region: string;
  readonly variant: ConsoleVariant | undefined;
  /** The page is on a host of its own session. */
  readonly isMulti: boolean;
  readonly signin: string;
  readonly language: Language;
}

interface Language {
  readonly code: string;
  readonly accountId: string;
}

/** How the console says "Account ID", by language. */
const accountIdLabels: Readonly<Record<string, string>> = {
  en: 'Account ID',
  de: 'Konto-ID',
  es: 'ID de cuenta',
  fr: 'ID de compte',
  ja: 'アカウント ID',
  id: 'ID Akun',
  it: 'ID account',
  pt: 'ID da conta',
  ko: '계정 ID',
  'zh-CN': '账户 ID',
  'zh-TW': '帳戶 ID',
};

export function languageNamed(code: string | null): Language {
  const accountId = code === null ? undefined : accountIdLabels[code];
  return code !== null && accountId !== undefined ? { code, accountId } : { code: 'en', accountId: 'Account ID' };
}

/** `awsc-session-data` as the variant has it. */
export function sessionMeta(session: ConsoleSession, view: View): string {
  const text = metaText(session, view);
  return text === undefined ? '' : `<meta name="awsc-session-data" content="${escape(text)}">`;
}

function metaText(session: ConsoleSession, view: View): string | undefined {
  const data = sessionData(session, view);
  switch (view.variant) {
    case 'no-meta':
      return undefined;
    case 'broken-meta':
      return '{"accountId":"1111';
    case 'strange-meta':
      return JSON.stringify({ ...data, accountId: 111_111_111_111, sessionARN: ['arn'], displayName: null });
    case 'huge-meta':
      return JSON.stringify({ ...data, padding: 'x'.repeat(5_000_000) });
    case 'other-account-meta':
      return JSON.stringify({
        ...data,
        accountId: '888888888888',
        sessionARN: data.sessionARN.replace(/\d{12}/, '888888888888'),
      });
    case 'switched-role':
      return JSON.stringify({
        ...data,
        accountId: '999999999999',
        displayName: 'OrganizationAccountAccessRole/jane',
        sessionARN: 'arn:aws:sts::999999999999:assumed-role/OrganizationAccountAccessRole/jane',
      });
    case 'prod-alias':
      return JSON.stringify({ ...data, accountAlias: 'acme-prod' });
    case 'string-prism':
      return JSON.stringify({ ...data, prismModeEnabled: String(view.isMulti) });
    default:
      return JSON.stringify(data);
  }
}

function sessionData(session: ConsoleSession, view: View) {
  return {
    accountId: session.accountId,
    accountAlias: '',
    displayName: session.displayName,
    sessionARN: session.arn,
    infrastructureRegion: view.region,
    prismModeEnabled: view.isMulti,
    ...(view.isMulti ? { sessionDifferentiator: session.id } : {}),
    signInEndpoint: `${view.region}.${view.signin}`,
  };
}

/** The console's bar at the top. */
export function header(session: ConsoleSession, view: View): string {
  const grouped = session.accountId.replace(/(\d{4})(\d{4})(\d{4})/, '$1-$2-$3');
  const user = escape(session.displayName.replace(/^AWSReservedSSO_(.+)_[0-9a-f]{16}\//, '$1/'));
  const colour = /^[0-9a-f]{6}$/i.test(session.colour ?? '') ? ` data-colour="${session.colour}"` : '';
  const chip = session.from ? `<span data-testid="account-menu-button__background"${colour}></span>` : '';
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
   <li><div data-testid="awsc-nav-regions-menu-button"><button data-testid="more-menu__awsc-nav-regions-menu-button" aria-controls="menu--regions"><span><span>${escape(view.region)}</span></span></button></div></li>
   <li><div data-testid="awsc-nav-account-menu-button"><button id="nav-usernameMenu" data-testid="more-menu__awsc-nav-account-menu-button" aria-controls="menu--account">${chip}
     <div data-testid="awsc-account-info-tile"><div><span>${view.language.accountId}: ${grouped}</span></div><div><span>${user}</span></div></div>
   </button>${view.variant === 'region-unsupported' ? '' : menu(session, view, grouped, user)}</div></li>
  </ul>
 </div>
 <div id="favourites"><ol data-rbd-droppable-id="global-nav-favorites-bar-list-edit-mode"><li><a href="/s3/home"><span>S3</span></a></li><li><a href="/ec2/home"><span>EC2</span></a></li></ol></div>
</nav></header></div>`;
}

function menu(session: ConsoleSession, view: View, grouped: string, user: string): string {
  return `<div id="menu--account" hidden><div data-testid="account-detail-menu">
     <div><div>${view.language.accountId}</div><div><button data-testid="awsc-copy-accountid"></button><span>${grouped}</span></div></div>
     <div title="${escape(session.displayName)}"><div>Federated user</div><div><button data-testid="awsc-copy-username"></button><span>${user}</span></div></div>
   </div></div>`;
}
