import { browser } from 'wxt/browser';
import { consoleScript as consoleFile, otherConsoleHosts, portalHosts, requiredHosts } from '../model/manifest';

const PORTAL = 'portal';
const CONSOLE = 'console';
const portalScript = '/content-scripts/portal.js' as const;
const consoleScript = `/${consoleFile}` as const;

/** Content scripts that follow the permissions: portals and the consoles that are not in the manifest. */
export function createContentScripts() {
  return {
    /** Registers for exactly the hosts that are granted now. */
    async register(): Promise<void> {
      const granted = (await browser.permissions.getAll()).origins ?? [];
      await replace(
        PORTAL,
        portalScript,
        granted.filter((pattern) => isWithin(pattern, portalHosts)),
      );
      await replace(
        CONSOLE,
        consoleScript,
        granted.filter((pattern) => isWithin(pattern, otherConsoleHosts)),
      );
    },

    /** Starts the scripts in tabs that were open before: after an installation, an update, or a new permission. */
    async startInOpenTabs(): Promise<void> {
      const granted = (await browser.permissions.getAll()).origins ?? [];
      const isPortal = (pattern: string): boolean => isWithin(pattern, portalHosts);
      const isConsole = (pattern: string): boolean =>
        isWithin(pattern, otherConsoleHosts) || requiredHosts.includes(pattern);
      await Promise.all([
        inject(granted.filter(isPortal), portalScript),
        inject(granted.filter(isConsole), consoleScript),
      ]);
    },
  };
}

type Script = typeof portalScript | typeof consoleScript;

async function replace(id: string, script: Script, matches: string[]): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  const [old] = registered;
  if (old && sameList(old.matches ?? [], matches)) return;
  if (old) await browser.scripting.unregisterContentScripts({ ids: [id] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id, js: [script], matches, runAt: 'document_start', persistAcrossSessions: true },
  ]);
}

async function inject(patterns: string[], script: Script): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: patterns });
  await Promise.allSettled(
    tabs.map(({ id }) =>
      id === undefined ? undefined : browser.scripting.executeScript({ target: { tabId: id }, files: [script] }),
    ),
  );
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((pattern) => other.includes(pattern));
}

/** True where a granted pattern is one of the wide ones or a single host below one of them. */
function isWithin(pattern: string, wide: readonly string[]): boolean {
  return wide.some(
    (own) =>
      own === pattern ||
      (own.startsWith('https://*.') &&
        pattern.startsWith('https://') &&
        pattern.endsWith(own.slice('https://*'.length))),
  );
}
