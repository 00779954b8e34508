import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright';
import type { Simulator } from '../simulator/simulator';
import { findChromium } from './chromium';
import { watchHappenings } from './happenings';
import { brokenPromises } from './promises';

export interface Burgee {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly profile: string;
  /** Errors that any page or the worker reported. */
  readonly errors: readonly string[];
  /** A page of the extension in a tab. */
  openPage(name: `${string}.html` | `${string}.html#${string}`): Promise<Page>;
  /** Signs in at the portal by its own button; settles when the portal's list shows. */
  signInAtPortal(startUrl: string): Promise<Page>;
  worker(): Promise<Worker>;
  /** Stops the worker as the browser would; it starts again at the next event. */
  killWorker(): Promise<void>;
  /** What a person does that no automated browser can (address bar, hotkey, menu) is about to be done. */
  personActs(): void;
  /** Closes the browser, and fails where Burgee broke a promise that holds for every test. */
  close(options?: { keepProfile?: boolean }): Promise<void>;
}

export interface BurgeeOptions {
  readonly simulator: Simulator;
  readonly extension?: string;
  readonly headless?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { width: number; height: number };
  /** A profile of an earlier run; otherwise one in the temporary folder. */
  readonly profile?: string;
  /** As on the day of the installation; otherwise as on the next one, with nothing known yet, where a test run has such. */
  readonly isFirstDay?: boolean;
  readonly locale?: string;
  /** The browser's own language, as `de` or `pt-BR`. */
  readonly language?: string;
  /** Times are taken in its pages: no script but theirs runs there, and nobody watches for tabs that were not asked for. */
  readonly isTimed?: boolean;
  /** Further arguments for the browser. */
  readonly args?: readonly string[];
  /** Arguments that automation adds and this test does without. */
  readonly ignoreDefaultArgs?: string[];
}

/**
 * What a browser does on its own and no test asks for. The list of features takes the place of playwright's own, of
 * which it repeats what matters here; the pages behind the address bar cost as much as a test.
 */
export const quiet = [
  `--disable-features=${[
    'AimEnabled',
    'AvoidCorsURLLoaderRestartOnRedirect',
    'AvoidUnnecessaryBeforeUnloadCheckSync',
    'DestroyProfileOnBrowserClose',
    'HttpsFirstBalancedModeAutoEnable',
    'HttpsUpgrades',
    'LensOverlay',
    'MediaRouter',
    'NetworkTimeServiceQuerying',
    'OptimizationHints',
    'PaintHolding',
    'PreconnectToSearch',
    'PreloadTopChromeWebUI',
    'SpareRendererForSitePerProcess',
    'ThirdPartyStoragePartitioning',
    'WebUIOmniboxAimPopup',
    'WebUIOmniboxFullPopup',
    'WebUIOmniboxPopup',
  ].join(',')}`,
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-search-engine-choice-screen',
];

/** Pages live for seconds: compiling them well, and beside their own thread, costs a fifth more than it gains. */
const shortLived = '--js-flags=--single-threaded --no-opt --no-sparkplug';

/** The built extension in a real Chromium that takes the simulator for AWS. */
export async function launchBurgee(options: BurgeeOptions): Promise<Burgee> {
  const extension = resolve(options.extension ?? '.output/chrome-mv3-test');
  const profile = options.profile ?? (await newProfile(options));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: false,
    viewport: options.viewport ?? { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? 'light',
    ...(options.locale ? { locale: options.locale } : {}),
    ...(options.language ? { env: { ...process.env, LANGUAGE: options.language.replace('-', '_') } } : {}),
    ...(options.ignoreDefaultArgs ? { ignoreDefaultArgs: options.ignoreDefaultArgs } : {}),
    args: [
      ...(options.headless === false ? [] : ['--headless=new']),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...quiet,
      ...(options.isTimed ? [] : [shortLived]),
      ...options.simulator.chromiumArguments,
      ...(options.language ? [`--lang=${options.language}`] : []),
      ...(options.args ?? []),
    ],
  });
  const errors: string[] = [];
  watch(context, errors);
  const happenings = await watchHappenings(context, options.isTimed ?? false);
  const first = await runningWorker(context);
  const extensionId = new URL(first.url()).host;
  let isClosed = false;

  return {
    context,
    extensionId,
    profile,
    errors,
    openPage: (name) => openExtensionPage(context, `chrome-extension://${extensionId}/${name}`, happenings.own),
    signInAtPortal: (startUrl) => signInAtPortal(context, startUrl),
    worker: () => runningWorker(context),
    killWorker: () => killWorker(context, extensionId),
    personActs: happenings.acted,
    async close({ keepProfile = false } = {}) {
      if (isClosed) return;
      isClosed = true;
      await context.close();
      const broken = await brokenPromises(options.simulator.ledger, profile, happenings.all());
      if (broken.length > 0) throw new Error(`Burgee ${[...new Set(broken)].join(', ')}`);
      if (!keepProfile) await rm(profile, { recursive: true, force: true });
    },
  };
}

/** Names the profile of `used-profile.ts`. */
export const USED_PROFILE = 'BURGEE_USED_PROFILE';

async function newProfile({ isFirstDay, extension }: BurgeeOptions): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'burgee-profile-'));
  const used = process.env[USED_PROFILE];
  if (used && !isFirstDay && extension === undefined) await cp(used, profile, { recursive: true });
  return profile;
}

function watch(context: BrowserContext, errors: string[]): void {
  context.on('weberror', (error) => errors.push(`page: ${error.error().message}`));
  context.on('console', (message) => {
    const source = message.page()?.url() ?? '';
    if (message.type() === 'error' && source.startsWith('chrome-extension:'))
      errors.push(`${source}: ${message.text()}`);
  });
  context.on('serviceworker', (worker) =>
    worker.on('console', (message) => void (message.type() === 'error' && errors.push(`worker: ${message.text()}`))),
  );
}

async function runningWorker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
}

/** Opens at once where it leads to: a tab that is blank first takes a process and half a second more. */
async function openExtensionPage(context: BrowserContext, address: string, own: (page: Page) => void): Promise<Page> {
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('the browser has gone');
  const created = browser.send('Target.createTarget', { url: address });
  const page = await new Promise<Page>((found, failed) => {
    async function look(candidate: Page): Promise<void> {
      if ((await targetOf(context, candidate)) !== (await created).targetId) return;
      context.off('page', look);
      found(candidate);
    }
    context.on('page', look);
    created.catch(failed);
  });
  own(page);
  await browser.detach();
  // The page's own word: of a tab that playwright did not open itself it may have missed the event.
  await page.waitForFunction(() => location.protocol !== 'about:' && document.readyState === 'complete', undefined, {
    polling: 20,
  });
  return page;
}

/** Nothing for a tab that has gone already. */
async function targetOf(context: BrowserContext, page: Page): Promise<string | undefined> {
  try {
    const cdp = await context.newCDPSession(page);
    const { targetInfo } = await cdp.send('Target.getTargetInfo');
    await cdp.detach();
    return targetInfo.targetId;
  } catch {
    return undefined;
  }
}

async function signInAtPortal(context: BrowserContext, startUrl: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${startUrl}/`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('#sign-in').click();
  await page.getByRole('treegrid').waitFor();
  return page;
}

async function killWorker(context: BrowserContext, id: string): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  const cdp = await context.newCDPSession(page);
  const target = await workerTarget(cdp, id);
  if (target) await cdp.send('Target.closeTarget', { targetId: target });
  for (let left = MOST_LOOKS; left > 0 && (await workerTarget(cdp, id)) !== undefined; left -= 1) await page.title();
  await cdp.detach();
}

/** A worker that starts again at once keeps its target's id, and then its end can't be seen: looking has an end. */
const MOST_LOOKS = 100;

async function workerTarget(cdp: CDPSession, id: string): Promise<string | undefined> {
  const { targetInfos } = await cdp.send('Target.getTargets');
  return targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(id))?.targetId;
}
