import { browser } from 'wxt/browser';
import {
  consoleScript as consoleFile,
  otherConsoleHosts,
  portalHosts,
  requiredHosts,
  scriptsBehind,
} from '../model/manifest';

const portalScript = '/content-scripts/portal.js' as const;
const consoleScript = `/${consoleFile}` as const;
const behind = scriptsBehind.map((file) => `/${file}` as const);

/** Content scripts that follow the permissions: portals and the consoles that are not in the manifest. */
export function createContentScripts() {
  return {
    /** Registers for exactly the hosts that are granted now. */
    async register(): Promise<void> {
      const granted = (await browser.permissions.getAll()).origins ?? [];
      const portals = granted.filter((pattern) => isWithin(pattern, portalHosts));
      const consoles = granted.filter((pattern) => isWithin(pattern, otherConsoleHosts));
      await forgetOthers(['portal', 'console', 'console-behind']);
      await replace({ id: 'portal', scripts: [portalScript], runAt: 'document_start' }, portals);
      await replace({ id: 'console', scripts: [consoleScript], runAt: 'document_start' }, consoles);
      await replace({ id: 'console-behind', scripts: behind, runAt: 'document_end' }, consoles);
    },

    /** Starts the scripts in tabs that were open before Burgee was installed, updated, allowed there or switched on again. */
    async startInOpenTabs(): Promise<void> {
      const granted = (await browser.permissions.getAll()).origins ?? [];
      const isPortal = (pattern: string): boolean => isWithin(pattern, portalHosts);
      const isConsole = (pattern: string): boolean =>
        isWithin(pattern, otherConsoleHosts) || requiredHosts.includes(pattern);
      await Promise.all([
        inject(granted.filter(isPortal), [portalScript]),
        inject(granted.filter(isConsole), [consoleScript, ...behind]),
      ]);
    },
  };
}

type Script = typeof portalScript | typeof consoleScript | (typeof behind)[number];

interface Registered {
  readonly id: string;
  readonly scripts: Script[];
  readonly runAt: 'document_start' | 'document_end';
}

async function replace({ id, scripts, runAt }: Registered, matches: string[]): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  const [old] = registered;
  if (old && sameList(old.matches ?? [], matches) && isOfScripts(old.js ?? [], scripts)) return;
  if (old) await browser.scripting.unregisterContentScripts({ ids: [id] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([{ id, js: scripts, matches, runAt, persistAcrossSessions: true }]);
}

/** A browser may tell the files by longer names. */
function isOfScripts(told: readonly string[], scripts: readonly string[]): boolean {
  return told.length === scripts.length && scripts.every((script, at) => `/${told[at]}`.endsWith(script));
}

/** Those of an earlier version. */
async function forgetOthers(own: readonly string[]): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts();
  const ids = registered.map(({ id }) => id).filter((id) => !own.includes(id));
  if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids });
}

async function inject(patterns: string[], files: Script[]): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: patterns });
  await Promise.allSettled(
    tabs.map(({ id }) =>
      id === undefined ? undefined : browser.scripting.executeScript({ target: { tabId: id }, files }),
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
