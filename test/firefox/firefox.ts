import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { vi } from 'vitest';
import { brokenPromises } from '../e2e/promises';
import type { Simulator } from '../simulator/simulator';
import { type Bidi, connectBidi } from './bidi';
import { type BrowserWindow, browserWindow } from './browser-window';
import { findFirefox } from './find-firefox';
import { watchHappenings } from './happenings';
import { type Tab, tabOf } from './tab';

const ID = 'burgee@burgee.dev';
/** Firefox gives each installation a host of its own; tests say which. */
const HOST = '0b6e1a3c-5d1f-4c37-9a53-1f6e0c8d2b47';

/** The built extension in a real Firefox that takes the simulator for AWS. */
export interface BurgeeInFirefox {
  readonly profile: string;
  /** Errors that any page or the background reported. */
  readonly errors: readonly string[];
  readonly window: BrowserWindow;
  /** A page of the extension in a tab. */
  openPage(name: 'popup.html' | 'options.html' | 'welcome.html'): Promise<Tab>;
  newTab(): Promise<Tab>;
  /** Does something that opens a tab, and gives that tab. */
  opens(act: () => Promise<unknown>): Promise<Tab>;
  isOpen(tab: Tab): Promise<boolean>;
  /** Signs in at the portal by its own button; settles when the portal's list shows. */
  signInAtPortal(startUrl: string): Promise<Tab>;
  /** Closes the browser, and fails where Burgee broke a promise that holds for every test. */
  close(options?: { keepProfile?: boolean }): Promise<void>;
}

export interface FirefoxOptions {
  readonly simulator: Simulator;
  /** A profile of an earlier run; a new one in the temporary folder unless given. */
  readonly profile?: string;
}

export async function launchFirefox({ simulator, profile: old }: FirefoxOptions): Promise<BurgeeInFirefox> {
  const profile = old ?? (await mkdtemp(join(tmpdir(), 'burgee-firefox-')));
  await writeFile(join(profile, 'user.js'), userJs(simulator.proxyPort));
  const { firefox, address } = await start(profile);
  const bidi = await connectBidi(address);
  const errors: string[] = [];
  await watch(bidi, errors);
  const happenings = await watchHappenings(bidi);
  const first = await tabs(bidi);
  const path = resolve('.output/firefox-mv3-test');
  await bidi.send('webExtension.install', { extensionData: { type: 'path', path } });
  if (old === undefined) await welcomed(bidi);
  await Promise.all(first.map((context) => bidi.send('browsingContext.navigate', { context, url: 'about:blank' })));

  async function newTab(): Promise<Tab> {
    const { context } = await bidi.send('browsingContext.create', { type: 'tab' });
    happenings.own(context);
    return tabOf(bidi, context, happenings.acted);
  }

  return {
    profile,
    errors,
    window: await browserWindow(bidi, ID),
    newTab,
    async openPage(name) {
      const tab = await newTab();
      await tab.goto(`moz-extension://${HOST}/${name}`);
      return tab;
    },
    async opens(act) {
      const before = new Set(await tabs(bidi));
      await act();
      return vi.waitFor(
        async () => {
          const opened = (await tabs(bidi)).find((context) => !before.has(context));
          if (opened === undefined) throw new Error('no tab was opened');
          return tabOf(bidi, opened, happenings.acted);
        },
        { timeout: 30_000 },
      );
    },
    isOpen: async ({ context }) => (await tabs(bidi)).includes(context),
    async signInAtPortal(startUrl) {
      const tab = await newTab();
      await tab.goto(`${startUrl}/`);
      await tab.click('#root button');
      await tab.click('#sign-in');
      await tab.find('[role=treegrid]');
      return tab;
    },
    async close({ keepProfile = false } = {}) {
      await bidi.send('browser.close', {});
      await ended(firefox);
      const broken = await brokenPromises(simulator.ledger, profile, happenings.all());
      if (broken.length > 0) throw new Error(`Burgee ${[...new Set(broken)].join(', ')}`);
      if (!keepProfile) await rm(profile, { recursive: true, force: true });
    },
  };
}

/** The welcome page is the sign that the background has started. */
async function welcomed(bidi: Bidi): Promise<void> {
  await vi.waitFor(
    async () => {
      const { contexts } = await bidi.send('browsingContext.getTree', { maxDepth: 0 });
      if (!contexts.some(({ url }) => url.endsWith('/welcome.html'))) throw new Error('Burgee has not started');
    },
    { timeout: 60_000 },
  );
}

async function tabs(bidi: Bidi): Promise<string[]> {
  return (await bidi.send('browsingContext.getTree', { maxDepth: 0 })).contexts.map(({ context }) => context);
}

async function watch(bidi: Bidi, errors: string[]): Promise<void> {
  bidi.onEvent((event) => {
    if (event.method !== 'log.entryAdded' || event.params.level !== 'error') return;
    const { text, stackTrace } = event.params;
    const source = stackTrace?.callFrames[0]?.url ?? '';
    if (source.startsWith('moz-extension:')) errors.push(`${source}: ${text ?? ''}`);
  });
  await bidi.send('session.subscribe', { events: ['log.entryAdded'] });
}

/** Starts the browser; gives its process and the address where it listens. */
function start(profile: string): Promise<{ firefox: ChildProcess; address: string }> {
  // System access: pages of extensions are part of the browser for it, and so is the tab strip.
  const options = ['--headless', '--no-remote', '--remote-debugging-port', '0', '--remote-allow-system-access'];
  const firefox = spawn(findFirefox(), [...options, '--profile', profile], { stdio: ['ignore', 'ignore', 'pipe'] });
  return new Promise((found, failed) => {
    let said = '';
    firefox.once('error', failed);
    firefox.once('exit', () => failed(new Error(`Firefox ended at once: ${said}`)));
    firefox.stderr.on('data', (data: Buffer) => {
      said += data.toString();
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (address !== undefined) found({ firefox, address });
    });
  });
}

function ended(firefox: ChildProcess): Promise<void> {
  return new Promise((resolved) => {
    if (firefox.exitCode !== null) resolved();
    else firefox.once('exit', () => resolved());
  });
}

/** Every host is the simulator; nothing else is asked of the network. */
function userJs(proxyPort: number): string {
  const settings: Readonly<Record<string, string | number | boolean>> = {
    'extensions.webextensions.uuids': JSON.stringify({ [ID]: HOST }),
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'network.proxy.type': 1,
    'network.proxy.no_proxies_on': '127.0.0.1',
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    // AWS's own certificates are pinned and preloaded in the browser.
    'network.stricttransportsecurity.preloadlist': false,
    'security.cert_pinning.enforcement_level': 0,
    // What the portal's own pages leave behind is theirs: then the disk holds what Burgee left there.
    'browser.cache.disk.enable': false,
    'browser.sessionstore.privacy_level': 2,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.update.enabled': false,
    // What a browser does on its own and no test asks for.
    'app.normandy.enabled': false,
    'browser.newtabpage.enabled': false,
    'browser.pagethumbnails.capturing_disabled': true,
    'browser.region.network.url': '',
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'browser.startup.homepage': 'about:blank',
    'browser.startup.page': 0,
    'dom.ipc.processPrelaunch.enabled': false,
    'extensions.getAddons.cache.enabled': false,
    'extensions.update.enabled': false,
    'javascript.options.ion': false,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'toolkit.telemetry.enabled': false,
  };
  const lines = Object.entries(settings).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  return `${lines.join('\n')}\n`;
}
