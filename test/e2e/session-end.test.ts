import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Simulator } from '../simulator/simulator';
import { clean, violationsInLabel } from './axe';
import type { Burgee } from './browser';
import { enter, signedIn, startUrl } from './console';
import { isLong, sampled } from './how-long';
import { pressInLabel, textInLabel } from './inside-label';
import { labelled, openLauncher, press, search, tellWorker } from './launcher';

const production = { portal: startUrl, accountId: '111111111111', roleName: 'AdministratorAccess' } as const;
const development = { portal: startUrl, accountId: '222222222222', roleName: 'DeveloperAccess' } as const;
type Role = typeof production | typeof development;
const MINUTE_MS = 60_000;

/** Runs in a page of the extension: sessions that are noted began so much earlier. Gives how many those are. */
async function longAgo(earlierMs: number): Promise<number> {
  const { storage } = Reflect.get(globalThis, 'chrome') as {
    storage: { session: { get(key: string): Promise<Record<string, unknown>>; set(values: object): Promise<void> } };
  };
  const key = 'role-sessions';
  const sessions = ((await storage.session.get(key))[key] ?? []) as { beganAtMs: number }[];
  const earlier = sessions.map((one) => ({ ...one, beganAtMs: one.beganAtMs - earlierMs }));
  // Where nothing is noted yet, nothing is written over what the worker is about to note.
  if (earlier.length > 0) await storage.session.set({ [key]: earlier });
  return sessions.length;
}

/** Runs in a page of the extension: what is noted of sessions is forgotten. */
async function forget(): Promise<void> {
  const { storage } = Reflect.get(globalThis, 'chrome') as {
    storage: { session: { remove(key: string): Promise<void> } };
  };
  await storage.session.remove('role-sessions');
}

/** The sessions that are noted began so many minutes earlier. */
async function began(own: Page, minutesAgo: number): Promise<void> {
  await expect.poll(() => own.evaluate(longAgo, minutesAgo * MINUTE_MS)).toBe(1);
}

/** Opens a console by Burgee, as a person does: words and Enter. */
async function launch(burgee: Burgee, { accountId, roleName }: Role, level: string): Promise<Page> {
  const launcher = await openLauncher(burgee);
  await expect
    .poll(async () => (await search(launcher, `${accountId} ${roleName} ec2 eu-west-1`))[0]?.accountId)
    .toBe(accountId);
  const page = await press(burgee, launcher, 'Enter', /^https:\/\/[^/]*console\.aws/);
  await labelled(page, accountId, level);
  return page;
}

describe.each(sampled(['small', 'small-multi-session'], 1))('the end of a session, in the world “%s”', (world) => {
  let simulator: Simulator;
  let burgee: Burgee;
  let own: Page;

  beforeAll(async () => {
    ({ simulator, burgee } = await signedIn(world));
    own = await burgee.openPage('options.html');
  });
  afterEach(async () => {
    await tellWorker(own, 'setRules', { rules: [] });
    await own.evaluate(forget);
    for (const page of burgee.context.pages()) if (/console\.aws/.test(page.url())) await page.close();
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  const lasts = (hours: number, role = '*'): Promise<void> =>
    tellWorker(own, 'setRules', { rules: [{ id: 'r', place: 1, when: { role }, set: { sessionHours: hours } }] });

  const says = (page: Page): ReturnType<typeof expect.poll> =>
    expect.poll(() => textInLabel(page), { timeout: 10_000 });

  test('is told ten minutes before, where a rule says how long it lasts', async () => {
    await lasts(1);
    const page = await launch(burgee, production, 'production');
    await began(own, 45);
    await page.reload();
    await labelled(page, '111111111111', 'production');
    expect(await textInLabel(page)).not.toContain('Ends about');
    await began(own, 6);
    await page.reload();
    await says(page).toMatch(/Ends about \d\d?:\d\d/);
    await says(page).toContain('save your work');
    await clean(page, 'about to end', violationsInLabel);
  });

  test('is told where copied credentials have shown how long the role’s sessions last', async () => {
    simulator.settings.consoleSessionMs = 60 * MINUTE_MS;
    await tellWorker(own, 'setPreferences', { copyCredentials: true });
    await tellWorker(own, 'roleCredentials', development);
    const page = await launch(burgee, development, 'development');
    await began(own, 51);
    await page.reload();
    await says(page).toMatch(/Ends about \d\d?:\d\d/);
  });

  test('is told to whoever has the tab open for as long, and goes once it is renewed beside it', async () => {
    await lasts(1);
    const page = await launch(burgee, production, 'production');
    await began(own, 52);
    await page.reload();
    await says(page).toContain('Renew in a new tab');
    const opened = burgee.context.waitForEvent('page');
    await page.evaluate(() => document.body.setAttribute('data-unsaved', 'still here'));
    await pressInLabel(page, 'Renew in a new tab');
    const beside = await opened;
    await beside.waitForURL(/\/ec2\/home\?region=eu-west-1/);
    await labelled(beside, '111111111111', 'production');
    expect(await textInLabel(beside)).not.toContain('Ends about');
    await page.bringToFront();
    await says(page).not.toContain('Ends about');
    expect(await page.evaluate(() => document.body.getAttribute('data-unsaved'))).toBe('still here');
  });

  test('has passed: the label says when that should have been', async () => {
    await lasts(1);
    const page = await launch(burgee, production, 'production');
    await began(own, 61);
    await page.reload();
    await says(page).toMatch(/Should have ended about \d\d?:\d\d/);
    await says(page).toContain('Renew in a new tab');
  });

  test('is not told of another role than the rule is for', async () => {
    await lasts(1, 'ReadOnly*');
    const page = await launch(burgee, production, 'production');
    await began(own, 55);
    await page.reload();
    await labelled(page, '111111111111', 'production');
    await tellWorker(own, 'preferences', {});
    expect(await textInLabel(page)).not.toContain('nds about');
  });
});

describe('the end of a session that Burgee did not open', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let own: Page;

  beforeAll(async () => {
    ({ simulator, burgee } = await signedIn());
    own = await burgee.openPage('options.html');
    await tellWorker(own, 'setRules', { rules: [{ id: 'r', place: 1, when: {}, set: { sessionHours: 1 } }] });
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  test.runIf(isLong)('is not told, even if it is of a role that Burgee opened before', async () => {
    const page = await launch(burgee, production, 'production');
    await began(own, 55);
    await page.reload();
    await expect.poll(() => textInLabel(page)).toContain('Ends about');
    const byHand = await enter(burgee, '111111111111', 'AdministratorAccess');
    await labelled(byHand, '111111111111', 'production');
    await page.bringToFront();
    await expect.poll(() => textInLabel(page), { timeout: 10_000 }).not.toContain('Ends about');
    expect(await textInLabel(byHand)).not.toContain('Ends about');
  });
});
