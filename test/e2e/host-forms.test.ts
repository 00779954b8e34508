import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Journey, journeys, onePerPartition } from '../journey/host-forms';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { worlds } from '../simulator/worlds';
import { type Burgee, launchBurgee } from './browser';
import { isLong, sampled } from './how-long';
import { allListed, label, labelled, openLauncher, press, search } from './launcher';

const byForm = (some: readonly Journey[]): (readonly [string, Journey])[] => some.map((one) => [one.form, one]);
/** A form of each partition, and some others; all forms in a long run. */
const walked = [...new Set([...onePerPartition, ...sampled(journeys, 4)])];
const opened = isLong ? journeys : onePerPartition;
/** Where there is more to walk. */
const few = isLong ? journeys : sampled(onePerPartition, 2);

describe('the journey from a portal of every host form', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let popup: Page;

  beforeAll(async () => {
    simulator = await startSimulator({
      world: { ...worlds['every-host-form'](), portals: walked.map(({ portal }) => portal) },
    });
    simulator.settings.throttle = { burst: 100, perSecond: 100 };
    burgee = await launchBurgee({ simulator });
    await burgee.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  /** Opens what stands first for the words, and leaves a fresh launcher behind. */
  async function openFirst(words: string, at: RegExp | string): Promise<Page> {
    await search(popup, words);
    const tab = await press(burgee, popup, 'Enter', typeof at === 'string' ? exactly(at) : at);
    popup = await openLauncher(burgee);
    await popup.getByRole('option').first().waitFor();
    return tab;
  }

  test.each(byForm(walked))('%s: the portal is signed in to', async (_, { portal }) => {
    await (await burgee.signInAtPortal(portal.startUrl)).close();
  });

  test('all are listed side by side', async () => {
    popup = await openLauncher(burgee);
    await allListed(popup, simulator.world);
  });

  test.each(byForm(opened))(
    '%s: an account opens in the console of its partition, with its label',
    async (_, journey) => {
      const { production, consoleHost } = journey;
      const tab = await openFirst(`${production.id} admin`, atHost(consoleHost));
      await labelled(tab, production.id, 'production');
      expect((await label(tab, 'known'))['aria-label']).toContain(`${production.name}, ${production.id}`);
      await tab.close();
    },
  );

  test.each(byForm(few))('%s: words name a service and a region of that partition', async (_, journey) => {
    const { production, spokenRegion, s3 } = journey;
    const tab = await openFirst(`s3 ${spokenRegion} ${production.id} admin`, s3);
    await labelled(tab, production.id, 'production');
    await carriesOver(journey, tab);
  });

  /** "This page in that account": the very page, in another account of the same portal. */
  async function carriesOver({ development, s3 }: Journey, tab: Page): Promise<void> {
    const worker = await burgee.worker();
    const tabId = await worker.evaluate(idOfTab, tab.url());
    const palette = await burgee.openPage(`popup.html#palette=${tabId}`);
    await palette.getByRole('option').first().waitFor();
    await search(palette, `${development.id} developer`);
    const there = await press(burgee, palette, 'Enter', exactly(s3));
    await labelled(there, development.id, 'development');
    await Promise.all([tab.close(), there.close()]);
  }

  test.each(byForm(few))('%s: the link to share names the address that the portal really has', async (_, journey) => {
    const { portal, production } = journey;
    await search(popup, `${production.id} admin`);
    await popup.keyboard.press('Alt+KeyL');
    await expect
      .poll(() => popup.evaluate(() => navigator.clipboard.readText()))
      .toBe(`${portal.startUrl}/#/console?account_id=${production.id}&role_name=AdministratorAccess`);
  });

  test.each(byForm(few))('%s: an app opens', async (_, { app }) => {
    const tab = await openFirst(app.name, app.url);
    await tab.close();
  });

  test('no API was asked with cookies, and none outside the portals’ own regions', () => {
    const regions = new Set(simulator.world.portals.map(({ region }) => region));
    const asked = simulator.ledger.entries.filter(({ op }) => op !== '').map(({ host }) => host);
    expect(simulator.ledger.apiCallsWithCookies()).toEqual([]);
    expect(asked.filter((host) => ![...regions].some((region) => host.includes(`.${region}.`)))).toEqual([]);
    expect(burgee.errors).toEqual([]);
  });
});

function atHost(host: string): RegExp {
  return new RegExp(`^https://(?:[^/]*\\.)?${escaped(host)}/`);
}

function exactly(address: string): RegExp {
  return new RegExp(`^${escaped(address)}$`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Runs in the worker. */
async function idOfTab(url: string): Promise<number> {
  const { tabs } = Reflect.get(globalThis, 'chrome') as {
    tabs: { query(of: object): Promise<{ id: number; url?: string }[]> };
  };
  const found = (await tabs.query({})).find((tab) => tab.url === url);
  if (!found) throw new Error(`no tab at ${url}`);
  return found.id;
}
