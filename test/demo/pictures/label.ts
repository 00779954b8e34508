import type { Page } from 'playwright';
import { tellWorker } from '../../e2e/launcher';
import { openConsole, openScene, type Scene, startUrl } from '../scene';
import { take } from './picture';

interface Sight {
  readonly colorScheme?: 'dark';
  readonly forcedColors?: 'active';
  readonly deficiency?: 'protanopia' | 'deuteranopia' | 'tritanopia';
}

/** How a tab is looked at. */
const sights: Readonly<Record<string, Sight>> = {
  light: {},
  dark: { colorScheme: 'dark' },
  forced: { forcedColors: 'active' },
  'no-red': { deficiency: 'protanopia' },
  'no-green': { deficiency: 'deuteranopia' },
  'no-blue': { deficiency: 'tritanopia' },
};

/** Console tabs in each of their states, by every kind of eye. */
export async function labelPictures(): Promise<void> {
  const scene = await openScene();
  await scene.burgee.signInAtPortal(startUrl);
  const options = await scene.burgee.openPage('options.html');
  await options.getByText('5 accounts').waitFor();
  await options.getByLabel('Ask before anything destructive').check();

  const development = await openConsole(scene, '222222222222', 'DeveloperAccess');
  await takeAll(development, 'development');
  await variant(development, 'broken-meta', 'unknown');
  await takeAll(development, 'unknown');
  await variant(development, 'other-account-meta', 'conflict');
  await justShow(development);
  await takeAll(development, 'conflict');
  await takeAll(await openConsole(scene, '333333333333', 'DataScientist'), 'staging');
  await takeAll(await aboutToEnd(scene, options), 'ending');

  const production = await openConsole(scene, '111111111111', 'AdministratorAccess');
  await takeAll(production, 'production');
  await production.locator('#terminate-instance').click();
  await takeAll(production, 'guard');
  await production.keyboard.press('Escape');
  await (await openConsole(scene, '222222222222', 'DeveloperAccess')).close();
  await inState(production, 'stale');
  await takeAll(production, 'stale');
  await signOut(scene);
  await inState(production, 'ended');
  await takeAll(production, 'ended');
  await scene.close();
}

/** A console that Burgee opened; a rule says how long its session lasts, and six minutes of that are left. */
async function aboutToEnd({ burgee }: Scene, options: Page): Promise<Page> {
  const rules = [{ id: 'r', place: 1, when: {}, set: { sessionHours: 1 } }];
  await tellWorker(options, 'setRules', { rules });
  const popup = await burgee.openPage('popup.html');
  await popup.getByRole('combobox').fill('111111111111 admin ec2 eu-west-1');
  await popup.locator('[role=option][aria-selected=true][data-account-id="111111111111"]').waitFor();
  const [console] = await Promise.all([burgee.context.waitForEvent('page'), popup.keyboard.press('Enter')]);
  await inState(console, 'known');
  await options.evaluate(beganEarlier, { accountId: '111111111111', byMs: 54 * 60_000 });
  await console.reload();
  await console.locator('burgee-label[aria-label*="Ends about"]').waitFor({ state: 'attached' });
  return console;
}

/** Runs in a page of the extension: as soon as the account's session is noted, it began so much earlier. */
async function beganEarlier({ accountId, byMs }: { accountId: string; byMs: number }): Promise<void> {
  interface Session {
    readonly accountId: string;
    readonly beganAtMs: number;
  }
  const { storage } = Reflect.get(globalThis, 'chrome') as {
    storage: {
      session: { get(key: string): Promise<Record<string, Session[]>>; set(values: object): Promise<void> };
      onChanged: { addListener(done: (value: unknown) => void): void };
    };
  };
  const key = 'role-sessions';
  let sessions: readonly Session[];
  for (;;) {
    const changed = new Promise((done) => storage.onChanged.addListener(done));
    sessions = (await storage.session.get(key))[key] ?? [];
    if (sessions.some((one) => one.accountId === accountId)) break;
    await changed;
  }
  await storage.session.set({ [key]: sessions.map((one) => ({ ...one, beganAtMs: one.beganAtMs - byMs })) });
}

async function variant(page: Page, name: string, state: string): Promise<void> {
  const address = new URL(page.url());
  address.searchParams.set('sim', name);
  await page.goto(address.href);
  await inState(page, state);
}

/** Answers the veil by its last choice. */
async function justShow(page: Page): Promise<void> {
  await page.bringToFront();
  for (const key of ['Tab', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
}

async function inState(page: Page, state: string): Promise<void> {
  await page.locator(`burgee-label[data-state=${state}]`).waitFor({ state: 'attached' });
}

async function signOut({ burgee }: Scene): Promise<void> {
  await burgee.context.clearCookies({ name: 'aws-userInfo' });
}

async function takeAll(page: Page, state: string): Promise<void> {
  await page.bringToFront();
  const cdp = await page.context().newCDPSession(page);
  for (const [name, { colorScheme = 'light', forcedColors = 'none', deficiency = 'none' }] of Object.entries(sights)) {
    await page.emulateMedia({ colorScheme, forcedColors });
    await cdp.send('Emulation.setEmulatedVisionDeficiency', { type: deficiency });
    // The pictures that are only looked at for their colours are small.
    await page.setViewportSize(name === 'light' ? { width: 1280, height: 800 } : { width: 860, height: 420 });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await take(page, `label-${state}-${name}`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await cdp.send('Emulation.setEmulatedVisionDeficiency', { type: 'none' });
  await cdp.detach();
}
