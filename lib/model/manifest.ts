import { oidcHost, partitionNames, partitions, portalApiHost } from './partition';
import { consoleOrigins, loopbackPattern, serviceOrigins } from './portal-hosts';

const regions = partitionNames.flatMap((name) => partitions[name].regions);

/** Consoles that the label needs from the first minute. */
export const requiredHosts = [`https://*.${partitions.aws.consoleHost}/*`];

/** What marks a console tab, and what comes behind it in this order. */
export const consoleScript = 'console-tab.js';
export const scriptsBehind = ['console-aside.js', 'console-guard.js'] as const;

const portalForms = partitionNames
  .flatMap((name) => partitions[name].portals)
  .filter((form) => form.startsWith('{id}'));

/** Where access portals live: what follows the parts of a host that vary. Asked for one exact host at a time. */
export const portalHosts = [...new Set(portalForms.map((form) => `https://*.${form.replace(/^.*\}\.|\/.*$/g, '')}/*`))];

/** Identity Center's APIs, region by region: never a wildcard over all of amazonaws.com. */
const apiHosts = regions.flatMap((region) =>
  [portalApiHost(region), oidcHost(region)].map((host) => `https://${host}/*`),
);

const everywhere = partitionNames.map((partition) => ({ partition }));

/** Consoles of the other partitions and of services with hosts of their own. */
export const otherConsoleHosts = [...consoleOrigins(everywhere), ...serviceOrigins(everywhere)];

const optionalHosts = [...portalHosts, ...apiHosts, ...otherConsoleHosts, loopbackPattern];

const permissions = ['storage', 'alarms', 'scripting', 'contextMenus', 'declarativeNetRequestWithHostAccess'];

const commands = {
  _execute_action: { suggested_key: { default: 'Alt+Shift+L' } },
  'open-palette': {
    description: '__MSG_commandOpenPalette__',
    suggested_key: { default: 'Alt+Shift+O' },
  },
  'open-pin-1': { description: '__MSG_commandOpenPin1__', suggested_key: { default: 'Alt+Shift+1' } },
  'open-pin-2': { description: '__MSG_commandOpenPin2__', suggested_key: { default: 'Alt+Shift+2' } },
  'open-pin-3': { description: '__MSG_commandOpenPin3__' },
};

/** Burgee itself speaks to these alone: portals are the person's own tabs. */
const connectSources = apiHosts.map((pattern) => pattern.replace(/\/\*$/, '')).join(' ');

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  `connect-src ${connectSources}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The manifest of one browser's build. `hostsGranted` moves the optional hosts to the required ones, for automated browsers. */
export function manifest({
  browser,
  hostsGranted,
}: {
  browser: string;
  hostsGranted: boolean;
}): Record<string, unknown> {
  return {
    name: 'Burgee',
    short_name: 'Burgee',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: browser === 'firefox' ? [...permissions, 'contextualIdentities'] : permissions,
    commands,
    omnibox: { keyword: 'burgee' },
    host_permissions: hostsGranted ? [...requiredHosts, ...optionalHosts] : requiredHosts,
    ...(hostsGranted ? {} : { optional_host_permissions: optionalHosts }),
    content_scripts: [
      { matches: requiredHosts, js: [consoleScript], run_at: 'document_start' },
      { matches: requiredHosts, js: [...scriptsBehind], run_at: 'document_end' },
    ],
    content_security_policy: { extension_pages: contentSecurityPolicy },
    ...(browser === 'firefox' ? firefoxKeys : chromiumKeys),
  };
}

const chromiumKeys = {
  optional_permissions: ['tabGroups'],
  minimum_chrome_version: '116',
  externally_connectable: { ids: [] },
  storage: { managed_schema: 'managed-schema.json' },
};

const firefoxKeys = {
  optional_permissions: ['tabGroups', 'cookies'],
  browser_specific_settings: {
    gecko: {
      id: 'burgee@burgee.dev',
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['none'] },
    },
  },
};
