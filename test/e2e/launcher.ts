import type { Page } from 'playwright';
import { expect, vi } from 'vitest';
import type { World } from '../simulator/world';
import type { Burgee } from './browser';

/** What a row says of itself. */
export interface ShownRow {
  readonly kind: string;
  readonly accountId: string | undefined;
  /** The role that Enter opens. */
  readonly roleName: string | undefined;
  readonly appId: string | undefined;
  readonly isActive: boolean;
  readonly text: string;
}

/** The popup as a tab, with its list as it is: read whole, not only the rows kept from the last time. */
export async function openLauncher(burgee: Burgee): Promise<Page> {
  const page = await burgee.openPage('popup.html');
  await page.setViewportSize({ width: 460, height: 560 });
  await page.locator('[role=status][data-inventory]').waitFor();
  return page;
}

/** Waits until the directory holds all that the world has and the crawl says that it is complete. */
export async function allListed(page: Page, world: World): Promise<void> {
  const accounts = world.portals.flatMap((portal) => portal.accounts);
  const roles = accounts.reduce((sum, account) => sum + account.roles.length, 0);
  const apps = world.portals.flatMap((portal) => portal.apps).length;
  await page
    .locator(
      `[role=status][data-inventory=complete][data-accounts="${accounts.length}"][data-roles="${roles}"][data-apps="${apps}"]`,
    )
    .waitFor({ timeout: 60_000 });
}

/** Types words in place of those that are there; settles when the list is drawn for them. */
export async function search(page: Page, words: string): Promise<ShownRow[]> {
  await page.getByRole('combobox').fill(words);
  return shownRows(page);
}

export function shownRows(page: Page): Promise<ShownRow[]> {
  return page.getByRole('option').evaluateAll((rows) =>
    rows.map((row) => ({
      kind: row.getAttribute('data-kind') ?? '',
      accountId: row.getAttribute('data-account-id') ?? undefined,
      roleName: row.querySelector('[data-kind=usual]')?.textContent ?? undefined,
      appId: row.getAttribute('data-app-id') ?? undefined,
      isActive: row.getAttribute('aria-selected') === 'true',
      text: row.textContent ?? '',
    })),
  );
}

/** Presses a key that opens something, and gives the tab in which it opened once it is at a matching address. */
export async function press(burgee: Burgee, page: Page, key: string, address: RegExp): Promise<Page> {
  const opened = burgee.context.waitForEvent('page');
  await pressAndLeave(page, key);
  const tab = await opened;
  await arrives(tab, address);
  return tab;
}

/** Waits until a tab has loaded a matching address, by whichever of several navigations: one may cut off another. */
export async function arrives(tab: Page, address: RegExp): Promise<void> {
  await vi.waitUntil(() => address.test(tab.url()), { timeout: 30_000 });
  await tab.waitForLoadState();
}

/** Presses a key that may close the page before the press has come to its end. */
export async function pressAndLeave(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key).catch((error: unknown) => {
    if (!page.isClosed()) throw error;
  });
}

/** Waits for the label of a console tab to reach a state. */
export async function label(page: Page, state: string): Promise<Record<string, string>> {
  const element = page.locator(`burgee-label[data-state="${state}"]`);
  await element.waitFor({ state: 'attached' });
  return element.evaluate((node) => Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])));
}

/** Waits for the label to name an account and its level. */
export async function labelled(page: Page, accountId: string, level: string): Promise<void> {
  await page
    .locator(`burgee-label[data-state=known][data-account-id="${accountId}"][data-level="${level}"]`)
    .waitFor({ state: 'attached' });
  expect(await page.locator('burgee-label').count()).toBe(1);
}

/** What a page does when nothing moves: it starts a worker that was stopped. */
export async function wakeWorker(page: Page): Promise<void> {
  await tellWorker(page, 'resume', {});
}

/** Makes a call as one of the extension's pages does. */
export async function tellWorker(page: Page, call: string, args: Record<string, unknown>): Promise<void> {
  await page.evaluate(
    (message) => {
      const { runtime } = Reflect.get(globalThis, 'chrome') as {
        runtime: { sendMessage(message: unknown): Promise<unknown> };
      };
      return runtime.sendMessage(message).catch(() => undefined);
    },
    { call, args },
  );
}
